/// What counts as having happened where a call names no records: which records, what of them, on
/// which
/// day, and how long a period is.
public struct ForecastActuals: Hashable, Sendable {
  public let source: String
  /// Plural name of an entity.
  public let entity: String
  public let value: String
  public let day: String
  public let grain: Grain
  /// An expression over the record; nil for all.
  public let condition: String?

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["source", "of", "value", "day", "by", "where"])
    source = try table.source()
    entity = try table["of"].choice(Catalog.sales.entities.map(\.name))
    value = try table["value"].text()
    day = try table["day"].text()
    grain = try table["by"].oneOf(Grain.self)
    condition = try table["where"].ifPresent?.text()
  }
}
