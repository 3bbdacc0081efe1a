import Values

/// What targets are set in, for whom, how they grow, and which history they are split by.
/// - Source: OR2; `stdlib-lua/policy/targets.lua`.
public struct TargetPolicy: Sendable {
  /// The company, a unit of it, or every rep.
  public struct Level: Hashable, Sendable {
    public enum Reach: Hashable, Sendable {
      case company
      /// Fields of reps; the first that is filled names the unit.
      case unit([Int])
      case rep
    }

    public let key: String
    public let title: Label
    public let reach: Reach
    public let source: String
  }

  public let header: PolicyHeader
  /// What a year adds where a call names nothing, as 0.2.
  public let growth: Rate
  /// Of grown targets, to the fen or to pieces.
  public let rounding: Rounding
  /// Years that seasons are read from.
  public let historyYears: Int
  public let metrics: [TargetMetric]
  /// From the whole company to reps.
  public let levels: [Level]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["growth", "rounding", "history_years", "metrics", "levels"])
    header = try PolicyHeader(root)
    growth = try root["growth"].rate(upTo: 10)
    rounding = try root["rounding"].oneOf(Rounding.self)
    historyYears = Int(try root["history_years"].integer(in: 1...20))
    metrics = try root["metrics"].filledList { at throws(PolicyError) in try TargetMetric(at) }
    try root["metrics"].refuseDuplicates(metrics.map(\.key))
    levels = try root["levels"].filledList { at throws(PolicyError) in try Level(at) }
    try root["levels"].refuseDuplicates(levels.map(\.key))
    try Self.requireOrder(levels, root["levels"])
  }

  /// - Throws: `policy.value` unless the company comes first and reps last.
  private static func requireOrder(
    _ levels: [Level], _ at: PolicyDecoder
  ) throws(PolicyError) {
    for (place, level) in levels.enumerated() {
      let fits =
        switch level.reach {
        case .company: place == 0
        case .rep: place > 0 && place == levels.count - 1
        case .unit: place > 0
        }
      guard fits else {
        throw PolicyError(
          "policy.value", at: "\(at.path)[\(place + 1)]", "stands at the wrong place",
          remedy: "the company first, then units of reps, reps last")
      }
    }
  }

  /// - Throws: `target.metric` with the nearest word.
  public func metric(_ key: String?) throws(ValidationError) -> TargetMetric {
    guard let key else { return metrics[0] }
    if let metric = metrics.first(where: { $0.key == key }) { return metric }
    throw ValidationError(
      "target.metric", "there is no metric \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: metrics.map(\.key)), field: "metric")
  }

  /// The place of a level.
  /// - Throws: `target.level` with the nearest word.
  public func level(_ key: String) throws(ValidationError) -> Int {
    if let place = levels.firstIndex(where: { $0.key == key }) { return place }
    throw ValidationError(
      "target.level", "there is no level \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: levels.map(\.key)), field: "level")
  }

  /// The place of the level of reps; nil where the policy has none.
  public var repLevel: Int? { levels.firstIndex { $0.reach == .rep } }
}

extension TargetPolicy.Level {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["key", "title", "of", "each", "source", "note"])
    key = try table["key"].key()
    title = try table["title"].label()
    source = try table.source()
    let isRep = try table["each"].ifPresent?.bool() ?? false
    if let of = table["of"].ifPresent {
      guard !isRep else {
        throw PolicyError("policy.value", at: at.path, "has both of and each")
      }
      var slots: [Int] = []
      for name in try of.oneOrMore() {
        slots.append(try name.slot(of: Rep.schema.entity, [.text]))
      }
      reach = .unit(slots)
    } else {
      reach = isRep ? .rep : .company
    }
  }
}
