/// Clauses that contracts are made of: general ones, and more for some industries.
/// - Source: FU9; keys and texts are the policy's.
public struct ClauseLibrary: Sendable {
  /// A language that a contract is written in.
  public enum Language: String, FieldChoice {
    case en, zh
  }

  public struct Clause: Hashable, Sendable {
    public let key: String
    public let title: Label
    /// As written in the policy, with its places.
    public let body: Label
    public let source: String
    let templates: [Language: ClauseTemplate]

    public func title(_ language: Language) -> String { language == .en ? title.en : title.zh }

    /// The places of either language.
    public var names: [String] { Language.allCases.flatMap { templates[$0]?.names ?? [] } }

    /// - Throws: `contract.placeholder`.
    public func text(
      _ language: Language, _ values: [String: String]
    ) throws(ValidationError) -> String {
      try templates[language]?.filled(values, in: key) ?? ""
    }
  }

  public struct Industry: Hashable, Sendable {
    public let key: String
    public let title: Label
    public let source: String
    /// Openings of the industry classes that it stands for, as `C` or `C37`.
    let classes: [String]
    public let clauses: [Clause]
  }

  /// What the host fills in by itself; a policy may name more in `values`.
  public enum Place: String, CaseIterable, Sendable {
    case customer, code, quote, rep, amount, prepaid
    case dueOn = "due_on"
    case endsOn = "ends_on"
    case penaltyRate = "penalty_rate"
    case penaltyCap = "penalty_cap"
  }

  public let general: [Clause]
  public let industries: [Industry]
  /// Names that a house's own clauses need beside ``Place``.
  public let values: [String]

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["general", "industries", "values"])
    values = try table["values"].ifPresent?.words() ?? []
    let known = Place.allCases.map(\.rawValue) + values
    general = try table["general"].filledList { at throws(PolicyError) in
      try Self.clause(at, known)
    }
    industries = try table["industries"].list { at throws(PolicyError) in
      let industry = try at.table(keys: ["key", "title", "source", "classes", "clauses"])
      return Industry(
        key: try industry["key"].key(), title: try industry["title"].label(),
        source: try industry.source(), classes: try industry["classes"].ifPresent?.words() ?? [],
        clauses: try industry["clauses"].filledList { at throws(PolicyError) in
          try Self.clause(at, known)
        })
    }
    try table["industries"].refuseDuplicates(industries.map(\.key))
    for industry in industries {
      try at.refuseDuplicates((general + industry.clauses).map(\.key))
    }
    try table["general"].refuseDuplicates(general.map(\.key))
  }

  private static func clause(
    _ at: PolicyDecoder, _ known: [String]
  ) throws(PolicyError) -> Clause {
    let table = try at.table(keys: ["key", "title", "body", "source"])
    let body = try table["body"].label()
    var templates: [Language: ClauseTemplate] = [:]
    for (language, text) in [(Language.en, body.en), (.zh, body.zh)] {
      var path = table["body"].path
      if case .table = table["body"].value { path += ".\(language.rawValue)" }
      templates[language] = try ClauseTemplate(text, at: path, known: known)
    }
    return Clause(
      key: try table["key"].key(), title: try table["title"].label(), body: body,
      source: try table.source(), templates: templates)
  }

  /// The general clauses, then those of the industry.
  /// - Throws: `contract.industry` with the nearest.
  public func clauses(of industry: String?) throws(ValidationError) -> [Clause] {
    guard let industry else { return general }
    guard let found = industries.first(where: { $0.key == industry }) else {
      throw ValidationError(
        "contract.industry", "there are no clauses for the industry \"\(industry.excerpt)\"",
        remedy: Suggestion.sentence(for: industry, among: industries.map(\.key)),
        field: "industry")
    }
    return general + found.clauses
  }

  /// The industry that a class of GB/T 4754 belongs to; the longest opening that fits.
  public func industry(ofClass text: String?) -> Industry? {
    guard let text else { return nil }
    let fitting = industries.compactMap { industry in
      industry.classes.filter { text.hasPrefix($0) }.map(\.utf8.count).max().map { (industry, $0) }
    }
    return fitting.max { $0.1 < $1.1 }?.0
  }
}
