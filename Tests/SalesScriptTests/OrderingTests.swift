// Orders: from quotes and contracts, part deliveries, returns, cancellation.
import SalesScript
import Testing

@Suite struct OrderingTests {
  /// An order of 7 pieces for 66.50 and 3 for 28.50, 95.00 in all.
  private static let start =
    ContractingTests.start + """
      local function quote()
        return accepted{lines = {{product = p, quantity = 7}, {product = p, quantity = 3}}}
      end
      local function signed()
        return contracting.sign{contract = contracting.draw{quote = quote(), policy = house}, due_on = date"2026-07-31"}
      end
      local function order() return ordering.place{quote = quote()} end
      local function line(o, n) return o:order_lines():where{line = n}:first() end
      local function deliver(o, n, quantity, on)
        return ordering.deliver{line = line(o, n), quantity = quantity, on = on}
      end
      local function back(o, n, quantity)
        return ordering.take_back{line = line(o, n), quantity = quantity, reason = "surface"}
      end

      """

  private func eval(_ source: String) throws -> String {
    let world = try World()
    defer { world.remove() }
    return try world.eval(Self.start + source)
  }

  @Test func anOrderHasTheLinesOfItsQuote() throws {
    #expect(
      try eval(
        """
        local q = quote()
        local o = ordering.place{quote = q, on = date"2026-07-01"}
        local l = line(o, 1)
        local from = l:follow("quote_line")
        local ok, e = pcall(ordering.place, {quote = q})
        return o.amount, o.amount == q.amount, o.status, o.ordered_on, o.rep == seller.id, l.quantity, l.unit_price,
          l.list_price, l.amount, l.cost, from == q:quote_lines():first(), o:order_lines():sum("amount"), e.code
        """)
        == "money\"95.00\"  true  \"open\"  date\"2026-07-01\"  true  7  money\"9.50\"  money\"10.00\"  "
        + "money\"66.50\"  money\"42.00\"  true  money\"95.00\"  \"order.placed\"")
  }

  @Test func aContractIsCarriedOutByItsOrder() throws {
    #expect(
      try eval(
        """
        local k = signed()
        local o = ordering.place{contract = k, on = date"2026-07-02"}
        local function done(step) return k:contract_steps():where{step = step}:first().done_on end
        local entered = done("order_entered")
        deliver(o, 1, 7, date"2026-07-30")
        local part, none = o.status, k.delivered_on
        ordering.deliver{order = o, on = date"2026-08-05"}
        -- Shipped waits for production planned, and then follows by itself.
        local waits = done("shipped")
        contracting.step{contract = k, step = "production_planned", on = date"2026-07-03"}
        local shipped = done("shipped")
        for d in deliveries:each() do ordering.accept{delivery = d, on = date"2026-08-06"} end
        local accepted = done("accepted")
        contracting.step{contract = k, step = "collected", on = date"2026-08-30"}
        return entered, part, none, o.status, k.delivered_on, waits, shipped, accepted, k.status,
          contracting.penalty{contract = k}.days
        """)
        == "date\"2026-07-02\"  \"partly_delivered\"  nil  \"delivered\"  date\"2026-08-05\"  nil  "
        + "date\"2026-08-05\"  date\"2026-08-06\"  \"completed\"  5")
  }

  @Test func whereThePiecesAre() throws {
    #expect(
      try eval(
        """
        local o = order()
        ordering.accept{delivery = deliver(o, 1, 4)}
        deliver(o, 1, 1)
        back(o, 1, 2)
        local t = ordering.open{order = o}
        local a = t[1]
        return #t, a.ordered, a.delivered, a.accepted, a.returned, a.open, a.amount, t[2].open, o.amount
        """)
        // 2 of 7 pieces of 66.50 are 19.00.
        == "2  7  5  4  2  2  money\"47.50\"  3  money\"76.00\"")
  }

  @Test func cancellingTakesOffWhatIsOpen() throws {
    #expect(
      try eval(
        """
        local whole, part = order(), order()
        ordering.cancel{order = whole, reason = "stopped"}
        deliver(part, 1, 5)
        ordering.cancel{order = part, reason = "stopped", on = date"2026-07-09"}
        local off = part:order_lines():where{cancels = line(part, 1).id}:first()
        local tree = why(off, "amount").children[1]
        return whole.status, whole.amount, whole.reason, whole:order_lines():count(), part.status, part.amount,
          off.quantity, off.amount, off.booked_on, tree.reason
        """)
        == "\"cancelled\"  money\"0.00\"  \"stopped\"  4  \"delivered\"  money\"47.50\"  -2  money\"-19.00\"  "
        + "date\"2026-07-09\"  \"2 of 7 pieces are taken back so far, less what was taken before\"")
  }

  @Test func aCancelledOrderMayBePlacedAgain() throws {
    #expect(
      try eval(
        """
        local q = quote()
        ordering.cancel{order = ordering.place{quote = q}, reason = "x"}
        return ordering.place{quote = q}.status
        """) == "\"open\"")
  }

  @Test func cancellingAContractCancelsWhatItHasOpen() throws {
    #expect(
      try eval(
        """
        local k, untouched = signed(), signed()
        local o = ordering.place{contract = k}
        deliver(o, 1, 5)
        contracting.cancel{contract = k, reason = "withdrawn"}
        return k.status, k.reason, k.delivered_on, o.status, o.amount, #contracting.late{on = date"2027-01-01"},
          contracting.cancel{contract = untouched, reason = "x"}.status
        """)
        == "\"cancelled\"  \"withdrawn\"  nil  \"delivered\"  money\"47.50\"  5  \"cancelled\"")
  }

  @Test func purchasesAreNetOfReturnsAndLeaveCancelledOrdersOut() throws {
    #expect(
      try eval(
        """
        local o = order()
        deliver(o, 1, 7)
        back(o, 1, 7)
        ordering.cancel{order = ordering.place{quote = quote()}, reason = "stopped"}
        purchases.refresh{}
        return c.annual_purchase, c.order_count, #why(c, "order_count").children[1].children
        """) == "money\"28.50\"  1  1")
  }

  @Test func anOrderThatCameAsDeliveredCanGiveGoodsBack() throws {
    let world = try World()
    defer { world.remove() }
    #expect(
      try world.eval(
        """
        local o = orders:where{status = "delivered"}:first()
        local l = o:order_lines():first()
        local ok, e = pcall(ordering.deliver, {line = l})
        ordering.take_back{line = l, quantity = l.quantity, reason = "surface"}
        return e.code, o.amount, ordering.open{order = o}[1].returned == l.quantity, o.status
        """) == "\"order.open\"  money\"0.00\"  true  \"delivered\"")
  }

  @Test func amountsSayWhy() throws {
    #expect(
      try eval(
        """
        local o = order()
        deliver(o, 1, 7) back(o, 1, 3)
        local tree, quoted = why(o, "amount").children[1], why(line(o, 1), "amount").children[1]
        return tree.value == o.amount, #tree.children, quoted.value, why(orders:first(), "amount").children[1].value
          == orders:first().amount
        """) == "true  3  money\"66.50\"  true")
  }

  @Test(arguments: [
    ("deliver(order(), 1, 8)", "order.open"), ("deliver(order(), 1, 10^12)", "order.open"),
    ("deliver(order(), 1, 0)", "order.quantity"), ("deliver(order(), 1, -1)", "order.quantity"),
    ("deliver(order(), 1, 1.5)", "order.quantity"),
    ("deliver(order(), 1, \"2\")", "order.quantity"),
    ("deliver(order(), 1, 2^63)", "order.quantity"),
    ("ordering.deliver{line = 999999}", "record.missing"),
    ("ordering.deliver{}", "script.argument"),
    ("ordering.deliver{order = order(), quantity = 1}", "script.argument"),
    ("local o = order() ordering.deliver{order = o} ordering.deliver{order = o}", "order.open"),
    ("deliver(order(), 1, 1, date\"2026-06-29\")", "order.day"),
    (
      "local o = order() deliver(o, 1, 7) back(o, 1, 1) ordering.deliver{line = line(o, 3)}",
      "order.line"
    ),
    ("back(order(), 1, 1)", "order.returned"),
    ("local o = order() deliver(o, 1, 2) back(o, 1, 3)", "order.returned"),
    ("local o = order() deliver(o, 1, 2) back(o, 1, 0)", "order.quantity"),
    ("local o = order() deliver(o, 1, 2) back(o, 1)", "order.quantity"),
    (
      "local o = order() deliver(o, 1, 2) ordering.take_back{line = line(o, 1), quantity = 1}",
      "order.reason"
    ),
    (
      "local d = deliver(order(), 1, 2) ordering.accept{delivery = d} ordering.accept{delivery = d}",
      "order.accepted"
    ),
    ("ordering.accept{delivery = deliver(order(), 1, 2), on = date\"2026-06-29\"}", "order.day"),
    ("ordering.accept{delivery = 999999}", "record.missing"),
    ("ordering.cancel{order = order()}", "order.reason"),
    (
      "local o = order() ordering.deliver{order = o} ordering.cancel{order = o, reason = \"x\"}",
      "order.open"
    ),
    ("ordering.place{}", "script.argument"),
    ("ordering.place{quote = quote(), contract = 1}", "script.argument"),
    (
      "ordering.place{quote = quoting.quote{customer = c, lines = {{product = p, quantity = 1}}}}",
      "quote.status"
    ),
    ("ordering.place{quote = signed().quote}", "order.contract"),
    ("ordering.place{contract = draw()}", "contract.status"),
    ("ordering.place{quote = quote(), on = date\"2026-06-29\"}", "order.day"),
    (
      "local q = quote() quote_lines:where{quote = q.id}:limit(1):update{amount = yuan(1)} ordering.place{quote = q}",
      "order.quote"
    ),
    (
      "local o = orders:create{customer = c.id, amount = yuan(1), ordered_on = today()} "
        + "local l = order_lines:create{order = o.id, line = 1, amount = yuan(1)} ordering.deliver{line = l}",
      "order.quantity"
    ),
    (
      "local o = order() orders:where{id = o.id}:update{status = \"lost\"} ordering.deliver{order = o}",
      "order.status"
    ),
  ])
  func refusalsLeaveNothing(_ call: String, _ code: String) throws {
    let world = try World()
    defer { world.remove() }
    #expect(try world.failure(Self.start + call).code == code)
    // Also where the script goes on after the error: every order is the sum of its lines.
    let after = try world.eval(
      Self.start + """
        local lines = deliveries:count()
        local ok = pcall(function() \(call) end)
        local off = 0
        for o in orders:each() do
          if o.amount ~= o:order_lines():sum("amount") then off = off + 1 end
        end
        return ok, off
        """)
    #expect(after == "false  0")
  }

  /// The seed opens the sequence of numbers that decides what happens.
  @Test(arguments: 1...8)
  func anySequenceKeepsTheSums(seed: Int) throws {
    // Deliveries, returns, acceptances and now and then a cancellation, in any order and of any size; what is not
    // possible is refused. In the end all that was delivered goes back.
    let result = try eval(
      """
      local state = \(seed)
      local function random(n)
        state = (state * 1103515245 + 12345) % 2147483648
        return state // 65536 % n + 1
      end
      local o = order()
      local function check()
        local sum = yuan(0)
        for l in o:order_lines():each() do sum = sum + l.amount end
        assert(o.amount == sum, "amount")
        for i = 1, 2 do
          local t = ordering.open{order = o}[i]
          assert(t.open >= 0 and t.returned <= t.delivered and t.accepted <= t.delivered, "pieces")
          assert(t.open + t.cancelled + t.delivered == t.ordered, "balance")
        end
        assert((o.status == "open") == (deliveries:count() == 0 and o.amount > yuan(0)), o.status)
      end
      local done, refused = 0, 0
      for _ = 1, 40 do
        local n, pieces, what = random(2), random(5) - 1, random(10)
        local ok, e = pcall(function()
          if what <= 4 then deliver(o, n, pieces)
          elseif what <= 7 then back(o, n, pieces)
          elseif what <= 9 then ordering.accept{delivery = deliveries:first()}
          elseif random(4) == 1 then ordering.cancel{order = o, reason = "x"} end
        end)
        if ok then done = done + 1 else
          assert(e.code:match("^order%.") or e.code == "record.missing" or e.code == "script.argument", e.code)
          refused = refused + 1
        end
        check()
      end
      pcall(ordering.cancel, {order = o, reason = "end"})
      for n = 1, 2 do
        local t = ordering.open{order = o}[n]
        if t.delivered > t.returned then back(o, n, t.delivered - t.returned) end
      end
      check()
      return o.amount, done + refused
      """)
    #expect(result == "money\"0.00\"  40", "seed \(seed)")
  }
}
