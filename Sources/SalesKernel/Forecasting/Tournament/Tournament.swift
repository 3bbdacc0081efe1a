/// Methods against each other on a series: from each of several origins, each forecasts from what
/// was
/// before it, and the least WAPE wins.
public struct Tournament: Sendable {
  /// How many origins, and what must be before the first.
  public struct Rules: Hashable, Sendable {
    public var origins: Int
    public var leastOrigins: Int
    public var leastTrain: Int

    public init(origins: Int, leastOrigins: Int, leastTrain: Int) {
      self.origins = origins
      self.leastOrigins = leastOrigins
      self.leastTrain = leastTrain
    }
  }

  /// A method's part in it.
  public struct Entry: Sendable {
    public let method: ForecastMethod
    /// Over all origins and steps; nil for a method that did not run.
    public let tally: AccuracyTally?
    /// By step ahead.
    public let steps: [AccuracyTally]
    /// Why it did not run.
    public let reason: String?
  }

  /// In the order of the methods; the first of equals wins.
  public let entries: [Entry]
  /// The naive forecast from the same origins, whether or not it takes part.
  public let naive: Entry?
  /// Points before the first origin.
  public let trained: Int
  public let origins: Int
  /// Mean |y − y before| of the points before the first origin.
  public let scale: Double

  /// The methods that ran, best first.
  public var ranking: [Entry] {
    let ran = entries.enumerated().compactMap { place, entry in
      entry.tally.map { (place, entry, $0.absoluteError) }
    }
    // All have the same actuals, so the least Σ|e| is the least WAPE, also where ΣA is zero.
    let scale = ran.map(\.2).max() ?? 0
    return ran.sorted { a, b in
      abs(a.2 - b.2) <= 1e-9 * scale ? a.0 < b.0 : a.2 < b.2
    }.map(\.1)
  }

  /// - Parameters:
  ///   - floor: What no forecast falls below; nil for no floor.
  ///   - poll: Called between fits, to stop by throwing.
  public init(
    _ series: [Double], methods: [ForecastMethod], _ settings: MethodSettings, _ rules: Rules,
    horizon: Int, floor: Double?, poll: () throws -> Void
  ) throws {
    let trained = Self.trained(series.count, settings, rules)
    self.trained = trained
    origins = max(0, series.count - trained)
    var moves = 0.0
    for place in 1..<max(trained, 1) { moves += abs(series[place] - series[place - 1]) }
    scale = trained > 1 ? moves / Double(trained - 1) : 0
    func enter(_ method: ForecastMethod) throws -> Entry {
      try Self.entry(method, series, from: trained, settings, horizon, floor, poll)
    }
    entries = origins == 0 ? [] : try methods.map(enter)
    naive =
      try origins == 0
      ? nil : entries.first { $0.method == .naive } ?? enter(.naive)
  }

  /// How many points stand before the first origin: two cycles where that leaves enough origins.
  private static func trained(_ count: Int, _ settings: MethodSettings, _ rules: Rules) -> Int {
    var least = rules.leastTrain
    if let season = settings.season, season >= 2, count - 2 * season >= rules.leastOrigins {
      least = max(least, 2 * season)
    }
    return min(count, max(least, count - rules.origins))
  }

  private static func entry(
    _ method: ForecastMethod, _ series: [Double], from trained: Int, _ settings: MethodSettings,
    _ horizon: Int, _ floor: Double?, _ poll: () throws -> Void
  ) throws -> Entry {
    var steps = Array(repeating: AccuracyTally(), count: horizon)
    for origin in trained..<series.count {
      try poll()
      let ahead = min(horizon, series.count - origin)
      do {
        let fit = try method.fit(Array(series[..<origin]), settings, horizon: ahead)
        for step in 0..<ahead {
          let forecast = max(fit.points[step], floor ?? fit.points[step])
          steps[step].add(forecast: forecast, actual: series[origin + step])
        }
      } catch {
        return Entry(
          method: method, tally: nil, steps: [],
          reason: origin == trained
            ? error.message : "from the origin after point \(origin): \(error.message)")
      }
    }
    var tally = AccuracyTally()
    for step in steps { tally.add(step) }
    return Entry(method: method, tally: tally, steps: steps, reason: nil)
  }
}
