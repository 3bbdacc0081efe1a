import Values

/// Goals of training, and how new people are brought in.
/// - Source: OR6, PF8; `stdlib-lua/policy/training.lua`.
public struct TrainingPolicy: Sendable {
  /// A step of a programme: when it begins and is over, in days from the first, and how much of it all it is.
  public struct Step: Hashable, Sendable {
    public let key: String
    public let title: Label
    public let fromDay: Int
    public let uptoDay: Int
    public let share: Double?
    public let source: String
  }

  public struct Programme: Hashable, Sendable {
    public let key: String
    public let title: Label
    public let steps: [Step]
    public let source: String
  }

  public let header: PolicyHeader
  /// Hours a head and year: as it was, and as it is to be.
  public let hours: (today: Double, goal: Double)
  /// Share of the tests that must be passed; below it a trainee is not confirmed.
  public let passGoal: Double
  /// Share of the people who are to be trained in a year.
  public let coverGoal: Double
  /// New people are to sign alone within so many months, so many of them.
  public let firstDeal: (months: Int, goal: Double)
  /// A certificate is told of so many days before it expires.
  public let expiresWithin: Int
  /// Kind of the tasks that a programme opens.
  public let task: String
  public let kinds: [String]
  public let programmes: [Programme]
  /// Orders of these words count for nothing.
  public let except: [Int: [String]]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + [
        "hours", "passes", "cover", "first_deal", "certificates", "task", "kinds", "programmes",
      ])
    header = try PolicyHeader(root)
    let hours = try root["hours"].table(keys: ["today", "goal", "source", "note"])
    self.hours = (
      try hours["today"].number(in: 0...8784), try hours["goal"].number(in: 0...8784)
    )
    passGoal = try Self.goal(root["passes"])
    coverGoal = try Self.goal(root["cover"])
    let deal = try root["first_deal"].table(keys: ["months", "goal", "except", "source", "note"])
    firstDeal = (
      Int(try deal["months"].integer(in: 1...120)), try deal["goal"].number(in: 0...1)
    )
    except = try deal["except"].words(of: Order.schema.entity)
    let papers = try root["certificates"].table(keys: ["days", "source", "note"])
    expiresWithin = Int(try papers["days"].integer(in: 0...3660))
    task = try root["task"].key()
    kinds = try root["kinds"].words()
    programmes = try root["programmes"].filledList { at throws(PolicyError) in
      try Programme(at)
    }
    try root["programmes"].refuseDuplicates(programmes.map(\.key))
    for table in [hours, deal, papers] { _ = try table.source() }
  }

  private static func goal(_ at: PolicyDecoder) throws(PolicyError) -> Double {
    let table = try at.table(keys: ["goal", "source", "note"])
    _ = try table.source()
    return try table["goal"].number(in: 0...1)
  }

  /// - Throws: `training.programme` with the nearest word.
  public func programme(_ key: String?) throws(ValidationError) -> Programme {
    guard let key else { return programmes[0] }
    if let programme = programmes.first(where: { $0.key == key }) { return programme }
    throw ValidationError(
      "training.programme", "there is no programme \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: programmes.map(\.key)), field: "programme")
  }

  /// - Throws: `training.kind` with the nearest word.
  public func require(kind: String) throws(ValidationError) {
    guard !kinds.contains(kind) else { return }
    throw ValidationError(
      "training.kind", "there is no kind of training \"\(kind.excerpt)\"",
      remedy: Suggestion.sentence(for: kind, among: kinds), field: "kind")
  }
}

extension TrainingPolicy.Programme {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["key", "title", "steps", "source", "note"])
    key = try table["key"].key()
    title = try table["title"].label()
    source = try table.source()
    steps = try table["steps"].filledList { at throws(PolicyError) in
      let step = try at.table(keys: [
        "key", "title", "from_day", "upto_day", "share", "source", "note",
      ])
      let from = Int(try step["from_day"].integer(in: 1...3660))
      return TrainingPolicy.Step(
        key: try step["key"].key(), title: try step["title"].label(), fromDay: from,
        uptoDay: Int(try step["upto_day"].integer(in: Int64(from)...3660)),
        share: try step["share"].ifPresent?.number(in: 0...1), source: try step.source())
    }
    try table["steps"].refuseDuplicates(steps.map(\.key))
    let shares = steps.compactMap(\.share)
    guard shares.isEmpty || shares.count == steps.count && abs(shares.reduce(0, +) - 1) < 1e-9
    else {
      throw PolicyError(
        "policy.value", at: table["steps"].path, "shares do not sum to 1",
        remedy: "give a share to every step, or to none")
    }
  }
}
