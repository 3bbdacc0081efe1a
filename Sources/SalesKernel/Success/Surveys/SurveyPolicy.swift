/// Which surveys there are: their scales, what is made of their answers, and what is to be reached.
/// - Source: SV5, CS1, CS2; `stdlib-lua/policy/surveys.lua`.
public struct SurveyPolicy: Hashable, Sendable {
  /// What is made of the answers of a kind.
  public enum Figure: String, CaseIterable, Sendable {
    /// The share of the answers in the top box.
    case topBox = "top_box"
    /// The share of promoters less that of detractors.
    case net
    case mean
  }

  public struct Goal: Hashable, Sendable {
    /// The share must be over it.
    public let over: Double
    public let source: String
  }

  public struct Kind: Hashable, Sendable {
    public let key: String
    public let title: Label
    public let figure: Figure
    /// Answers that can be given.
    public let scale: ClosedRange<Int64>
    /// The lowest answer of the top box, or of a promoter.
    public let top: Int64
    /// The highest answer of a detractor; below the scale where there is none.
    public let low: Int64
    /// The lowest answer that says "I would recommend you".
    public let recommend: Int64
    public let goal: Goal?
    public let source: String
  }

  public let header: PolicyHeader
  public let kinds: [Kind]
  /// Key of the kind that is asked after a complaint.
  public let afterComplaint: String

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["kinds", "after_complaint"])
    header = try PolicyHeader(root)
    kinds = try root["kinds"].filledList { at throws(PolicyError) in try Kind(at) }
    try root["kinds"].refuseDuplicates(kinds.map(\.key))
    afterComplaint = try root["after_complaint"].choice(kinds.map(\.key))
  }

  /// - Throws: `survey.kind` with the nearest word.
  public func kind(_ key: String) throws(ValidationError) -> Kind {
    if let kind = kinds.first(where: { $0.key == key }) { return kind }
    throw ValidationError(
      "survey.kind", "there is no survey \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: kinds.map(\.key)), field: "kind")
  }

  /// The kind with a key, or the first one whose answers make a figure.
  /// - Throws: `survey.kind`, `survey.figure` for a kind that makes another figure.
  public func kind(_ key: String?, making figure: Figure) throws(ValidationError) -> Kind {
    let makers = kinds.filter { $0.figure == figure }
    guard let key else {
      if let first = makers.first { return first }
      throw ValidationError(
        "survey.figure", "no survey of the policy \(header.name) has the figure \(figure.rawValue)",
        remedy: "give one figure = \"\(figure.rawValue)\"", field: "kind")
    }
    let kind = try kind(key)
    guard kind.figure == figure else {
      throw ValidationError(
        "survey.figure", "\(key) gives \(kind.figure.rawValue), not \(figure.rawValue)",
        remedy: Suggestion.sentence(for: key, among: makers.map(\.key)), field: "kind")
    }
    return kind
  }
}

extension SurveyPolicy.Kind {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: [
      "key", "title", "figure", "scale", "top", "low", "recommend", "goal", "source", "note",
    ])
    key = try table["key"].key()
    title = try table["title"].label()
    figure = try table["figure"].oneOf(SurveyPolicy.Figure.self)
    source = try table.source()
    let scale = try Self.scale(table["scale"])
    self.scale = scale
    top = try figure == .mean ? scale.upperBound : table["top"].integer(in: scale)
    guard figure == .net else {
      (low, recommend) = (scale.lowerBound - 1, top)
      goal = try SurveyPolicy.Goal(table["goal"])
      return
    }
    low = try table["low"].integer(in: scale)
    recommend = try table["recommend"].integer(in: scale)
    goal = try SurveyPolicy.Goal(table["goal"])
    guard low < top else {
      throw PolicyError(
        "policy.value", at: table["low"].path, "\(low) is not below the top box, from \(top)")
    }
  }

  private static func scale(_ at: PolicyDecoder) throws(PolicyError) -> ClosedRange<Int64> {
    let ends = try at.list()
    guard ends.count == 2 else {
      throw PolicyError(
        "policy.value", at: at.path, "has \(ends.count) ends, not 2", remedy: "write { 1, 5 }")
    }
    let limits: ClosedRange<Int64> = -1000...1000
    let (first, last) = (try ends[0].integer(in: limits), try ends[1].integer(in: limits))
    guard first < last else {
      throw PolicyError("policy.value", at: at.path, "does not go up from \(first) to \(last)")
    }
    return first...last
  }

  /// - Throws: `survey.score` with the scale.
  public func require(score: Int64) throws(ValidationError) {
    guard !scale.contains(score) else { return }
    throw ValidationError(
      "survey.score",
      "\(score) is not an answer to \(key), which goes from \(scale.lowerBound) to "
        + "\(scale.upperBound)",
      remedy: "give a whole number from \(scale.lowerBound) to \(scale.upperBound)", field: "score")
  }
}

extension SurveyPolicy.Goal {
  fileprivate init?(_ at: PolicyDecoder) throws(PolicyError) {
    guard at.isPresent else { return nil }
    let table = try at.table(keys: ["over", "source"])
    over = try table["over"].number(in: 0...1)
    source = try table.source()
  }
}
