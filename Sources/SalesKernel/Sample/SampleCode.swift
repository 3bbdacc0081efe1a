/// Codes of sample records: valid unified social credit codes, and plain counted ones.
/// - Source: GB 32100-2015, GB 11714.
struct SampleCode: Sendable {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  /// Organisation codes of firms founded since 2015 open with it, and leave six characters.
  private static let opening = Array("MA".utf8)
  private static let places = 6

  private let numbers: Bijection

  init(seed: UInt64) {
    var size: Int64 = 1
    for _ in 0..<Self.places { size *= Int64(Self.alphabet.count) }
    numbers = Bijection(size: size, seed: seed)
  }

  /// The credit code of the firm with a number, valid in both checks and of no other number.
  func uscc(
    register: String, division: String, number: Int64
  ) throws(ValidationError) -> String {
    var organisation = Self.opening
    var rest = Int(numbers[number % numbers.size])
    for _ in 0..<Self.places {
      organisation.append(Self.alphabet[rest % Self.alphabet.count])
      rest /= Self.alphabet.count
    }
    var first17 = register + division
    first17 += String(decoding: organisation, as: UTF8.self)
    first17.unicodeScalars.append(Self.check(of: organisation))
    first17.append(try USCC.checkCharacter(for: first17))
    return first17
  }

  /// The check of an organisation code's first eight characters.
  private static func check(of eight: [UInt8]) -> Unicode.Scalar {
    var sum = 0
    for (weight, byte) in zip([3, 7, 9, 10, 5, 8, 4, 2], eight) {
      sum += weight * Int(byte < 58 ? byte - 48 : byte - 55)
    }
    switch 11 - sum % 11 {
    case 10: return "X"
    case 11: return "0"
    case let digit: return Unicode.Scalar(UInt8(48 + digit))
    }
  }

  /// A prefix and a number of at least so many digits, as `C0000042`.
  static func counted(_ prefix: String, _ number: Int64, digits: Int) -> String {
    let text = String(number)
    guard text.utf8.count < digits else { return prefix + text }
    return prefix + String(repeating: "0", count: digits - text.utf8.count) + text
  }
}
