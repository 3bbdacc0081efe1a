import Values

/// How often customers of a level are reviewed together with them, and what a review takes.
/// - Source: CS5.
public struct ReviewRules: Sendable {
  public struct Rhythm: Hashable, Sendable {
    public let level: String
    public let every: Grain
    public let source: String
  }

  public let list: TaskList
  /// The item whose doing means that the review took place.
  public let held: String
  public let rhythms: [Rhythm]
  public let source: String

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["list", "held", "levels", "source"])
    list = try TaskList(table["list"])
    held = try table["held"].choice(list.items.map(\.key))
    rhythms = try table["levels"].filledList { at throws(PolicyError) in
      let rhythm = try at.table(keys: ["level", "every", "source"])
      return Rhythm(
        level: try rhythm["level"].text(), every: try rhythm["every"].oneOf(Grain.self),
        source: try rhythm.source())
    }
    try table["levels"].refuseDuplicates(rhythms.map(\.level))
    source = try table.source()
  }

  /// How often a level is reviewed; nil for one that is not.
  public func rhythm(of level: String?) -> Rhythm? { rhythms.first { $0.level == level } }
}
