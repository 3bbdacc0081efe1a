/// How documents of one kind are numbered: a prefix and digits, as `HT-00000012`.
public struct DocumentNumber: Hashable, Sendable {
  private let prefix: String
  private let digits: Int

  /// Reads `prefix` and `digits` of a policy.
  /// - Throws: ``PolicyError``.
  init(_ table: PolicyTable) throws(PolicyError) {
    prefix = try table["prefix"].text()
    digits = Int(try table["digits"].integer(in: 1...18))
  }

  static let keys = ["prefix", "digits"]

  public func text(_ number: Int64) -> String {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, self.digits - digits.utf8.count))
    return prefix + zeros + digits
  }
}
