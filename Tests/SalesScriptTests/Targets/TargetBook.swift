// A small book whose targets are computed by hand.
enum TargetBook {
  /// Four reps: Ann and Bob in the area north (Ann by her region, Bob by his area), teams one and two; Cy in the area
  /// south, team three; Dee, south, left on 2025-06-30.
  ///
  /// Sales by rep and month of 2025 (Q2): Ann 100 (April) + 200 (May), Bob 100 (June), Cy 300 (April) + 100 (June),
  /// Dee 200 (May); nobody's: 50 (June). A cancelled order of 999 does not count. All of April to June 2025: 1,050.
  /// Of 2024: Ann 300 in May. Of 2026: Ann 250 (April), Cy 150 (June 10th).
  ///
  /// Of 2025, Ann's 100 of April are bolts; her 200 are 150 bolts and 50 nuts; Bob's 100 nuts; Cy's 400 bolts; Dee's
  /// 200 have no lines, nor has the order of nobody.
  static let source = """
    local ann = reps:create{code = "A", name = "Ann", region = "north", team = "one"}
    local bob = reps:create{code = "B", name = "Bob", region = "west", area = "north", team = "two"}
    local cy = reps:create{code = "C", name = "Cy", region = "south", team = "three"}
    local dee = reps:create{code = "D", name = "Dee", region = "south", team = "three", left_on = date"2025-06-30"}
    local bolt = products:create{code = "BOLT", name = "bolt", category = "bolts"}
    local nut = products:create{code = "NUT", name = "nut", category = "nuts"}
    local sat = customers:create{name = "Sat", region = "east", kind = "satellite", owner = ann}
    local roc = customers:create{name = "Roc", region = "west", kind = "rocket", owner = cy}
    local function order(customer, rep, day, amount, parts, status)
      local o = orders:create{customer = customer, rep = rep, ordered_on = date(day), amount = yuan(amount),
        status = status or "placed"}
      for i, part in ipairs(parts or {}) do
        order_lines:create{order = o, line = i, product = part[1], quantity = part[2] // 10, list_price = yuan(10),
          unit_price = yuan(10), amount = yuan(part[2])}
      end
    end
    order(sat, ann, "2025-04-30", 100, {{bolt, 100}})
    order(sat, ann, "2025-05-01", 200, {{bolt, 150}, {nut, 50}})
    order(roc, bob, "2025-06-01", 100, {{nut, 100}})
    order(roc, cy, "2025-04-01", 300, {{bolt, 300}})
    order(roc, cy, "2025-06-30", 100, {{bolt, 100}})
    order(sat, dee, "2025-05-20", 200)
    order(sat, nil, "2025-06-20", 50)
    order(sat, ann, "2025-05-20", 999, {{bolt, 990}}, "cancelled")
    order(sat, ann, "2024-05-20", 300)
    order(sat, ann, "2026-04-15", 250)
    order(roc, cy, "2026-06-10", 150)
    order(roc, cy, "2025-07-01", 7000)
    order(roc, cy, "2025-03-31", 7000)
    local function parts(s, name)
      local out = {}
      for i = 1, #s.parts do out[i] = s.parts[i][name] .. " " .. tostring(s.parts[i].target) end
      return table.concat(out, "; ")
    end
    local function code(f, ...)
      local ok, e = pcall(f, ...)
      return ok and "none" or e.code
    end

    """
}
