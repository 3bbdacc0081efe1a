import Lua
import SalesKernel
import SalesStore
import Values

/// A customer's score on two days.
struct HealthMove {
  let customer: Int64
  let before: Double
  let after: Double
  var change: Double { ((after - before) * 10).rounded() / 10 }
}

/// `health.trend` and `health.movers`: what the history of scores says.
extension ScriptHost {
  /// Moves listed where no number is given.
  static let shownMoves = 10

  func defineHealthTrend(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "health.trend", "health.trend(customer[, {model =, months = n, as_of = day}])",
        "The scores that sweeps gave a customer over time, with the straight line through them and its direction.",
        returns: "report",
        units:
          "slope: points in 30 days by least squares, of a day with several the last; direction: rising, steady or "
          + "falling by the model, nil from too few scores; months: of the model unless given",
        errors: ["health.as_of", "policy.unknown", "record.missing", "script.argument"],
        example: """
          local t
          plan(function()
            health.sweep{model = "health_signals"}
            t = health.trend(customers:where("order_count > 0"):first(), {model = "health_signals"})
          end)
          return t.n, t.direction
          """, result: "1  nil", seeAlso: ["health.movers", "health.sweep", "health.score"])
    ) { [unowned self] arguments, results in
      let id = try row(arguments[0], of: Customer.schema.entity, as: "customer").id
      let options = try NamedArguments(
        arguments, of: "health.trend", at: 1, allowing: ["model", "months", "as_of"])
      let policy = try policies.health(options["model"])
      try results.add(Value.object(try trend(of: id, options, policy)))
    }
  }

  private func trend(
    of id: Int64, _ options: NamedArguments, _ policy: HealthPolicy
  ) throws -> ReportObject {
    let months = try options.integer("months") ?? Int64(policy.trend.months)
    guard (1...120).contains(months) else {
      throw ArgumentError("months: \(months) is outside 1–120")
    }
    let day = try healthDay(options)
    let start = try day.adding(months: -Int(months))
    var scores: [Int32: Double] = [:]
    try HealthHistory(self, model: policy.header.name, customer: id).forEach { _, on, score in
      if on > start.number, on <= day.number { scores[on] = score }
    }
    let points = scores.sorted { $0.key < $1.key }.map { (day: $0.key, score: $0.value) }
    let line = HealthTrend(points)
    let direction = policy.trend.direction(of: line)
    let rows: [[Value]] = try points.map { point in
      let day = try Day(number: point.day)
      return [
        .scalar(day.scalar), .number(point.score),
        .string(policy.bands[policy.place(of: point.score)].key),
      ]
    }
    let slope = line.pointsPerMonth
    let limit = FieldValue.number(policy.trend.pointsPerMonth).display
    return ReportObject([
      .init("model", .string(policy.header.name)), .init("n", Value(points.count)),
      .init("first", Value(points.first?.score)), .init("last", Value(points.last?.score)),
      .init("slope", Value(slope), text: slope.map { FractionText.of($0) } ?? ""),
      .init("direction", direction.map { .string($0.rawValue) } ?? .nil),
      .init(
        "scores",
        .object(
          ResultTable(
            columns: [.init("day"), .init("score", .number), .init("band")], rows: rows))),
      .init(
        why: Explanation(
          "trend", .step, value: direction.map { .text($0.rawValue) } ?? .null,
          reason: slope.map {
            "\(FractionText.of($0)) points in 30 days through \(points.count.text("score")) from "
              + "\(start) on; from \(limit) it rises or falls, told from "
              + policy.trend.least.text("score")
          } ?? "no line through \(points.count.text("score")) from \(start) on",
          source: policy.trend.source)),
    ])
  }

  func defineHealthMovers(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "health.movers",
        "health.movers{model =, from = day, to = day, level = word, band = word, of = query, limit = n}",
        "The customers whose health fell most from one day to another, by the scores that sweeps gave up to then.",
        returns: "results",
        units:
          "from: a month before to unless given; to: the run's day unless given; level, band: of the customers "
          + "now; limit: \(Self.shownMoves) unless given",
        errors: ["health.as_of", "health.window", "health.band", "health.level", "policy.unknown"],
        example: """
          local n
          plan(function()
            health.sweep{model = "health_signals", as_of = date"2026-03-31"}
            health.sweep{model = "health_signals"}
            local m = health.movers{model = "health_signals", from = date"2026-03-31", limit = 3}
            n = #m > 0 and m[1].change < 0
          end)
          return n
          """, result: "true", seeAlso: ["health.trend", "health.sweep"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "health.movers",
        allowing: ["model", "from", "to", "level", "band", "of", "limit"])
      let policy = try policies.health(options["model"])
      try results.add(Value.object(try movers(options, policy)))
    }
  }

  private func movers(_ options: NamedArguments, _ policy: HealthPolicy) throws -> ResultTable {
    let to = try healthDay(options, "to")
    let from = try options.day("from") ?? to.adding(months: -1)
    guard from < to else {
      throw ArgumentError(
        "the window is from \(from) to \(to): it ends before it begins", code: "health.window",
        remedy: "give a from before to")
    }
    let limit = try options.integer("limit") ?? Int64(Self.shownMoves)
    guard (1...100_000).contains(limit) else {
      throw ArgumentError("limit: \(limit) is outside 1–100000")
    }
    let query = try customers(options, "of").copy()
    if let band = try options.string("band").map({ try policy.band($0).key }) {
      query.selection.equals.append((try query.slot("health_band"), .text(band)))
    }
    if let level = try options.string("level") {
      try requireLevel(level)
      query.selection.equals.append((try query.slot("level"), .text(level)))
    }
    let chosen = HealthCustomers(try requireSession().ids(query.resolved()).sorted())
    let none = (day: HealthRoster.never, score: Double.nan)
    var before = Array(repeating: none, count: chosen.count)
    var after = before
    try HealthHistory(self, model: policy.header.name).forEach { customer, day, score in
      guard day <= to.number, let place = chosen.index.place(of: customer) else { return }
      if day <= from.number, day >= before[place].day { before[place] = (day, score) }
      if day >= after[place].day { after[place] = (day, score) }
    }
    let moves = chosen.ids.indices.compactMap { place -> HealthMove? in
      guard after[place].day > from.number, after[place].score < before[place].score else {
        return nil
      }
      return HealthMove(
        customer: chosen.ids[place], before: before[place].score, after: after[place].score)
    }
    return try moverTable(moves, limit: Int(limit))
  }

  /// - Throws: `health.level` for a level that neither a customer nor the level policy has.
  private func requireLevel(_ word: String) throws {
    let entity = Customer.schema.entity
    let table = try requireSession().columns(
      of: Selection(entity), slots: [try entity.requireSlot(of: "level")], poll: state.checkStop)
    let standing = try standingLevels()
    let known = Set(standing + table.columns[0].distinctTexts).sorted()
    guard !known.contains(word) else { return }
    throw ArgumentError(
      "there is no level '\(word)'", code: "health.level",
      remedy: Suggestion.sentence(for: word, among: known))
  }

  /// The levels of the policy that stands for them.
  private func standingLevels() throws -> [String] {
    guard case .table(let standing) = try library.table("defaults", host: self),
      case .string(let pack) = standing["level"]
    else { return [] }
    return try library.tiering(.string(pack), host: self).outcomes.map(\.code)
  }

  /// The largest falls first, ties by id.
  func moverTable(_ moves: [HealthMove], limit: Int) throws -> ResultTable {
    let sorted = moves.sorted { ($0.change, $0.customer) < ($1.change, $1.customer) }
    let rows = try sorted.prefix(limit).map { move -> [Value] in
      let customer = try record(Customer.self, id: move.customer)
      return [
        .integer(move.customer), .string(customer.name),
        customer.level.map { .string($0) } ?? .nil, .number(move.before), .number(move.after),
        .number(move.change),
      ]
    }
    return ResultTable(
      columns: [
        .init("customer", .number), .init("name"), .init("level"), .init("before", .number),
        .init("after", .number), .init("change", .number),
      ], rows: rows, omitted: max(0, sorted.count - limit))
  }
}
