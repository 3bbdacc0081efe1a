import Lua
import Pictures
import SalesKernel
import Values

/// Forecasts as pictures.
extension MadeForecast {
  /// Periods of the past that are drawn before the forecast.
  private static let shownPast = 36

  /// The past, its forecast, and the interval around that.
  var picture: Picture {
    let past = forecast.series.values.suffix(Self.shownPast)
    let skipped = forecast.series.values.count - past.count
    let steps = past.indices.map { step(at: $0) } + forecast.points.map { step(of: $0) }
    let none = [Double?](repeating: nil, count: past.count)
    func joined(_ values: [Double?]) -> [Double?] { none.dropLast() + [past.last] + values }
    return Picture(
      "\(named.name) \(forecast.fit.method.rawValue) · \(forecast.series.asOf)"
        + (skipped > 0 ? " (\(skipped) earlier not drawn)" : ""),
      .curves(
        Picture.Curves(
          steps: steps,
          curves: [
            .init("实际 actual", past.map { $0 } + forecast.points.map { _ in nil }),
            .init("预测 forecast", joined(forecast.points.map { $0.value.double })),
          ],
          band: .init(
            ShareText.of(forecast.level), low: joined(forecast.points.map { $0.low.double }),
            high: joined(forecast.points.map { $0.high.double })))))
  }

  private func step(at index: Int) -> String {
    guard let grain = forecast.series.grain, forecast.series.starts.indices.contains(index) else {
      return "\(index + 1)"
    }
    return grain.text(of: forecast.series.starts[index])
  }

  private func step(of point: SalesForecast.Point) -> String {
    guard let start = point.start, let grain = forecast.series.grain else {
      return "+\(point.step)"
    }
    return grain.text(of: start)
  }
}

extension SimulationReport {
  /// How many runs came to about how much.
  func picture(_ bars: [OutcomeSummary.Bar]) -> Picture {
    Picture(
      "\(runs) runs · \(reader.asOf)",
      .bars(
        bars.map {
          Picture.Bar("\($0.from.grouped) –", Double($0.runs), note: "\($0.runs)")
        }))
  }
}

extension FieldValue {
  /// Numbers and yuan as they are drawn.
  fileprivate var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .money(let money): Double(money.units) / 10_000
    default: nil
    }
  }
}
