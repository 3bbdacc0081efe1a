// Renewals and reviews on a book counted by hand.
import SalesScript
import Testing

@Suite struct RenewalTests {
  /// As of 2026-06-30: ends in 90 days, in 91, ended 30 and 31 days ago, renewed, a draft, an agreement.
  private static let book = """
    local function contract(code, customer, signed, ends, more)
      local t = {code = code, customer = customer, amount = wan(10), status = "signed", signed_on = date(signed),
        ends_on = date(ends)}
      for k, v in pairs(more or {}) do t[k] = v end
      return contracts:create(t)
    end
    for i = 1, 5 do customers:create{name = "C" .. i, level = i == 1 and "A" or "B"} end
    contract("K90", 1, "2025-09-01", "2026-09-28")
    contract("K91", 2, "2025-09-01", "2026-09-29")
    contract("K-30", 2, "2025-05-01", "2026-05-31", {amount = wan(5)})
    contract("K-31", 3, "2025-05-01", "2026-05-30")
    contract("OLD", 3, "2025-07-01", "2026-07-15", {status = "completed"})
    contract("NEW", 3, "2026-06-20", "2027-07-15")
    contract("DRAFT", 4, "2025-09-01", "2026-08-01", {status = "draft"})
    agreements:create{code = "AG", customer = 4, kind = "framework_1y", starts_on = date"2025-08-01", ends_on = date"2026-07-31"}
    agreements:create{code = "OTHER", customer = 4, kind = "vmi", starts_on = date"2026-06-01", ends_on = date"2027-05-31"}
    orders:create{customer = 4, amount = yuan(700), ordered_on = date"2025-07-01"}
    orders:create{customer = 4, amount = yuan(900), ordered_on = date"2025-06-30"}
    orders:create{customer = 4, amount = yuan(42), ordered_on = date"2026-06-30"}
    local function codes(list)
      local out = {}
      for i = 1, #list do
        out[i] = ("%s %d %s %s"):format(list[i].code, list[i].days_left, list[i].value, list[i].state)
      end
      return table.concat(out, "; ")
    end
    """

  private func eval(_ source: String) throws -> String {
    let world = try World(customers: nil)
    defer { world.remove() }
    return try world.eval("\(Self.book)\n\(source)")
  }

