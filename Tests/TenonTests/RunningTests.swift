// Scripts run, planned, stopped and taken back by a program; and the change set as it reads it.
import Foundation
import Tenon
import Testing

@Suite struct RunningTests {
  private func host(seconds: Double? = nil, megabytes: Int? = 64) throws -> ScriptHost {
    let host = try ScriptHost.inMemory(
      options: .init(actor: "tester", seconds: seconds, megabytes: megabytes))
    try host.run(
      """
      customers:create{code = "C-1", name = "one", level = "B"}
      customers:create{code = "C-2", name = "two"}
      """, as: "make.lua")
    return host
  }

  @Test func theChangeSetIsReadCellByCell() throws {
    let host = try host()
    defer { host.close() }
    let result = try host.run(
      """
      customers:get("C-1").level = "A"
      customers:where{code = "C-2"}:delete()
      customers:create{code = "C-3", name = "three"}
      return "done", 7
      """, as: "change.lua")
    #expect(result.values.map(\.literal) == ["\"done\"", "7"])
    let cells = result.changes.cells.map(\.description).sorted()
    #expect(
      cells == [
        "customers 1 level: \"B\" -> \"A\"", "customers 2 code: \"C-2\" deleted",
        "customers 2 name: \"two\" deleted", "customers 3 created",
      ])
    let level = result.changes.cells.first { $0.kind == .updated }
    #expect(level?.before == .text("B"))
    #expect(level?.after == .text("A"))

    let back = try host.undo(try #require(result.run))
    #expect(try host.evaluate("customers:get('C-1').level").values.first?.plain == "B")
    #expect(try host.evaluate("customers:count()").values.first?.plain == "2")
    #expect(back.changes.recordCount == 3)
    #expect(throws: ScriptFailure.self) { try host.undo(result.run ?? 0) }
  }

  @Test func aPlanChangesNothing() throws {
    let host = try host()
    defer { host.close() }
    let plan = try host.plan("customers:get('C-1').level = 'A'", as: "plan.lua")
    #expect(plan.run == nil)
    #expect(plan.changes.cells.map(\.description) == ["customers 1 level: \"B\" -> \"A\""])
    #expect(try host.evaluate("customers:get('C-1').level").values.first?.plain == "B")
  }

  @Test func whoAdmitsChangesCanRefuseThem() throws {
    struct TooMany: Error {}
    let host = try host()
    defer { host.close() }
    var seen = 0
    do {
      try host.run("for c in customers:each() do c.level = 'C' end", as: "wide.lua") { changes in
        seen = changes.recordCount
        throw TooMany()
      }
      Issue.record("it was admitted")
    } catch {
      #expect((error as? ScriptFailure)?.cause is TooMany)
    }
    #expect(seen == 2)
    #expect(try host.evaluate("customers:get('C-1').level").values.first?.plain == "B")
  }

  @Test func stopsLeaveTheStoreAndTheHostWell() throws {
    let deadline = "while true do pcall(error) end"
    let memory = "local t = {} for i = 1, 1e9 do t[i] = {i} end"
    for (code, seconds, chunk) in [
      ("limit.deadline", 0.3, deadline), ("limit.memory", 600, memory),
    ] {
      let host = try host(seconds: seconds, megabytes: 16)
      defer { host.close() }
      do {
        try host.run("customers:get('C-1').level = 'D' " + chunk, as: "stop.lua")
        Issue.record("it ended")
      } catch {
        #expect(error.code == code)
        #expect(error.isStop)
      }
      // With the time that the rest of a slow machine may take.
      let level = try? host.evaluate("customers:get('C-1').level").values.first?.plain
      #expect(level == nil || level == "B")
    }
  }

  @Test func eachRunHasItsOwnGlobals() throws {
    let host = try host()
    defer { host.close() }
    try host.run("string.mine = 1", as: "first.lua")
    #expect(try host.evaluate("string.mine").values.first?.isNil != false)
    // What the program defines between two runs is there in the next.
    try host.define("late") { 5 }
    #expect(try host.evaluate("late()").values.first?.plain == "5")
  }

  @Test func aScriptCannotRunOrCloseItsHost() throws {
    let host = try host(seconds: 20)
    defer { host.close() }
    try host.define("inner") { [unowned host] in try host.evaluate("1 + 1").values[0] }
    try host.define("shut") { [unowned host] in host.close() }
    for (chunk, code) in [
      ("customers:get('C-1').level = 'D' return inner()", "store.nested"),
      ("customers:get('C-1').level = 'D' shut() return 1", "run.interrupted"),
    ] {
      do {
        try host.run(chunk, as: "outer.lua")
        Issue.record("it ended")
      } catch {
        #expect(error.code == code)
      }
      #expect(try host.evaluate("customers:get('C-1').level").values.first?.plain == "B")
    }
  }

  @Test func errorsOfTheStoreHaveTheSameForm() throws {
    do {
      _ = try ScriptHost.open("/nowhere/sales.db")
      Issue.record("it opened")
    } catch {
      #expect(error.code == "store.missing")
      #expect(error.place == "")
      #expect(error.cause is StoreError)
    }
  }

  @Test func aStoreInAFile() throws {
    let path =
      FileManager.default.temporaryDirectory.appending(path: "tenon-\(UUID().uuidString).db").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let made = try ScriptHost.create(path)
    try made.run("reps:create{code = 'R', name = 'r'}", as: "make.lua")
    made.close()
    var printed = ""
    let host = try ScriptHost.open(path, access: .readOnly, output: TextOutput { printed += $0 })
    defer { host.close() }
    try host.evaluate("print(reps:count())")
    #expect(printed == "1\n")
    do {
      try host.run("reps:create{code = 'S', name = 's'}", as: "write.lua")
      Issue.record("it wrote")
    } catch {
      #expect(error.code == "store.readonly")
    }
  }
}
