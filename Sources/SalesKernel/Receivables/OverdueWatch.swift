/// From when on a customer who owes is told in the inbox.
/// - Source: AU2, AU6.
public struct OverdueWatch: Hashable, Sendable {
  /// Kind of the alert.
  public let alert: String
  /// Days past due of the oldest open invoice from which it is told.
  public let days: Int
  public let source: String

  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["alert", "days", "source"])
    alert = try table["alert"].key()
    days = try table["days"].integer(in: 1...3653).asInt
    source = try table.source()
  }
}
