/// Which scores prospects get and how often, and which lists of them are kept.
/// - Source: CU10, FU13; `stdlib-lua/policy/prospects.lua`.
public struct ProspectPolicy {
  /// A score that is given again and again.
  public struct Score: Hashable, Sendable {
    public let key: String
    /// The tiering policy that gives it.
    public let pack: String
    public let everyMonths: Int
    /// Kind of the task that asks for it.
    public let task: String
    public let title: Label
    public let source: String
  }

  public struct List {
    public let key: String
    public let title: Label
    public let rule: any Rule
    public let source: String
  }

  public let header: PolicyHeader
  /// Which customers are prospects.
  public let who: any Rule
  public let scores: [Score]
  public let lists: [List]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue, compiler: any RuleCompiler) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["who", "scores", "lists"])
    let entity = Customer.schema.entity
    header = try PolicyHeader(root)
    who = try root["who"].rule(compiler, entity: entity, extra: [])
    scores = try root["scores"].filledList { at throws(PolicyError) in
      let entry = try at.table(keys: ["key", "pack", "every_months", "task", "title", "source"])
      return Score(
        key: try entry["key"].key(), pack: try entry["pack"].text(),
        everyMonths: Int(try entry["every_months"].integer(in: 1...120)),
        task: try entry["task"].key(), title: try entry["title"].label(),
        source: try entry.source())
    }
    try root["scores"].refuseDuplicates(scores.map(\.key))
    try root["scores"].refuseDuplicates(scores.map(\.task))
    lists = try root["lists"].list { at throws(PolicyError) in
      let entry = try at.table(keys: ["key", "when", "title", "source"])
      return List(
        key: try entry["key"].key(), title: try entry["title"].label(),
        rule: try entry["when"].rule(compiler, entity: entity, extra: []),
        source: try entry.source())
    }
    try root["lists"].refuseDuplicates(lists.map(\.key))
  }

  /// - Throws: `prospect.score` with the nearest word.
  public func score(_ word: String) throws(ValidationError) -> Score {
    if let score = scores.first(where: { $0.key == word }) { return score }
    throw ValidationError(
      "prospect.score", "there is no score \"\(word.excerpt)\"",
      remedy: Suggestion.sentence(for: word, among: scores.map(\.key)), field: "score")
  }

  /// - Throws: `prospect.list` with the nearest word.
  public func list(_ word: String) throws(ValidationError) -> List {
    if let list = lists.first(where: { $0.key == word }) { return list }
    throw ValidationError(
      "prospect.list", "there is no list \"\(word.excerpt)\"",
      remedy: Suggestion.sentence(for: word, among: lists.map(\.key)), field: "list")
  }

  /// Whether a customer is a prospect and stands in a list.
  public func holds(_ list: List, of customer: any RecordReader) throws -> Bool {
    try who.evaluate(customer).isTrue && list.rule.evaluate(customer).isTrue
  }
}
