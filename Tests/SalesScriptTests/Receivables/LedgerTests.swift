// Payments, allocations, invoices and rebate entries are final: changes and deletions are refused
// however a script tries, and undo takes runs back whole.
import Lua
import SalesScript
import Testing

@Suite struct LedgerTests {
  private static let start = """
    local c = customers:create{name = "c"}
    local i = receivables.invoice{customer = c, amount = yuan(100)}
    local p = receivables.receive{customer = c, amount = yuan(40), code = "B1"}
    local e = rebate_entries:create{program = "yearly", customer = c.id, period = "2026",
      kind = "accrual", entered_on = today(), amount = yuan(5)}

    """

  @Test(arguments: [
    "payments:first().amount = yuan(1)", "payments:first().customer = 2",
    "payments:first().received_on = date\"2026-01-01\"", "payments:first().code = \"B2\"",
    "payments:update{amount = yuan(1)}", "payments:update{amount = \"amount * 2\"}",
    "payments:update(function(p) return {amount = yuan(1)} end)",
    "payments:update{note = \"x\", amount = yuan(1)}", "payments:delete()",
    "invoices:first().amount = yuan(1)", "invoices:first().due_on = date\"2027-01-01\"",
    "invoices:update{customer = 2}", "invoices:delete()", "allocations:delete()",
    "allocations:first().amount = yuan(1)", "allocations:update{kind = \"bad_debt\"}",
    "rebate_entries:first().amount = yuan(1)", "rebate_entries:update{volume = yuan(1)}",
    "rebate_entries:delete()",
  ])
  func changesAreRefused(_ change: String) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.eval(Self.start + "customers:create{name = \"d\"}")
    let sums = """
      return payments:sum("amount"), payments:first().code, payments:first().note,
        invoices:sum("amount"), invoices:first().due_on, allocations:sum("amount"),
        allocations:first().kind, rebate_entries:sum("amount"), rebate_entries:first().customer
      """
    let before = try world.eval(sums)
    #expect(world.code(change) == "ledger.final", "\(change)")
    #expect(try world.eval(sums) == before)
    #expect(world.code("pcall(function() \(change) end)") == "none")
    #expect(try world.eval(sums) == before)
  }

  @Test func notesMayChangeAndEqualValuesAreNoChange() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let result = try world.eval(
      Self.start
        + """
        p.note, p.method, i.note = "from the bank", "transfer", "paid in part"
        p.amount = yuan(40)
        payments:update{amount = yuan(40)}
        allocations:update{reason = "first part"} rebate_entries:update{note = "n"}
        return p.note, i.note, allocations:first().reason
        """)
    #expect(result == "\"from the bank\"  \"paid in part\"  \"first part\"")
  }

  @Test func theErrorSaysWhatToDo() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let result = try world.eval(
      Self.start
        + "local ok, e = pcall(function() p.amount = yuan(1) end) return e.message, e.remedy")
    #expect(
      result
        == "\"payments are final: amount of payment 1 is 40.00 and cannot become 1.00\"  "
        + "\"take it back by a new record: receivables.reverse{payment = …, reason = …}\"")
  }

  @Test func undoTakesARunBackWhole() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.eval("customers:create{name = \"c\"}")
    let made = try world.host.run(
      """
      receivables.invoice{customer = 1, amount = yuan(100)}
      local p = receivables.receive{customer = 1, amount = yuan(40), code = "B1"}
      receivables.reverse{payment = p, reason = "x"}
      """, name: "@test.lua", mode: .apply, kind: .script)
    let run = try #require(made.run)
    let counts = "return invoices:count(), payments:count(), allocations:count()"
    #expect(try world.eval(counts) == "1  2  2")
    try world.eval("undo(\(run))")
    #expect(try world.eval(counts) == "0  0  0")
  }

  @Test func aFileMakesRecordsAndChangesNone() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.eval(Self.start)
    try world.file(
      "p.csv", "code,customer,received_on,amount\nB1,1,2026-06-30,99\nB2,1,2026-06-30,7\n")
    let result = try world.eval(
      """
      local r = csv.import{to = payments, from = dir .. "/p.csv"}
      return r.created, r.updated, r.rejected, r.first[1].code, payments:sum("amount")
      """)
    #expect(result == "1  0  1  \"ledger.final\"  money\"47.00\"")
  }
}
