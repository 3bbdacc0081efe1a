/// An exponential smoothing of a series: where it starts, how it runs, what fits best.
///
/// Starts: simple smoothing at the first value; Holt at the second value with the difference to the
/// first; Holt–Winters at the mean of the first cycle, with the difference of the first two cycles'
/// means over the cycle, and the first cycle's seasons. What starts it is not smoothed again.
struct Smoothing {
  struct Form: Hashable, Sendable {
    enum Trend: Hashable, Sendable { case none, linear, damped }
    enum Season: Hashable, Sendable { case none, additive, multiplicative }
    let trend: Trend
    let season: Season

    /// Names of its parameters, in the order of the search.
    var parameters: [String] {
      ["alpha"] + (trend == .none ? [] : ["beta"]) + (season == .none ? [] : ["gamma"])
        + (trend == .damped ? ["phi"] : [])
    }
  }

  let form: Form
  let series: [Double]
  let start: SmoothingState
  /// Points that the start uses up.
  let used: Int

  /// - Throws: `forecast.short`, `forecast.positive` for seasons as factors of values that are not
  ///   above zero, `forecast.season`.
  init(
    _ method: ForecastMethod, _ form: Form, _ series: [Double], _ settings: MethodSettings
  ) throws(ValidationError) {
    self.form = form
    self.series = series
    if form.season != .none {
      let cycle = try settings.cycle(for: method)
      try method.require(2 * cycle, of: series, "two cycles of \(cycle)")
      if form.season == .multiplicative { try Self.requirePositive(series, method) }
      let first = series[..<cycle].reduce(0, +) / Double(cycle)
      let second = series[cycle..<(2 * cycle)].reduce(0, +) / Double(cycle)
      start = SmoothingState(
        level: first, trend: (second - first) / Double(cycle),
        seasons: series[..<cycle].map { form.season == .additive ? $0 - first : $0 / first })
      used = cycle
    } else if form.trend != .none {
      try method.require(3, of: series, "two to start and one to smooth")
      start = SmoothingState(level: series[1], trend: series[1] - series[0], seasons: [])
      used = 2
    } else {
      try method.require(2, of: series, "one to start and one to smooth")
      start = SmoothingState(level: series[0], trend: 0, seasons: [])
      used = 1
    }
  }

  private static func requirePositive(
    _ series: [Double], _ method: ForecastMethod
  ) throws(ValidationError) {
    guard let place = series.firstIndex(where: { $0 <= 0 }) else { return }
    throw ValidationError(
      "forecast.positive",
      "\(method.rawValue) multiplies by seasons and needs values above zero; point \(place + 1) is "
        + FieldValue.number(series[place]).display,
      remedy: "take \(ForecastMethod.holtWintersAdditive.rawValue)")
  }

  /// Runs through the series.
  /// - Parameter look: sees the state before each point, with the point's place.
  @discardableResult
  func run(
    _ weights: SmoothingWeights, look: (SmoothingState, Int) -> Void = { _, _ in }
  ) -> (state: SmoothingState, sse: Double) {
    var (state, sse) = (start, 0.0)
    for place in used..<series.count {
      look(state, place)
      let error = state.take(series[place], form: form, weights)
      sse += error * error
    }
    return (state, sse)
  }

  /// The weights that are given, and for the rest those of the least sum of squared one-step
  /// errors.
  func weights(_ settings: MethodSettings) -> SmoothingWeights {
    var weights = SmoothingWeights()
    for (name, value) in settings.given { weights[name] = value }
    if form.trend != .damped { weights.phi = 1 }
    let free = form.parameters.filter { settings.given[$0] == nil }
    guard !free.isEmpty else { return weights }
    let bounds = free.map { $0 == "phi" ? settings.damping : 0...1 }
    let search = NelderMead(bounds: bounds)
    func sse(_ values: [Double]) -> Double { run(weights.setting(free, to: values)).sse }
    // From the two best of some places, as the sum of squares may have more than one hollow.
    let starts = starts(free, settings).map { (place: $0, sse: sse($0)) }.sorted { $0.sse < $1.sse }
    let found = starts.prefix(2).map { search.minimum(from: $0.place, sse) }
    guard let best = found.min(by: { $0.value < $1.value }) else { return weights }
    return weights.setting(free, to: best.place)
  }

  /// Where searches begin: from smooth to quick.
  private func starts(_ free: [String], _ settings: MethodSettings) -> [[Double]] {
    let corners = [(0.1, 0.05, 0.1), (0.3, 0.1, 0.5), (0.8, 0.3, 0.1), (0.5, 0.02, 0.02)]
    return corners.map { alpha, beta, gamma in
      free.map {
        switch $0 {
        case "alpha": alpha
        case "beta": beta
        case "gamma": gamma
        default: (settings.damping.lowerBound + settings.damping.upperBound) / 2
        }
      }
    }
  }
}

extension SmoothingWeights {
  subscript(name: String) -> Double {
    get {
      switch name {
      case "alpha": alpha
      case "beta": beta
      case "gamma": gamma
      default: phi
      }
    }
    set {
      switch name {
      case "alpha": alpha = newValue
      case "beta": beta = newValue
      case "gamma": gamma = newValue
      default: phi = newValue
      }
    }
  }

  func setting(_ names: [String], to values: [Double]) -> SmoothingWeights {
    var weights = self
    for (name, value) in zip(names, values) { weights[name] = value }
    return weights
  }
}

extension ForecastMethod {
  /// - Throws: `forecast.short`.
  func require(_ count: Int, of series: [Double], _ why: String) throws(ValidationError) {
    guard series.count < count else { return }
    throw ValidationError(
      "forecast.short",
      "\(rawValue) needs at least \(count.text("point")) (\(why)); the series has \(series.count)",
      remedy: "give a longer series or a simpler method")
  }
}
