/// A unified social credit code (统一社会信用代码): 18 characters with two checks.
///
/// ```
///   9 1 440300 192203821 6
///   │ │ │      │         └ check of the first 17, weights 3^(i−1) mod 31
///   │ │ │      └ organisation code; its 9th character checks the other eight
///   │ │ └ administrative division, digits
///   │ └ category
///   └ registering department
/// ```
/// The value is always normalised and its outer check passes.
/// - Source: CU1, GB 32100-2015, GB 11714.
public struct USCC: Hashable, Sendable {
  /// 18 upper-case characters.
  public let text: String

  /// The code that a text spells, after ``normalised(_:)``.
  /// - Throws: `customer.uscc.length`, `customer.uscc.alphabet`, `customer.uscc.checksum`; the
  ///   remedy names a repair where swapping look-alikes makes the checksum pass.
  public init(parsing text: String) throws(ValidationError) {
    let code = Self.isPlain(text) ? text : Self.normalised(text)
    if let problem = Self.problem(of: Array(code.utf8), code) { throw problem }
    self.text = code
  }

  /// Trimmed, half-width, upper case, without blanks and hyphens.
  public static func normalised(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      if (97...122).contains(value) { value -= 32 }
      let isHyphen = value == 45 || (0x2010...0x2015).contains(value) || value == 0x2212
      guard let narrow = Unicode.Scalar(value), !isHyphen, !narrow.properties.isWhitespace else {
        continue
      }
      scalars.append(narrow)
    }
    return String(scalars)
  }

  /// The 18th character for the first 17.
  /// - Throws: `customer.uscc.length`, `customer.uscc.alphabet`.
  public static func checkCharacter(for first17: String) throws(ValidationError) -> Character {
    let bytes = Array(first17.utf8)
    guard first17.unicodeScalars.count == 17 else {
      throw error("length", "\"\(first17.excerpt)\" has \(first17.count) characters, not 17")
    }
    if let problem = alphabetProblem(bytes, first17) { throw problem }
    return Character(Unicode.Scalar(outerCheck(bytes)))
  }

  /// The code with look-alike letters read as what they stand for, where that makes it valid.
  public static func repair(_ text: String) -> String? {
    let code = normalised(text)
    let swapped = String(
      String.UnicodeScalarView(code.unicodeScalars.map { lookAlikes[$0] ?? $0 }))
    guard swapped != code, problem(of: Array(swapped.utf8), swapped, repairing: false) == nil else {
      return nil
    }
    return swapped
  }

  static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
    "I": "1", "O": "0", "S": "5", "Z": "2", "V": "U",
  ]
}

extension USCC {
  /// What is odd about a valid code, though no error.
  public enum Warning: String, Hashable, Sendable {
    /// The organisation code's own check fails.
    case innerCheck = "customer.uscc.inner_check"
    /// The first character is no known registering department.
    case department = "customer.uscc.department"
  }

  public var warnings: [Warning] {
    let bytes = Array(text.utf8)
    var found: [Warning] = []
    if Self.innerCheck(bytes[8..<16]) != bytes[16] { found.append(.innerCheck) }
    if !Self.departments.contains(bytes[0]) { found.append(.department) }
    return found
  }

  /// Editing board, foreign affairs, justice, culture, civil affairs, tourism, religion, unions,
  /// market regulation, military, agriculture, other.
  private static let departments = Set("123456789ANY".utf8)
}

extension USCC {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  private static let noValue: UInt8 = 0xFF
  /// Value 0–30 of each byte, or ``noValue``.
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: noValue, count: 256)
    for (value, byte) in alphabet.enumerated() { table[Int(byte)] = UInt8(value) }
    return table
  }()

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
  }

  private static func problem(
    of bytes: [UInt8], _ code: String, repairing: Bool = true
  ) -> ValidationError? {
    guard code.unicodeScalars.count == 18 else {
      return error("length", "\"\(code.excerpt)\" has \(code.count) characters, not 18")
    }
    if isValid(bytes) { return nil }
    let remedy = repairing ? repair(code).map { "did you mean \($0)?" } : nil
    if let problem = alphabetProblem(bytes, code, remedy: remedy) { return problem }
    let check = outerCheck(bytes[0..<17])
    return error(
      "checksum",
      "\"\(code)\" ends in \(Unicode.Scalar(bytes[17])), its check character is "
        + "\(Unicode.Scalar(check))",
      remedy: remedy ?? "compare it with the business licence")
  }

  /// The two checks and nothing else: what every good code costs.
  private static func isValid(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 18 else { return false }
    for (position, byte) in bytes.enumerated() {
      let value = values[Int(byte)]
      if value == noValue || (value >= 10 && (2..<8).contains(position)) { return false }
    }
    return bytes[17] == outerCheck(bytes[0..<17])
  }

  private static func alphabetProblem(
    _ bytes: [UInt8], _ code: String, remedy: String? = nil
  ) -> ValidationError? {
    for (position, byte) in bytes.enumerated() {
      let value = values[Int(byte)]
      if value != noValue, value < 10 || !(2..<8).contains(position) { continue }
      let letter = byte < 128 ? String(Unicode.Scalar(byte)) : "a character outside ASCII"
      let wanted = value == noValue ? "a digit or a letter except I O S V Z" : "a digit"
      return error(
        "alphabet", "\"\(code)\": character \(position + 1) is \(letter), not \(wanted)",
        remedy: remedy ?? "compare it with the business licence")
    }
    return nil
  }

  private static func outerCheck(_ first17: some Collection<UInt8>) -> UInt8 {
    var sum = 0
    for (weight, byte) in zip(weights, first17) { sum += weight * Int(values[Int(byte)]) }
    return alphabet[(31 - sum % 31) % 31]
  }

  private static func innerCheck(_ eight: some Collection<UInt8>) -> UInt8 {
    var sum = 0
    for (weight, byte) in zip([3, 7, 9, 10, 5, 8, 4, 2], eight) {
      sum += weight * Int(byte < 58 ? byte - 48 : byte - 55)
    }
    switch 11 - sum % 11 {
    case 10: return UInt8(ascii: "X")
    case 11: return UInt8(ascii: "0")
    case let digit: return UInt8(48 + digit)
    }
  }

  private static func error(
    _ code: String, _ message: String, remedy: String = ""
  ) -> ValidationError {
    ValidationError("customer.uscc.\(code)", message, remedy: remedy, field: "uscc")
  }
}
