/// The forecasts of an exponential smoothing and how far they may be off.
extension Smoothing {
  func fit(
    _ method: ForecastMethod, _ settings: MethodSettings, horizon: Int
  ) -> MethodFit {
    let weights = weights(settings)
    let reaches = weights.reaches(horizon)
    var fitted: [Double?] = Array(repeating: nil, count: series.count)
    var errors = StepErrors(horizon: form.season == .multiplicative ? horizon : 1)
    let (state, sse) = run(weights) { state, place in
      fitted[place] = state.forecast(1, form: form, reach: weights.phi)
      for step in 1...errors.horizon where place + step - 1 < series.count {
        let forecast = state.forecast(step, form: form, reach: reaches[step - 1])
        errors.add(series[place + step - 1] - forecast, step: step)
      }
    }
    let free = form.parameters.filter { settings.given[$0] == nil }.count
    // One degree of freedom goes to each fitted weight, as long as there are enough.
    let variance = sse / Double(max(1, series.count - used - free))
    return MethodFit(
      method: method,
      parameters: form.parameters.map {
        MethodParameter(
          name: $0, value: weights[$0], origin: settings.given[$0] == nil ? .fitted : .given)
      },
      fitted: fitted, sse: sse,
      points: (1...horizon).map { state.forecast($0, form: form, reach: reaches[$0 - 1]) },
      deviations: form.season == .multiplicative
        ? errors.deviations
        : deviations(weights, variance: variance, horizon: horizon, cycle: state.seasons.count),
      spread: form.season == .multiplicative ? .ownErrors : .stateSpace)
  }

  /// σ² (1 + Σ c_j²) with c_j = α (1 + β (φ + … + φ^j)) and γ more after each whole cycle.
  ///
  /// Source: Hyndman et al., Forecasting with Exponential Smoothing, table 6.1; there β is our α
  /// β and
  /// γ ours, as our season is corrected by γ e and our trend by α β e.
  private func deviations(
    _ weights: SmoothingWeights, variance: Double, horizon: Int, cycle: Int
  ) -> [Double] {
    var (sum, power, damped) = (1.0, 1.0, 0.0)
    var deviations: [Double] = []
    for step in 1...horizon {
      deviations.append((variance * sum).squareRoot())
      power *= weights.phi
      damped += power
      var weight = weights.alpha
      if form.trend != .none { weight += weights.alpha * weights.beta * damped }
      if cycle > 0, step % cycle == 0 { weight += weights.gamma }
      sum += weight * weight
    }
    return deviations
  }
}

/// Root mean squares of the errors that a method makes so many steps ahead.
struct StepErrors {
  let horizon: Int
  private var squares: [Double]
  private var counts: [Int]

  init(horizon: Int) {
    self.horizon = horizon
    squares = Array(repeating: 0, count: horizon)
    counts = Array(repeating: 0, count: horizon)
  }

  mutating func add(_ error: Double, step: Int) {
    squares[step - 1] += error * error
    counts[step - 1] += 1
  }

  /// By step; never less than of a step before, and where there are no errors so far ahead the last
  /// that there are, growing with the root of the steps.
  var deviations: [Double] {
    var (greatest, last) = (0.0, 1)
    return (1...horizon).map { step in
      if counts[step - 1] > 0 {
        greatest = max(greatest, (squares[step - 1] / Double(counts[step - 1])).squareRoot())
        last = step
        return greatest
      }
      return greatest * (Double(step) / Double(last)).squareRoot()
    }
  }
}
