// Reversals and write-offs: new records that name the old ones, once.
import SalesScript
import Testing

@Suite struct ReversalTests {
  private static let start = """
    local c = customers:create{name = "c"}
    local i = receivables.invoice{customer = c, amount = yuan(100), on = date"2026-01-01"}
    local j = receivables.invoice{customer = c, amount = yuan(50), on = date"2026-01-02"}
    local p = receivables.receive{customer = c, amount = yuan(120), on = date"2026-02-01", code = "B1"}
    local function back(t) t.reason = t.reason or "wrong" return receivables.reverse(t) end
    local function open(day)
      local sum = yuan(0)
      for _, r in ipairs(receivables.open{as_of = day}) do sum = sum + r.open end
      return sum
    end

    """

  private func eval(_ source: String) throws -> String {
    let world = try FilesWorld()
    defer { world.remove() }
    return try world.eval(Self.start + source)
  }

  @Test func aPaymentTakesItsAllocationsWithIt() throws {
    let result = try eval(
      """
      local r = back{payment = p, on = date"2026-03-01"}
      return r.amount, r.reverses == p.id, r.note, allocations:count(), allocations:sum("amount"),
        p.amount, open(date"2026-02-28"), open(date"2026-03-01")
      """)
    // 100 and 20 were allocated; both come back on March 1, and 30 were open until then.
    #expect(
      result
        == "money\"-120.00\"  true  \"wrong\"  4  money\"0.00\"  money\"120.00\"  money\"30.00\""
        + "  money\"150.00\"")
  }

  @Test func anAllocationAloneFreesTheMoney() throws {
    let result = try eval(
      """
      local a = allocations:where{invoice = i.id}:first()
      back{allocation = a, on = date"2026-03-01"}
      local left = receivables.unallocated{customer = c}[1].left
      receivables.allocate{payment = p, invoice = j, on = date"2026-03-01"}
      return left, receivables.unallocated{}[1].left, open(), receivables.ageing{}.unallocated,
        receivables.unallocated{as_of = date"2026-02-28"}[1]
      """)
    // 100 come free; 30 of them settle the rest of j, 70 are left.
    #expect(
      result == "money\"100.00\"  money\"70.00\"  money\"100.00\"  money\"70.00\"  nil")
  }

  @Test func anInvoiceLeavesItsMoneyOnTheAccount() throws {
    let result = try eval(
      """
      local r = back{invoice = i}
      return r.code, r.amount, r.issued_on, r.due_on == i.due_on, open(),
        receivables.unallocated{}[1].left, #receivables.open{}
      """)
    #expect(
      result
        == "\"INV-00000003\"  money\"-100.00\"  date\"2026-06-30\"  true  money\"30.00\""
        + "  money\"100.00\"  1")
  }

  @Test func whatWasTakenBackCanBeEnteredAnew() throws {
    let result = try eval(
      """
      local o = orders:create{customer = c.id, amount = yuan(80), ordered_on = today()}
      local first = receivables.invoice{order = o}
      back{invoice = first}
      return receivables.invoice{order = o, amount = yuan(79)}.amount
      """)
    #expect(result == "money\"79.00\"")
  }

  @Test func lossesAreWrittenOffAndTakenBack() throws {
    let result = try eval(
      """
      local loss = receivables.write_off{invoice = j, reason = "bankrupt", on = date"2026-05-01"}
      local line = receivables.open{as_of = date"2026-04-30"}[1]
      local before = open()
      back{allocation = loss, on = date"2026-06-01"}
      return loss.amount, loss.kind, loss.payment, line.open, before, open()
      """)
    // 20 of 120 went to j, so 30 are lost of it.
    #expect(
      result
        == "money\"30.00\"  \"bad_debt\"  nil  money\"30.00\"  money\"0.00\"  money\"30.00\"")
  }

  @Test(arguments: [
    ("back{payment = p} back{payment = p}", "receivable.reversed"),
    ("back{payment = back{payment = p}}", "receivable.reversal"),
    (
      "local a = allocations:first() back{allocation = a} back{allocation = a}",
      "receivable.reversed"
    ),
    ("back{allocation = back{allocation = allocations:first()}}", "receivable.reversal"),
    ("back{payment = p} back{allocation = allocations:first()}", "receivable.reversed"),
    ("back{invoice = i} back{invoice = i}", "receivable.reversed"),
    ("back{invoice = back{invoice = i}}", "receivable.reversal"),
    ("back{payment = p, on = date\"2026-01-31\"}", "receivable.day"),
    (
      "back{allocation = allocations:first(), on = date\"2026-04-01\"} "
        + "back{payment = p, on = date\"2026-03-01\"}",
      "receivable.day"
    ),
    ("back{invoice = i, on = date\"2026-01-15\"}", "receivable.day"),
    ("receivables.reverse{payment = p}", "receivable.reason"),
    ("receivables.reverse{payment = p, reason = \"\"}", "receivable.reason"),
    ("back{payment = p, invoice = i}", "receivable.subject"), ("back{}", "receivable.subject"),
    ("back{payment = 99}", "record.missing"), ("back{payement = p}", "script.argument"),
    ("receivables.write_off{invoice = i, reason = \"x\"}", "receivable.over_invoice"),
    (
      "receivables.write_off{invoice = j, amount = yuan(30.01), reason = \"x\"}",
      "receivable.over_invoice"
    ),
    ("receivables.write_off{invoice = j}", "receivable.reason"),
    (
      "receivables.write_off{invoice = j, reason = \"x\", on = date\"2026-01-01\"}",
      "receivable.day"
    ),
    ("receivables.write_off{invoice = back{invoice = i}, reason = \"x\"}", "receivable.reversal"),
    (
      "receivables.allocate{payment = back{payment = p}, invoice = j}", "receivable.over_payment"
    ),
    (
      "receivables.receive{customer = c, amount = yuan(1), invoices = {back{invoice = i}}}",
      "receivable.reversal"
    ),
  ])
  func refusals(_ call: String, _ code: String) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    #expect(world.code(Self.start + call) == code)
    #expect(try world.eval("return payments:count(), allocations:count()") == "0  0")
  }
}
