import Lua
import SalesKernel

/// A tournament as tables: the methods, and each method by step ahead.
struct TournamentTables {
  let methods: ResultTable
  let steps: ResultTable

  init(_ tournament: Tournament, winner: ForecastMethod) {
    let ran = tournament.ranking
    let naive = tournament.naive?.tally
    methods = ResultTable(
      columns: [.init("method"), .init("chosen", .bool)] + AccuracyColumns.columns
        + [.init("mase", .number), .init("value_added", .number), .init("reason")],
      rows: (ran + tournament.entries.filter { $0.tally == nil }).map { entry in
        [.string(entry.method.rawValue), .bool(entry.method == winner)]
          + AccuracyColumns.cells(entry.tally)
          + [
            .optional(entry.tally?.mase(scale: tournament.scale)),
            .optional(naive.flatMap { entry.tally?.valueAdded(over: $0) }),
            entry.reason.map(Value.string) ?? .nil,
          ]
      })
    steps = ResultTable(
      columns: [.init("method"), .init("step", .number)] + AccuracyColumns.columns
        + [.init("value_added", .number)],
      rows: ran.flatMap { entry in
        entry.steps.enumerated().filter { $1.count > 0 }.map { index, tally in
          let base = tournament.naive.flatMap { $0.steps.isEmpty ? nil : $0.steps[index] }
          return [.string(entry.method.rawValue), .integer(Int64(index + 1))]
            + AccuracyColumns.cells(tally)
            + [.optional(base.flatMap { tally.valueAdded(over: $0) })]
        }
      })
  }
}

/// The measures of a tally as columns, the same in every table.
enum AccuracyColumns {
  static let columns: [ResultTable.Column] = [
    .init("n", .number), .init("wape", .number), .init("accuracy", .number), .init("bias", .number),
    .init("mape", .number), .init("skipped", .number), .init("rmse", .number),
    .init("tracking_signal", .number),
  ]

  /// Empty for what has no value, never "not a number".
  static func cells(_ tally: AccuracyTally?) -> [Value] {
    guard let tally else { return columns.map { _ in .nil } }
    return [
      .integer(Int64(tally.count)), .optional(tally.wape), .optional(tally.accuracy),
      .optional(tally.bias), .optional(tally.mape), .integer(Int64(tally.skipped)),
      .optional(tally.rmse), .optional(tally.trackingSignal),
    ]
  }
}

extension Value {
  /// A number, or nothing.
  static func optional(_ number: Double?) -> Value { number.map(Value.number) ?? .nil }
}
