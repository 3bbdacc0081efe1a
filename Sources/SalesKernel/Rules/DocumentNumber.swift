/// How documents are numbered: a prefix and a number filled up with zeros, as `INV-00000012`.
public struct DocumentNumber: Hashable, Sendable {
  private let prefix: String
  private let digits: Int

  static let keys = ["prefix", "digits"]

  /// Reads the keys `prefix` and `digits` of a policy's table.
  /// - Throws: ``PolicyError``.
  init(_ table: PolicyTable) throws(PolicyError) {
    prefix = try table["prefix"].text()
    digits = Int(try table["digits"].integer(in: 1...18))
  }

  /// The number in a text that ``text(_:)`` could have given; nil for any other.
  public func number(in text: String) -> Int64? {
    guard text.hasPrefix(prefix), let number = Int64(text.dropFirst(prefix.count)),
      self.text(number) == text
    else { return nil }
    return number
  }

  public func text(_ number: Int64) -> String {
    let text = String(number)
    return prefix + String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
