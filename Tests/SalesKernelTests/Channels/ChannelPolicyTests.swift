// Agents: ranks at their edges, conflicts, claims, splits, assessments. All by hand from policy/channels.lua.
import Testing
import Values

@testable import SalesKernel

@Suite struct ChannelPolicyTests {
  private static func policy() throws -> ChannelPolicy {
    try ChannelPolicy(decoding: LuaTable.policy("channels"), compiler: YesCompiler())
  }

  private func agent(
    _ id: Int64, _ change: (inout Agent) throws -> Void = { _ in }
  ) rethrows -> Agent {
    var agent = Agent(id: id, name: "agent \(id)")
    agent.rank = "silver"
    try change(&agent)
    return agent
  }

  private func sale(
    _ id: Int64 = 1, on: String = "2026-06-30",
    _ change: (inout ChannelCase) throws -> Void = { _ in }
  ) throws -> ChannelCase {
    var sale = ChannelCase(agent: try agent(id), customer: 9, on: try day(on))
    sale.region = "west"
    try change(&sale)
    return sale
  }

  private func claim(
    of agent: Int64, _ from: String, _ upto: String, _ state: Registration.State = .open,
    product: String? = nil
  ) throws -> Registration {
    var claim = Registration(
      agent: agent, customer: 9, registeredOn: try day(from), expiresOn: try day(upto))
    (claim.state, claim.product) = (state, product)
    return claim
  }

  private func area(
    of agent: Int64, _ region: String, alone: Bool, product: String? = nil, upto: String? = nil
  ) throws -> Territory {
    var area = Territory(
      agent: agent, region: region, isExclusive: alone, startsOn: try day("2026-01-01"))
    area.product = product
    area.endsOn = try upto.map { try day($0) }
    return area
  }

  @Test(
    "ranks: exactly 20万 is bronze, exactly 50万 and 100万 are silver",
    arguments: [
      (199_999, nil), (200_000, "bronze"), (499_999, "bronze"), (500_000, "silver"),
      (1_000_000, "silver"), (1_000_001, "gold"),
    ] as [(Int64, String?)])
  func ranks(_ volume: Int64, _ rank: String?) throws {
    #expect(try Self.policy().ranks.rank(of: yuan(volume))?.key == rank)
  }

  @Test("a price below 85 % of the list price, or below the floor price, is a conflict")
  func prices() throws {
    let policy = try Self.policy()
    func kinds(_ price: String, floor: Int64? = nil) throws -> [String] {
      try policy.conflicts(
        try sale {
          ($0.listPrice, $0.price) = (yuan(10), try Money(parsing: price))
          $0.floorPrice = floor.map(yuan)
        }
      ).map(\.kind.rawValue)
    }
    #expect(try kinds("8.5") == [])
    #expect(try kinds("8.4999") == ["price"])
    #expect(try kinds("8.9999", floor: 9) == ["price"])
    #expect(try kinds("9", floor: 9) == [])
    // A floor below 85 % of the list price changes nothing.
    #expect(try kinds("8.5", floor: 5) == [])
    #expect(try policy.conflicts(try sale { $0.price = yuan(0) }).isEmpty)
  }

