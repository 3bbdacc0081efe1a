import Values

/// Ranks of agents by what they sell in a year.
/// - Source: CH2.
public struct AgentRanks: Sendable {
  public struct Rank: Hashable, Sendable {
    public let key: String
    public let title: Label
    /// Where it begins.
    public let start: Money
    /// Whether the volume of its start is in it (`from`) or not (`over`).
    public let holdsStart: Bool
    /// Whether an agent of it may have an area alone.
    public let isExclusive: Bool
    public let source: String

    func holds(_ volume: Money) -> Bool { holdsStart ? volume >= start : volume > start }
  }

  /// The lowest first.
  public let ranks: [Rank]

  /// - Throws: ``PolicyError``: `policy.unreachable` for ranks that do not go upward.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    ranks = try at.filledList { at throws(PolicyError) in
      let table = try at.table(keys: ["key", "title", "from", "over", "exclusive", "source"])
      let edges = ["from", "over"].filter { table[$0].isPresent }
      guard let edge = edges.first, edges.count == 1 else {
        throw PolicyError(
          edges.isEmpty ? "policy.missing" : "policy.value", at: at.path,
          "wants one of from and over")
      }
      return Rank(
        key: try table["key"].key(), title: try table["title"].label(),
        start: try table[edge].money(), holdsStart: edge == "from",
        isExclusive: try table["exclusive"].bool(), source: try table.source())
    }
    try at.refuseDuplicates(ranks.map(\.key))
    for (index, rank) in ranks.enumerated().dropFirst() where rank.start <= ranks[index - 1].start {
      throw PolicyError(
        "policy.unreachable", at: "\(at.path)[\(index + 1)]",
        "begins at \(rank.start.grouped), the one before at \(ranks[index - 1].start.grouped)",
        remedy: "list the ranks upward")
    }
  }

  /// The rank of a volume; nil below the first.
  public func rank(of volume: Money) -> Rank? { ranks.last { $0.holds(volume) } }

  /// - Throws: `agent.rank` with the nearest word.
  public func rank(named key: String) throws(ValidationError) -> Rank {
    if let rank = ranks.first(where: { $0.key == key }) { return rank }
    throw ValidationError(
      "agent.rank", "there is no rank \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: ranks.map(\.key)), field: "rank")
  }

  /// Why a volume has its rank.
  public func explain(_ volume: Money, from first: Day, upto last: Day, source: String)
    -> Explanation
  {
    let rank = rank(of: volume)
    let children = ranks.map { one in
      let word = one.holdsStart ? "from" : "over"
      let reason =
        one == rank
        ? "\(volume.grouped) is \(word) \(one.start.grouped)"
        : one.holds(volume)
          ? "a higher rank holds"
          : "\(volume.grouped) is \(one.holdsStart ? "below" : "not over") \(one.start.grouped)"
      return Explanation(
        one.key, one == rank ? .matched : .notMatched, reason: reason, source: one.source)
    }
    return Explanation(
      "rank", .step, value: rank.map { .text($0.key) } ?? .null,
      reason: "what it sold from \(first) to \(last)", source: source,
      children: [Explanation("volume", .input, value: .money(volume))] + children)
  }
}
