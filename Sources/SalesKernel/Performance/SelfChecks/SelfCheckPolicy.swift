import Values

/// Questions that the organisation asks itself, and which answers are well.
/// - Source: PF9.
public struct SelfCheckPolicy: Sendable {
  /// How a question is answered by figures.
  public struct Measure: Sendable {
    public let kpi: String
    /// Yes from this value on.
    public let from: Double
    /// Of the days up to the one asked about.
    public let months: Int
  }

  public struct Question: Sendable {
    public let key: String
    public let title: Label
    /// The answer that is well.
    public let wished: Bool
    public let measure: Measure?
    public let source: String
  }

  public struct Check: Sendable {
    public let key: String
    public let title: Label
    public let questions: [Question]
    /// What is to be done where an answer is not well.
    public let action: Label
    /// How often it is asked, in months.
    public let every: Int
    /// A kind of the inbox policy.
    public let alert: String?
    public let source: String
  }

  public let header: PolicyHeader
  public let checks: [Check]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let table = try PolicyDecoder(value).table(keys: PolicyHeader.keys + ["checks"])
    header = try PolicyHeader(table)
    checks = try table["checks"].filledList { at throws(PolicyError) in try Self.check(at) }
    try table["checks"].refuseDuplicates(checks.map(\.key))
  }

  private static func check(_ at: PolicyDecoder) throws(PolicyError) -> Check {
    let table = try at.table(
      keys: ["key", "title", "questions", "action", "every", "alert", "source"])
    let questions = try table["questions"].filledList { at throws(PolicyError) in try question(at) }
    try table["questions"].refuseDuplicates(questions.map(\.key))
    return Check(
      key: try table["key"].key(), title: try table["title"].label(), questions: questions,
      action: try table["action"].label(), every: Int(try table["every"].integer(in: 1...24)),
      alert: try table["alert"].ifPresent?.key(), source: try table.source())
  }

  private static func question(_ at: PolicyDecoder) throws(PolicyError) -> Question {
    let table = try at.table(keys: ["key", "title", "wished", "measure", "source"])
    var measure: Measure?
    if let at = table["measure"].ifPresent {
      let inner = try at.table(keys: ["kpi", "from", "months"])
      measure = Measure(
        kpi: try inner["kpi"].key(), from: try inner["from"].number(),
        months: Int(try inner["months"].integer(in: 1...120)))
    }
    return Question(
      key: try table["key"].key(), title: try table["title"].label(),
      wished: try table["wished"].bool(), measure: measure, source: try table.source())
  }

  /// - Throws: `kpi.check`, with the nearest word.
  public func check(_ key: String) throws(ValidationError) -> Check {
    if let check = checks.first(where: { $0.key == key }) { return check }
    throw ValidationError(
      "kpi.check", "there is no self-check \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: checks.map(\.key)))
  }
}
