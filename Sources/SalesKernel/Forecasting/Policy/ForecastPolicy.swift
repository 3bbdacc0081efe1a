import Values

/// How forecasts are made and judged.
/// - Source: FC1–FC4; every number is the policy's.
public struct ForecastPolicy: Sendable {
  public let name: String
  public let title: Label
  public let source: String
  public let rounding: Rounding
  /// Whether a series that never was below zero is forecast below it.
  public let isNonNegative: Bool
  /// Share of futures that an interval is meant to hold.
  public let level: Double
  /// Methods that compete, the first of equals winning.
  public let methods: [ForecastMethod]
  public let window: Int
  public let weights: [Double]
  public let damping: ClosedRange<Double>
  public let tournament: Tournament.Rules
  public let tournamentSource: String
  public let mostPoints: Int
  public let mostSteps: Int
  /// What counts as having happened.
  public let actuals: ForecastActuals
  /// How calls and the model's number are joined.
  public let combining: Combining
  public let goals: [ForecastGoal]
  public let causes: [Cause]
  public let calendar: ForecastCalendar
  public let number: DocumentNumber
  /// Periods before a forecast whose mean order value a deviation is split by.
  public let basePeriods: Int
  public let pipeline: PipelineRules
  /// Of goal seeking: how close is close enough, as a share of the target, and the most steps.
  public let tolerance: Double
  public let iterations: Int
  private let horizons: [Grain: Int]
  private let seasons: [Grain: Int]

  static let keys =
    PolicyHeader.keys + [
      "rounding", "non_negative", "level", "horizon", "season", "methods", "window", "weights",
      "damping", "tournament", "limits", "actuals", "combine", "goals", "causes", "calendar",
      "numbers",
      "pipeline", "deviation", "seek",
    ]

  /// - Throws: ``PolicyError`` with the place in the table.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(keys: Self.keys)
    let header = try PolicyHeader(root)
    (name, title, source) = (header.name, header.title, header.source)
    rounding = try root["rounding"].oneOf(Rounding.self)
    isNonNegative = try root["non_negative"].bool()
    level = try root["level"].level()
    methods = try root["methods"].filledList { at throws(PolicyError) in
      try at.oneOf(ForecastMethod.self)
    }
    try root["methods"].refuseDuplicates(methods.map(\.rawValue))
    window = Int(try root["window"].integer(in: 1...1000))
    weights = try root["weights"].filledList { at throws(PolicyError) in
      try at.number(in: 0...1)
    }
    guard weights.contains(where: { $0 > 0 }) else {
      throw PolicyError("policy.value", at: root["weights"].path, "are all zero")
    }
    damping = try root["damping"].damping()
    (tournament, tournamentSource) = try root["tournament"].contest()
    let limits = try root["limits"].table(keys: ["source", "points", "horizon"])
    _ = try limits.source()
    mostPoints = Int(try limits["points"].integer(in: 1...100_000))
    mostSteps = Int(try limits["horizon"].integer(in: 1...10_000))
    actuals = try ForecastActuals(root["actuals"])
    combining = try Combining(root["combine"])
    goals = try root["goals"].list { at throws(PolicyError) in try ForecastGoal(at) }
    causes = try root["causes"].filledList { at throws(PolicyError) in try Cause(at) }
    try root["causes"].refuseDuplicates(causes.map(\.key))
    calendar = try ForecastCalendar(root["calendar"])
    number = try DocumentNumber(root["numbers"].table(keys: DocumentNumber.keys))
    pipeline = try PipelineRules(root["pipeline"])
    basePeriods = try root["deviation"].basePeriods()
    (tolerance, iterations) = try root["seek"].seeking()
    horizons = try root["horizon"].counts(1...10_000)
    seasons = try root["season"].counts(1...10_000)
  }

  /// A class of causes of deviations.
  public struct Cause: Sendable {
    public let key: String
    public let title: Label
  }

  public struct Combining: Sendable {
    public let source: String
    /// Weight of the model's number where there is a call.
    public let modelShare: Rate
    public let calls: CombinedForecast.Calls
  }

  /// Steps ahead where a call names none.
  public func horizon(of grain: Grain?) -> Int { grain.flatMap { horizons[$0] } ?? 1 }

  /// Points of a cycle where a call names none; nil for none.
  public func season(of grain: Grain?) -> Int? {
    grain.flatMap { seasons[$0] }.flatMap { $0 >= 2 ? $0 : nil }
  }

  public func settings(season: Int?) -> MethodSettings {
    MethodSettings(season: season, window: window, weights: weights, damping: damping)
  }
}

extension ForecastPolicy.Cause {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["key", "title", "source", "note"])
    key = try table["key"].key()
    title = try table["title"].label()
    _ = try table.source()
  }
}

extension ForecastPolicy.Combining {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["source", "model_share", "calls"])
    source = try table.source()
    modelShare = try table["model_share"].rate(upTo: 1)
    calls = try table["calls"].oneOf(CombinedForecast.Calls.self)
  }
}

extension PolicyDecoder {
  fileprivate func basePeriods() throws(PolicyError) -> Int {
    let table = try table(keys: ["source", "base_periods"])
    _ = try table.source()
    return Int(try table["base_periods"].integer(in: 1...1000))
  }

  fileprivate func seeking() throws(PolicyError) -> (tolerance: Double, iterations: Int) {
    let table = try table(keys: ["source", "tolerance", "iterations"])
    _ = try table.source()
    return (
      try table["tolerance"].number(in: 0...1),
      Int(try table["iterations"].integer(in: 1...100_000))
    )
  }

  fileprivate func contest() throws(PolicyError) -> (rules: Tournament.Rules, source: String) {
    let table = try table(keys: ["source", "origins", "least_origins", "least_train"])
    let rules = Tournament.Rules(
      origins: Int(try table["origins"].integer(in: 1...1000)),
      leastOrigins: Int(try table["least_origins"].integer(in: 1...1000)),
      leastTrain: Int(try table["least_train"].integer(in: 1...1000)))
    return (rules, try table.source())
  }

  /// A share strictly between 0 and 1.
  func level() throws(PolicyError) -> Double {
    let level = try number(in: 0...1)
    guard level > 0, level < 1 else {
      throw PolicyError(
        "policy.value", at: path, "\(FieldValue.number(level).display) is not between 0 and 1")
    }
    return level
  }

  fileprivate func damping() throws(PolicyError) -> ClosedRange<Double> {
    let table = try table(keys: ["from", "upto"])
    let from = try table["from"].number(in: 0...1)
    let upto = try table["upto"].number(in: 0...1)
    guard from <= upto else {
      throw PolicyError("policy.value", at: path, "from is more than upto")
    }
    return from...upto
  }

  /// A count of some grains.
  fileprivate func counts(_ range: ClosedRange<Int64>) throws(PolicyError) -> [Grain: Int] {
    let table = try table(keys: Grain.allCases.map(\.rawValue))
    var counts: [Grain: Int] = [:]
    for grain in Grain.allCases {
      counts[grain] = try table[grain.rawValue].ifPresent.map { at throws(PolicyError) in
        Int(try at.integer(in: range))
      }
    }
    return counts
  }
}
