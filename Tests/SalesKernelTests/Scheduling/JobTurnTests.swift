// What is to be done about a job: missed times, retries, states; and how much output is kept.
import Testing
import Values

@testable import SalesKernel

@Suite struct JobTurnTests {
  private let policy = Result { try SchedulePolicy(decoding: LuaTable.policy("schedule")) }

  private func job(_ missed: Job.Missed, since: String = "2026-06-01T00:00") throws -> Job {
    var job = Job(
      name: "daily", script: "a.lua", scriptHash: "", schedule: "0 18 * * *",
      activeSince: try moment(since), try policy.get().defaults)
    job.missed = missed
    return job
  }

  private func turn(
    _ job: Job, _ latest: (due: String, attempt: Int, retry: String?)? = nil, at now: String
  ) throws -> JobTurn {
    let latest = try latest.map {
      JobTurn.Latest(
        due: try moment($0.due), attempt: $0.attempt, retryAt: try $0.retry.map { try moment($0) })
    }
    return try JobTurn(of: job, latest: latest, at: moment(now), policy.get(), calendar())
  }

  private func run(_ due: String, _ attempt: Int = 1, skipped: Int = 0) throws -> JobTurn {
    .run(due: try moment(due), attempt: attempt, skipped: skipped)
  }

  @Test func onTimeAllPoliciesRun() throws {
    for missed in Job.Missed.allCases {
      let job = try job(missed, since: "2026-06-30T09:00")
      #expect(
        try turn(job, at: "2026-06-30T17:59") == .wait(at: moment("2026-06-30T18:00")))
      #expect(try turn(job, at: "2026-06-30T18:00") == run("2026-06-30T18:00"))
      // 15 minutes late is still on time.
      #expect(try turn(job, at: "2026-06-30T18:15") == run("2026-06-30T18:00"))
      #expect(
        try turn(job, ("2026-06-30T18:00", 1, nil), at: "2026-06-30T18:16")
          == .wait(at: moment("2026-07-01T18:00")))
    }
  }

  @Test func missedTimes() throws {
    // Due on 1–4 June at 18:00, four times, and nothing ran since the 1st.
    let now = "2026-06-05T09:00"
    let ran = ("2026-06-01T18:00", 1, String?.none)
    #expect(
      try turn(job(.skip), ran, at: now) == .skip(upto: moment("2026-06-04T18:00"), count: 3))
    #expect(try turn(job(.once), ran, at: now) == run("2026-06-04T18:00", skipped: 2))
    #expect(try turn(job(.all), ran, at: now) == run("2026-06-02T18:00"))
    // 100 are made up for at most: of 200 days the last 100, from day 101 on.
    #expect(
      try turn(job(.all, since: "2025-01-01T00:00"), at: "2025-07-19T18:00")
        == run("2025-04-11T18:00", skipped: 100))
  }

  @Test func retriesGoFirst() throws {
    let failed = ("2026-06-04T18:00", 1, String?.some("2026-06-04T18:05"))
    for missed in Job.Missed.allCases {
      let job = try job(missed)
      #expect(
        try turn(job, failed, at: "2026-06-04T18:04") == .wait(at: moment("2026-06-04T18:05")))
      #expect(try turn(job, failed, at: "2026-06-04T18:05") == run("2026-06-04T18:00", 2))
      // Though another time has come meanwhile.
      #expect(try turn(job, failed, at: "2026-06-05T18:00") == run("2026-06-04T18:00", 2))
    }
  }

  @Test func statesAndResuming() throws {
    var paused = try job(.once)
    paused.state = .paused
    #expect(try turn(paused, at: "2026-06-05T09:00") == .wait(at: nil))
    paused.state = .disabled
    #expect(try turn(paused, at: "2026-06-05T09:00") == .wait(at: nil))
    // Active again: nothing of before counts, no retry either.
    let failed = ("2026-06-04T18:00", 3, String?.some("2026-06-04T18:05"))
    let again = try job(.all, since: "2026-06-05T08:00")
    #expect(
      try turn(again, failed, at: "2026-06-05T09:00") == .wait(at: moment("2026-06-05T18:00")))
  }

  @Test func delaysGrowToTheLongest() throws {
    let policy = try policy.get()
    var job = try job(.once)
    // One minute, doubled: 1, 2, 4, 8 minutes; six hours are 360 minutes, the longest.
    #expect(
      try [1, 2, 3, 4, 9, 10].map { policy.delay(of: job, failures: $0) }
        == [1, 2, 4, 8, 256, 360].map { try .minutes($0) })
    job.backoff = 0
    #expect(policy.delay(of: job, failures: 5) == .zero)
    (job.backoff, job.backoffFactor) = (10, 1.5)
    #expect(policy.delay(of: job, failures: 3) == Span(milliseconds: 22_500))
  }

  @Test func clippedTextKeepsHeadAndTail() {
    var short = ClippedText(limit: 20)
    for _ in 0..<4 { short.append(Array("12345".utf8)) }
    #expect(short.text == "12345123451234512345")
    var long = ClippedText(limit: 20)
    for line in 1...1000 { long.append(Array("line \(line)\n".utf8)) }
    // 10 bytes of each end, cut at line ends: "line 1\n" and "line 1000\n".
    // All lines are 9 × 7 + 90 × 8 + 900 × 9 + 10 = 8,893 bytes; 17 are kept.
    #expect(long.text == "line 1\n… 8876 bytes left out …\nline 1000\n")
    var bytes = ClippedText(limit: 4)
    bytes.append(Array("abcdefgh".utf8))
    #expect(bytes.text == "ab\n… 4 bytes left out …\ngh")
  }

  @Test func namesAndSchedulesAreChecked() throws {
    let entity = Job.schema.entity
    for (field, bad, code) in [
      ("name", "a b", "job.name"), ("name", "-x", "job.name"), ("name", "", "job.name"),
      ("schedule", "0 0 31 2 *", "schedule.impossible"),
    ] {
      let slot = try entity.requireSlot(of: field)
      let error = #expect(throws: ValidationError.self) {
        try entity.fields[slot].validated(.text(bad))
      }
      #expect(error?.code == code || (bad.isEmpty && error != nil), "\(bad)")
    }
  }

  @Test func argumentsAreLines() throws {
    var job = try job(.once)
    #expect(job.argumentList == [])
    job.arguments = "a\n\nb c"
    #expect(job.argumentList == ["a", "", "b c"])
  }
}
