import Lua
import SalesKernel
import Values

/// How many decisions past orders needed at what they cost, and would need at other prices.
struct PastApprovals {
  /// Decisions of an order: as it was, and as it would be.
  struct Counts {
    var actual = 0
    var priced = 0
  }

  private(set) var byOrder: [Int64: Counts] = [:]
  /// By stage, in the policy's order.
  private(set) var byStage: [Counts] = []

  private struct Sums {
    let line: Int
    var list = Money.zero
    var actual = Money.zero
    var priced = Money.zero
  }

  /// - Throws: `approval.rule`, `money.overflow`.
  init(_ past: PastLines, _ priced: PricedLines, _ policy: ApprovalPolicy, except: Set<Int>) throws
  {
    var places: [Int64: Int] = [:]
    var sums: [Sums] = []
    var orders: [Int64] = []
    for line in 0..<past.count where !except.contains(line) {
      let order = past.orders[line]
      let place = places[order] ?? sums.count
      if place == sums.count {
        places[order] = place
        sums.append(Sums(line: line))
        orders.append(order)
      }
      sums[place].list = try sums[place].list.adding(priced.listTotal(line))
      sums[place].actual = try sums[place].actual.adding(past.amounts[line])
      sums[place].priced = try sums[place].priced.adding(Money(units: priced.amounts[line]))
    }
    let facts = try sums.map { try Self.facts(of: $0.line, in: priced.lines) }
    let actual = try policy.needs(of: zip(sums, facts).map { Self.item($0, $0.actual, $1) })
    let then = try policy.needs(of: zip(sums, facts).map { Self.item($0, $0.priced, $1) })
    var counts = [Counts](repeating: Counts(), count: sums.count)
    byStage = zip(actual, then).map { before, after in
      for place in sums.indices {
        if before[place] { counts[place].actual += 1 }
        if after[place] { counts[place].priced += 1 }
      }
      return Counts(actual: before.count { $0 }, priced: after.count { $0 })
    }
    byOrder = Dictionary(uniqueKeysWithValues: zip(orders, counts))
  }

  /// What approvers of a past order look at; its payment terms are not known.
  private static func item(
    _ sums: Sums, _ amount: Money, _ facts: ApprovalCase
  ) -> ApprovalCase {
    var item = facts
    item.amount = amount
    item.discount = max(0, ApprovalCase.discount(of: amount, from: sums.list))
    return item
  }

  /// What a case has of its customer.
  private static func facts(of line: Int, in lines: PriceLines) throws -> ApprovalCase {
    let entity = PriceLine.schema.entity
    var item = ApprovalCase()
    item.level = lines.value(line, slot: try entity.requireSlot(of: "level")).word
    item.region = lines.value(line, slot: try entity.requireSlot(of: "region")).word
    return item
  }
}
