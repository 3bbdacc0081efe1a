import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// Opportunities as they were known to be open on a day, by their stage moves.
///
/// An opportunity is open from its opening until it is closed. Where it has stage moves by the
/// day, the last of
/// them says its stage, amount and expected close; where it has none, its own fields do.
struct PipelineBook {
  struct Deal {
    let opportunity: Opportunity
    let stage: String
    var amount: Money?
    var expectedClose: Day?
  }

  private(set) var deals: [Deal]
  /// Stages that decided opportunities came to, by the day.
  let history: [String: StageHistory]

  init(_ scoped: ScopedQuery, asOf: Day, host: ScriptHost) throws {
    var moves: [Int64: [StageMove]] = [:]
    for move in try host.records(StageMove.self) where move.movedAt.day() <= asOf {
      moves[move.opportunity, default: []].append(move)
    }
    var deals: [Deal] = []
    var history: [String: StageHistory] = [:]
    let slots = Array(Opportunity.schema.entity.fields.indices)
    try scoped.query.forEachBlock(reading: slots) { block, rows in
      for row in rows where scoped.holds(try scoped.customer(block, row)) {
        let opportunity = try Opportunity(reading: block.reader(row))
        guard opportunity.openedOn <= asOf else { continue }
        let known = (moves[opportunity.id] ?? []).sorted {
          ($0.movedAt, $0.id) < ($1.movedAt, $1.id)
        }
        if Self.isDecided(opportunity, by: asOf) {
          history[opportunity.playbook, default: StageHistory()].add(
            entered: Set(known.map(\.stage)).subtracting([Playbook.lost]),
            isWon: opportunity.status == .won)
        } else {
          deals.append(Self.deal(opportunity, known.last))
        }
      }
      return true
    }
    self.deals = deals
    self.history = history
  }

  /// Fills in what is not known of deals by rules over the opportunity.
  /// - Throws: `forecast.amount`, `forecast.close` for what a rule gives of another kind.
  mutating func fill(amount: Value?, close: Value?, _ query: QueryObject) throws {
    let amounts = try amount.map { try RuleValues.of($0, query, "amount") } ?? [:]
    let closes = try close.map { try RuleValues.of($0, query, "close") } ?? [:]
    for place in deals.indices {
      let id = deals[place].opportunity.id
      if deals[place].amount == nil, let value = amounts[id], !value.isNull {
        guard let money = value.money else {
          throw ArgumentError(
            "the amount of opportunity \(id) is \(value.display), no money",
            code: "forecast.amount",
            remedy: "let the rule give money, or nothing")
        }
        deals[place].amount = money
      }
      if deals[place].expectedClose == nil, let value = closes[id], !value.isNull {
        guard case .day(let day) = value else {
          throw ArgumentError(
            "the expected close of opportunity \(id) is \(value.display), no date",
            code: "forecast.close", remedy: "let the rule give a date, or nothing")
        }
        deals[place].expectedClose = day
      }
    }
  }

  private static func isDecided(_ opportunity: Opportunity, by day: Day) -> Bool {
    guard opportunity.status != .open else { return false }
    return opportunity.closedOn.map { $0 <= day } ?? true
  }

  private static func deal(_ opportunity: Opportunity, _ last: StageMove?) -> Deal {
    guard let last else {
      return Deal(
        opportunity: opportunity, stage: opportunity.stage, amount: opportunity.amount,
        expectedClose: opportunity.expectedClose)
    }
    return Deal(
      opportunity: opportunity, stage: last.stage, amount: last.amount,
      expectedClose: last.expectedClose)
  }
}
