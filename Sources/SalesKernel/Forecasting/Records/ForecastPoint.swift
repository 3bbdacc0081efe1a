import Values

/// One period of a forecast as it was made.
/// - Source: FC4.
public struct ForecastPoint: SalesRecord, Hashable {
  public var id: Int64
  public var forecast: Int64
  public var step: Int64
  public var startsOn: Day
  public var endsOn: Day
  public var value: Money
  public var low: Money
  public var high: Money

  public init(
    id: Int64 = 0, forecast: Int64, step: Int64, startsOn: Day, endsOn: Day, value: Money,
    low: Money, high: Money
  ) {
    self.id = id
    self.forecast = forecast
    self.step = step
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.value = value
    self.low = low
    self.high = high
  }

  public static func blank(id: Int64) -> ForecastPoint {
    ForecastPoint(
      id: id, forecast: 0, step: 1, startsOn: .first, endsOn: .first, value: .zero, low: .zero,
      high: .zero)
  }

  public static let schema = Schema<ForecastPoint>(
    "forecast_points", singular: "forecast_point", label: Label("forecast points", "预测值"),
    help: "The periods of a forecast, each with its value and interval.",
    ledger: Ledger(correctedBy: "forecast.save(…) takes a new snapshot"),
    columns: [
      Column(
        "forecast", \.forecast, .reference("forecasts"), Label("forecast", "预测"),
        help: "The forecast it belongs to.", required: true),
      Column(
        "step", \.step, .integer, Label("step", "步数"), help: "So many periods ahead, from 1.",
        required: true, bounds: .atLeast(1)),
      Column(
        "starts_on", \.startsOn, .day, Label("starts on", "期间首日"),
        help: "First day of the period.", required: true),
      Column(
        "ends_on", \.endsOn, .day, Label("ends on", "期间末日"), help: "Last day of the period.",
        required: true),
      Column(
        "value", \.value, .money, Label("forecast value", "预测值"), help: "What the model says.",
        unit: "yuan", source: "FC1", required: true),
      Column(
        "low", \.low, .money, Label("low", "下限"), help: "Lower end of the interval.", unit: "yuan",
        required: true),
      Column(
        "high", \.high, .money, Label("high", "上限"), help: "Upper end of the interval.",
        unit: "yuan", required: true),
    ])
}
