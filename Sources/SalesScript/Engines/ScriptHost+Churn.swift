import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// `churn`: who is about to be lost, one by one and for all customers.
extension ScriptHost {
  func defineChurn(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "churn.signal", "churn.signal(customer[, as_of])",
        "What the churn policy says of a customer: state, reason, at_risk_from and why.",
        returns: "report",
        units: "as_of: the run's day unless given", errors: ["policy.type", "day.range"],
        example:
          "local c = customers:where(\"last_order\"):order_by(\"last_order\"):first()\nreturn "
          + "churn.signal(c).state",
        result: "\"at_risk\"", seeAlso: ["churn.sweep", "why"])
    ) { [unowned self] arguments, results in
      let row = try customer(arguments, of: "churn.signal")
      let today = try arguments.decode(1, as: Day?.self) ?? options.clock.day()
      let signal = try churnSignal(of: row, by: policies.churn(), asOf: today)
      try results.add(
        Value.object(
          ReportObject([
            .init("state", .string(signal.code)),
            .init("reason", .string(signal.explanation.reason ?? "")),
            .init("at_risk_from", signal.atRiskFrom.map { .scalar($0.scalar) } ?? .nil),
            .init(why: signal.explanation),
          ])))
    }
    try define(
      HelpEntry(
        "churn.sweep", "churn.sweep{to = query, as_of = date}",
        "Sets the churn signal of every customer by the churn policy.", returns: "table",
        units: "as_of: the run's day unless given", changes: "churn, of the customers of the query",
        errors: ["policy.type", "day.range"],
        example:
          "return plan(function() churn.sweep{} end):moves(\"customers\", \"churn\")[1].after ~= "
          + "nil",
        result: "true", seeAlso: ["churn.signal", "lifecycle.sweep"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "churn.sweep", allowing: ["to", "as_of"])
      let today = try options.day("as_of") ?? self.options.clock.day()
      let query = try customers(options, "to")
      let result = try sweepChurn(query, by: policies.churn(), asOf: today)
      try results.add(SweepResult(result, asOf: today).table)
    }
    try defineChurnNotice(policies)
  }

  func churnSignal(
    of row: any RecordReader, by policy: ChurnPolicy, asOf today: Day
  ) throws -> ChurnSignal {
    try policy.signal(
      lastOrder: try row.day("last_order"), lastEmailOpened: try row.day("last_email_opened"),
      asOf: today)
  }

  private func sweepChurn(
    _ query: QueryObject, by policy: ChurnPolicy, asOf today: Day
  ) throws -> (scanned: Int, changed: Int) {
    let entity = query.entity
    let slot = try entity.requireSlot(of: "churn")
    let order = try entity.requireSlot(of: "last_order")
    let opened = try entity.requireSlot(of: "last_email_opened")
    provenance.set(field: "churn", of: entity.name, by: policy.header.name) {
      [unowned self] row in
      try churnSignal(of: row, by: policy, asOf: today).explanation
    }
    var states = ChurnStates(policy: policy, today: today)
    let result = try requireSession().update(
      try query.resolved(), slot: slot, reading: [order, opened]
    ) { block, cells in
      for row in 0..<block.count {
        let start = row * block.width
        do {
          cells[row] = try states.cell(block.cells[start + order], block.cells[start + opened])
        } catch let error as ValueError {
          throw ValueError(
            error.code, "customer \(block.ids[row]): \(error.message)",
            remedy: "correct its last_order or last_email_opened")
        }
      }
    }
    return (result.scanned, result.changed)
  }
}

/// The signal of each pair of days, asked of the policy once: few pairs stand for many customers.
private struct ChurnStates {
  private struct Pair: Hashable {
    let order: Int64
    let opened: Int64
  }

  private let policy: ChurnPolicy
  private let today: Day
  private let texts = KeptText()
  private let words: [ChurnPolicy.State: row_cell]
  private var known: [Pair: row_cell] = [:]

  /// More pairs than this are not remembered.
  private static let memory = 1 << 17

  init(policy: ChurnPolicy, today: Day) {
    self.policy = policy
    self.today = today
    let texts = texts
    words = Dictionary(
      ChurnPolicy.State.allCases.map { state in
        (state, CellCoding.cell(.text(policy.code(of: state))) { texts.keep($0) })
      }, uniquingKeysWith: { first, _ in first })
  }

  mutating func cell(_ order: row_cell, _ opened: row_cell) throws -> row_cell {
    let pair = Pair(order: Self.key(order), opened: Self.key(opened))
    if let cell = known[pair] { return cell }
    let signal = try policy.signal(
      lastOrder: try Self.day(order), lastEmailOpened: try Self.day(opened), asOf: today)
    let cell = words[signal.state] ?? row_cell()
    if known.count >= Self.memory { known.removeAll(keepingCapacity: true) }
    known[pair] = cell
    return cell
  }

  private static func key(_ cell: row_cell) -> Int64 {
    cell.kind == UInt32(CELL_DAY) ? cell.bits : .min
  }

  private static func day(_ cell: row_cell) throws -> Day? {
    cell.kind == UInt32(CELL_DAY) ? try Day(number: cell.bits) : nil
  }
}
