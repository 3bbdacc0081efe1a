/// Jobs that are killed, cut off, or stopped: what is stored stays, what is unfinished goes on.
import Foundation
import SalesTesting
import Testing

@Suite(.serialized) struct JobRecoveryTests {
  /// Sets every customer's credit in parts of 50, and stands still behind the part that ends with customer 100.
  private static let parts = """
    local from = job.resumed() or 0
    print("from " .. from)
    for c in customers:where("id > " .. from):order_by("id"):each() do
      c.headcount = 1000 + c.id
      if c.id % 50 == 0 then job.checkpoint(c.id) end
      if c.id == 120 and from == 0 then local n = 0 while true do n = n + 1 end end
    end
    """

  private let fixture: CommandFixture
  private static let store = ["--store", CommandFixture.storeName]

  init() throws { fixture = try CommandFixture() }

  private func add(_ name: String, _ script: String, _ words: [String]) throws {
    try fixture.write(script, to: "\(name).lua")
    let result = try fixture.run(
      ["schedule", "add", name, "\(name).lua", "--now", "2026-06-29 09:00"] + words)
    #expect(result.status == 0, "\(result.errors)")
  }

  private func history(_ columns: String) throws -> [String] {
    try once { try fixture.texts("SELECT \(columns) FROM executions ORDER BY id") }
  }

  /// What is read while another process opens or closes the store may find it locked for a moment.
  private func once<T>(_ read: () throws -> T) throws -> T {
    for _ in 0..<200 {
      if let value = try? read() { return value }
      usleep(10_000)
    }
    return try read()
  }

  /// Waits until a query gives a number.
  private func wait(_ query: String, for number: Int64) throws {
    for _ in 0..<3000 {
      if (try? fixture.sql(query)) == number { break }
      usleep(10_000)
    }
    #expect(try number == once { try fixture.sql(query) })
  }

  /// Processes of an execution, by their command lines.
  private func processes(of execution: Int) throws -> [pid_t] {
    let all = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(pid_t.init)
    return all.filter { pid in
      guard let file = FileHandle(forReadingAtPath: "/proc/\(pid)/cmdline"),
        let line = try? file.readToEnd(),
        let folder = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/cwd")
      else { return false }
      let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      return words.dropFirst().starts(with: ["schedule", "execute", "\(execution)"])
        && URL(fileURLWithPath: folder).lastPathComponent == fixture.folder.lastPathComponent
    }
  }

  private func killJob(_ execution: Int) throws {
    let found = try processes(of: execution)
    #expect(found.count == 1)
    for pid in found { kill(pid, SIGKILL) }
  }

  @Test func aKilledJobGoesOnFromItsCheckpoint() throws {
    try add("parts", Self.parts, ["--at", "0 18 * * *"])
    let words = ["schedule", "run-due", "--now", "2026-06-29 18:00"] + Self.store
    let running = try fixture.command.start(words)
    try wait("SELECT coalesce(max(checkpoint), 0) + 0 FROM executions", for: 100)
    try killJob(1)
    let ended = try running.finish()
    #expect(ended.status == 1)
    // Two parts are stored, each a run; of the third nothing.
    #expect(
      try history("state || ' ' || error_code || ' ' || runs || ' ' || checkpoint")
        == ["killed job.signal 3 4 100"])
    #expect(try fixture.sql("SELECT count(*) FROM customers WHERE headcount = 1000 + id") == 100)
    #expect(try history("output")[0].contains("from 0\n"))
    // The retry goes on behind customer 100.
    let again = try fixture.run(["schedule", "run-due", "--now", "2026-06-29 18:01"])
    #expect(again.status == 0, "\(again.errors)")
    #expect(try fixture.sql("SELECT count(*) FROM customers WHERE headcount = 1000 + id") == 200)
    #expect(try history("attempt || ' ' || state || ' ' || runs").last == "2 done 5 6")
    #expect(try history("output").last?.hasPrefix("from 100\n") == true)
    // Every part can be taken back.
    #expect(try fixture.texts("SELECT DISTINCT actor FROM runs WHERE id > 2") == ["schedule:parts"])
    for run in [6, 5, 4, 3] { #expect(try fixture.run(["undo", "\(run)", "--yes"]).status == 0) }
    #expect(try fixture.sql("SELECT count(*) FROM customers WHERE headcount = 1000 + id") == 0)
    // What is done begins anew the next time.
    #expect(try history("coalesce(checkpoint, '-')").last == "-")
  }

