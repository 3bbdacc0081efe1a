/// `tenon schedule` on real stores: jobs are processes of their own, and the moment is given.
import Foundation
import SalesTesting
import Testing

/// A sample store with scripts beside it.
private struct Jobs {
  let fixture: CommandFixture

  init(_ scripts: [String: String] = [:]) throws {
    fixture = try CommandFixture()
    try fixture.write(
      "print(\"one more\", arg[1] or \"-\")\ncustomers:get(1).credit = 12", to: "ok.lua")
    try fixture.write("print(\"before\")\nerror(\"no luck\")", to: "bad.lua")
    for (name, text) in scripts { try fixture.write(text, to: name) }
  }

  @discardableResult
  func add(_ words: String..., status: Int32 = 0) throws -> CommandResult {
    let result = try fixture.command.run(
      ["schedule", "add", "--store", CommandFixture.storeName, "--now", "2026-06-29 09:00"] + words)
    #expect(result.status == status, "\(result.errors)")
    return result
  }

  @discardableResult
  func due(_ now: String, status: Int32 = 0) throws -> CommandResult {
    let result = try fixture.run(["schedule", "run-due", "--now", now])
    #expect(result.status == status, "at \(now): \(result.errors)")
    return result
  }

  /// Of every execution, in order.
  func history(_ columns: String = "name || ' ' || attempt || ' ' || state") throws -> [String] {
    try fixture.texts("SELECT \(columns) FROM executions ORDER BY id")
  }

  /// Times of day in Shanghai of a column of instants.
  static func clock(_ column: String) -> String {
    "strftime('%d %H:%M', \(column) / 1000 + 28800, 'unixepoch')"
  }
}

