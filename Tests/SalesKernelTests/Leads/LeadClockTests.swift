// Clocks of leads: what is due when, and what is made of it, by hand.
import Testing
import Values

@testable import SalesKernel

@Suite struct LeadClockTests {
  private func policy(_ name: String = "leads") throws -> LeadPolicy {
    try LeadPolicy(decoding: LuaTable.policy(name), compiler: YesCompiler())
  }

  private func lead(_ change: (inout Lead) throws -> Void) throws -> Lead {
    var lead = Lead(id: 1, company: "甲", arrivedAt: try moment("2026-06-01T09:00"))
    try change(&lead)
    return lead
  }

  /// States as `clock outcome due`, as of a moment.
  private func states(_ lead: Lead, _ now: String, _ name: String = "leads") throws -> [String] {
    let clocks = try LeadClocks(policy(name).clocks, now: moment(now)) { try calendar() }
    return try clocks.readings(of: lead.reader).map {
      "\(clocks.clocks[$0.clock].key) \($0.state.outcome.rawValue) \($0.state.remaining)"
    }
  }

  @Test func gradingWithinADay() throws {
    let waiting = try lead { _ in }
    #expect(try states(waiting, "2026-06-02T08:00") == ["grading open 1h"])
    #expect(try states(waiting, "2026-06-02T09:00") == ["grading open 0s"])
    #expect(try states(waiting, "2026-06-02T09:00:00.001") == ["grading overdue -1ms"])
    let late = try lead { $0.gradedAt = try moment("2026-06-02T10:00") }
    #expect(try states(late, "2026-06-10T10:00") == ["grading late -1h"])
    let onTime = try lead { $0.gradedAt = try moment("2026-06-02T09:00") }
    #expect(try states(onTime, "2026-06-10T10:00") == ["grading met 0s"])
    // Seen from before it was done, it was open.
    #expect(try states(onTime, "2026-06-01T10:00") == ["grading open 23h"])
    #expect(try states(onTime, "2026-05-01T10:00") == [])
  }

  @Test(arguments: [("A", "1d23h"), ("B", "2d23h"), ("C", "6d23h")])
  func followUpByGrade(_ grade: String, _ left: String) throws {
    let lead = try lead {
      ($0.grade, $0.gradedAt) = (grade, try moment("2026-06-01T10:00"))
    }
    #expect(
      try states(lead, "2026-06-01T11:00") == ["grading met 23h", "follow_up open \(left)"])
  }

  @Test func gradesWithoutAClockHaveNone() throws {
    let lead = try lead { ($0.grade, $0.gradedAt) = ("D", try moment("2026-06-01T10:00")) }
    #expect(try states(lead, "2026-07-01T11:00") == ["grading met 23h"])
    let third = try self.lead {
      ($0.grade, $0.gradedAt) = ("C", try moment("2026-06-01T10:00"))
      $0.nurturedAt = try moment("2026-06-08T11:00")
    }
    #expect(
      try states(third, "2026-07-01T11:00", "leads_s1") == [
        "grading met 23h", "nurture late -1h",
      ])
  }

  @Test func aBetterGradeStartsTheClockAnew() throws {
    let lead = try lead {
      ($0.grade, $0.gradedAt) = ("A", try moment("2026-06-01T10:00"))
      $0.gradeSince = try moment("2026-06-20T10:00")
    }
    #expect(
      try states(lead, "2026-06-21T10:00") == ["grading met 23h", "follow_up open 1d"])
    // Followed up before it got the grade: the first follow-up has been.
    var done = lead
    done.followedUpAt = try moment("2026-06-02T10:00")
    #expect(
      try states(done, "2026-06-25T10:00") == ["grading met 23h", "follow_up met 2d"])
  }

  @Test func closingEndsAClockBeforeItsTime() throws {
    let lead = try lead {
      ($0.grade, $0.gradedAt) = ("A", try moment("2026-06-01T10:00"))
      ($0.status, $0.closedAt) = (.disqualified, try moment("2026-06-02T10:00"))
    }
    #expect(
      try states(lead, "2026-06-25T10:00") == ["grading met 23h", "follow_up waived 1d"])
    var late = lead
    late.closedAt = try moment("2026-06-04T10:00")
    #expect(
      try states(late, "2026-06-25T10:00") == ["grading met 23h", "follow_up overdue -1d"])
  }

  @Test func workingClocksCountHoursOfWork() throws {
    let lua = """
      { key = "answer", title = "answered", from = "arrived_at", done = "followed_up_at",
        kind = "working", working_days = 3, source = "S0" }
      """
    let clock = try LeadClock(PolicyDecoder(LuaTable.parse(lua)), grades: ["A"])
    let clocks = try LeadClocks([clock], now: moment("2026-02-24T09:00")) { try calendar() }
    // Fri 2026-02-13 17:00 + 3 × 8 h: 1 h, 8 h on make-up Saturday 02-14, 8 h on Tue 02-24, 7 h more.
    let lead = try lead { $0.arrivedAt = try moment("2026-02-13T17:00") }
    let state = try #require(try clocks.readings(of: lead.reader).first?.state)
    #expect(state.due == (try moment("2026-02-25T17:00")))
    #expect(state.elapsed == (try .hours(9)))
    #expect(state.outcome == .open)
  }

  @Test func momentsOutOfOrderAreAnError() throws {
    for change in [
      { $0.gradedAt = try moment("2026-05-31T09:00") },
      { $0.followedUpAt = try moment("2026-06-01T08:59") },
      { $0.closedAt = try moment("2026-05-01T08:59") },
    ] as [(inout Lead) throws -> Void] {
      let lead = try lead(change)
      #expect { _ = try states(lead, "2026-06-25T10:00") } throws: {
        ($0 as? ValidationError)?.code == "lead.order"
      }
    }
  }

  @Test(arguments: [
    ("within = hours(1), working_days = 2", "policy.value"), ("", "policy.value"),
    ("working_days = 2", "policy.value"), ("within = hours(-1)", "policy.value"),
    ("by_grade = { Z = hours(1) }", "policy.key"), ("within = 24", "policy.type"),
    ("within = hours(1), form = 1", "policy.key"),
  ])
  func refusedClocks(_ part: String, _ code: String) throws {
    let lua = """
      { key = "k", title = "k", from = "arrived_at", done = "graded_at", kind = "wall",
        source = "S0"\(part.isEmpty ? "" : ", " + part) }
      """
    #expect { _ = try LeadClock(PolicyDecoder(LuaTable.parse(lua)), grades: ["A"]) } throws: {
      ($0 as? PolicyError)?.code == code
    }
  }
}