  @Test("areas: another's alone, none of its own, its own, and an agent without any")
  func areas() throws {
    let policy = try Self.policy()
    func found(_ areas: [Territory], _ id: Int64 = 1) throws -> [ChannelConflict] {
      try policy.conflicts(try sale(id) { $0.territories = areas })
    }
    let alone = try area(of: 2, "west", alone: true)
    #expect(try found([alone]).map(\.other) == [2])
    #expect(try found([alone], 2).isEmpty)
    #expect(try found([area(of: 2, "west", alone: false)]).isEmpty)
    #expect(try found([area(of: 1, "east", alone: false)]).map(\.kind) == [.area])
    #expect(
      try found([area(of: 1, "east", alone: false), area(of: 1, "west", alone: false)]).isEmpty)
    // Over, or for another product line: nobody's alone.
    #expect(try found([area(of: 2, "west", alone: true, upto: "2026-06-29")]).isEmpty)
    #expect(try found([area(of: 2, "west", alone: true, product: "nut")]).isEmpty)
  }

  @Test("customers: another's claim that holds, a key account, an agent that sells for us no more")
  func customers() throws {
    let policy = try Self.policy()
    func kinds(_ change: (inout ChannelCase) throws -> Void) throws -> [ChannelConflict.Kind] {
      try policy.conflicts(try sale(1, change)).map(\.kind)
    }
    #expect(
      try kinds { $0.registrations = [try claim(of: 2, "2026-06-01", "2026-06-30")] }
        == [.customer])
    #expect(
      try kinds { $0.registrations = [try claim(of: 2, "2026-05-01", "2026-06-29")] } == [])
    #expect(
      try kinds { $0.registrations = [try claim(of: 2, "2026-06-01", "2026-07-30", .rejected)] }
        == [])
    #expect(
      try kinds { $0.registrations = [try claim(of: 1, "2026-06-01", "2026-07-30")] } == [])
    #expect(try kinds { $0.isProtected = true } == [.direct])
    #expect(try kinds { $0.agent.state = .suspended } == [.agent])
    #expect(try kinds { $0.agent.endsOn = try day("2026-06-29") } == [.agent])
    #expect(try kinds { $0.agent.endsOn = try day("2026-06-30") } == [])
    let why = try policy.explain(try sale { $0.isProtected = true })
    #expect(why.value == .integer(1))
    #expect(why.children.count == ChannelConflict.Kind.allCases.count)
  }

  @Test("a claim holds 90 days; refusals have their code")
  func claims() throws {
    let policy = try Self.policy()
    let made = try policy.registration(try sale())
    #expect(made.expiresOn == (try day("2026-09-28")))
    func code(_ on: String = "2026-06-30", _ change: (inout ChannelCase) throws -> Void) throws
      -> String?
    {
      let sale = try sale(1, on: on, change)
      return CampaignDraftTests.code { _ = try policy.registration(sale) }
    }
    #expect(try code { $0.isProtected = true } == "registration.direct")
    #expect(try code { $0.agent.state = .ended } == "agent.idle")
    let mine = try claim(of: 1, "2026-06-01", "2026-08-30")
    let theirs = try claim(of: 2, "2026-06-01", "2026-08-30")
    #expect(try code { $0.registrations = [mine] } == "registration.open")
    #expect(try code { $0.registrations = [theirs] } == "registration.held")
    // Another product line is another claim.
    #expect(
      try code {
        $0.registrations = [try claim(of: 2, "2026-06-01", "2026-08-30", product: "nut")]
        $0.category = "bolt"
      } == nil)
    // Lost on 2026-06-29: free again from 2026-07-30, 30 days later.
    let lost = try claim(of: 1, "2026-03-31", "2026-06-29", .expired)
    #expect(try code { $0.registrations = [lost] } == "registration.rest")
    #expect(try code("2026-07-29") { $0.registrations = [lost] } == "registration.rest")
    #expect(try code("2026-07-30") { $0.registrations = [lost] } == nil)
    #expect(
      try code { $0.registrations = [try claim(of: 1, "2026-03-31", "2026-06-29", .won)] } == nil)
    #expect(
      try code { $0.territories = [try area(of: 1, "east", alone: false)] }
        == "registration.territory")
  }

  @Test("an area alone wants a rank that may, and nobody else there")
  func territories() throws {
    let policy = try Self.policy()
    func code(_ new: Territory, _ rank: String?, _ others: [Territory] = []) throws -> String? {
      let today = try day("2026-06-30")
      let agent = try agent(1) { $0.rank = rank }
      return CampaignDraftTests.code {
        try policy.requireFree(new, for: agent, among: others, on: today)
      }
    }
    let alone = try area(of: 1, "west", alone: true)
    #expect(try code(alone, "gold") == nil)
    #expect(try code(alone, "silver") == "territory.rank")
    #expect(try code(alone, nil) == "territory.rank")
    #expect(try code(alone, "golden") == "agent.rank")
    let shared = try area(of: 1, "west", alone: false)
    #expect(try code(shared, nil) == nil)
    #expect(
      try code(shared, "gold", [area(of: 2, "west", alone: true)]) == "territory.exclusive")
    #expect(
      try code(alone, "gold", [area(of: 2, "west", alone: false)]) == "territory.exclusive")
    #expect(try code(shared, "gold", [area(of: 2, "west", alone: false)]) == nil)
    #expect(try code(alone, "gold", [area(of: 2, "east", alone: true)]) == nil)
    #expect(
      try code(alone, "gold", [area(of: 2, "west", alone: true, upto: "2025-12-31")]) == nil)
    #expect(
      try code(area(of: 1, "west", alone: false, upto: "2025-12-31"), "gold")
        == "territory.dates")
  }

  @Test(
    "a split gives each right its share, and sums to what is shared", arguments: [UInt64](1...40))
  func splits(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let policy = try Self.policy()
    let amount = Money(units: Int64.random(in: 0...10_000_000, using: &random) * 100)
    let sale = try sale {
      if Bool.random(using: &random) {
        $0.registrations = [try claim(of: 2, "2026-06-01", "2026-08-30")]
      }
      if Bool.random(using: &random) {
        let other: Int64 = Bool.random(using: &random) ? 2 : 3
        $0.territories = [try area(of: other, "west", alone: true)]
      }
    }
    let split = try policy.split(amount, of: sale, policy.conflicts(sale))
    #expect(split.parts.reduce(0) { $0 + $1.amount.units } == amount.units, "seed \(seed)")
    #expect(try split.parts.reduce(Rate.zero) { try $0.adding($1.share) } == .one)
    #expect(Set(split.parts.map(\.agent)).count == split.parts.count)
  }

  @Test("100.01 in 0.2, 0.5 and 0.3 is 20.00, 50.01 and 30.00")
  func split() throws {
    let policy = try Self.policy()
    let sale = try sale {
      $0.registrations = [try claim(of: 2, "2026-06-01", "2026-08-30")]
      $0.territories = [try area(of: 3, "west", alone: true)]
    }
    let parts = try policy.split(
      Money(parsing: "100.01"), of: sale, policy.conflicts(sale)
    ).parts.sorted { $0.agent < $1.agent }
    // Exactly 20.002, 50.005, 30.003: the largest rest takes the odd fen.
    #expect(
      try parts.map(\.amount) == ["20", "50.01", "30"].map { try Money(parsing: $0) })
  }

  @Test("an assessment: 10万 of 12.5万, one breach, trained, is 48 + 15 + 10")
  func assessed() throws {
    let policy = try Self.policy()
    func assess(_ volume: Int64, _ breaches: Int64, _ trained: String?) throws -> AgentAssessment {
      let agent = try agent(1) { $0.trainedOn = try trained.map { try day($0) } }
      return try AgentAssessment(
        policy, agent: agent, volume: yuan(volume), yearly: yuan(600_000), months: 3,
        breaches: breaches, on: day("2026-06-30"))
    }
    let first = try assess(100_000, 1, "2025-07-01")
    #expect(first.goal == yuan(125_000))
    #expect(first.score == 73)
    #expect((first.outcome.key, first.rank) == ("warned", "silver"))
    // Over the goal counts as the goal; trained a year ago to the day counts no more.
    #expect(try assess(999_999, 0, "2025-06-30").score == 90)
    #expect(try assess(999_999, 0, "2025-06-30").outcome.key == "passed")
    // Below 40: 0 + 30 + 0; two breaches, three breaches.
    #expect(try assess(0, 0, nil).outcome.key == "improve")
    #expect(try assess(125_000, 2, nil).outcome.key == "rebate_withheld")
    #expect(try assess(125_000, 3, nil).outcome.key == "suspended")
    #expect(try assess(125_000, 3, nil).outcome.suspends)
  }

  @Test(
    "policies that make no sense",
    arguments: [
      (
        "ranks",
        "{{key = \"a\", title = \"a\", from = wan(5), over = wan(5), exclusive = true, source = \"x\"}}",
        "policy.value"
      ),
      ("ranks", "{}", "policy.missing"),
      (
        "conflicts", "{{key = \"price\", title = \"p\", breach = true, source = \"x\"}}",
        "policy.missing"
      ),
      (
        "conflicts", "{{key = \"prise\", title = \"p\", breach = true, source = \"x\"}}",
        "policy.value"
      ),
      ("months", "0", "policy.value"),
    ])
  func refused(_ key: String, _ value: String, _ code: String) throws {
    guard case .table(var table) = try LuaTable.policy("channels") else { return }
    guard case .table(let replaced) = try LuaTable.parse("return { value = \(value) }") else {
      return
    }
    table[key] = replaced["value"]
    let damaged = table
    #expect(
      CampaignDraftTests.code {
        _ = try ChannelPolicy(decoding: .table(damaged), compiler: YesCompiler())
      } == code, "\(key)")
  }
}
