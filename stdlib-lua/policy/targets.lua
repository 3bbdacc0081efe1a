-- Targets: what they count, for whom they are set, how they grow, which history they are split by.
-- The sources name the levels, the lines and 20 % a year (OR2); how sales are counted follows the forecasts (FC3).
-- The number of years that seasons are read from, and the rounding, are ours.
return {
  name = "targets",
  title = { en = "Targets", zh = "销售目标" },
  source = "S0, S1, S4 (OR2)",
  growth = 0.20, -- S1 (OR2)
  rounding = "half_up", -- of grown targets, to the fen or to pieces: ours
  history_years = 3, -- ours
  -- The first is meant where a call names none. A record without a rep is its customer's owner's where no field
  -- is named; else it counts for the company alone.
  metrics = {
    { key = "sales", title = { en = "sales", zh = "销售额" }, unit = "yuan",
      of = "orders", value = "amount", day = "ordered_on", rep = "rep", customer = "customer",
      except = { status = { "cancelled" } },
      lines = { of = "order_lines", parent = "order", product = "product", value = "amount" },
      source = "S0 (OR2)" },
    { key = "orders", title = { en = "orders", zh = "订单数" }, unit = "pieces",
      of = "orders", day = "ordered_on", rep = "rep", customer = "customer",
      except = { status = { "cancelled" } }, source = "ours (OR2)" },
    { key = "pieces", title = { en = "pieces sold", zh = "销售件数" }, unit = "pieces",
      of = "orders", day = "ordered_on", rep = "rep", customer = "customer",
      except = { status = { "cancelled" } },
      lines = { of = "order_lines", parent = "order", product = "product", value = "quantity" },
      source = "S4 (OR2: product line)" },
    { key = "new_customers", title = { en = "new customers", zh = "新客户数" }, unit = "pieces",
      of = "customers", day = "first_order", rep = "owner", source = "S4 (OR2: customer line), S0 (PF6)" },
    { key = "visits", title = { en = "visits", zh = "拜访数" }, unit = "pieces",
      of = "activities", day = "at", rep = "rep", customer = "customer", only = { kind = { "visit" } },
      source = "S0 (PF7)" },
  },
  -- From the company down. A unit is named by the first of its fields that a rep has filled.
  levels = {
    { key = "company", title = { en = "company", zh = "公司" }, source = "S0 (OR2)" },
    { key = "area", title = { en = "area", zh = "大区" }, of = { "area", "region" }, source = "S1 (OR1, OR2)" },
    { key = "team", title = { en = "team", zh = "团队" }, of = "team", source = "S0 (OR2)" },
    { key = "rep", title = { en = "rep", zh = "销售人员" }, each = true, source = "S0 (OR2)" },
  },
}
