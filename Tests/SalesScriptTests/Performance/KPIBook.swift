// A small book whose key figures are counted by hand.
enum KPIBook {
  /// As of 2026-06-30. Orders of Ann (team blue) and Bob (team red), in yuan:
  ///
  /// | day | rep | customer | amount | status |
  /// |---|---|---|---|---|
  /// | 2025-05-10 | Ann | 甲 | 400 | placed |
  /// | 2026-02-10 | Bob | 乙 | 500 | placed |
  /// | 2026-04-10 | Ann | 甲 | 100 | placed |
  /// | 2026-05-10 | Ann | 甲 | 200 | placed |
  /// | 2026-05-20 | Bob | 乙 | 300 | placed |
  /// | 2026-05-21 | Bob | 乙 | 999 | cancelled |
  /// | 2026-06-10 | none | 丙 | 150 | placed |
  ///
  /// The second quarter: 750; the first 500; that of last year 400.
  static let source = """
    local ann = reps:create{code = "A", name = "Ann", region = "east", team = "blue", role = "key_account",
      joined_on = date"2020-01-01"}
    local bob = reps:create{code = "B", name = "Bob", region = "west", team = "red", role = "regional",
      joined_on = date"2026-05-01"}
    local cid = reps:create{code = "C", name = "Cid", region = "west", team = "red", joined_on = date"2020-01-01",
      left_on = date"2026-03-31"}
    local a = customers:create{name = "甲", region = "east", owner = ann}
    local b = customers:create{name = "乙", region = "west", owner = bob}
    local c = customers:create{name = "丙"}
    local function order(day, r, customer, amount, status)
      return orders:create{customer = customer, rep = r, ordered_on = date(day), amount = yuan(amount),
        status = status or "placed"}
    end
    order("2025-05-10", ann, a, 400)
    order("2026-02-10", bob, b, 500)
    order("2026-04-10", ann, a, 100)
    order("2026-05-10", ann, a, 200)
    order("2026-05-20", bob, b, 300)
    order("2026-05-21", bob, b, 999, "cancelled")
    order("2026-06-10", nil, c, 150)

    """

  /// Invoices: 100 due on 2026-05-31, of which 60 are paid in time, 30 on 2026-07-05 and 10 never; 200 due on
  /// 2026-07-31, paid 50 on 2026-06-15.
  static let invoices = """
    local function invoice(issued, due, amount)
      return invoices:create{customer = 1, order = 3, issued_on = date(issued), due_on = date(due), amount = yuan(amount)}
    end
    local function pay(i, day, amount)
      allocations:create{invoice = i, kind = "payment", allocated_on = date(day), amount = yuan(amount)}
    end
    local one, two = invoice("2026-05-01", "2026-05-31", 100), invoice("2026-06-01", "2026-07-31", 200)
    pay(one, "2026-05-30", 60) pay(one, "2026-07-05", 30) pay(two, "2026-06-15", 50)

    """
}
