// What each kind of component pays. Expected values are reckoned by hand, in the comments.
import Testing
import Values

@testable import SalesKernel

@Suite struct PayTests {
  private static let bands = component(
    """
    key = "c", kind = "commission", bands = {
      { from = yuan(0), upto = wan(100), rate = 0.03 },
      { from = wan(100), upto = wan(120), rate = 0.05 }, { from = wan(120), rate = 0.08 } }
    """)

  private func deal(_ amount: Money, _ on: String = "2026-05-04", _ rep: Int = 0) throws -> Deal {
    Deal(rep: rep, day: try day(on), amount: amount)
  }

  @Test(
    "marginal bands pay on the slices", arguments: [(90, 27_000), (120, 40_000), (130, 48_000)])
  func marginal(_ volume: Int64, _ expected: Int64) throws {
    // 90 × 3 %; 100 × 3 % + 20 × 5 %; and 10 × 8 % more.
    let book = try pay(plan(Self.bands), [deal(wan(volume))], reps: roster(1))
    #expect(book.amount("c") == yuan(expected))
  }

  @Test func retroactiveBandsPayOnAll() throws {
    let text = Self.bands.replacing("kind =", with: "style = \"retroactive\", kind =")
    // 120 × 8 %; just below it 5 % of 1,199,999.99 = 59,999.9995.
    #expect(try pay(plan(text), [deal(wan(120))], reps: roster(1)).amount("c") == yuan(96_000))
    let below = Money(units: wan(120).units - 100)
    #expect(try pay(plan(text), [deal(below)], reps: roster(1)).amount("c") == yuan(60_000))
  }

  @Test func ordersOfOtherDaysAndStatusesDoNotCount() throws {
    let deals = try [
      deal(wan(1), "2026-03-31"), deal(wan(2), "2026-04-01"), deal(wan(4), "2026-06-30"),
      deal(wan(8), "2026-07-01"),
      Deal(rep: 0, day: day("2026-05-05"), amount: wan(16), status: "cancelled"),
      Deal(rep: 0, day: day("2026-05-05"), amount: wan(32), status: "open"),
    ]
    // (2 + 4 + 32) × 3 %.
    #expect(try pay(plan(Self.bands), deals, reps: roster(1)).amount("c") == yuan(11_400))
  }

  @Test func acceleratorsPayOnTheSlicesAboveTheTarget() throws {
    let text =
      component("key = \"base\", kind = \"base\"")
      + component("key = \"bonus\", kind = \"bonus\", share_of_pay = 0.4, of = { \"base\" }")
      + component(
        """
        key = "over", kind = "commission", on = "attainment",
        bands = { { from = 1, upto = 1.2, rate = 0.05 }, { from = 1.2, rate = 0.08 } }
        """)
    func at(_ volume: Money) throws -> PayBook {
      try pay(plan(text), [deal(volume)], reps: roster(1), targets: [0: wan(100)])
    }
    // Base 30,000, so that 20,000 more makes variable pay 40 % at the target.
    #expect(try at(wan(100)).amount("bonus") == yuan(20_000))
    #expect(try at(wan(100)).amount("over") == .zero)
    // Pro rata: half. 130: 20 × 5 % + 10 × 8 %.
    #expect(try at(wan(50)).amount("bonus") == yuan(10_000))
    #expect(try at(wan(130)).amount("bonus") == yuan(20_000))
    #expect(try at(wan(130)).amount("over") == yuan(18_000))
  }

  @Test func withoutATargetItIsStated() throws {
    let text = component("key = \"b\", kind = \"bonus\", amount = yuan(900)")
    for targets in [[:], [0: Money.zero]] {
      let book = try pay(plan(text), [deal(wan(1))], reps: roster(1), targets: targets)
      #expect(book.amount("b") == .zero)
      #expect(book.gaps(0).map(\.gap) == ["no target"])
    }
  }

  @Test func basePayCountsDaysOfEachMonth() throws {
    let text = component("key = \"base\", kind = \"base\"")
    let reps = roster(1) { $0.joinedOn = try? Day(parsing: "2026-05-17") }
    // May 15 of 31 days, June whole: 10,000 × 15 / 31 = 4,838.709…
    #expect(try pay(plan(text), [], reps: reps).amount("base") == Money(units: 148_387_100))
    let none = roster(1) { $0.basePay = nil }
    #expect(try pay(plan(text), [], reps: none).gaps(0).map(\.gap) == ["no base pay"])
  }

  @Test func thresholdAndCapBound() throws {
    let text = component(
      "key = \"c\", kind = \"commission\", rate = 0.1, threshold = wan(10), cap = yuan(15000)")
    func at(_ volume: Money) throws -> Money? {
      try pay(plan(text), [deal(volume)], reps: roster(1)).amount("c")
    }
    #expect(try at(Money(units: wan(10).units - 1)) == .zero)
    #expect(try at(wan(10)) == yuan(10_000))
    #expect(try at(wan(20)) == yuan(15_000))
  }

  @Test func mentorsHaveAShareOfTheFirstOrder() throws {
    let text =
      component("key = \"c\", kind = \"commission\", rate = 0.03")
      + component("key = \"m\", kind = \"mentor\", rate = 0.2, of = { \"c\" }")
    let deals = try [deal(wan(10), "2026-05-04", 1), deal(wan(30), "2026-05-05", 1)]
    let found = try columns(deals, reps: 2).firsts(of: [1], plan(text).credit)
    let mentorships = [Mentorship(id: 1, mentor: 1, apprentice: 2, startsOn: try day("2026-01-01"))]
    let first = PayInputs.firstOrders(mentorships, found, roster(2), try quarter())
    // 3 % of 40万 is 12,000, a quarter of it for the first order, 20 % of that.
    let book = try pay(plan(text), deals, reps: roster(2), first: first)
    #expect(book.amount("m", 0) == yuan(600))
    #expect(book.amount("m", 1) == .zero)
    #expect(PayInputs.firstOrders(mentorships, found, roster(2), try quarter("2026-Q3")).isEmpty)
  }

