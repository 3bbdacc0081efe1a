import Values

/// People by what they reach and by how much method they give to others, in three times three boxes.
/// - Source: PF10; `stdlib-lua/policy/nine_box.lua`.
public struct NineBoxPolicy: Sendable {
  public enum Step: String, CaseIterable, Sendable {
    case low, mid, high
  }

  /// From where an axis is mid, and from where it is high.
  public struct Axis: Hashable, Sendable {
    public let mid: Double
    public let high: Double
    public let source: String

    public func step(_ value: Double) -> Step {
      value >= high ? .high : value >= mid ? .mid : .low
    }
  }

  public struct Box: Hashable, Sendable {
    public let key: String
    public let title: Label
    public let results: Step
    public let output: Step
    public let action: Label
    public let source: String
  }

  /// What counts as output of method, and for how much.
  public struct Points: Hashable, Sendable {
    /// By kind of article.
    public let articles: [String: Double]
    /// A lesson in a daily report.
    public let lesson: Double
    public let source: String
  }

  public let header: PolicyHeader
  public let results: Axis
  public let output: Axis
  public let points: Points
  public let boxes: [Box]
  /// The box of stars and the share of people wished there.
  public let stars: (box: String, share: Double)
  /// The box at the bottom and the most of people there.
  public let bottom: (box: String, share: Double)

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["results", "output", "points", "boxes", "stars", "bottom"])
    header = try PolicyHeader(root)
    results = try Axis(root["results"])
    output = try Axis(root["output"])
    points = try Points(root["points"])
    boxes = try root["boxes"].filledList { at throws(PolicyError) in try Box(at) }
    let words = boxes.map(\.key)
    try root["boxes"].refuseDuplicates(words)
    for results in Step.allCases {
      for output in Step.allCases {
        let count = boxes.count { $0.results == results && $0.output == output }
        guard count == 1 else {
          throw PolicyError(
            count == 0 ? "policy.uncovered" : "policy.duplicate", at: root["boxes"].path,
            "results \(results.rawValue) with output \(output.rawValue) has \(count) boxes, not one"
          )
        }
      }
    }
    stars = try Self.share(root["stars"], words)
    bottom = try Self.share(root["bottom"], words)
  }

  private static func share(
    _ at: PolicyDecoder, _ words: [String]
  ) throws(PolicyError) -> (box: String, share: Double) {
    let table = try at.table(keys: ["box", "share", "source", "note"])
    _ = try table.source()
    return (try table["box"].choice(words), try table["share"].number(in: 0...1))
  }

  public func box(results: Double, output: Double) -> Box {
    let (row, column) = (self.results.step(results), self.output.step(output))
    return boxes.first { $0.results == row && $0.output == column } ?? boxes[0]
  }
}

extension NineBoxPolicy.Axis {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["mid", "high", "source", "note"])
    mid = try table["mid"].number()
    high = try table["high"].number()
    source = try table.source()
    guard mid < high else {
      throw PolicyError("policy.unreachable", at: at.path, "mid is not below high")
    }
  }
}

extension NineBoxPolicy.Points {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["articles", "lesson", "source", "note"])
    var articles: [String: Double] = [:]
    let kinds = try table["articles"].dictionary()
    for key in kinds.keys { articles[key] = try kinds[key].number(in: 0...1000) }
    self.articles = articles
    lesson = try table["lesson"].number(in: 0...1000)
    source = try table.source()
  }
}

extension NineBoxPolicy.Box {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: [
      "key", "title", "results", "output", "action", "source", "note",
    ])
    key = try table["key"].key()
    title = try table["title"].label()
    results = try table["results"].oneOf(NineBoxPolicy.Step.self)
    output = try table["output"].oneOf(NineBoxPolicy.Step.self)
    action = try table["action"].label()
    source = try table.source()
  }
}
