import Lua
import SalesKernel
import SalesStore
import Values

/// What agents sell: orders that came through them, and those of the customers that they are.
struct AgentSales {
  private let units: [[Int64: Int128]]

  /// - Parameter windows: Days that count, each by itself.
  init(_ host: ScriptHost, _ agents: [Agent], in windows: [ClosedRange<Day>]) throws {
    let known = Set(agents.map(\.id))
    let own = Dictionary(
      agents.compactMap { agent in agent.customer.map { ($0, agent.id) } },
      uniquingKeysWith: { first, _ in first })
    let entity = Order.schema.entity
    let slots = try ["customer", "agent", "ordered_on", "amount", "status"].map {
      try entity.requireSlot(of: $0)
    }
    let ranges = windows.map { Int64($0.lowerBound.number)...Int64($0.upperBound.number) }
    var cancelled = WordFilter([try host.cancelledWord()])
    var units = windows.map { _ in [Int64: Int128]() }
    try host.requireSession().forEachChunk(of: Selection(entity), slots: slots) { chunk in
      try host.state.checkStop()
      for row in 0..<chunk.count {
        let through = chunk.nulls(1)[row] ? nil : chunk.bits(1)[row]
        guard let agent = through ?? own[chunk.bits(0)[row]], known.contains(agent) else {
          continue
        }
        let (day, amount) = (chunk.bits(2)[row], chunk.bits(3)[row])
        if amount == 0, cancelled.admits(chunk, 4, row) { continue }
        for place in ranges.indices where ranges[place].contains(day) {
          units[place][agent, default: 0] += Int128(amount)
        }
      }
    }
    self.units = units
  }

  /// - Throws: `money.overflow`.
  func volume(of agent: Int64, in window: Int) throws -> Money {
    guard let units = Int64(exactly: units[window][agent] ?? 0) else {
      throw ValueError(
        "money.overflow", "agent \(agent) sold more than an amount holds",
        remedy: "correct the amounts of its orders")
    }
    return Money(units: units)
  }
}

extension ChannelPolicy {
  /// The year whose sales make the rank, ending on a day.
  func year(upto day: Day) throws -> ClosedRange<Day> {
    try day.adding(months: -months).adding(days: 1)...day
  }
}
