/// Level, trend and seasons of an exponential smoothing at one point of a series.
///
/// ```
///   e = y − ŷ
///   additive         level  = α (y − season) + (1 − α) (level + φ trend)
///                    season = γ (y − level' − φ trend') + (1 − γ) season      (' before the step)
///   multiplicative   level  = α (y / season) + (1 − α) (level + φ trend)
///                    season = γ (y / (level' + φ trend')) + (1 − γ) season
///   trend = β (level − level') + (1 − β) φ trend'
/// ```
struct SmoothingState {
  var level: Double
  var trend: Double
  /// One of each place of the cycle; empty without seasons.
  var seasons: [Double]
  /// Place of the next point in the cycle.
  var place = 0

  /// The forecast of a step ahead.
  /// - Parameter reach: φ + … + φ^step, how far the trend goes by then.
  func forecast(_ step: Int, form: Smoothing.Form, reach: Double) -> Double {
    joined(level + reach * trend, season: season(of: step), form: form)
  }

  /// Takes the next point in.
  /// - Returns: the error of the one-step forecast.
  mutating func take(_ value: Double, form: Smoothing.Form, _ weights: SmoothingWeights) -> Double {
    let expected = level + weights.phi * trend
    let season = season(of: 1)
    let error = value - joined(expected, season: season, form: form)
    let before = level
    switch form.season {
    case .none: level = weights.alpha * value + (1 - weights.alpha) * expected
    case .additive:
      level = weights.alpha * (value - season) + (1 - weights.alpha) * expected
      seasons[place] = weights.gamma * (value - expected) + (1 - weights.gamma) * season
    case .multiplicative:
      level = weights.alpha * (value / season) + (1 - weights.alpha) * expected
      seasons[place] = weights.gamma * (value / expected) + (1 - weights.gamma) * season
    }
    if form.trend != .none {
      trend = weights.beta * (level - before) + (1 - weights.beta) * weights.phi * trend
    }
    if !seasons.isEmpty { place = (place + 1) % seasons.count }
    return error
  }

  private func season(of step: Int) -> Double {
    seasons.isEmpty ? 0 : seasons[(place + step - 1) % seasons.count]
  }

  private func joined(_ base: Double, season: Double, form: Smoothing.Form) -> Double {
    switch form.season {
    case .none: base
    case .additive: base + season
    case .multiplicative: base * season
    }
  }
}

/// The weights of an exponential smoothing.
struct SmoothingWeights: Hashable, Sendable {
  var alpha = 0.0
  var beta = 0.0
  var gamma = 0.0
  /// 1 where the trend is not damped.
  var phi = 1.0

  /// φ + … + φ^h for each step h.
  func reaches(_ horizon: Int) -> [Double] {
    var (power, sum) = (1.0, 0.0)
    return (0..<horizon).map { _ in
      power *= phi
      sum += power
      return sum
    }
  }
}
