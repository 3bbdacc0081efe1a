// A small book whose health by the model health_signals is computed by hand.
enum HealthBook {
  /// As of 2026-06-30:
  ///
  /// 1, level A: 2 orders in six months, between (1, 40) and (3, 80): 60 × 30; 120 k after 100 k, + 20 %: 100 ×
  /// 30; 2 tickets in three months after 1, + 100 %: 20 × 20; paid in time: 100 × 20. 18 + 30 + 4 + 20 = 72.
  ///
  /// 2, level B: no order in six months: 0 × 30; − 100 %: 0 × 30; no tickets, neutral: 80 × 20; no invoices: the
  /// others carry its weight. 1600 / 80 = 20.
  ///
  /// 3, level C: 6 orders: 100 × 30; 60 k after 60 k: 75 × 30; neutral 80 × 20; half of what was due was late: 0
  /// × 20. 30 + 22.5 + 16 + 0 = 68.5.
  ///
  /// 4, level A: never ordered.
  static let source = """
    local ann, bob = reps:create{name = "Ann"}, reps:create{name = "Bob"}
    local a = customers:create{name = "甲", level = "A", owner = ann, csm = bob}
    local b = customers:create{name = "乙", level = "B", owner = ann}
    local c = customers:create{name = "丙", level = "C", owner = ann}
    local d = customers:create{name = "丁", level = "A", owner = ann}
    local function order(customer, day, amount)
      return orders:create{customer = customer, ordered_on = date(day), amount = yuan(amount), status = "placed"}
    end
    local function ticket(customer, at)
      return tickets:create{kind = "enquiry", customer = customer, subject = "?", step = "open", state = "open",
        opened_at = instant(at), reopened = 0}
    end
    local function invoice(customer, due, amount)
      return invoices:create{customer = customer, issued_on = date(due) - days(30), due_on = date(due), amount = yuan(amount)}
    end
    local function pay(i, day, amount)
      allocations:create{invoice = i, kind = "payment", allocated_on = date(day), amount = yuan(amount)}
    end
    order(a, "2025-08-01", 100000) order(a, "2026-02-01", 60000) order(a, "2026-05-01", 60000)
    order(b, "2025-09-01", 50000)
    order(c, "2025-10-01", 60000)
    for _, day in ipairs{"2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01", "2026-06-30"} do
      order(c, day, 10000)
    end
    ticket(a, "2026-01-15T10:00:00") ticket(a, "2026-04-15T10:00:00") ticket(a, "2026-06-15T10:00:00")
    pay(invoice(a, "2026-05-31", 100), "2026-05-30", 100)
    local late = invoice(c, "2026-03-31", 100)
    pay(late, "2026-03-31", 50) pay(late, "2026-04-10", 50)

    """
}
