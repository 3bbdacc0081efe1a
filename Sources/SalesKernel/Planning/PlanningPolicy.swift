import Values

/// How plans, risks and budgets are kept, and what the book tells about them.
/// - Source: OR3–OR5, FU14; `stdlib-lua/policy/planning.lua`.
public struct PlanningPolicy: Sendable {
  public let header: PolicyHeader
  public let figures: [PlanFigure]
  /// Share of the milestones due that must be reached.
  public let milestoneGoal: Double
  /// Kinds of the alerts of late milestones, risks to review and budgets overspent.
  public let alerts: (milestone: String, risk: String, budget: String)
  /// Kind of the tasks that contingency plans open, and days until they are due.
  public let contingency: (kind: String, days: Int)
  public let risks: RiskRules
  public let budget: BudgetRules
  public let investment: InvestmentCase

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + [
        "figures", "milestones", "alerts", "contingency", "risks", "budget", "investment",
      ])
    header = try PolicyHeader(root)
    figures = try root["figures"].filledList { at throws(PolicyError) in try PlanFigure(at) }
    try root["figures"].refuseDuplicates(figures.map(\.key))
    let marks = try root["milestones"].table(keys: ["goal", "source", "note"])
    milestoneGoal = try marks["goal"].number(in: 0...1)
    _ = try marks.source()
    let kinds = try root["alerts"].table(keys: ["milestone", "risk", "budget"])
    alerts = (
      try kinds["milestone"].key(), try kinds["risk"].key(), try kinds["budget"].key()
    )
    let plan = try root["contingency"].table(keys: ["kind", "days", "source", "note"])
    contingency = (try plan["kind"].key(), Int(try plan["days"].integer(in: 0...366)))
    _ = try plan.source()
    risks = try RiskRules(root["risks"])
    budget = try BudgetRules(root["budget"])
    investment = try InvestmentCase(root["investment"])
  }

  /// - Throws: `plan.figure` with the nearest word.
  public func figure(_ key: String) throws(ValidationError) -> PlanFigure {
    if let figure = figures.first(where: { $0.key == key }) { return figure }
    throw ValidationError(
      "plan.figure", "there is no figure \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: figures.map(\.key)))
  }
}

/// The scale of risks, which are grave, how often each is looked at, and the kinds that there are.
/// - Source: OR5.
public struct RiskRules: Sendable {
  public struct Grade: Hashable, Sendable {
    public let key: String
    public let title: Label
    /// The least impact × probability; nil for the last, which takes the rest.
    public let from: Int64?
    public let reviewDays: Int
    public let source: String
  }

  public struct Kind: Hashable, Sendable {
    public let key: String
    public let title: Label
    public let impact: Int64
    public let probability: Int64
    public let response: Label
    /// Role of the rep who owns it first.
    public let role: String?
    /// Looked at at least every so many days, whatever its grade.
    public let reviewDays: Int?
    public let source: String
  }

  public let scale: Int64
  public let number: DocumentNumber
  /// The gravest first.
  public let grades: [Grade]
  public let kinds: [Kind]

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(
      keys: DocumentNumber.keys + ["scale", "grades", "kinds", "source", "note"])
    let scale = try table["scale"].integer(in: 2...100)
    self.scale = scale
    number = try DocumentNumber(table)
    grades = try Self.grades(table["grades"], most: scale * scale)
    kinds = try table["kinds"].filledList { at throws(PolicyError) in
      let kind = try at.table(keys: [
        "key", "title", "impact", "probability", "response", "role", "review_days", "source",
        "note",
      ])
      return Kind(
        key: try kind["key"].key(), title: try kind["title"].label(),
        impact: try kind["impact"].integer(in: 1...scale),
        probability: try kind["probability"].integer(in: 1...scale),
        response: try kind["response"].label(), role: try kind["role"].ifPresent?.key(),
        reviewDays: try kind["review_days"].ifPresent.map { at throws(PolicyError) in
          Int(try at.integer(in: 1...3660))
        }, source: try kind.source())
    }
    try table["kinds"].refuseDuplicates(kinds.map(\.key))
  }

  private static func grades(_ at: PolicyDecoder, most: Int64) throws(PolicyError) -> [Grade] {
    var grades: [Grade] = []
    let list = try at.list()
    for (place, at) in list.enumerated() {
      let table = try at.table(keys: ["key", "title", "from", "review_days", "source", "note"])
      let isLast = place == list.count - 1
      if isLast, table["from"].isPresent {
        throw PolicyError("policy.gap", at: at.path, "takes not all: leave out from of the last")
      }
      let from = try isLast ? nil : table["from"].integer(in: 1...most)
      if let from, let before = grades.last?.from, from >= before {
        throw PolicyError(
          "policy.unreachable", at: at.path, "begins at \(from), the grade before at \(before)",
          remedy: "list the grades downward")
      }
      grades.append(
        Grade(
          key: try table["key"].key(), title: try table["title"].label(), from: from,
          reviewDays: Int(try table["review_days"].integer(in: 1...3660)),
          source: try table.source()))
    }
    guard !grades.isEmpty else { throw PolicyError("policy.missing", at: at.path, "is empty") }
    try at.refuseDuplicates(grades.map(\.key))
    return grades
  }

  /// - Throws: `risk.kind` with the nearest word.
  public func kind(_ key: String) throws(ValidationError) -> Kind {
    if let kind = kinds.first(where: { $0.key == key }) { return kind }
    throw ValidationError(
      "risk.kind", "there is no kind of risk \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: kinds.map(\.key)), field: "kind")
  }

  /// - Throws: `risk.scale`.
  public func require(_ value: Int64, _ name: String) throws(ValidationError) -> Int64 {
    guard (1...scale).contains(value) else {
      throw ValidationError(
        "risk.scale", "\(name) \(value) is outside 1–\(scale)",
        remedy: "1 is the least, \(scale) the most", field: name)
    }
    return value
  }

  public func grade(of risk: Risk) -> Grade {
    let score = risk.impact.multipliedReportingOverflow(by: risk.probability)
    let value = score.overflow ? Int64.max : score.partialValue
    return grades.first { $0.from.map { value >= $0 } ?? true } ?? grades[grades.count - 1]
  }

  /// The day on which a risk must be looked at again; nil for one that is closed.
  public func reviewDue(_ risk: Risk) -> Day? {
    guard risk.state != .closed else { return nil }
    var days = grade(of: risk).reviewDays
    if let most = kinds.first(where: { $0.key == risk.kind })?.reviewDays { days = min(days, most) }
    return try? (risk.reviewedOn ?? risk.openedOn).adding(days: days)
  }
}

