import Values

/// A model of customer health: factors, bands, when somebody must look, and what is done then.
/// - Source: CS1; `stdlib-lua/policy/health.lua`, `health_signals.lua`, `health_card.lua`.
public struct HealthPolicy: Sendable {
  public struct Band: Hashable, Sendable {
    public let key: String
    public let title: Label
    /// The lowest score in it; nil for the last, which takes the rest.
    public let from: Double?
    public let source: String
  }

  /// Something that is measured on a day and that no other record tells.
  public struct Metric: Hashable, Sendable {
    public let key: String
    public let title: Label
    public let unit: String?
    public let source: String
  }

  public let header: PolicyHeader
  public let factors: [HealthFactor]
  /// The best first.
  public let bands: [Band]
  /// Weight, of 100, of the factors that must be known for a score to be given.
  public let leastKnown: Int64
  public let metrics: [Metric]
  public let alert: HealthAlertRule
  public let trend: HealthTrendRule
  /// How a back-test is run where nothing else is said.
  public let backtest: (step: Grain, horizon: Span)

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + [
        "factors", "missing", "least_known", "bands", "metrics", "alert", "trend",
        "backtest",
      ])
    header = try PolicyHeader(root)
    let missing = try root["missing"].oneOf(Score.Missing.self)
    factors = try root["factors"].filledList { at throws(PolicyError) in
      try HealthFactor(at, missing: missing)
    }
    try root["factors"].refuseDuplicates(factors.map(\.key))
    let sum = factors.reduce(0) { $0 + $1.weight }
    guard sum == 100 else {
      throw PolicyError("policy.value", at: root["factors"].path, "weights sum to \(sum), not 100")
    }
    bands = try Self.bands(root["bands"])
    leastKnown = try root["least_known"].integer(in: 1...100)
    metrics = try (root["metrics"].ifPresent ?? PolicyDecoder(.list([]))).list {
      at throws(PolicyError) in
      let table = try at.table(keys: ["key", "title", "unit", "source"])
      return Metric(
        key: try table["key"].key(), title: try table["title"].label(),
        unit: try table["unit"].ifPresent?.text(), source: try table.source())
    }
    try root["metrics"].refuseDuplicates(metrics.map(\.key))
    alert = try HealthAlertRule(root["alert"])
    trend = try HealthTrendRule(root["trend"])
    let test = try root["backtest"].table(keys: ["step", "horizon", "source", "note"])
    _ = try test.source()
    backtest = (try test["step"].oneOf(Grain.self), try test["horizon"].duration())
    try requireMetrics(root["factors"])
  }

  private static func bands(_ at: PolicyDecoder) throws(PolicyError) -> [Band] {
    let list = try at.list()
    var bands: [Band] = []
    for (place, at) in list.enumerated() {
      let table = try at.table(keys: ["key", "title", "from", "source"])
      let isLast = place == list.count - 1
      if isLast, table["from"].isPresent {
        throw PolicyError("policy.gap", at: at.path, "takes not all: leave out from of the last")
      }
      let from = try isLast ? nil : table["from"].number(in: HealthScale.points)
      if let from, let before = bands.last?.from, from >= before {
        throw PolicyError(
          "policy.unreachable", at: at.path, "begins at \(from), the band before at \(before)",
          remedy: "list the bands downward")
      }
      bands.append(
        Band(
          key: try table["key"].key(), title: try table["title"].label(), from: from,
          source: try table.source()))
    }
    guard !bands.isEmpty else { throw PolicyError("policy.missing", at: at.path, "is empty") }
    try at.refuseDuplicates(bands.map(\.key))
    return bands
  }

  /// - Throws: `policy.value` for a metric that the policy does not list.
  private func requireMetrics(_ at: PolicyDecoder) throws(PolicyError) {
    for reading in factors.flatMap(\.readings) where reading.measure.source == .readings {
      for word in reading.measure.words {
        _ = try PolicyDecoder(.text(word), at: at.path).choice(metrics.map(\.key))
      }
    }
  }

  /// The place of the band that a score is in.
  public func place(of score: Double) -> Int {
    bands.firstIndex { $0.from.map { score >= $0 } ?? true } ?? bands.count - 1
  }

  /// - Throws: `health.metric` with the nearest word.
  public func metric(_ key: String) throws(ValidationError) -> Metric {
    if let metric = metrics.first(where: { $0.key == key }) { return metric }
    throw ValidationError(
      "health.metric", "there is no metric \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: metrics.map(\.key)), field: "metric")
  }

  /// - Throws: `health.band` with the nearest word.
  public func band(_ key: String) throws(ValidationError) -> Band {
    if let band = bands.first(where: { $0.key == key }) { return band }
    throw ValidationError(
      "health.band", "there is no band \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: bands.map(\.key)), field: "band")
  }
}
