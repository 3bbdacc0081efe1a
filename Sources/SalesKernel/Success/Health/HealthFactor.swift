/// One factor of health: what it reads, the points that gives, and how much it weighs.
/// - Source: CS1.
public struct HealthFactor: Sendable {
  /// One way to read a factor, with its scale.
  public struct Reading: Sendable {
    public let measure: HealthMeasure
    public let scale: HealthScale
    public let note: String?

    fileprivate init(_ table: PolicyTable) throws(PolicyError) {
      measure = try HealthMeasure(table["read"])
      scale = try HealthScale(table, slot: measure.slot)
      note = try table["note"].ifPresent?.text()
    }
  }

  public let key: String
  public let title: Label
  /// What it belongs to, as activity or relationship.
  public let group: String?
  public let weight: Int64
  /// In the order that they are tried: the first that finds something counts.
  public let readings: [Reading]
  public let missing: Score.Missing
  public let neutral: Double
  public let source: String

  init(_ at: PolicyDecoder, missing standing: Score.Missing) throws(PolicyError) {
    let table = try at.table(keys: [
      "key", "title", "group", "weight", "read", "scale", "points", "otherwise", "missing",
      "neutral", "source", "note",
    ])
    key = try table["key"].key()
    title = try table["title"].label()
    group = try table["group"].ifPresent?.key()
    weight = try table["weight"].integer(in: 1...100)
    var readings = [try Reading(table)]
    if let other = table["otherwise"].ifPresent {
      readings.append(try Reading(other.table(keys: ["read", "scale", "points", "note"])))
    }
    self.readings = readings
    missing = try table["missing"].ifPresent?.oneOf(Score.Missing.self) ?? standing
    neutral = try missing == .neutral ? table["neutral"].number(in: HealthScale.points) : 0
    source = try table.source()
  }

  /// The points of a factor that nothing is known of; nil where it then does not count.
  var substitute: Double? {
    switch missing {
    case .zero: 0
    case .neutral: neutral
    case .renormalise: nil
    }
  }
}
