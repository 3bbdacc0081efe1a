// Instalments of contracts and invoices: amounts, days, limits, and what bad input leaves behind.
import SalesScript
import Testing

@Suite struct SchedulingTests {
  static let start = """
    local c = customers:create{name = "c"}
    local k = contracts:create{code = "K1", customer = c.id, amount = yuan(1000.01), status = "signed"}
    local function parts(t) t = t or {} t.contract = k return receivables.schedule(t) end
    local function part(n) return instalments:where{position = n}:first() end

    """

  /// The last values of a script, which the world forgets afterwards.
  private func eval(_ source: String) throws -> String {
    let world = try FilesWorld()
    defer { world.remove() }
    return try world.eval(Self.start + source)
  }

  @Test func aContractIsPaidByItsPlan() throws {
    let result = try eval(
      """
      local all, text = parts(), {}
      for p in all:each() do
        text[#text + 1] = ("%d %s %s %s %s"):format(p.position, p.node, p.share, p.amount, p.due_on)
      end
      return table.concat(text, "; ")
      """)
    #expect(
      result == "\"1 signed 0.3 300.00 nil; 2 shipped 0.3 300.00 nil; 3 accepted 0.4 400.01 nil\"")
  }

  @Test func aNodeReachedSetsTheDueDays() throws {
    let result = try eval(
      """
      parts{plan = "retention"}
      receivables.reach{contract = "K1", node = "accepted", on = date"2026-03-01"}
      receivables.reach{contract = k, node = "signed"}
      return part(1).due_on, part(2).due_on, part(3).due_on
      """)
    // 30 days after March 1 is March 31; 365 days after it March 1 of the next year.
    #expect(result == "date\"2026-06-30\"  date\"2026-03-31\"  date\"2027-03-01\"")
  }

  @Test func instalmentsAreInvoicedInParts() throws {
    let result = try eval(
      """
      parts()
      receivables.reach{contract = k, node = "signed", on = date"2026-07-10"}
      local a = receivables.invoice{instalment = part(1), amount = yuan(100)}
      local b = receivables.invoice{instalment = part(1).id, note = "the rest"}
      return a.code, a.amount, a.due_on, b.code, b.amount, b.contract == k.id, b.customer == c.id
      """)
    #expect(
      result
        == "\"INV-00000001\"  money\"100.00\"  date\"2026-07-10\"  \"INV-00000002\"  money\"200.00\""
        + "  true  true")
  }

  @Test func ordersAreInvoicedByTerms() throws {
    let result = try eval(
      """
      local o = orders:create{customer = c.id, code = "O1", amount = yuan(80), ordered_on = today()}
      local i = receivables.invoice{order = "O1", on = date"2026-01-31"}
      return i.amount, i.due_on, i.order == o.id, i.customer == c.id
      """)
    // 30 days after January 31 is March 2 of 2026.
    #expect(result == "money\"80.00\"  date\"2026-03-02\"  true  true")
  }

  @Test(arguments: [
    ("parts() parts()", "receivable.scheduled"),
    ("parts{plan = \"standrd\"}", "policy.unknown"),
    ("parts{plan = \"nothing like it\"}", "policy.unknown"),
    ("k.status = \"cancelled\" parts()", "receivable.contract"),
    ("k.amount = yuan(0) parts()", "receivable.amount"),
    ("k.amount = money\"0.0001\" parts()", "money.inexact"),
    ("receivables.schedule{contract = 99}", "record.missing"),
    ("parts{plans = 1}", "script.argument"),
    (
      "local p = receivables.policy() p.plans[1].nodes[1].share = 0.2 parts{policy = p}",
      "policy.value"
    ),
    ("receivables.reach{contract = k, node = \"signed\"}", "receivable.node"),
    ("parts() receivables.reach{contract = k, node = \"signd\"}", "receivable.node"),
    ("parts() receivables.reach{contract = k}", "script.argument"),
    (
      "parts() for _ = 1, 2 do receivables.reach{contract = k, node = \"signed\"} end",
      "receivable.reached"
    ),
    (
      "parts() receivables.reach{contract = k, node = \"accepted\", on = date\"9999-12-31\"}",
      "day.range"
    ),
    ("parts() receivables.invoice{instalment = part(1)}", "receivable.node"),
    (
      "parts() receivables.invoice{instalment = part(1), due_on = today(), amount = yuan(300.01)}",
      "receivable.invoiced"
    ),
    (
      "parts() for _ = 1, 2 do receivables.invoice{instalment = part(1), due_on = today()} end",
      "receivable.invoiced"
    ),
    (
      "parts() k.status = \"cancelled\" receivables.invoice{instalment = part(1), due_on = today()}",
      "receivable.contract"
    ),
    ("receivables.invoice{customer = c}", "script.argument"),
    ("receivables.invoice{customer = c, amount = yuan(0)}", "receivable.amount"),
    ("receivables.invoice{customer = c, amount = yuan(-1)}", "receivable.amount"),
    ("receivables.invoice{customer = c, amount = money\"0.0001\"}", "receivable.amount"),
    ("receivables.invoice{customer = c, amount = 5}", "receivable.amount"),
    ("receivables.invoice{amount = yuan(5)}", "receivable.subject"),
    ("receivables.invoice{customer = c, order = 1, amount = yuan(5)}", "receivable.subject"),
    ("receivables.invoice{order = 99}", "record.missing"),
  ])
  func refusalsLeaveNothing(_ call: String, _ code: String) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    #expect(world.code(Self.start + call) == code)
    let counts = "return instalments:count(), invoices:count()"
    #expect(try world.eval(counts) == "0  0")
  }

  /// An order is invoiced up to its amount, and not at all where its contract has instalments.
  @Test(arguments: [
    ("amount = yuan(80.01)", "receivable.invoiced"), ("amount = yuan(80)", "none"),
    ("contract", "receivable.scheduled"), ("return", "receivable.amount"),
  ])
  func ordersAreInvoicedOnce(_ what: String, _ code: String) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let order =
      "local o = orders:create{customer = c.id, amount = yuan(\(what == "return" ? -80 : 80)), "
      + "ordered_on = today()\(what == "contract" ? ", contract = k.id" : "")} "
    let call = what.hasPrefix("amount") ? ", \(what)" : ""
    #expect(
      world.code(Self.start + "parts() " + order + "receivables.invoice{order = o\(call)}") == code)
  }

  @Test func numbersOfOthersAreNoNumbers() throws {
    let result = try eval(
      """
      local function last(code)
        invoices:create{code = code, customer = c.id, issued_on = today(), due_on = today(),
          amount = yuan(1)}
        local ok, i = pcall(receivables.invoice, {customer = c, amount = yuan(1)})
        return ok and i.code or i.code
      end
      return last("INV-7"), last("A-00000009"), last(), last("INV-9223372036854775807")
      """)
    // "INV-7" is not written as the policy writes 7: one invoice is there, so 2; then 3 and 5 are there.
    #expect(
      result
        == "\"INV-00000002\"  \"INV-00000004\"  \"INV-00000006\"  \"receivable.number\"")
  }

  @Test func numbersOfImportedInvoicesAreLeftOut() throws {
    let result = try eval(
      """
      invoices:create{code = "INV-00000002", customer = c.id, issued_on = today(), due_on = today(),
        amount = yuan(1)}
      return receivables.invoice{customer = c, amount = yuan(1)}.code,
        receivables.invoice{customer = c, amount = yuan(1)}.code
      """)
    // One invoice is there, so 2 is next and taken: 3; then 3 are there, so 4.
    #expect(result == "\"INV-00000003\"  \"INV-00000004\"")
  }
}
