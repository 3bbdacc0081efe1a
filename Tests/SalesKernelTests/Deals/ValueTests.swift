// Packages instead of price cuts, how far a cut may go, and renewals by value: by hand and as laws.
import Testing
import Values

@testable import SalesKernel

@Suite struct ValueTests {
  private static func policy(items: String = "", margin: String = "0.1", cover: String = "1") throws
    -> ValuePolicy
  {
    try ValuePolicy(
      decoding: LuaTable.parse(
        """
        { name = "v", title = "v", source = "test", rounding = "half_up",
          package = { cover = \(cover), margin = \(margin), source = "test", items = { \(items) } },
          competitors = { { name = "Rival", adjust = 0.05, source = "test" } },
          renewal = { margin = 0.2, source = "test", shares = {
            { key = "key_account", share = 0.25, when = { level = "A" }, source = "test" },
            { key = "others", share = 0.30, source = "test" } } } }
        """))
  }

  private static func item(_ key: String, _ cost: String, _ value: String, _ more: String = "")
    -> String
  {
    "{ key = \"\(key)\", title = \"\(key)\", source = \"test\", cost = \(cost), value = \(value)\(more) }"
  }

  private static let three = [
    item("training", "0.01", "0.03"), item("warranty", "0.015", "0.04"),
    item("visit", "yuan(10)", "yuan(5)"),
  ].joined(separator: ", ")

  // Of 1,900: training 19.00 → 57.00, warranty 28.50 → 76.00, visit 10 → 5.
  @Test(arguments: [
    ("0", "", "0.00", "0.00"), ("-5", "", "0.00", "0.00"),
    ("57", "training", "19.00", "57.00"),
    // 57 and 62 for training with and without a visit; the warranty alone costs less than those two.
    ("58", "warranty", "28.50", "76.00"), ("77", "warranty visit", "38.50", "81.00"),
    ("82", "training warranty", "47.50", "133.00"),
    ("138", "training warranty visit", "57.50", "138.00"),
    ("500", "training warranty visit", "57.50", "138.00"),
  ])
  func packages(_ gap: String, _ keys: String, _ cost: String, _ value: String) throws {
    let policy = try Self.policy(items: Self.three)
    let package = try policy.package(
      for: money("1900"), cost: money("1200"), gap: money(gap), customer: nil)
    #expect(package.chosen.map(\.item.key).joined(separator: " ") == keys)
    #expect((package.cost.description, package.value.description) == (cost, value))
    #expect(package.covers == (try money(gap) <= money("138")))
  }

  @Test func theMarginHolds() throws {
    // 10 % of 1,900 must stay: 1,710 may be spent. With a cost of 1,690 a package may cost 20.
    let policy = try Self.policy(items: Self.three)
    let package = try policy.package(
      for: money("1900"), cost: money("1690"), gap: money("500"), customer: nil)
    #expect(package.chosen.map(\.item.key) == ["training"])
    #expect(package.open == (try money("443")))
    #expect(package.entries[1].reason.contains("a package may cost 20.00"))
    let dear = try policy.package(
      for: money("1900"), cost: money("1800"), gap: money("500"), customer: nil)
    #expect(dear.chosen.isEmpty)
  }

  @Test func itemsAreForSomeCustomers() throws {
    let policy = try Self.policy(
      items: Self.item("instalments", "0.01", "0.02", ", when = { size = \"small\" }"))
    let small = customer { $0.size = .small }.reader
    let large = customer { $0.size = .large }.reader
    let gap = try money("10")
    #expect(try policy.package(for: money("1000"), cost: nil, gap: gap, customer: small).covers)
    for other in [large as (any RecordReader)?, nil] {
      let package = try policy.package(for: money("1000"), cost: nil, gap: gap, customer: other)
      #expect(package.chosen.isEmpty)
      #expect(package.entries[0].reason.contains("size"))
    }
  }

