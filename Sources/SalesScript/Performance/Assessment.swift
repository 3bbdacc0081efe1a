import Lua
import SalesKernel
import SalesStore
import Values

/// The scores of many reps by one card, their places, and what follows for the lowest.
struct Assessment {
  private let host: ScriptHost
  private let policy: ScorecardPolicy
  private let card: ScorecardPolicy.Card
  private let span: KPISpan
  private let reps: [Rep]
  private let reader: ScorecardReader

  init(
    _ host: ScriptHost, _ policy: ScorecardPolicy, _ card: ScorecardPolicy.Card, _ span: KPISpan,
    _ options: NamedArguments, points: (Value, String) throws -> [String: Double]
  ) throws {
    (self.host, self.policy, self.card, self.span) = (host, policy, card, span)
    reps = try Self.reps(host, policy, card, span, options)
    reader = ScorecardReader(
      host, policy, span, given: try Self.given(options["given"], reps, points))
  }

  private static func reps(
    _ host: ScriptHost, _ policy: ScorecardPolicy, _ card: ScorecardPolicy.Card, _ span: KPISpan,
    _ options: NamedArguments
  ) throws -> [Rep] {
    if let query = try options.query("reps", of: Rep.schema.entity) {
      let ids = Set(try query.ids())
      return try host.records(Rep.self).filter { ids.contains($0.id) }
    }
    let roles = policy.roles.filter { $0.value == card.key }.map(\.key)
    return try host.records(Rep.self).filter { rep in
      (rep.joinedOn.map { $0 <= span.last } ?? true) && (rep.leftOn.map { $0 >= span.last } ?? true)
        && (roles.isEmpty || rep.role.map(roles.contains) ?? false)
    }
  }

  /// By id, or by code.
  private static func given(
    _ value: Value?, _ reps: [Rep], _ points: (Value, String) throws -> [String: Double]
  ) throws -> [Int64: [String: Double]] {
    guard let value else { return [:] }
    guard case .table(let table) = value else {
      throw ArgumentError("given: expected {[rep] = {part = points}}", code: "kpi.points")
    }
    let listed = table.list.enumerated().map { (Value.integer(Int64($0 + 1)), $1) }
    let named = table.fields.map { (Value.string($0.key), $0.value) }
    var given: [Int64: [String: Double]] = [:]
    for (key, value) in listed + named + table.others {
      let rep = reps.first { rep in
        switch key {
        case .integer(let id): rep.id == id
        case .string(let code): rep.code == code
        default: false
        }
      }
      guard let rep else {
        throw ArgumentError(
          "given: no rep \(key.plain) is assessed", code: "kpi.points",
          remedy: "give the id or the code of a rep who is")
      }
      given[rep.id] = try points(value, rep.name)
    }
    return given
  }

  /// Keeps the scorecards.
  func report() throws -> ReportObject {
    let results = try reps.map { try reader.result(of: $0, by: card) }
    let scores = results.map(\.score)
    let places = Self.places(scores)
    let bottom = policy.bottom.cards.contains(card.key) ? Set(policy.bottom.bottom(scores)) : []
    var kept: Int64 = 0
    var rows: [[Value]] = []
    let ranked = scores.count { $0 != nil }
    try host.requireSession().savepoint {
      for (place, rep) in reps.enumerated() {
        var line = scorecard(rep, results[place])
        line.rank = places[place].map(Int64.init)
        line.ranked = ranked > 0 ? Int64(ranked) : nil
        if bottom.contains(place) {
          line.outcome = policy.bottom.outcome(before: try timesBefore(rep))
        }
        if try keep(line) { kept += 1 }
        rows.append(row(line, rep))
      }
    }
    rows.sort { one, other in rank(one) < rank(other) }
    return ReportObject([
      .init("card", .string(card.key)), .init("period", .string(span.text)),
      .init("assessed", .integer(Int64(reps.count))), .init("kept", .integer(kept)),
      .init("table", .object(ResultTable(columns: Self.columns, rows: rows))),
    ])
  }

  private func rank(_ row: [Value]) -> Int64 {
    if case .integer(let rank) = row[0] { rank } else { .max }
  }

  private static let columns: [ResultTable.Column] = [
    .init("rank", .number), .init("rep", .number), .init("name"),
    .init("score", .number, empty: ScriptHost.noData), .init("parts"), .init("outcome"),
  ]

  private func row(_ line: Scorecard, _ rep: Rep) -> [Value] {
    [
      line.rank.map(Value.integer) ?? .nil, .integer(rep.id), .string(rep.name),
      line.score.map(Value.number) ?? .nil, line.parts.map(Value.string) ?? .nil,
      line.outcome.map(Value.string) ?? .nil,
    ]
  }

  /// Places from 1; the same score, the same place.
  private static func places(_ scores: [Double?]) -> [Int?] {
    scores.map { score in
      score.map { score in 1 + scores.count { ($0 ?? -.infinity) > score } }
    }
  }

  private func scorecard(_ rep: Rep, _ result: ScorecardResult) -> Scorecard {
    var line = Scorecard(
      rep: rep.id, card: card.key, period: span.text, startsOn: span.first, endsOn: span.last,
      assessedOn: host.options.clock.day())
    line.score = result.score
    line.parts = result.text
    return line
  }

  /// In how many periods in a row before this one a rep was among the lowest.
  private func timesBefore(_ rep: Rep) throws -> Int {
    let earlier = try known(rep)
    var (times, span) = (0, try self.span.previous())
    while times + 1 < policy.bottom.times {
      let last = earlier.last { $0.startsOn == span.first && $0.endsOn == span.last }
      guard last?.outcome != nil else { break }
      times += 1
      span = try span.previous()
    }
    return times
  }

  private func known(_ rep: Rep) throws -> [Scorecard] {
    try host.records(
      Scorecard.self, where: [("rep", .integer(rep.id)), ("card", .text(card.key))])
  }

  private func keep(_ line: Scorecard) throws -> Bool {
    let last = try known(rep(line)).last {
      $0.startsOn == line.startsOn && $0.endsOn == line.endsOn
    }
    if let last, last.score == line.score, last.parts == line.parts, last.rank == line.rank,
      last.ranked == line.ranked, last.outcome == line.outcome
    {
      return false
    }
    _ = try host.requireSession().create(Scorecard.schema.entity, line.values)
    return true
  }

  private func rep(_ line: Scorecard) -> Rep { Rep(id: line.rep, name: "") }
}