  @Test func aJobWhoseStarterWasKilledTooIsFound() throws {
    try add("parts", Self.parts, ["--at", "0 18 * * *"])
    let words = ["schedule", "run-due", "--now", "2026-06-29 18:00"] + Self.store
    let running = try fixture.command.start(words)
    try wait("SELECT coalesce(max(checkpoint), 0) + 0 FROM executions", for: 100)
    running.send(signal: SIGKILL)
    usleep(200_000)
    // The job itself is still at work, and keeps its lock.
    let meanwhile = try fixture.run(["schedule", "run-due", "--now", "2026-06-29 18:01"])
    #expect(meanwhile.status == 0)
    #expect(try history("state") == ["running"])
    try killJob(1)
    for _ in 0..<1000 {
      if try processes(of: 1).isEmpty { break }
      usleep(10_000)
    }
    // Only now: the job holds what tells of its starter's end.
    _ = try running.finish()
    let found = try fixture.run(["schedule", "run-due", "--now", "2026-06-29 18:02"])
    #expect(found.errors.contains("parts: execution 1 was cut off"))
    #expect(
      try history("attempt || ' ' || state || ' ' || coalesce(error_code, '')")
        == ["1 killed job.cut_off", "2 done "])
    #expect(try fixture.sql("SELECT count(*) FROM customers WHERE headcount = 1000 + id") == 200)
  }

  @Test func whatDoesNotStopIsKilled() throws {
    // A stop of the script's own time limit needs the process to run; this one is held.
    try add(
      "held", "while true do end", ["--at", "0 18 * * *", "--time-limit", "1s", "--retries", "0"])
    let running = try fixture.command.start(
      ["schedule", "run-due", "--now", "2026-06-29 18:00"] + Self.store)
    for _ in 0..<3000 {
      if try !processes(of: 1).isEmpty { break }
      usleep(1_000)
    }
    for pid in try processes(of: 1) { kill(pid, SIGSTOP) }
    #expect(try running.finish().status == 1)
    let story = try history(
      "state || ' ' || coalesce(error_code, '') || ' ' || coalesce(output, '')")
    #expect(story == ["killed limit.deadline "], "\(story)")
  }

  @Test func daemonRunsWhatIsDueAndStops() throws {
    try add("tick", "customers:get(1).credit = 5", ["--at", "0 18 * * *"])
    let daemon = ["schedule", "daemon", "--now", "2026-06-29 18:00"] + Self.store
    let running = try fixture.command.start(daemon)
    try wait("SELECT count(*) FROM executions WHERE state = 'done'", for: 1)
    // One at a time.
    let second = try fixture.command.run(daemon)
    #expect(second.status == 3 && second.errors.hasPrefix("job.daemon"))
    // A job that is added is picked up when the daemon looks again, or is woken.
    try add("tock", "customers:get(2).credit = 5", ["--at", "0 17 * * *"])
    running.send(signal: SIGHUP)
    try wait("SELECT count(*) FROM executions WHERE name = 'tock' AND state = 'done'", for: 1)
    running.send(signal: SIGTERM)
    let ended = try running.finish()
    #expect(ended.status == 0 && ended.errors.hasSuffix("stopped\n"))
  }

  @Test func aStoppedDaemonLetsTheJobEnd() throws {
    try add(
      "long", "local t = 0 for i = 1, 2e7 do t = t + i end customers:get(1).credit = 5",
      ["--at", "0 18 * * *"])
    let running = try fixture.command.start(
      ["schedule", "daemon", "--now", "2026-06-29 18:00"] + Self.store)
    try wait("SELECT count(*) FROM executions", for: 1)
    running.send(signal: SIGTERM)
    #expect(try running.finish().status == 0)
    #expect(try history("state") == ["done"])
  }

  @Test func longOutputKeepsItsEnds() throws {
    try add(
      "loud", "for i = 1, 100000 do print(\"line \" .. i) end", ["--at", "0 18 * * *"])
    #expect(try fixture.run(["schedule", "run-due", "--now", "2026-06-29 18:00"]).status == 0)
    let shown = try fixture.run(["schedule", "output", "1"]).output
    #expect(shown.hasPrefix("line 1\nline 2\n") && shown.contains("bytes left out"))
    #expect(shown.contains("\nline 100000\n"))
    #expect(shown.utf8.count <= 64 << 10 + 64)
  }

  /// A plain run is committed in parts too; there is no value to go on from.
  @Test func plainRunsCommitTheirParts() throws {
    try fixture.write(
      """
      customers:get(1).credit = 91
      job.checkpoint(1)
      assert(job.resumed() == nil)
      customers:get(2).credit = 92
      error("stop")
      """, to: "plain.lua")
    let result = try fixture.run(["run", "plain.lua"])
    #expect(result.status == 1 && result.errors.contains("checkpoint: run 2 applied: 1 change"))
    #expect(
      try fixture.sql("SELECT count(*) FROM customers WHERE credit > 90 AND id IN (1, 2)") == 1)
    // Planned, nothing is; and a plan is applied as a whole.
    try fixture.write(
      "customers:get(1).credit = 81 job.checkpoint() customers:get(2).credit = 82", to: "two.lua")
    #expect(try fixture.run(["plan", "two.lua", "-o", "two.json"]).status == 0)
    #expect(try fixture.run(["runs"]).output.contains("two.lua") == false)
    #expect(try fixture.run(["apply", "two.json"]).status == 0)
    #expect(try fixture.sql("SELECT max(id) FROM runs") == 3)
  }
}
