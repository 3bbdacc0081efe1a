import Values

/// The stages of a playbook as places of a funnel: the open ones in their order, then won, then lost.
///
/// What follows a sale (delivery, renewal) counts as won.
/// - Source: FU4, FU6.
public struct FunnelStages: Sendable {
  public struct Stage: Hashable, Sendable {
    public let key: String
    public let title: Label
    /// Share that is won in the end, as the playbook says.
    public let probability: Rate
    public let source: String
  }

  public let playbook: String
  public let source: String
  /// The open stages and, last, the won one.
  public let stages: [Stage]
  private let places: [String: Int]

  public var won: Int { stages.count - 1 }
  public var lost: Int { stages.count }

  /// - Throws: `playbook.won` where the playbook names no won stage; `funnel.stages` for too many.
  public init(_ playbook: Playbook) throws(ValidationError) {
    let won = try playbook.requireWon()
    guard won < Int(UInt8.max) - 1 else {
      throw ValidationError(
        "funnel.stages", "the playbook \(playbook.name) has \(won + 1) stages up to the sale",
        remedy: "a funnel has at most \(Int(UInt8.max) - 1)")
    }
    self.playbook = playbook.name
    source = playbook.source
    stages = playbook.stages[...won].map {
      Stage(key: $0.key, title: $0.title, probability: $0.probability, source: $0.source)
    }
    var places: [String: Int] = [Playbook.lost: stages.count]
    for (index, stage) in playbook.stages.enumerated() { places[stage.key] = min(index, won) }
    self.places = places
  }

  /// The place of a stage's word; nil where the playbook does not know it.
  public func place(of key: String) -> Int? { places[key] }
}
