import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// Scores many customers by one model on one day, and keeps what came of it.
struct HealthSweep {
  let host: ScriptHost
  let policies: EnginePolicies
  let policy: HealthPolicy
  let asOf: Day

  /// What a sweep found, by the place of each customer.
  struct Found {
    let roster: HealthRoster
    let board: HealthBoard
    /// Not a number where there is none.
    let scores: [Double]
    /// The score before by the same model; not a number where there is none.
    let before: [Double]

    func score(_ place: Int) -> Double? { scores[place].isNaN ? nil : scores[place] }
    func change(_ place: Int) -> Double? {
      scores[place].isNaN || before[place].isNaN
        ? nil : ((scores[place] - before[place]) * 10).rounded() / 10
    }
  }

  struct Result {
    let found: Found
    let changed: Int
    let kept: Int
    let alerts: HealthAlerts.Result
  }

  /// - Throws: `health.order` where a customer was already scored as of a later day.
  func run(of query: QueryObject) throws -> Result {
    let session = try host.requireSession()
    let selection = try query.resolved()
    let roster = try HealthRoster(host, selection)
    try roster.requireNothingLater(than: asOf)
    let board = try HealthReader(
      host: host, policies: policies, policy: policy, customers: roster.customers, asOf: asOf
    ).board()
    var scores = [Double](repeating: .nan, count: roster.customers.count)
    for place in scores.indices {
      if place & 0x3FFF == 0 { try host.state.checkStop() }
      if let score = board.score(place) { scores[place] = score }
    }
    let found = Found(
      roster: roster, board: board, scores: scores,
      before: try roster.before(by: policy.header.name, host))
    return try session.savepoint {
      let changed = try store(found, selection)
      let kept = try keep(found)
      let alerts = try HealthAlerts(
        host: host, policies: policies, policy: policy, asOf: asOf
      ).run(found)
      return Result(found: found, changed: changed, kept: kept, alerts: alerts)
    }
  }

  /// The health of the customers themselves.
  private func store(_ found: Found, _ selection: Selection) throws -> Int {
    let entity = Customer.schema.entity
    let texts = KeptText()
    let none = CellCoding.cell(.null) { texts.keep($0) }
    let bands = policy.bands.map { CellCoding.cell(.text($0.key)) { texts.keep($0) } }
    let model = CellCoding.cell(.text(policy.header.name)) { texts.keep($0) }
    let day = CellCoding.cell(.day(asOf)) { texts.keep($0) }
    // Day and model tell who was looked at, those without a score among them.
    let cells: [(field: String, cell: (Double?) -> row_cell)] = [
      ("health", { CellCoding.cell($0.map(FieldValue.number) ?? .null) { texts.keep($0) } }),
      ("health_band", { $0.map { bands[policy.place(of: $0)] } ?? none }),
      ("health_on", { _ in day }), ("health_model", { _ in model }),
    ]
    let rules = try cells.map { field, cell in
      Session.FieldRule(slot: try entity.requireSlot(of: field), reading: []) { block, cells in
        try host.state.checkStop()
        for row in 0..<block.count {
          guard let place = found.roster.customers.index.place(of: block.ids[row]) else { continue }
          cells[row] = cell(found.score(place))
        }
      }
    }
    for name in cells.map(\.field).prefix(2) {
      host.provenance.set(field: name, of: entity.name, by: policy.header.name) {
        [host, policy, policies, asOf] row in
        try host.health(of: row.id, by: policy, asOf: asOf, policies).explanation
      }
    }
    return try host.requireSession().update(selection, rules).changed
  }

  /// The history: one line a customer with a score, unless the same day already says the same.
  private func keep(_ found: Found) throws -> Int {
    let entity = HealthScore.schema.entity
    let feed = try RowFeed(host.requireSession(), entity)
    let names = ["customer", "model", "scored_on", "score", "band", "factors", "change"]
    let slots = try names.map { try entity.requireSlot(of: $0) }
    let bands = policy.bands.map { FieldValue.text($0.key) }
    var values = [FieldValue](repeating: .null, count: entity.fields.count)
    values[slots[1]] = .text(policy.header.name)
    values[slots[2]] = .day(asOf)
    var text = HealthFactorsText(policy)
    var kept = 0
    for place in found.scores.indices {
      if place & 0xFFF == 0 { try host.state.checkStop() }
      guard let score = found.score(place) else { continue }
      if found.roster.on[place] == asOf.number, found.before[place] == score { continue }
      values[slots[0]] = .integer(found.roster.customers.ids[place])
      values[slots[3]] = .number(score)
      values[slots[4]] = bands[policy.place(of: score)]
      values[slots[5]] = .text(text.text(found.board, place))
      values[slots[6]] = found.change(place).map(FieldValue.number) ?? .null
      try feed.append(values)
      kept += 1
    }
    try feed.finish()
    return kept
  }
}