  @Test func whatEndsWithinNinetyDays() throws {
    // The agreement is worth the orders after 2025-06-30: 700 + 42.
    #expect(
      try eval(
        """
        local r = success.renewals{by = "level"}
        return codes(r.list), r.value, r.renewed, r.groups[1].level, r.groups[1].due, r.groups[2].value
        """)
        == "\"K-30 -30 50000.00 expired; AG 31 742.00 due; K90 90 100000.00 due\"  money\"150742.00\"  1  \"A\"  1  "
        + "money\"50742.00\"")
    #expect(
      try eval("return codes(success.renewals{days = 91, of = customers:where{id = 2}}.list)")
        == "\"K-30 -30 50000.00 expired; K91 91 100000.00 due\"")
  }

  @Test func threeTasksAndOneAlertEach() throws {
    #expect(
      try eval(
        """
        local first = success.open_renewals{}
        local again = success.open_renewals{}
        local due = {}
        for t in tasks:where{entity = "contracts", record = 1}:each() do due[#due + 1] = tostring(t.due_on) end
        -- K90 is renewed: its alert is settled, and only its own.
        contract("NEXT", 1, "2026-06-30", "2027-09-28")
        local after = success.open_renewals{}
        return first.documents, first.tasks, first.raised, again.tasks, again.raised, table.concat(due, " "), after.documents,
          after.settled, #inbox.open{kind = "renewal_due"}
        """)
        == "3  9  3  0  0  \"2026-07-15 2026-07-30 2026-08-14\"  2  1  2")
  }

  @Test func whatRenewsWhat() throws {
    // Another kind of agreement, a contract signed too early, one that ends sooner, and one too late do not.
    #expect(
      try eval(
        """
        local r = success.renewal_rate{from = date"2026-05-01", to = date"2026-06-30"}
        local out = {}
        for i = 1, #r.documents do out[i] = r.documents[i].code .. ">" .. tostring(r.documents[i].renewed_by) end
        contract("EARLY", 2, "2025-12-01", "2027-01-01")
        contract("SHORT", 2, "2026-05-01", "2026-05-20")
        contract("LATE", 2, "2026-08-30", "2027-08-30")
        local still = success.renewal_rate{from = date"2026-05-31", to = date"2026-05-31"}.renewed
        contract("RIGHT", 2, "2026-08-29", "2027-08-30")
        return table.concat(out, " "), r.ended, r.renewed, r.rate, still,
          success.renewal_rate{from = date"2026-05-31", to = date"2026-05-31"}.renewed
        """)
        // K-31 of customer 3 ended on 05-30; NEW, signed 21 days later, holds longer, so it renews it too.
        == "\"K-31>6 K-30>nil\"  2  1  0.5  0  1")
  }

  @Test func aRenewalQuoteIsMadeOfReadings() throws {
    // 742 bought; 10 % saved on the latest day and 5 % gained: 74.20 + 37.10; 30 % of 111.30.
    #expect(
      try eval(
        """
        local a = agreements:where{code = "AG"}:first()
        local none = success.renewal_quote(a)
        readings:create{customer = 4, metric = "cost_saved", day = date"2026-01-01", value = 0.9}
        readings:create{customer = 4, metric = "cost_saved", day = date"2026-06-01", value = 0.1}
        local half = success.renewal_quote(a)
        readings:create{customer = 4, metric = "efficiency", day = date"2026-06-01", value = 0.05}
        readings:create{customer = 4, metric = "efficiency", day = date"2025-06-30", value = 0.5}
        local q = success.renewal_quote(a)
        return none.price, table.concat(none.missing, " "), half.created, table.concat(half.missing, " "), q.created, q.price,
          q.last, q.change
        """)
        == "nil  \"cost_saved efficiency\"  money\"74.20\"  \"efficiency\"  money\"111.30\"  money\"33.39\"  money\"742.00\"  "
        + "money\"-708.61\"")
  }

  @Test func reviewsAreDueByLevel() throws {
    #expect(
      try eval(
        """
        customers:get(2).level = "C" customers:get(3).level = "D"
        local due = success.reviews_due{}
        local function lines(t)
          local out = {}
          for i = 1, #t do out[i] = t[i].customer .. " " .. t[i].period .. " " .. tostring(t[i].last) end
          return table.concat(out, "; ")
        end
        local before = lines(due)
        local made = success.open_reviews{}
        inbox.done(tasks:where{key = "success_review/meeting/customer/1/2026-Q2"}:first())
        inbox.done(tasks:where{key = "success_review/pack/customer/4/2026-Q2"}:first())
        return before, made.reviews, made.tasks, lines(success.reviews_due{}),
          lines(success.reviews_due{as_of = date"2026-07-01", of = customers:where{id = 1}})
        """)
        == "\"1 2026-Q2 nil; 4 2026-Q2 nil; 5 2026-Q2 nil; 2 2026 nil\"  4  8  \"4 2026-Q2 nil; 5 2026-Q2 nil; 2 2026 nil\"  "
        + "\"1 2026-Q3 2026-Q2\"")
  }

  @Test func aReviewByHand() throws {
    #expect(
      try eval(
        """
        products:create{name = "P1", lead_days = 10} products:create{name = "P2"}
        local k = contract("KD", 5, "2026-04-01", "2026-12-31", {due_on = date"2026-05-15"})
        local function order(day, amount, more)
          local t = {customer = 5, amount = yuan(amount), ordered_on = date(day)}
          for key, v in pairs(more or {}) do t[key] = v end
          return orders:create(t).id
        end
        local function line(order, product, amount) return order_lines:create{order = order, line = 1, product = product,
          quantity = 10, amount = yuan(amount)}.id end
        local function deliver(l, day) deliveries:create{order_line = l, quantity = 5, delivered_on = date(day)} end
        local a = line(order("2026-04-10", 100), 1, 100)              -- due 2026-04-20 by lead time
        deliver(a, "2026-04-20") deliver(a, "2026-04-21")
        local b = line(order("2026-05-01", 300, {contract = k.id}), 2, 300)      -- due 2026-05-15 by contract
        deliver(b, "2026-05-15")
        local c = line(order("2026-06-01", 50), 2, 50)                -- due on no known day
        deliver(c, "2026-06-02")
        order("2026-03-31", 200)                                       -- the quarter before: 91 days from 2025-12-31
        order("2025-12-31", 1) order("2025-12-30", 5000)
        tickets:create{kind = "enquiry", customer = 5, subject = "s", step = "x", state = "closed", reopened = 0, opened_at = instant"2026-05-01",
          resolved_at = instant"2026-05-02T12:00:00"}
        tickets:create{kind = "enquiry", customer = 5, subject = "s", step = "x", state = "open", reopened = 0, opened_at = instant"2026-03-01"}
        survey_answers:create{kind = "csat", customer = 5, score = 4, answered_on = date"2026-05-01"}
        survey_answers:create{kind = "csat", customer = 5, score = 5, answered_on = date"2026-06-01"}
        survey_answers:create{kind = "csat", customer = 5, score = 1, answered_on = date"2026-03-31"}
        local r = success.review(5)
        return r.from, r.bought.orders, r.bought.amount, r.bought.amount_before, r.products[1].amount, r.delivered.deliveries,
          r.delivered.on_time, r.delivered.share, r.solved.opened, r.solved.resolved, r.solved.still_open, r.solved.mean_hours,
          r.satisfaction[1].answers, r.satisfaction[1].mean_score, #r.renewals
        """)
        == "date\"2026-04-01\"  3  money\"450.00\"  money\"201.00\"  money\"350.00\"  4  2  \(2.0 / 3)  1  1  1  36.0  2  4.5  0"
    )
  }

  @Test func badInput() throws {
    #expect(
      try eval(
        """
        local function code(f, ...) local ok, e = pcall(f, ...) return ok and "ok" or e.code end
        return code(success.renewals, {days = 0}), code(success.renewals, {by = "levl"}), code(success.renewals, {by = "month"}),
          code(success.renewal_quote, customers:get(1)), code(success.renewal_quote, contracts:get(1), {created = yuan(-1)}),
          code(success.review, 99), code(success.review, 1, {from = date"2026-06-30", to = date"2026-06-01"}),
          code(success.review, 1, {to = date"2026-07-01"}), code(success.renewal_rate, {from = date"2026-07-02"})
        """)
        == "\"success.days\"  \"loyalty.split\"  \"loyalty.split\"  \"script.argument\"  \"value.created\"  \"record.missing\"  "
        + "\"success.day\"  \"success.day\"  \"loyalty.period\"")
  }
}
