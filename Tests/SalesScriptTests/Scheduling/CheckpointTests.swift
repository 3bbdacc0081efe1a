// Checkpoints in scripts, and what Lua sees of schedules; expected values by hand.
import SalesKernel
import SalesScript
import SalesStore
import Testing
import Values

@Suite struct CheckpointTests {
  private func execution(_ world: World, checkpoint: String? = nil) throws -> JobExecution {
    var record = Execution(
      job: 1, name: "j", due: nil, attempt: 1, state: .running, started: .first, process: 1)
    record.checkpoint = checkpoint
    try world.store.recordExecutions { try $0.store(&record) }
    return JobExecution(record) { .last }
  }

  private func stored(_ world: World) throws -> Execution {
    try world.store.read { try $0.execution(1) }
  }

  @Test func partsAreRunsOfTheirOwn() throws {
    let world = try World(customers: 20)
    defer { world.remove() }
    let before = try world.store.runs().count
    let outcome = try world.run(
      """
      for c in customers:each() do
        c.credit = 7
        if c.id % 8 == 0 then job.checkpoint(c.id) end
      end
      """)
    // Customers 8, 16, and the rest up to 20.
    let runs = try world.store.runs().prefix(3)
    #expect(try world.store.runs().count == before + 3)
    #expect(outcome.run == runs.first?.id)
    #expect(try world.store.run(runs[1].id).header.script == "test.lua")
    #expect(try world.eval("return customers:count(\"credit == 7\")") == "20")
  }

  @Test func valueIsKeptWithWhatWasDone() throws {
    let world = try World(customers: 20)
    defer { world.remove() }
    world.host.execution = try execution(world)
    #expect(throws: (any Error).self) {
      try world.run(
        """
        customers:get(1).credit = 77
        job.checkpoint{at = 1, day = date"2026-06-30", sum = yuan(3), list = {1, "two", true}}
        customers:get(2).credit = 78
        error("no")
        """)
    }
    let kept = try stored(world)
    #expect(kept.state == .running && kept.runs.count == 1)
    #expect(
      try world.eval("return customers:get(1).credit, customers:get(2).credit ~= 78") == "77  true")
    // The next attempt gets an equal value, and ends the work.
    world.host.execution = JobExecution(kept) { .last }
    try world.run(
      """
      local v = job.resumed()
      assert(v.at == 1 and v.day == date"2026-06-30" and v.sum == yuan(3))
      assert(v.list[1] == 1 and v.list[2] == "two" and v.list[3] == true)
      """)
    let done = try stored(world)
    #expect(done.state == .done && done.checkpoint == nil && done.finished == .last)
    #expect(done.runs == kept.runs)
  }

  @Test func aCheckpointWithoutChangesKeepsItsValue() throws {
    let world = try World(customers: 20)
    defer { world.remove() }
    let before = try world.store.runs().count
    world.host.execution = try execution(world)
    try? world.run("job.checkpoint(5) error('no')")
    #expect(try stored(world).checkpoint == "5")
    #expect(try world.store.runs().count == before)
  }

  @Test func plansCommitNothing() throws {
    let world = try World(customers: 20)
    defer { world.remove() }
    let before = try world.store.runs().count
    world.host.execution = try execution(world, checkpoint: "12")
    try world.run(
      "customers:get(1).credit = 99 job.checkpoint(job.resumed() + 1)", mode: .plan)
    #expect(try world.store.runs().count == before)
    #expect(try stored(world).checkpoint == "12" && stored(world).state == .running)
    #expect(try world.eval("return customers:get(1).credit ~= 99") == "true")
  }

  @Test(arguments: [
    ("job.checkpoint(print)", "job.value"), ("job.checkpoint(customers:get(1))", "job.value"),
    ("job.checkpoint({a = {customers}})", "job.value"), ("job.checkpoint(0/0)", "job.value"),
    ("job.checkpoint((\"x\"):rep(2000000))", "job.value"),
    ("customers:update{credit = function(c) job.checkpoint(1) return 1 end}", "job.nested"),
    ("customers:get(1).credit = 3 plan(function() job.checkpoint(1) end)", "store.nested"),
    ("schedule.next(\"0 0 31 2 *\")", "schedule.impossible"),
    ("schedule.next(\"@daily\", {n = 0})", "script.argument"),
    (
      "jobs:create{name = \"x\", script = \"x.lua\", script_hash = \"1\", schedule = \"soon\"}",
      "schedule.syntax"
    ),
  ])
  func refused(_ chunk: String, _ code: String) throws {
    let world = try World(customers: 20)
    defer { world.remove() }
    let error = #expect(throws: (any Error).self) { try world.run(chunk) }
    #expect(error.map { ErrorFacts.of($0).code } == code, "\(chunk): \(String(describing: error))")
  }

  @Test func jobsAreRecords() throws {
    let world = try World(customers: 20)
    defer { world.remove() }
    let desk = try JobDesk(
      world.store, now: try Instant(parsing: "2026-06-30T09:00"), actor: "tester")
    let job = Job(
      name: "close", script: "/x.lua", scriptHash: "1", schedule: "last working day 18:00",
      activeSince: try Instant(parsing: "2026-06-30T09:00"), try desk.policy().defaults)
    _ = try desk.add(job)
    #expect(try world.eval("return jobs:first().name, jobs:first().retries") == "\"close\"  2")
    #expect(
      try world.eval("return schedule.next(jobs:first().schedule)[1]")
        == "instant\"2026-06-30T18:00:00+08:00\"")
    try world.run("jobs:first().schedule = \"@daily\"")
    #expect(try desk.job("close").schedule == "@daily")
  }
}
