import Lua
import SalesKernel
import Values

/// What a call like `forecast.run{series =, method =, horizon =}` asks for.
struct ForecastReader {
  let series: NamedSeries
  let request: SalesForecast.Request

  static let options = [
    "series", "by", "from", "method", "methods", "horizon", "level", "season", "window", "weights",
    "alpha", "beta", "gamma", "phi", "as_of", "policy",
  ]

  /// - Throws: `forecast.method`, `forecast.horizon`, `forecast.level`, `forecast.season`,
  ///   `forecast.parameter`, `forecast.window`, and what a series throws.
  init(_ options: NamedArguments, _ policy: ForecastPolicy, today: Day) throws {
    let asOf = try options.day("as_of") ?? today
    let whole = try options.series("series", asOf: asOf)
    series = NamedSeries(series: try whole.series.upto(asOf), name: whole.name, scope: whole.scope)
    guard series.series.values.count <= policy.mostPoints else {
      throw ArgumentError(
        "the series has \(series.series.values.count) points, more than \(policy.mostPoints)",
        code: "forecast.long", remedy: "give longer periods, or fewer of them")
    }
    let grain = series.series.grain
    let method = try Self.method(options)
    var settings = policy.settings(season: policy.season(of: grain))
    if let season = try options.integer("season") {
      guard season >= 2, season <= Int64(policy.mostPoints) else {
        throw ArgumentError(
          "a season of \(season) points is no cycle", code: "forecast.season",
          remedy: "give 2 or more, as 12 for months of a year, or leave it out")
      }
      settings.season = Int(season)
    }
    if let window = try options.integer("window") {
      guard window >= 1, window <= Int64(policy.mostPoints) else {
        throw ArgumentError(
          "a moving average of \(window) points is none", code: "forecast.window",
          remedy: "give 1 or more")
      }
      settings.window = Int(window)
    }
    if let weights = try options.numbers("weights") { settings.weights = weights }
    settings.given = try Self.given(options, method)
    request = SalesForecast.Request(
      method: method, methods: try Self.methods(options) ?? policy.methods, settings: settings,
      horizon: try Self.horizon(options, policy, grain),
      level: try Self.level(options) ?? policy.level)
  }

  /// Nil for the winner of a tournament.
  private static func method(_ options: NamedArguments) throws -> ForecastMethod? {
    guard let word = try options.string("method"), word != "auto" else { return nil }
    return try method(word)
  }

  private static func method(_ word: String) throws -> ForecastMethod {
    if let method = ForecastMethod(rawValue: word) { return method }
    let words = ["auto"] + ForecastMethod.allCases.map(\.rawValue)
    throw ArgumentError(
      "there is no method '\(word)'", code: "forecast.method",
      remedy: Suggestion.sentence(for: word, among: words))
  }

  private static func methods(_ options: NamedArguments) throws -> [ForecastMethod]? {
    guard let value = options["methods"] else { return nil }
    guard case .table(let table) = value, !table.list.isEmpty else {
      throw ArgumentError(
        "methods: expected a list of names", code: "forecast.method",
        remedy: "as methods = {\"naive\", \"ses\"}")
    }
    return try table.list.map { try method($0.plain) }
  }

  private static func horizon(
    _ options: NamedArguments, _ policy: ForecastPolicy, _ grain: Grain?
  ) throws -> Int {
    guard let horizon = try options.integer("horizon") else { return policy.horizon(of: grain) }
    guard horizon >= 1, horizon <= Int64(policy.mostSteps) else {
      throw ArgumentError(
        "a horizon of \(horizon) is outside 1–\(policy.mostSteps)", code: "forecast.horizon",
        remedy: "give a number of steps in that range")
    }
    return Int(horizon)
  }

  private static func level(_ options: NamedArguments) throws -> Double? {
    guard let level = try options.number("level") else { return nil }
    guard level > 0, level < 1 else {
      throw ArgumentError(
        "level \(NumberText.of(level)) is not between 0 and 1", code: "forecast.level",
        remedy: "give a share, as 0.8")
    }
    return level
  }

  /// Smoothing parameters that the call fixes.
  private static func given(
    _ options: NamedArguments, _ method: ForecastMethod?
  ) throws -> [String: Double] {
    var given: [String: Double] = [:]
    for name in ["alpha", "beta", "gamma", "phi"] {
      guard let value = try options.number(name) else { continue }
      guard value >= 0, value <= 1 else {
        throw ArgumentError(
          "\(name) \(NumberText.of(value)) is outside 0–1", code: "forecast.parameter",
          remedy: "give a number from 0 to 1, or leave it out to have it fitted")
      }
      if let method, !method.parameters.contains(name) {
        throw ArgumentError(
          "\(method.rawValue) has no \(name)", code: "forecast.parameter",
          remedy: method.parameters.isEmpty
            ? "it has no parameters" : "it has \(method.parameters.joined(separator: ", "))")
      }
      given[name] = value
    }
    return given
  }
}

extension NamedArguments {
  /// A list of finite numbers.
  func numbers(_ name: String) throws -> [Double]? {
    guard let value = self[name] else { return nil }
    guard case .table(let table) = value, table.fields.isEmpty, table.others.isEmpty else {
      throw ArgumentError("\(name): expected a list of numbers, got \(value.typeName)")
    }
    return try table.list.enumerated().map { index, value in
      switch value {
      case .integer(let integer): Double(integer)
      case .number(let number) where number.isFinite: number
      default:
        throw ArgumentError("\(name)[\(index + 1)]: expected a number, got \(value.plain)")
      }
    }
  }
}