  @Test func behavioursShareTheirPart() throws {
    let text =
      component("key = \"c\", kind = \"commission\", rate = 0.03")
      + component(
        """
        key = "b", kind = "behaviour", rate = 0.1, of = { "c" }, measures = {
          { key = "conversion", goal = 0.2 }, { key = "collection", goal = 0.98 },
          { key = "satisfaction", goal = 0.9 } }
        """)
    let figures = ["conversion": 0.2, "collection": 0.97]
    // 10 % of 300 for one of three; the third is not known.
    let book = try pay(
      plan(text), [deal(wan(1))], reps: roster(1), figures: [0: figures])
    #expect(book.amount("b") == yuan(10))
    #expect(book.gaps(0).map(\.gap) == ["no figure of satisfaction"])
  }

  @Test func salesOutsideTheProcessCostATenthOfTheirCommission() throws {
    let text =
      component("key = \"c\", kind = \"commission\", rate = 0.03")
      + component("key = \"p\", kind = \"cut\", rate = 0.1, of = { \"c\" }")
    var outside = try deal(wan(10))
    outside.isOutside = true
    // 3 % of 40万 is 12,000; a quarter was outside: 10 % of 3,000.
    let book = try pay(plan(text), [outside, deal(wan(30))], reps: roster(1))
    #expect(book.amount("p") == yuan(-300))
    #expect(try book.total(0) == yuan(11_700))
  }

  @Test func landmarksAreSharedByTheTeam() throws {
    let text = component("key = \"l\", kind = \"pool\", rate = 0.01")
    let big = Money(units: wan(500).units + 10_000)
    let book = try pay(
      plan(text, credit: "landmark = wan(500)"), [deal(big), deal(wan(499))], reps: roster(3))
    // 1 % of 5,000,001 is 50,000.01: in three 16,666.67 each, and no fen is left over or lacking.
    #expect(
      (0..<3).compactMap { book.amount("l", $0) }
        == [166_666_700, 166_666_700, 166_666_700]
        .map { Money(units: $0) })
  }

  @Test func advancesAreGivenBack() throws {
    let text =
      component("key = \"c\", kind = \"commission\", rate = 0.1")
      + component("key = \"d\", kind = \"draw\", amount = yuan(1000), of = { \"c\" }")
    func at(_ volume: Money, open: Money) throws -> Money? {
      try pay(plan(text), [deal(volume)], reps: roster(1), advances: [0: open]).amount("d")
    }
    // 1,000 a month is 3,000; 2,000 earned: 1,000 in advance. 4,500 earned: 1,500 may go back.
    #expect(try at(wan(2), open: .zero) == yuan(1000))
    #expect(try at(yuan(45_000), open: yuan(900)) == yuan(-900))
    #expect(try at(yuan(45_000), open: yuan(9000)) == yuan(-1500))
  }

  @Test func yearEndBonusesComeWithTheYear() throws {
    let text = component(
      "key = \"y\", kind = \"months\", measure = \"year_end\", from = 1, upto = 3")
    let december = try PayBook(
      plan(text),
      PayInputs(
        roster: roster(1), period: quarter("2026-Q4"),
        cells: columns([], reps: 1).cells(plan(text).credit, [quarter("2026-Q4")])[0],
        figures: [0: ["year_end": 1.5]]))
    #expect(december.amount("y") == yuan(15_000))
    let june = try pay(plan(text), [], reps: roster(1), figures: [0: ["year_end": 1.5]])
    #expect(june.amount("y") == .zero)
  }

  @Test func directorsHaveAShareOfEverybodyBelow() throws {
    let text = component("key = \"t\", kind = \"commission\", scope = \"reports\", rate = 0.005")
    let reps = roster(4) { rep in rep.manager = [2: "rep 1", 3: "rep 2", 4: "rep 9"][rep.id] }
    let deals = try (0..<4).map { try deal(wan(10), "2026-05-04", $0) }
    let book = try pay(plan(text), deals, reps: reps)
    // 30, 20, 10 and 10万.
    #expect((0..<4).map { book.amount("t", $0) } == [1500, 1000, 500, 500].map { yuan($0) })
  }

  @Test func whoHasNoRoleIsStated() throws {
    let reps = roster(2) { rep in if rep.id == 2 { rep.role = "driver" } }
    let book = try pay(plan(Self.bands), [deal(wan(1), "2026-05-04", 1)], reps: reps)
    #expect(book.places == [0])
    #expect(try book.withoutRole() == [1])
    #expect(book.missingRole(1) == "the plan has no role \"driver\"; it knows seller")
  }

  @Test func sharesOfOrdersSumToThem() throws {
    let amount = Money(units: 1_000_001)
    let parts = try CreditShares.parts(of: amount, by: [0.5, 0.3, 0.2], "x")
    #expect(parts.map(\.units) == [500_001, 300_000, 200_000])
    // As scripts reckon: 1 - 0.41 is 0.5900000000000001.
    #expect(
      try CreditShares.parts(of: yuan(100), by: [0.41, 1 - 0.41], "x") == [yuan(41), yuan(59)])
    for shares in [[0.5, 0.4], [1.2, -0.2], [.nan], [0.3333, 0.3333, 0.3333]] {
      #expect(throws: ValidationError.self) {
        try CreditShares.parts(of: amount, by: shares, "x")
      }
    }
  }
}
