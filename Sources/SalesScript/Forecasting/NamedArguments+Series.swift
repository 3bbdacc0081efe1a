import Lua
import SalesKernel
import Values

extension NamedArguments {
  /// A length of period.
  /// - Throws: `policy.unknown` with the nearest word.
  func grain(_ name: String) throws -> Grain? {
    guard let word = try string(name) else { return nil }
    if let grain = Grain(rawValue: word) { return grain }
    let words = Grain.allCases.map(\.rawValue)
    throw ArgumentError(
      "\(name): there is no period '\(word)'", code: "policy.unknown",
      remedy: Suggestion.sentence(for: word, among: words))
  }

  /// A series of a report, or a list of numbers or amounts.
  /// - Throws: `forecast.empty`, `forecast.unit`, `forecast.number`.
  func series(_ name: String, asOf: Day) throws -> NamedSeries {
    switch self[name] {
    case .object(let object)?:
      guard let series = (object as? ReportObject)?.content as? NamedSeries else { break }
      return series
    case .table(let table)? where table.fields.isEmpty && table.others.isEmpty:
      var unit: ForecastUnit?
      let values = try table.list.enumerated().map { index, value in
        let (number, kind) = try Self.number(value, index + 1)
        guard unit == nil || unit == kind else {
          throw ArgumentError(
            "\(name)[\(index + 1)] is \(kind.rawValue) among \((unit ?? kind).rawValue)",
            code: "forecast.unit", remedy: "give amounts only, or numbers only")
        }
        unit = kind
        return number
      }
      return NamedSeries(
        series: try PeriodSeries(
          list: values, unit: unit ?? .number, grain: try grain("by"), from: try day("from"),
          asOf: asOf), name: name, scope: ForecastScope())
    default: break
    }
    throw ArgumentError(
      "\(name): expected a series, got \(self[name]?.typeName ?? "nothing")",
      remedy: "give \(name) = forecast.series{…} or a list of numbers or amounts")
  }

  private static func number(_ value: Value, _ place: Int) throws -> (Double, ForecastUnit) {
    switch value {
    case .integer(let integer): return (Double(integer), .number)
    case .number(let number): return (number, .number)
    case .scalar(let scalar):
      if case .money(let money) = try TypedScalar(scalar) { return (money.yuan, .money) }
      fallthrough
    default:
      throw ArgumentError(
        "point \(place) is \(value.typeName), neither a number nor money", code: "forecast.number",
        remedy: "give numbers or amounts")
    }
  }
}

/// A series with what it counts, as `orders.amount`, and whose.
struct NamedSeries {
  let series: PeriodSeries
  let name: String
  let scope: ForecastScope
}
