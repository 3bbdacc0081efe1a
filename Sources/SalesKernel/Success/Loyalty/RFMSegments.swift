import Values

/// Recency, frequency and amount of a customer, each 1 to 5.
public struct RFMScore: Hashable, Sendable {
  public let recency: Int
  public let frequency: Int
  public let monetary: Int

  public init(recency: Int, frequency: Int, monetary: Int) {
    (self.recency, self.frequency, self.monetary) = (recency, frequency, monetary)
  }

  /// All there are.
  public static let all = Quintiles.scores.flatMap { recency in
    Quintiles.scores.flatMap { frequency in
      Quintiles.scores.map {
        RFMScore(recency: recency, frequency: frequency, monetary: $0)
      }
    }
  }

  /// As `5-4-4`.
  public var text: String { "\(recency)-\(frequency)-\(monetary)" }
  public var sum: Int { recency + frequency + monetary }
}

/// Groups of customers by their scores: the first that takes a score has it, and each is taken.
/// - Source: CS7.
public struct RFMSegments: Sendable {
  public struct Segment: Sendable {
    public let key: String
    public let title: Label
    public let action: Label?
    public let source: String
    let recency, frequency, monetary: ClosedRange<Int>

    func takes(_ score: RFMScore) -> Bool { refusal(of: score) == nil }

    /// Why it does not take a score; nil where it does.
    public func refusal(of score: RFMScore) -> String? {
      let axes = [
        ("recency", score.recency, recency), ("frequency", score.frequency, frequency),
        ("monetary", score.monetary, monetary),
      ]
      return axes.first { !$0.2.contains($0.1) }.map {
        "\($0.0) \($0.1) is outside \($0.2.lowerBound)–\($0.2.upperBound)"
      }
    }
  }

  public let segments: [Segment]

  /// - Throws: `policy.uncovered` for scores that no segment takes, `policy.unreachable` for a segment
  ///   that takes none; ``PolicyError``.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let segments = try at.filledList { at throws(PolicyError) in
      let entry = try at.table(
        keys: ["key", "title", "action", "source", "recency", "frequency", "monetary"])
      return Segment(
        key: try entry["key"].key(), title: try entry["title"].label(),
        action: try entry["action"].ifPresent?.label(), source: try entry.source(),
        recency: try Self.range(entry["recency"]), frequency: try Self.range(entry["frequency"]),
        monetary: try Self.range(entry["monetary"]))
    }
    try at.refuseDuplicates(segments.map(\.key))
    var taken: Set<String> = []
    for score in RFMScore.all {
      guard let segment = segments.first(where: { $0.takes(score) }) else {
        throw PolicyError(
          "policy.uncovered", at: at.path, "no segment takes the score \(score.text)",
          remedy: "end with a segment that asks for nothing")
      }
      taken.insert(segment.key)
    }
    for segment in segments where !taken.contains(segment.key) {
      throw PolicyError(
        "policy.unreachable", at: at.path, "the segment \"\(segment.key)\" takes no score",
        remedy: "move it up, or ask for other scores")
    }
    self.segments = segments
  }

  /// `{ from = 4 }`, `{ to = 2 }`, both, or nothing for all.
  private static func range(_ at: PolicyDecoder) throws(PolicyError) -> ClosedRange<Int> {
    let scores = Quintiles.scores
    guard at.isPresent else { return scores }
    let table = try at.table(keys: ["from", "to"])
    let (least, most) = (Int64(scores.lowerBound), Int64(scores.upperBound))
    let from = try table["from"].ifPresent?.integer(in: least...most) ?? least
    let to = try table["to"].ifPresent?.integer(in: least...most) ?? most
    guard from <= to else {
      throw PolicyError("policy.value", at: at.path, "from \(from) is over to \(to)")
    }
    return Int(from)...Int(to)
  }

  public func index(of score: RFMScore) -> Int {
    segments.firstIndex { $0.takes(score) } ?? segments.count - 1
  }

  public func explain(_ score: RFMScore) -> [Explanation] {
    let chosen = index(of: score)
    return segments.prefix(chosen + 1).map { segment in
      let refusal = segment.refusal(of: score)
      return Explanation(
        segment.key, refusal == nil ? .matched : .notMatched,
        reason: refusal ?? "takes \(score.text)", source: segment.source)
    }
  }
}
