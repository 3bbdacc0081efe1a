// Figures of surveys against Python: Wilson's interval, the trinomial variance of NPS.
import Testing
import Values

@testable import SalesKernel

@Suite struct SurveyFigureTests {
  private static func isClose(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-9 }

  @Test func topBoxHasWilsonsInterval() throws {
    let figure = try #require(CSATFigure(top: 45, of: 50))
    #expect(figure.share == 0.9)
    #expect(Self.isClose(figure.interval.low, 0.7863976856252))
    #expect(Self.isClose(figure.interval.high, 0.9565242350681))
    // 90 % is not over 90 %.
    #expect(!figure.meets(.init(over: 0.9, source: "x")))
    #expect(figure.meets(.init(over: 0.85, source: "x")))
    let none = try #require(CSATFigure(top: 0, of: 3))
    #expect(none.interval.low == 0 && Self.isClose(none.interval.high, 0.5614970317550454))
    #expect(CSATFigure(top: 0, of: 0) == nil && CSATFigure(top: 3, of: 2) == nil)
    #expect(CSATFigure(top: -1, of: 2) == nil && CSATFigure(top: 1, of: -2) == nil)
  }

  @Test func netScoreHasTheTrinomialInterval() throws {
    let figure = try #require(NPSFigure(promoters: 60, detractors: 15, of: 100))
    #expect(figure.score == 45 && figure.passives == 25)
    #expect(Self.isClose(figure.interval.low, 30.49759087485794))
    #expect(Self.isClose(figure.interval.high, 59.502409125142044))
    let torn = try #require(NPSFigure(promoters: 1, detractors: 1, of: 2))
    #expect(torn.score == 0 && torn.interval.low == -100 && torn.interval.high == 100)
    #expect(NPSFigure(promoters: 0, detractors: 0, of: 0) == nil)
    #expect(NPSFigure(promoters: 2, detractors: 2, of: 3) == nil)
    #expect(NPSFigure(promoters: .max, detractors: .max, of: .max) == nil)
  }

  @Test func answersAreCountedByTheLimitsOfTheirKind() throws {
    let policy = try SurveyPolicy(decoding: LuaTable.policy("surveys"))
    let nps = try policy.kind("nps")
    var answers = SurveyAnswers(nps)
    // June: 10, 9, 7, 6, 0 and an 11, which is no answer; July: 8.
    for score: Int64 in [10, 9, 7, 6, 0, 11] {
      answers.add(score, on: try day("2026-06-03").number)
    }
    answers.add(8, on: try day("2026-07-01").number)
    let groups = answers.tally(by: .period(.month))
    let june = try #require(groups.groups[try day("2026-06-01").number])
    #expect(june.count == 5 && june.top == 2 && june.low == 2 && june.recommending == 3)
    #expect(june.strange == 1 && groups.total.strange == 1)
    #expect(groups.total.nps == NPSFigure(promoters: 2, detractors: 2, of: 6))
    #expect(groups.total.recommendation?.share == 4.0 / 6)
    #expect(groups.total.mean == 40.0 / 6)
    #expect(SurveyTally().nps == nil && SurveyTally().csat == nil && SurveyTally().mean == nil)
  }

  @Test func theScaleIsSaid() throws {
    let policy = try SurveyPolicy(decoding: LuaTable.policy("surveys"))
    let nps = try policy.kind("nps")
    for score: Int64 in [0, 10] { try nps.require(score: score) }
    for score: Int64 in [-1, 11, .max, .min] {
      let error = #expect(throws: ValidationError.self) { try nps.require(score: score) }
      #expect(error?.code == "survey.score" && error?.remedy.contains("0 to 10") == true)
    }
    #expect(throws: ValidationError.self) { try policy.kind("ncs") }
    let error = #expect(throws: ValidationError.self) {
      try policy.kind("nps", making: .topBox)
    }
    #expect(error?.code == "survey.figure")
    #expect(try policy.kind(nil, making: .topBox).key == "csat")
  }

  @Test(arguments: [
    ("scale = { 5, 1 }", "policy.value"), ("scale = { 1 }", "policy.value"),
    ("scale = { 1, 5 }, top = 6", "policy.value"), ("scale = { 1, 5 }, tpo = 4", "policy.key"),
    ("scale = { 1, 5 }", "policy.missing"),
  ])
  func badKindsAreRefused(_ text: String, _ code: String) throws {
    let value = try LuaTable.parse(
      """
      return { name = "s", title = "s", source = "x", after_complaint = "k", kinds = {
        { key = "k", title = "k", figure = "top_box", source = "x", \(text) } } }
      """)
    let error = #expect(throws: PolicyError.self) { try SurveyPolicy(decoding: value) }
    #expect(error?.code == code)
  }
}