  @Test(
    "no package costs too much, none holds what it does not need",
    arguments: 1...150 as ClosedRange<UInt64>)
  func laws(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let items = (1...Int.random(in: 1...7, using: &random)).map { index in
      let (cost, value) = (
        Int.random(in: 0...40, using: &random), Int.random(in: 0...60, using: &random)
      )
      return Self.item("i\(index)", "yuan(\(cost))", "yuan(\(value))")
    }
    let policy = try Self.policy(items: items.joined(separator: ", "))
    let cost = yuan(Int64.random(in: 0...1000, using: &random))
    let gap = yuan(Int64.random(in: -20...150, using: &random))
    let package = try policy.package(for: yuan(1000), cost: cost, gap: gap, customer: nil)
    let spent = package.chosen.reduce(Int64(0)) { $0 + $1.cost.units }
    let worth = package.chosen.reduce(Int64(0)) { $0 + $1.value.units }
    #expect((spent, worth) == (package.cost.units, package.value.units), "seed \(seed)")
    #expect(package.chosen.isEmpty || spent + cost.units <= yuan(900).units, "seed \(seed)")
    for entry in package.chosen {
      #expect(worth - entry.value.units < package.need.units, "seed \(seed)")
    }
    // No other choice within the margin reaches the need for less, or is worth more where none does.
    let all = package.entries
    for bits in 0..<(1 << all.count) {
      let others = all.indices.filter { bits >> $0 & 1 == 1 }.map { all[$0] }
      let (cheap, good) = (
        others.reduce(Int64(0)) { $0 + $1.cost.units },
        others.reduce(Int64(0)) { $0 + $1.value.units }
      )
      guard cheap + cost.units <= yuan(900).units else { continue }
      if package.covers {
        #expect(good < package.need.units || cheap >= spent, "seed \(seed)")
      } else {
        #expect(good <= worth, "seed \(seed)")
      }
    }
    #expect(package.open.units == max(0, package.need.units - worth), "seed \(seed)")
  }

  @Test func aContest() throws {
    // List 10, two hundred pieces at 5 % off: 9.50. The rival asks 9.00, with 5 % on top 9.45.
    let pricing = try trial()
    let facts = try line("10", 200) {
      ($0.cost, $0.floorPrice) = (try? money("6"), try? money("9.46"))
    }
    let rival = try #require(try Self.policy(items: Self.three).competitor("Rival"))
    let contest = try pricing.contest(facts, theirs: money("9"), adjust: rival.adjust)
    #expect(contest.comparable == (try money("9.45")))
    #expect(contest.gap == (try money("10")))
    #expect(contest.floor?.rule == "floor.price")
    #expect(contest.cutUnit == (try money("9.46")))
    #expect(contest.cutAmount == (try money("1892")))
    #expect(contest.discount == 0.054)
    #expect(!contest.meets)
    let met = try pricing.contest(facts, theirs: money("9.01"), adjust: rival.adjust)
    // 9.4605 is over the floor: the cut goes to their price.
    #expect((met.meets, met.cutUnit) == (true, try money("9.4605")))
    let dearer = try pricing.contest(facts, theirs: money("9.60"), adjust: .zero)
    #expect(dearer.gap == (try money("-20")))
    #expect((dearer.cutUnit, dearer.cutAmount) == (try money("9.5"), try money("1900")))
    #expect(throws: ValidationError.self) {
      try pricing.contest(facts, theirs: .zero, adjust: .zero)
    }
    // Without a floor of its own the margin of 5 % is the floor: 6 / 0.95, rounded up.
    let open = try pricing.contest(
      line("10", 200) { $0.cost = try? money("6") }, theirs: money("1"), adjust: .zero)
    #expect(open.cutUnit == (try money("6.3158")))
  }

  @Test(arguments: [
    // Created 100万, renewal 30万; 25万 for level A. A cost of 26万 with a margin of 20 % asks 32.5万.
    (nil as String?, nil as Int64?, "300000.00", "others", false),
    ("A", nil, "250000.00", "key_account", false), ("B", nil, "300000.00", "others", false),
    ("B", 24, "300000.00", "others", false), ("B", 26, "325000.00", "others", true),
  ])
  func renewals(_ level: String?, _ cost: Int64?, _ price: String, _ by: String, _ held: Bool)
    throws
  {
    let reader = level.map { level in customer { $0.level = level }.reader }
    let renewal = try Self.policy(items: Self.three).renewal(
      created: wan(100), cost: cost.map(wan), last: wan(20), customer: reader)
    #expect(renewal.price.description == price)
    #expect((renewal.share.key, renewal.isHeld) == (by, held))
    #expect(renewal.explanation.value == .money(renewal.price))
  }

  @Test func badValues() throws {
    #expect(throws: ValidationError.self) {
      try Self.policy(items: Self.three).renewal(
        created: yuan(-1), cost: nil, last: nil, customer: nil)
    }
    for (items, code) in [
      ("", "policy.missing"), (Self.item("a", "yuan(-1)", "1"), "policy.value"),
      (Self.item("a", "\"x\"", "1"), "policy.type"),
      (Self.item("a", "1", "1") + ", " + Self.item("a", "1", "1"), "policy.duplicate"),
      (Self.item("a", "1", "1", ", when = { siz = \"small\" }"), "policy.key"),
    ] {
      do {
        _ = try Self.policy(items: items)
        Issue.record("it was read: \(items)")
      } catch let error as PolicyError { #expect(error.code == code, "\(error)") }
    }
  }
}
