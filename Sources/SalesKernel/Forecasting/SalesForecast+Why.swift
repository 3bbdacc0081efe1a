import Values

/// Why a forecast is what it is: the series, the contest, the parameters, the width of its
/// interval.
extension SalesForecast {
  public var explanation: Explanation {
    Explanation(
      "forecast", .step, value: points.first?.value,
      reason: "step 1 of \(points.count) by \(fit.method.rawValue)", source: source,
      children: [seriesNode] + contestNodes + [methodNode, intervalNode]
        + notes.map { Explanation("note", .step, reason: $0) })
  }

  private var seriesNode: Explanation {
    var reason = series.values.count.text("point")
    if let grain = series.grain, let first = series.starts.first, let last = series.starts.last {
      reason +=
        ", \(grain.text(of: first)) to \(grain.text(of: last)); nothing after "
        + "\(series.asOf) is looked at"
    }
    return Explanation(
      "series", .input, value: series.value(at: series.values.count - 1),
      reason: reason + "; the last is shown")
  }

  private var contestNodes: [Explanation] {
    guard let tournament else { return [] }
    guard tournament.origins > 0 else {
      return [
        Explanation(
          "tournament", .step, reason: "none: no points are left to forecast",
          source: tournamentSource)
      ]
    }
    let best = tournament.ranking.first
    let children = tournament.entries.map { entry in
      Explanation(
        entry.method.rawValue, entry.method == fit.method ? .matched : .notMatched,
        value: entry.tally?.wape.map(FieldValue.number),
        reason: entry.reason ?? reason(entry, best))
    }
    return [
      Explanation(
        "tournament", .step,
        reason:
          "\(tournament.origins.text("origin")) from point \(tournament.trained) on, each method "
          + "sees only what is before; the least WAPE wins", source: tournamentSource,
        children: children)
    ]
  }

  private func reason(_ entry: Tournament.Entry, _ best: Tournament.Entry?) -> String {
    guard let wape = entry.tally?.wape else { return "no WAPE: the actuals are all 0" }
    let text = "WAPE \(Self.percent(wape))"
    guard let best, entry.method != fit.method, let other = best.tally?.wape else { return text }
    return "\(text), best \(Self.percent(other)) by \(best.method.rawValue)"
  }

  private var methodNode: Explanation {
    Explanation(
      fit.method.rawValue, .step,
      reason: "sum of squared one-step errors "
        + FieldValue.number(fit.sse).display,
      children: fit.parameters.map {
        Explanation(
          $0.name, $0.origin == .computed ? .step : .input, value: .number($0.value),
          reason: $0.origin.rawValue)
      })
  }

  private var intervalNode: Explanation {
    Explanation(
      "interval", .step, value: .number(level),
      reason: "value ± \(Self.short(fit.reach(level: level))) standard errors; \(fit.spread.text)",
      children: zip(points, fit.deviations).prefix(Self.shown).map { point, deviation in
        Explanation(
          "step \(point.step)", .step, value: point.value,
          reason: "\(point.low.display) to \(point.high.display), standard error "
            + Self.short(deviation))
      })
  }

  /// Steps that the tree shows one by one.
  private static let shown = 24

  static func percent(_ share: Double) -> String { "\(short(share * 100)) %" }

  /// To two decimals, for reading.
  static func short(_ number: Double) -> String {
    FieldValue.number((number * 100).rounded() / 100).display
  }
}
