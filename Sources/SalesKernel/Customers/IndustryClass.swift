/// A class of the national industry classification: a section letter and two to four digits, as
/// C3742.
///
/// The first two digits are the division, which must lie in the section's range.
/// - Source: CU1, GB/T 4754-2017 and -2011.
public struct IndustryClass: Hashable, Sendable {
  public enum Edition: String, FieldChoice {
    case y2017 = "2017"
    case y2011 = "2011"
  }

  /// As `C3742`.
  public let text: String
  public let edition: Edition

  public var section: Character { text.first ?? "C" }

  /// - Throws: `customer.industry.format`, `customer.industry.section`.
  public init(parsing text: String, edition: Edition = .y2017) throws(ValidationError) {
    let code = text.trimmingBlanks.uppercased()
    let bytes = Array(code.utf8)
    guard (3...5).contains(bytes.count), (65...84).contains(bytes[0]),
      bytes.dropFirst().allSatisfy({ (48...57).contains($0) })
    else {
      throw ValidationError(
        "customer.industry.format",
        "\"\(text.excerpt)\" is not a section letter A–T and 2 to 4 digits",
        remedy: "write it as C3742", field: "industry")
    }
    let divisions = Self.divisions(edition)[Int(bytes[0]) - 65]
    let division = Int(bytes[1] - 48) * 10 + Int(bytes[2] - 48)
    guard divisions.contains(division) else {
      throw ValidationError(
        "customer.industry.section",
        "\"\(text)\": section \(Unicode.Scalar(bytes[0])) of GB/T 4754-\(edition.rawValue) holds "
          + "divisions \(Self.padded(divisions.lowerBound))–\(Self.padded(divisions.upperBound)), "
          + "not \(Self.padded(division))",
        remedy: "check the class and its edition", field: "industry")
    }
    self.text = code
    self.edition = edition
  }

  /// Accepts a class that is well formed in either edition: a field alone does not know its
  /// edition.
  static let check: Field.Check = { value in
    guard case .text(let text) = value else { return value }
    do {
      return .text(try IndustryClass(parsing: text).text)
    } catch {
      guard let older = try? IndustryClass(parsing: text, edition: .y2011) else { throw error }
      return .text(older.text)
    }
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Divisions of sections A to T.
  private static func divisions(_ edition: Edition) -> [ClosedRange<Int>] {
    edition == .y2017 ? divisions2017 : divisions2011
  }

  private static let common: [ClosedRange<Int>] = [
    1...5, 6...12, 13...43, 44...46, 47...50, 51...52, 53...60, 61...62, 63...65, 66...69, 70...70,
    71...72, 73...75,
  ]
  private static let divisions2017 =
    common + [76...79, 80...82, 83...83, 84...85, 86...90, 91...96, 97...97]
  private static let divisions2011 =
    common + [76...78, 79...81, 82...82, 83...84, 85...89, 90...95, 96...96]
}
