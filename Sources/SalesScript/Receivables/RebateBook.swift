import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// One programme in one period as of a day: who takes part, what they bought, what was entered.
struct RebateBook {
  let policy: RebatePolicy
  let program: RebatePolicy.Program
  let period: RebatePeriod
  let day: Day
  /// Customers that the programme's rule admits, of those asked for.
  let members: Set<Int64>
  /// Volume and number of orders of the period up to the day, by customer.
  let volumes: [Int64: (amount: Money, orders: Int)]
  let accounts: [Int64: RebateAccount]
  /// Customers asked for.
  private let wanted: Set<Int64>?

  /// Reads the book from the store.
  /// - Parameter customers: nil for all.
  /// - Throws: `rebate.day` before the period, `money.overflow`, what the policy's rules throw.
  init(
    _ policy: RebatePolicy, _ program: RebatePolicy.Program, _ period: RebatePeriod, on day: Day,
    of customers: QueryObject?, host: ScriptHost
  ) throws {
    guard day >= period.first else {
      throw ValidationError(
        "rebate.day", "\(period.text) begins on \(period.first); \(day) is before it",
        remedy: "give on = \(period.first) or later")
    }
    (self.policy, self.program, self.period, self.day) = (policy, program, period, day)
    wanted = try customers.map { Set(try $0.ids()) }
    members = try Self.members(
      customers ?? host.query(Customer.self), by: program, host)
    volumes = try Self.volumes(
      period.first...min(day, period.last), policy,
      program.basis == .referred ? Self.referrers(host) : nil, host)
    var accounts: [Int64: RebateAccount] = [:]
    let entries = try host.records(
      RebateEntry.self, where: [("program", .text(program.name)), ("period", .text(period.text))])
    for entry in entries { try accounts[entry.customer, default: RebateAccount()].add(entry) }
    self.accounts = accounts
  }

  /// Customers with something to count: a volume of their own, or an entry.
  var customers: [Int64] {
    Set(volumes.keys).intersection(members).union(accounts.keys)
      .filter { wanted?.contains($0) ?? true }.sorted()
  }

  func volume(of customer: Int64) -> Money { volumes[customer]?.amount ?? .zero }

  /// What the volume earns; nothing for who takes no part.
  func entitlement(of customer: Int64) throws -> Money {
    guard members.contains(customer) else { return .zero }
    return try program.bands.entitlement(of: volume(of: customer), rounding: policy.rounding)
  }

  private static func members(
    _ customers: QueryObject, by program: RebatePolicy.Program, _ host: ScriptHost
  ) throws -> Set<Int64> {
    var members: Set<Int64> = []
    try customers.forEachBlock { block, rows in
      for row in rows where try holds(program.who, block.reader(row), "\(program.name).who") {
        members.insert(block.ids[row])
      }
      return true
    }
    return members
  }

  /// Who brought a customer, and when: a customer is brought once, by the first, and never by itself.
  private static func referrers(_ host: ScriptHost) throws -> [Int64: Referral] {
    var first: [Int64: Referral] = [:]
    for referral in try host.records(Referral.self) where referral.customer != referral.referred {
      if let known = first[referral.referred],
        (known.referredOn, known.id) <= (referral.referredOn, referral.id)
      {
        continue
      }
      first[referral.referred] = referral
    }
    return first
  }

  /// - Parameter referrers: Who gets the volume of a customer; nil where each gets its own.
  private static func volumes(
    _ days: ClosedRange<Day>, _ policy: RebatePolicy, _ referrers: [Int64: Referral]?,
    _ host: ScriptHost
  ) throws -> [Int64: (amount: Money, orders: Int)] {
    let slots = OrderSlots()
    var volumes: [Int64: (amount: Money, orders: Int)] = [:]
    try host.query(Order.self).forEachBlock(
      reading: [slots.customer, slots.amount, slots.orderedOn]
    ) { block, rows in
      for row in rows {
        guard case .day(let on) = try block.value(row, slots.orderedOn), days.contains(on),
          case .integer(let customer) = try block.value(row, slots.customer),
          case .money(let amount) = try block.value(row, slots.amount),
          try holds(policy.counts, block.reader(row), "counts")
        else { continue }
        var earner = customer
        if let referrers {
          guard let referral = referrers[customer], referral.referredOn <= on else { continue }
          earner = referral.customer
        }
        let before = volumes[earner] ?? (.zero, 0)
        volumes[earner] = (try before.amount.adding(amount), before.orders + 1)
      }
      return true
    }
    return volumes
  }

  private static func holds(
    _ rule: any Rule, _ record: any RecordReader, _ place: String
  ) throws -> Bool {
    switch try rule.evaluate(record) {
    case .bool(let holds): return holds
    case let other:
      throw ValidationError(
        "rebate.rule", "\(place): \(rule.text) gave \(other.kind), no true or false",
        remedy: "write a comparison, as kind == 'agent'")
    }
  }
}
