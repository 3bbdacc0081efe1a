// Quotes: totals, versions, moves, kits, and what bad input leaves behind.
import SalesScript
import Testing

@Suite struct QuotingTests {
  private static let start = """
    local a = products:create{name = "a", unit_price = yuan(10)}
    local b = products:create{name = "b", unit_price = money"0.0333"}
    local c = customers:create{name = "c"}
    local function quote(more)
      local t = {customer = c, lines = {{product = a, quantity = 100}, {product = b, quantity = 999}}}
      for k, v in pairs(more or {}) do t[k] = v end
      return quoting.quote(t)
    end
    """

  @Test func totalsAreTheSumOfRoundedLines() throws {
    // A first order: 10 × 0.95 × 0.95 = 9.025 · 100 = 902.50; 0.0333 × 0.9025 = 0.0301 · 999 = 30.07.
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      Self.start
        + " local q = quote() return q.amount, q.list_total, q.status, q.version, q.valid_until")
    #expect(
      result
        == "money\"932.57\"  money\"1033.27\"  \"draft\"  1  date\"2026-07-30\"")
  }

  @Test func linesKeepTheirWaterfallAndSaySoLater() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      Self.start
        + """
         local q = quote{cash = true}
        for l in q:quote_lines():each() do
          local again = pricing.waterfall(l.waterfall)
          if again.amount ~= l.amount or again.unit_price ~= l.unit_price then error("differs") end
        end
        local tree = why(q:quote_lines():first(), "amount")
        return tree.children[1].children[2].source
        """)
    #expect(result == "\"S0 §2.3 (PR2)\"")
  }

  @Test func aRevisionIsANewVersion() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      Self.start
        + """
         local q = quote()
        local same = quoting.revise{quote = q}
        local cash = quoting.revise{quote = same, cash = true}
        return same.code, same.amount == q.amount, q.status, cash.version, cash.cash,
          cash.amount < same.amount, cash:quote_lines():count(), same:follow("revises") == q
        """)
    #expect(
      result
        == "\"Q-00000001-2\"  true  \"superseded\"  3  true  true  2  true")
  }

  @Test(arguments: [
    ("quoting.accept{quote = quote()}", "quote.status"),
    (
      "local q = quote() quoting.send{quote = q} quoting.accept{quote = q, on = date\"2026-07-31\"}",
      "quote.expired"
    ),
    ("quoting.decline{quote = quote()}", "quote.reason"),
    ("local q = quote() quoting.revise{quote = q} quoting.send{quote = q}", "quote.status"),
    (
      "local q = quote() quoting.send{quote = q} quoting.accept{quote = q} quoting.revise{quote = q}",
      "quote.status"
    ),
    ("quote{lines = {}}", "quote.lines"), ("quote{lines = {1}}", "quote.lines"),
    ("quote{lines = {{product = a, quantity = 1, colour = 1}}}", "quote.lines"),
    ("quote{lines = {{product = a, quantity = 1}, {product = a, quantity = 0}}}", "price.quantity"),
    ("quote{lines = {{product = a, quantity = 2.5}}}", "price.quantity"),
    ("quote{lines = {{product = 999999, quantity = 1}}}", "record.missing"),
    ("quote{customer = \"nobody\"}", "record.missing"), ("quote{rep = 999999}", "record.missing"),
    ("quote{prepaid = 1.5}", "price.terms"), ("quote{valid_days = -1}", "quote.validity"),
    ("quoting.revise{quote = quote(), valid_days = -1}", "quote.validity"),
    ("quote{lines = {{kit = a, quantity = 1}}}", "kit.empty"),
    ("quote{customr = 1}", "script.argument"),
  ])
  func refusalsLeaveNothing(_ call: String, _ code: String) throws {
    let world = try World()
    defer { world.remove() }
    #expect(try world.failure(Self.start + " " + call).code == code)
    #expect(try world.eval("return quotes:count(), quote_lines:count()") == "0  0")
    // Also where the script goes on after the error.
    let after = try world.eval(
      Self.start + " local n = quotes:count() local ok = pcall(function() \(call) end) return ok")
    #expect(after == "false")
  }

  @Test func aLineThatFailsTakesItsQuoteWithIt() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      Self.start
        + """
         pcall(quote, {lines = {{product = a, quantity = 1}, {product = a, quantity = 10^9}}})
        return quotes:count(), quote_lines:count()
        """)
    #expect(result == "0  0")
  }

  @Test func kitsBecomeTheirParts() throws {
    let world = try World()
    defer { world.remove() }
    let kits = """
       local set = products:create{name = "set"}
      local box = products:create{name = "box"}
      kit_items:create{kit = set.id, product = a.id, quantity = 2}
      kit_items:create{kit = set.id, product = b.id, quantity = 3}
      kit_items:create{kit = box.id, product = set.id, quantity = 10}
      kit_items:create{kit = box.id, product = a.id, quantity = 5}
      """
    // A box holds 10 sets of 2 a and 3 b, and 5 a: 25 a and 30 b.
    let result = try world.eval(
      Self.start + kits
        + """
         local out = {}
        for l in quote{lines = {{kit = box, quantity = 2}}}:quote_lines():each() do
          out[#out + 1] = l.quantity
        end
        return out[1], out[2], #out
        """)
    #expect(result == "50  60  2")
    #expect(
      try world.failure(
        Self.start + kits
          + " kit_items:create{kit = set.id, product = box.id, quantity = 1} quote{lines = {{kit = box, quantity = 1}}}"
      ).code == "kit.circular")
  }

  @Test func sentQuotesExpire() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      Self.start
        + """
         local q = quote() quoting.send{quote = q}
        quote()
        return quoting.expire{on = date"2026-07-30"}, quoting.expire{on = date"2026-07-31"}, q.status
        """)
    #expect(result == "0  1  \"expired\"")
  }
}