@Suite(.serialized) struct ScheduleTests {
  @Test func aJobRunsWhenItIsDueAndOnlyThen() throws {
    let jobs = try Jobs()
    let added = try jobs.add("close", "ok.lua", "--at", "last working day 18:00", "--", "June")
    #expect(added.errors.contains("at 18:00 on the last working day of each month; run 2"))
    #expect(added.errors.contains("next at 2026-06-30T18:00:00+08:00"))
    #expect(try jobs.due("2026-06-30 17:59").output == "")
    let ran = try jobs.due("2026-06-30 18:04")
    #expect(ran.output.contains("close") && ran.output.contains("done"))
    #expect(try jobs.due("2026-06-30 18:05").output == "")
    #expect(try jobs.history() == ["close 1 done"])
    #expect(try jobs.history("output").first?.hasPrefix("one more\tJune\n") == true)
    // The run is like any other: its actor, its clock is the time it was due, and it can be undone.
    #expect(
      try jobs.fixture.texts(
        "SELECT actor || ' ' || \(Jobs.clock("clock")) FROM runs WHERE id = 3")
        == ["schedule:close 30 18:00"])
    #expect(try jobs.history("runs") == ["3"])
    #expect(try jobs.fixture.run(["undo", "3"]).status == 0)
    #expect(try jobs.history() == ["close 1 done"])
    // Adding is a run too; undone, the job is gone and its history is not.
    #expect(try jobs.fixture.run(["undo", "2"]).status == 0)
    #expect(try jobs.fixture.sql("SELECT count(*) FROM jobs") == 0)
    #expect(try jobs.fixture.run(["schedule", "history"]).output.contains("close"))
  }

  @Test func retriesBackOffAndThenItIsDisabled() throws {
    let jobs = try Jobs()
    try jobs.add(
      "bad", "bad.lua", "--at", "0 18 * * *", "--retries", "2", "--backoff", "2m",
      "--backoff-factor", "3", "--disable-after", "4")
    try jobs.due("2026-06-29 18:00", status: 1)
    try jobs.due("2026-06-29 18:01")
    try jobs.due("2026-06-29 18:02", status: 1)
    // Three times two minutes later.
    try jobs.due("2026-06-29 18:07")
    try jobs.due("2026-06-29 18:08", status: 1)
    try jobs.due("2026-06-30 17:59")
    let last = try jobs.due("2026-06-30 18:00", status: 1)
    #expect(last.errors.contains("bad was disabled"))
    #expect(
      try jobs.history("attempt || ' ' || state || ' ' || coalesce(\(Jobs.clock("retry_at")), '-')")
        == ["1 failed 29 18:02", "2 failed 29 18:08", "3 failed -", "1 failed 30 18:02"])
    #expect(
      try jobs.history("error_code || exit_code") == Array(repeating: "script.error1", count: 4))
    #expect(
      try jobs.history("output").allSatisfy {
        $0.hasPrefix("before\nbad.lua") || $0.contains("before")
      })
    // Disabled: nothing runs, and the inbox says why, in a run by the job.
    try jobs.due("2026-07-01 18:00")
    #expect(
      try jobs.fixture.texts("SELECT kind || ' ' || state || ' ' || message FROM alerts")
        == ["job_disabled open bad failed 4 times in a row: no luck"])
    #expect(try jobs.fixture.texts("SELECT actor FROM runs WHERE id = 3") == ["schedule:bad"])
    // Active again: from now on, with the alert settled and a clean count.
    #expect(
      try jobs.fixture.run(["schedule", "resume", "bad", "--now", "2026-07-01 19:00"]).status == 0)
    #expect(try jobs.fixture.texts("SELECT state FROM alerts") == ["resolved"])
    try jobs.due("2026-07-02 17:59")
    try jobs.due("2026-07-02 18:00", status: 1)
    #expect(try jobs.fixture.texts("SELECT state FROM jobs") == ["active"])
  }

  @Test(arguments: [
    ("skip", ["1 done 29", "0 skipped 04"]), ("once", ["1 done 29", "1 done 04"]),
    ("all", ["1 done 29", "1 done 30", "1 done 01", "1 done 02", "1 done 03", "1 done 04"]),
  ])
  func missedTimes(_ missed: String, _ history: [String]) throws {
    let jobs = try Jobs()
    try jobs.add("daily", "ok.lua", "--at", "0 18 * * *", "--missed", missed)
    try jobs.due("2026-06-29 18:00")
    // Nothing runs for five days.
    try jobs.due("2026-07-05 09:00")
    try jobs.due("2026-07-05 09:01")
    #expect(
      try jobs.history(
        "attempt || ' ' || state || ' ' || strftime('%d', due / 1000 + 28800, 'unixepoch')")
        == history)
    #expect(
      try jobs.fixture.sql("SELECT max(skipped) FROM executions")
        == (missed == "all" ? 0 : missed == "once" ? 4 : 5))
  }

  @Test func twoAtOnceRunItOnce() throws {
    let jobs = try Jobs([
      "slow.lua": "local t = 0 for i = 1, 5e7 do t = t + i end customers:get(1).credit = 3"
    ])
    try jobs.add("slow", "slow.lua", "--at", "0 18 * * *")
    let words = [
      "schedule", "run-due", "--now", "2026-06-29 18:00", "--store", CommandFixture.storeName,
    ]
    let all = try (0..<3).map { _ in try jobs.fixture.command.start(words) }
    for one in all { #expect(try one.finish().status == 0) }
    #expect(try jobs.history() == ["slow 1 done"])
    // By hand too there is one at a time.
    let running = try jobs.fixture.command.start([
      "schedule", "run", "slow", "--store", CommandFixture.storeName,
    ])
    defer { _ = try? running.finish() }
    while (try? jobs.history().count) ?? 0 < 2 { usleep(10_000) }
    let busy = try jobs.fixture.run(["schedule", "run", "slow"])
    #expect(busy.status == 3 && busy.errors.hasPrefix("job.busy"))
  }

  @Test func limitsHold() throws {
    let jobs = try Jobs([
      "endless.lua": "while true do pcall(function() while true do end end) end",
      "greedy.lua": "local t = {} for i = 1, 1e9 do t[i] = (\"x\"):rep(1000) .. i end",
    ])
    try jobs.add(
      "endless", "endless.lua", "--at", "0 18 * * *", "--time-limit", "1s", "--retries", "0")
    try jobs.add("greedy", "greedy.lua", "--at", "0 18 * * *", "--memory", "40", "--retries", "0")
    let before = try jobs.fixture.digest()
    try jobs.due("2026-06-29 18:00", status: 1)
    #expect(
      try jobs.history("name || ' ' || state || ' ' || error_code || ' ' || exit_code") == [
        "endless failed limit.deadline 5", "greedy failed limit.memory 5",
      ])
    #expect(try jobs.fixture.digest() == before)
  }

  @Test func scriptsThatAreGoneOrChanged() throws {
    let jobs = try Jobs(["gone.lua": "return 1", "new.lua": "return 1"])
    try jobs.add("gone", "gone.lua", "--at", "0 18 * * *", "--retries", "0")
    try jobs.add("new", "new.lua", "--at", "0 18 * * *", "--retries", "0")
    try jobs.add("free", "new.lua", "--at", "0 18 * * *", "--changed", "run")
    try FileManager.default.removeItem(at: jobs.fixture.folder.appending(path: "gone.lua"))
    try jobs.fixture.write("customers:get(1).credit = 9", to: "new.lua")
    try jobs.due("2026-06-29 18:00", status: 1)
    #expect(
      try jobs.history("name || ' ' || state || ' ' || coalesce(error_code, '')") == [
        "free done ", "gone failed job.script_missing", "new failed job.script_changed",
      ])
    #expect(
      try jobs.history("output")[2].contains(
        "help: look at what it does, then: tenon schedule change new"))
    #expect(try jobs.fixture.run(["schedule", "change", "new"]).status == 0)
    try jobs.due("2026-06-30 18:00", status: 1)
    #expect(
      try jobs.history("name || ' ' || state").suffix(3) == [
        "free done", "gone failed", "new done",
      ])
  }

  @Test func whatIsRefused() throws {
    let jobs = try Jobs(["broken.lua": "local = 1"])
    for (words, status, code) in [
      (["x", "ok.lua", "--at", "0 0 31 2 *"], 2, "schedule.impossible"),
      (["x", "ok.lua", "--at", "last workday 18:00"], 2, "schedule.syntax"),
      (["x", "ok.lua"], 2, "usage.option"),
      (["x", "none.lua", "--at", "@daily"], 4, "file.missing"),
      (["x", "broken.lua", "--at", "@daily"], 1, "broken.lua:1: script.syntax"),
      (["a b", "ok.lua", "--at", "@daily"], 3, "job.name"),
      (["x", "ok.lua", "--at", "@daily", "--backoff", "soon"], 2, "usage.option"),
      (["x", "ok.lua", "--at", "@daily", "--retries", "101"], 3, "job.retries.range"),
    ] as [([String], Int32, String)] {
      let result = try jobs.fixture.run(["schedule", "add"] + words)
      #expect(result.status == status, "\(words)")
      #expect(result.errors.contains(code), "\(words): \(result.errors)")
      #expect(result.errors.contains("help: ") || status == 1, "\(words)")
    }
    try jobs.add("twice", "ok.lua", "--at", "@daily")
    #expect(
      try jobs.add("twice", "ok.lua", "--at", "@daily", status: 3).errors.contains(
        "record.duplicate"))
    let unknown = try jobs.fixture.run(["schedule", "show", "twcie"])
    #expect(unknown.status == 3 && unknown.errors.contains("did you mean \"twice\"?"))
    // Where the calendar ends nothing is guessed.
    let end = try jobs.fixture.run(
      [
        "schedule", "add", "x", "ok.lua", "--at", "last working day 18:00", "--now",
        "2027-01-04 09:00",
      ])
    #expect(end.status == 3 && end.errors.contains("calendar.coverage"))
  }

  @Test func planWritesNothing() throws {
    let jobs = try Jobs([
      "parts.lua": "customers:get(1).credit = 1 job.checkpoint(1) customers:get(2).credit = 2"
    ])
    try jobs.add("parts", "parts.lua", "--at", "@daily")
    let before = try jobs.fixture.digest()
    let planned = try jobs.fixture.run(["schedule", "run", "parts", "--plan"])
    #expect(planned.status == 0 && planned.errors.contains("planned only: 2 changes"))
    #expect(try jobs.fixture.digest() == before)
    #expect(try jobs.history() == [])
  }
}
