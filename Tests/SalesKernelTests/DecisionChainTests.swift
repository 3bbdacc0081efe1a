// Whom to see next at a customer: by hand, and as laws over many chains.
import Testing
import Values

@testable import SalesKernel

@Suite struct DecisionChainTests {
  let policy: DecisionPolicy
  let today: Day

  init() throws {
    policy = try DecisionPolicy(decoding: LuaTable.policy("decisions"))
    today = try Day(parsing: "2026-06-30")
  }

  private func contact(_ id: Int64, _ role: String?, _ relationship: Int64?) -> Contact {
    var contact = Contact(id: id, customer: 1, name: "王工\(id)")
    contact.role = role
    contact.relationship = relationship
    return contact
  }

  /// Target 80. Procurement 40 %: 90, met five months ago, so again. Technical 35 %: 60 of 80, 35 × 20 / 100 = 7.
  /// Quality 15 %: nobody, 15 × 80 / 100 = 12. Management 10 %: 30 of 80, 10 × 50 / 100 = 5. Finance weighs nothing.
  @Test func stepsByHand() throws {
    let chain = try DecisionChain(
      policy,
      [
        contact(1, "procurement", 90), contact(2, "procurement", 20), contact(3, "technical", 60),
        contact(4, "management", 30), contact(5, "driver", 99), contact(6, nil, nil),
      ],
      lastMet: [1: Day(parsing: "2026-01-15"), 3: Day(parsing: "2026-06-01")], asOf: today)
    #expect(chain.steps.map(\.role.code) == ["quality", "technical", "management", "procurement"])
    #expect(chain.steps.map(\.action) == [.find, .build, .build, .keep])
    #expect(chain.steps.map(\.gain) == [12, 7, 5, 0])
    #expect(chain.steps.map { $0.contact?.id } == [nil, 3, 4, 1])
    #expect(chain.links[0].contacts.map(\.id) == [1, 2])
    #expect(chain.others.map(\.id) == [5, 6])
  }

  /// Three months after 2026-03-31 is the last of June, today; a meeting of tomorrow has not been.
  @Test(arguments: [
    ("2026-03-31", true), ("2026-04-01", false), ("2026-07-01", true),
  ])
  func whoStandsWellIsMetAgain(_ met: String, _ isDue: Bool) throws {
    let met = try Day(parsing: met)
    let all = policy.roles.enumerated().map { contact(Int64($0.offset), $0.element.code, 100) }
    let last = Dictionary(uniqueKeysWithValues: all.map { ($0.id, met) })
    let chain = try DecisionChain(policy, all, lastMet: last, asOf: today)
    #expect(chain.steps.isEmpty == !isDue)
  }

  /// Doing every step brings the coverage to the target, and no step gains more than its role weighs.
  @Test func stepsLeadToTheTarget() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let contacts = (0..<Int.random(in: 0...6, using: &random)).map { id in
        contact(
          Int64(id), policy.roles.randomElement(using: &random)?.code,
          Int64.random(in: 0...100, using: &random))
      }
      let chain = try DecisionChain(policy, contacts, lastMet: [:], asOf: today)
      let capped = policy.coverage(
        of: contacts.map { contact in
          var contact = contact
          contact.relationship = min(contact.relationship ?? 0, policy.sight.target)
          return contact
        })
      let gained = chain.steps.reduce(0) { $0 + $1.gain }
      #expect(abs(capped.value + gained - Double(policy.sight.target)) < 1e-9, "seed \(seed)")
      #expect(
        chain.steps.allSatisfy { $0.gain >= 0 && $0.gain <= Double($0.role.weight) },
        "seed \(seed)")
    }
  }
}
