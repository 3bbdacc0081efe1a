// What a revision needs anew, over random policies and cases; and what delegations are refused.
import Testing
import Values

@testable import SalesKernel

@Suite struct ApprovalRevisionTests {
  private static let fields = ApprovalCase.schema.entity.fields.map(\.name)
  private static let seeds: ClosedRange<UInt64> = 1...150

  /// Stages that always hold, each with its cover; what they cover is kept beside for the test.
  private static func policy(
    _ random: inout SeededGenerator
  ) throws -> (ApprovalPolicy, [String: Set<String>]) {
    var covers: [String: Set<String>] = [:]
    var stages: [String] = []
    for index in 1...Int.random(in: 1...6, using: &random) {
      let looks = fields.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      covers["s\(index)"] = Set(looks)
      stages.append(
        """
        { key = "s\(index)", step = \(Int.random(in: 1...3, using: &random)), role = "r\(index)",
          source = "test", covers = { \(looks.map { "\"\($0)\"" }.joined(separator: ", ")) } }
        """)
    }
    let text = """
      { name = "p", title = "p", source = "test", stages = { \(stages.joined(separator: ", ")) } }
      """
    return (
      try ApprovalPolicy(decoding: LuaTable.parse(text), compiler: NoExpressions()), covers
    )
  }

  private static func random(_ random: inout SeededGenerator) -> ApprovalCase {
    var item = ApprovalCase()
    item.discount = Double(Int.random(in: 0...40, using: &random)) / 100
    item.amount = Money(units: Int64.random(in: 0...10_000_000_000, using: &random))
    item.prepaid = Double(Int.random(in: 0...10, using: &random)) / 10
    item.renewalYears = Int64.random(in: 0...5, using: &random)
    item.cash = Bool.random(using: &random)
    item.trialDays = Int64.random(in: 0...60, using: &random)
    item.level = ["A", "B", nil].randomElement(using: &random) ?? nil
    item.region = ["west", "east", nil].randomElement(using: &random) ?? nil
    return item
  }

  /// The case with one field changed, and the field's name.
  private static func changed(
    _ item: ApprovalCase, _ random: inout SeededGenerator
  ) -> (ApprovalCase, String) {
    var new = item
    switch Int.random(in: 0..<8, using: &random) {
    case 0: new.discount += 0.001
    case 1: new.amount = Money(units: item.amount.units + 1)
    case 2: new.prepaid = item.prepaid == 1 ? 0 : 1
    case 3: new.renewalYears += 1
    case 4: new.cash.toggle()
    case 5: new.trialDays += 1
    case 6: new.level = item.level == nil ? "C" : nil
    default: new.region = item.region == nil ? "north" : nil
    }
    let old = [
      item.discount != new.discount, item.amount != new.amount, item.prepaid != new.prepaid,
      item.renewalYears != new.renewalYears, item.cash != new.cash,
      item.trialDays != new.trialDays, item.level != new.level, item.region != new.region,
    ]
    let names = [
      "discount", "amount", "prepaid", "renewal_years", "cash", "trial_days", "level", "region",
    ]
    return (new, names[old.firstIndex(of: true) ?? 0])
  }

  @Test("a revision needs the stages anew that cover what changed, and no other", arguments: seeds)
  func revision(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (policy, covers) = try Self.policy(&random)
    let now = try Instant(parsing: "2026-06-30T09:00:00")
    let item = Self.random(&random)
    var first = try policy.decisions(on: 1, item, before: [], at: now)
    #expect(first.allSatisfy { $0.status == .waiting }, "seed \(seed)")
    for index in first.indices {
      (first[index].id, first[index].status) = (Int64(index + 1), .approved)
      first[index].rep = 7
    }
    let same = try policy.decisions(on: 2, item, before: first, at: now)
    #expect(same.allSatisfy { $0.status == .approved && $0.rep == 7 }, "seed \(seed)")
    #expect(same.map(\.keptFrom) == first.map(\.id), "seed \(seed)")
    let (new, field) = Self.changed(item, &random)
    let anew = try policy.decisions(on: 3, new, before: first, at: now)
    let waiting = Set(anew.filter { $0.status == .waiting }.compactMap(\.review))
    let wanted = Set(covers.filter { $0.value.contains(field) }.keys)
    #expect(waiting == wanted, "seed \(seed), changed \(field)")
  }

  @Test func whatIsOpenAndSinceWhen() throws {
    func approval(_ id: Int64, _ step: Int64, _ status: Approval.Status) -> Approval {
      Approval(id: id, quote: 1, step: step, role: "r\(id)", status: status)
    }
    var (first, second, third) = (
      approval(1, 1, .approved), approval(2, 2, .waiting), approval(3, 3, .waiting)
    )
    first.decidedAt = try Instant(parsing: "2026-06-30T11:00:00")
    for time in ["2026-06-30T09:00:00", "2026-06-30T12:00:00"] {
      (second.requestedAt, third.requestedAt) = (try Instant(parsing: time), nil)
      let open = Approval.waiting([third, first, second])
      #expect(open.map(\.approval.id) == [2, 3])
      #expect(open.map(\.isInTurn) == [true, false])
      let later = time.contains("12") ? time : "2026-06-30T11:00:00"
      #expect(open[0].since == (try Instant(parsing: later)))
      #expect(open[1].since == nil)
    }
    #expect(Approval.waiting([first]).isEmpty)
  }

  // Reps 1 and 2 are both finance, 3 is legal, 4 has no role.
  @Test(arguments: [
    ("", 1, 1, nil as String?, "2026-07-01", "2026-07-02", "delegation.self"),
    ("", 1, 3, nil, "2026-07-02", "2026-07-01", "delegation.days"),
    ("", 1, 3, "legal", "2026-07-01", "2026-07-02", "delegation.role"),
    ("", 4, 3, nil, "2026-07-01", "2026-07-02", "delegation.role"),
    ("1>3", 3, 4, "finance", "2026-07-05", "2026-07-06", "delegation.chain"),
    ("1>3", 3, 4, "finance", "2026-08-05", "2026-08-06", "delegation.role"),
    ("2>1", 1, 2, nil, "2026-07-31", "2026-08-31", "delegation.circle"),
    ("2>1", 1, 2, nil, "2026-08-01", "2026-08-31", "none"),
    ("2>5 5>1", 1, 2, nil, "2026-07-01", "2026-07-01", "delegation.circle"),
    ("2>3", 1, 2, nil, "2026-07-01", "2026-07-01", "none"),
    ("1>3", 3, 1, nil, "2026-07-01", "2026-07-01", "none"),
    ("", 1, 4, "finance", "2026-07-01", "2026-07-01", "none"),
  ])
  func delegations(
    _ others: String, _ rep: Int64, _ delegate: Int64, _ role: String?, _ from: String,
    _ upto: String, _ code: String
  ) throws {
    let roles: [Int64: String] = [1: "finance", 2: "finance", 3: "legal", 5: "finance"]
    let there = try others.split(separator: " ").map { pair in
      let ends = pair.split(separator: ">").compactMap { Int64($0) }
      return Delegation(
        rep: ends[0], delegate: ends[1], fromOn: try day("2026-07-01"),
        uptoOn: try day("2026-07-31"))
    }
    var new = Delegation(
      rep: rep, delegate: delegate, fromOn: try day(from), uptoOn: try day(upto))
    new.role = role
    var found = "none"
    do {
      try new.check(among: there) { roles[$0] }
    } catch let error as ValidationError { found = error.code }
    #expect(found == code)
  }
}