/// What money is set aside for, and when a product line gets more.
/// - Source: OR4, FU14.
public struct BudgetRules: Sendable {
  public struct Line: Hashable, Sendable {
    public let key: String
    public let title: Label
    public let share: Rate
    public let source: String
  }

  /// A product line that promotes well gets more of a line.
  public struct Promotion: Hashable, Sendable {
    public let line: String
    /// Growth of its sales on the year before from which it promotes well.
    public let growth: Rate
    public let raise: Rate
    public let source: String

    /// Whether sales grew enough on those before; nothing grows from nothing.
    /// - Throws: `price.precision`, `rate.overflow`.
    public func isEarned(_ sales: Money, after before: Money) throws(ValueError) -> Bool {
      guard before > .zero else { return false }
      var least = ExactAmount(before)
      try least.multiply(by: try Rate.one.adding(growth))
      return try !ExactAmount(sales).isLess(than: least)
    }
  }

  public let lines: [Line]
  public let promotion: Promotion

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["lines", "promotion", "source", "note"])
    lines = try table["lines"].filledList { at throws(PolicyError) in
      let line = try at.table(keys: ["key", "title", "share", "source", "note"])
      return Line(
        key: try line["key"].key(), title: try line["title"].label(),
        share: try line["share"].rate(upTo: 1), source: try line.source())
    }
    let words = lines.map(\.key)
    try table["lines"].refuseDuplicates(words)
    var sum = Rate.zero
    do {
      for line in lines { sum = try sum.adding(line.share) }
    } catch {
      throw PolicyError("policy.value", at: table["lines"].path, error.message)
    }
    guard sum == .one else {
      throw PolicyError("policy.value", at: table["lines"].path, "shares sum to \(sum), not 1")
    }
    let more = try table["promotion"].table(keys: ["line", "growth", "raise", "source", "note"])
    promotion = Promotion(
      line: try more["line"].choice(words), growth: try more["growth"].rate(upTo: 100),
      raise: try more["raise"].rate(upTo: 10), source: try more.source())
  }

  /// - Throws: `budget.line` with the nearest word.
  public func line(_ key: String) throws(ValidationError) -> Line {
    if let line = lines.first(where: { $0.key == key }) { return line }
    throw ValidationError(
      "budget.line", "there is no budget line \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: lines.map(\.key)), field: "line")
  }

  /// A whole shared out among the lines, to the fen.
  /// - Throws: `money.inexact` for parts of a fen.
  public func split(_ total: Money) throws(ValueError) -> [(line: Line, amount: Money)] {
    let scale = lines.map(\.share.scale).max() ?? 0
    let weights = lines.map { line -> Int64 in
      var weight = line.share.mantissa
      for _ in line.share.scale..<max(scale, line.share.scale) {
        let (more, overflow) = weight.multipliedReportingOverflow(by: 10)
        weight = overflow ? .max : more
      }
      return weight
    }
    let amounts = try Values.Allocation.split(total, by: weights, to: .document)
    return Array(zip(lines, amounts)).map { (line: $0, amount: $1) }
  }
}
