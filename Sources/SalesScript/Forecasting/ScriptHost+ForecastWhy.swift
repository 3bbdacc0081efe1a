import SalesKernel
import SalesStore
import Values

/// Why a kept forecast says what it says: what it was made of and by, as it was noted then.
extension ScriptHost {
  func explainForecastPoint(_ row: BlockRow) throws -> Explanation {
    let point = try ForecastPoint(reading: row)
    let forecast = try record(Forecast.self, id: point.forecast)
    let name = forecast.code ?? "\(forecast.id)"
    var children = [
      Explanation(
        "method", .input, value: .text(forecast.method), reason: forecast.parameters, source: "FC1"),
      Explanation(
        "as_of", .input, value: .day(forecast.asOf), reason: "nothing later was looked at"),
      Explanation(
        "interval", .step, value: .number(forecast.level),
        reason: "\(point.low.display) to \(point.high.display)"),
    ]
    for (label, value) in [
      ("region", forecast.region.fieldValue), ("rep", forecast.rep.fieldValue),
      ("product", forecast.product.fieldValue),
    ] where !value.isNull { children.append(Explanation(label, .input, value: value)) }
    return Explanation(
      "forecast \(name)", .step, value: .money(point.value),
      reason: "step \(point.step) of \(forecast.horizon) of \(forecast.name), "
        + forecast.grain.text(of: point.startsOn), source: "FC4", children: children)
  }
}

extension Money {
  fileprivate var display: String { fieldValue.display }
}
