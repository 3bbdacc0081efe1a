// Payments: which invoices they settle, what is left over, and what is refused.
import SalesScript
import Testing

@Suite struct ReceivingTests {
  /// Three invoices of one customer: b is due before a, d is another customer's.
  private static let start = """
    local c, other = customers:create{name = "c"}, customers:create{name = "other"}
    local function bill(who, amount, due)
      return receivables.invoice{customer = who, amount = yuan(amount), on = date"2026-01-01", due_on = due}
    end
    local a = bill(c, 100, date"2026-03-01")
    local b = bill(c, 50, date"2026-02-01")
    local d = bill(other, 70, date"2026-02-01")
    local function open(i)
      for _, r in ipairs(receivables.open{}) do if r.invoice == i.id then return r.open end end
      return yuan(0)
    end
    local function pay(amount, t)
      t = t or {} t.customer, t.amount = t.customer or c, yuan(amount)
      return receivables.receive(t)
    end

    """

  private func eval(_ source: String) throws -> String {
    let world = try FilesWorld()
    defer { world.remove() }
    return try world.eval(Self.start + source)
  }

  @Test func theOldestDueIsSettledFirst() throws {
    let result = try eval(
      "local p = pay(80, {on = date\"2026-02-10\"}) "
        + "return open(a), open(b), p:allocations():count(), p:allocations():sum(\"amount\")")
    // 50 settle b, 30 of 100 go to a.
    #expect(result == "money\"70.00\"  money\"0.00\"  2  money\"80.00\"")
  }

  @Test func namedInvoicesAreSettledInTheirOrder() throws {
    let result = try eval(
      "pay(120, {invoices = {a.code, b}}) return open(a), open(b)")
    #expect(result == "money\"0.00\"  money\"30.00\"")
  }

  @Test func whatIsLeftStaysOnTheAccount() throws {
    let result = try eval(
      """
      local p = pay(200)
      local later = bill(c, 60, date"2026-05-01")
      local used = receivables.allocate{payment = p, invoice = later}
      return p:allocations():sum("amount"), used.amount, open(later)
      """)
    // 150 settle a and b, 50 are left for the 60.
    #expect(result == "money\"200.00\"  money\"50.00\"  money\"10.00\"")
  }

  @Test func invoicesOfLaterDaysAreNotSettledUnasked() throws {
    let result = try eval(
      """
      local p = pay(150, {on = date"2025-12-31"})
      local none = p:allocations():count()
      local q = pay(150, {on = date"2025-12-31", invoices = {a}})
      return none, q:allocations():first().allocated_on, q:allocations():sum("amount")
      """)
    #expect(result == "0  date\"2026-01-01\"  money\"100.00\"")
  }

  @Test func openInvoicesAsOfADay() throws {
    let result = try eval(
      """
      pay(80, {on = date"2026-02-10"})
      local function line(day)
        local text = {}
        for _, r in ipairs(receivables.open{customer = c, as_of = day}) do
          text[#text + 1] = ("%s %s %s %s"):format(r.code, r.paid, r.open, r.days_past_due)
        end
        return table.concat(text, "; ")
      end
      return line(date"2025-12-31"), line(date"2026-02-09"), line(date"2026-02-10")
      """)
    // b is INV-00000002, due on February 1: 8 days past due on the 9th; a is due on March 1, in 20 days.
    #expect(
      result == "\"\"  \"INV-00000002 0.00 50.00 8; INV-00000001 0.00 100.00 -20\""
        + "  \"INV-00000001 30.00 70.00 -19\"")
  }

  private static let refuse = "local p = receivables.policy() p.on_surplus = \"refuse\" "

  @Test(arguments: [
    (Self.refuse + "pay(150.01, {policy = p})", "receivable.overpaid"),
    (Self.refuse + "pay(60, {policy = p, invoices = {b}})", "receivable.overpaid"),
    ("pay(10, {code = \"B1\"}) pay(20, {code = \"B1\"})", "record.duplicate"),
    ("pay(10, {invoices = {d}})", "receivable.customer"),
    ("pay(10, {invoices = {a, a}})", "script.argument"),
    ("pay(10, {invoices = {}})", "script.argument"),
    ("pay(10, {invoices = {\"INV-9\"}})", "record.missing"),
    ("pay(0)", "receivable.amount"), ("pay(-5)", "receivable.amount"),
    ("pay(10, {customer = 99})", "record.missing"),
    ("receivables.receive{customer = c}", "script.argument"),
    ("receivables.receive{customer = c, amount = 10}", "receivable.amount"),
    ("pay(10, {when = 1})", "script.argument"),
    ("receivables.allocate{payment = pay(10), invoice = d}", "receivable.customer"),
    (
      "local p = pay(10, {invoices = {b}}) receivables.allocate{payment = p, invoice = a}",
      "receivable.over_payment"
    ),
    (
      "local p = pay(50, {invoices = {b}}) local q = pay(60, {invoices = {b}}) "
        + "receivables.allocate{payment = q, invoice = b}",
      "receivable.over_invoice"
    ),
    (
      "local p = pay(200, {invoices = {b}}) "
        + "receivables.allocate{payment = p, invoice = a, amount = yuan(100.01)}",
      "receivable.over_invoice"
    ),
    (
      "local p = pay(60, {invoices = {b}}) "
        + "receivables.allocate{payment = p, invoice = a, amount = yuan(11.01)}",
      "receivable.over_payment"
    ),
    (
      "local p = pay(60, {on = date\"2026-02-01\", invoices = {b}}) "
        + "receivables.allocate{payment = p, invoice = a, on = date\"2026-01-31\"}",
      "receivable.day"
    ),
  ])
  func refusalsLeaveNothing(_ call: String, _ code: String) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    #expect(world.code(Self.start + call) == code)
    // Also where the script goes on after the error, nothing of the last call is there.
    let after = try world.eval(
      Self.start
        + "pay(1, {invoices = {b}}) local n, m = payments:count(), allocations:count() "
        + "local ok = pcall(function() \(call) end) "
        + "for p in payments:each() do local s = p:allocations():sum(\"amount\") "
        + "if s ~= 0 and s > p.amount then error(\"over\") end end return ok, n, m")
    #expect(after == "false  1  1")
  }

  @Test func anErrorNamesTheValuesAndWhatToDo() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let result = try world.eval(
      Self.start + Self.refuse
        + "local ok, e = pcall(pay, 200, {policy = p}) return e.message, payments:count()")
    #expect(
      result
        == "\"the payment of 200.00 is 50.00 over the 150.00 open on 2 invoices\"  0")
  }

  /// A receipt entered late settles nothing that a later day has settled already.
  @Test func aBackdatedReceiptNeverOverpays() throws {
    let result = try eval(
      """
      pay(100, {on = date"2026-04-01", invoices = {a}})
      local late = pay(100, {on = date"2026-02-01", invoices = {a}})
      return late:allocations():count(), open(a)
      """)
    #expect(result == "0  money\"0.00\"")
  }
}
