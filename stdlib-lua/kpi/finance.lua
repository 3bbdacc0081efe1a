-- Key figures of money (PF5), with the goals of PF8. A figure is a formula over the rows of an entity; how one is
-- written is in docs/policies/kpi.md. Receivables follow docs/policies/receivables.md.
local live = "status ~= 'cancelled'"
local of_orders = {
  "rep", "status", region = "customer.region", level = "customer.level", kind = "customer.kind",
  industry = "customer.industry", team = "rep.team", area = "rep.area",
}
local of_invoices = { rep = "order.rep", region = "customer.region", level = "customer.level" }
local of_allocations = {
  rep = "invoice.order.rep", region = "invoice.customer.region", level = "invoice.customer.level",
}
local of_lines = {
  product = "product", category = "product.category", rep = "order.rep", region = "order.customer.region",
  level = "order.customer.level", team = "order.rep.team",
}

local function sum_amount(g) return g:sum("amount") end
local orders = { from = "orders", day = "ordered_on", columns = { "amount", "customer", "status" }, by = of_orders, where = live }
local function orders_in(window)
  return { from = "orders", day = "ordered_on", columns = { "amount", "status" }, by = of_orders, where = live, window = window }
end
local lines = {
  from = "order_lines", columns = { "amount", "cost", customer = "order.customer", ordered_on = "order.ordered_on" },
  day = "ordered_on", by = of_lines, where = "cost ~= nil",
}
local heads = {
  from = "reps", day = "joined_on", window = "upto", columns = { "left_on" },
  by = { "region", "team", "area", rep = "id" },
}
-- Reps who are with us on the last day.
local function staff(g, period) return g:count() - g:count { left_on = { below = period.last } } end

-- What targets of a metric sum up to for just these days; of a rep, or of the company.
local function targets(of)
  return {
    from = "targets", day = "starts_on", columns = { "amount", "metric", "ends_on", "rep", "unit", "product", "region", "kind" },
    by = { "rep" },
    where = function(period)
      return ("metric == 'sales' and starts_on == date'%s' and ends_on == date'%s' and product == nil and region == nil"
        .. " and kind == nil and %s"):format(tostring(period.first), tostring(period.last), of)
    end,
  }
end

local function open(g) return g.billed:sum("amount") - g.settled:sum("amount") end
local function billed(where)
  return { from = "invoices", day = "issued_on", window = "upto", columns = { "amount", "due_on" }, by = of_invoices, where = where }
end
local function settled(where)
  return {
    from = "allocations", day = "allocated_on", window = "upto", columns = { "amount", due_on = "invoice.due_on" },
    by = of_allocations, where = where,
  }
end
local function past_due(period) return { due_on = { below = period.last } } end

local function define(base, more)
  local d = {}
  for k, v in pairs(base) do d[k] = v end
  for k, v in pairs(more) do d[k] = v end
  return d
end

return {
  define(orders, {
    name = "revenue", title = { en = "sales", zh = "销售额" }, unit = "yuan", value = sum_amount, source = "S0 (PF5)",
    note = "orders by their day, those cancelled left out",
  }),
  define(orders, {
    name = "orders_count", title = { en = "orders", zh = "订单数" }, unit = "count",
    value = function(g) return g:count() end, source = "S0 (PF5)",
  }),
  define(orders, {
    name = "ticket", title = { en = "mean order", zh = "客单价" }, unit = "yuan",
    value = function(g) return g:mean("amount") end,
    baseline = wan(126), goal = wan(150), industry = wan(145), source = "S1 (PF8)",
  }),
  {
    name = "target_attainment", title = { en = "sales against the company's target", zh = "销售目标达成率" }, unit = "share",
    from = { sold = orders, target = targets("rep == nil and unit == nil") },
    value = function(g) return kpi.ratio(g.sold:sum("amount"), g.target:sum("amount")) end, goal = 1, source = "S0 (PF5)",
    note = "the target of just these days, not split by line",
  },
  {
    name = "rep_attainment", title = { en = "sales against the reps' targets", zh = "个人目标达成率" }, unit = "share",
    from = { sold = orders, target = targets("rep ~= nil") },
    value = function(g) return kpi.ratio(g.sold:sum("amount"), g.target:sum("amount")) end, goal = 1, source = "S0 (PF5)",
    note = "the targets of just these days, not split by line; split it by rep",
  },
  {
    name = "revenue_growth", title = { en = "growth on the year", zh = "同比增长率" }, unit = "share",
    from = { now = orders_in("within"), before = orders_in("last_year") },
    value = function(g)
      local before = g.before:sum("amount")
      return kpi.ratio(g.now:sum("amount") - before, before)
    end, source = "S0 (PF5)",
  },
  {
    name = "revenue_growth_previous", title = { en = "growth on the period before", zh = "环比增长率" }, unit = "share",
    from = { now = orders_in("within"), before = orders_in("previous") },
    value = function(g)
      local before = g.before:sum("amount")
      return kpi.ratio(g.now:sum("amount") - before, before)
    end, source = "S0 (PF5)",
  },
  {
    name = "revenue_per_head", title = { en = "sales a head and year", zh = "人均销售额（年化）" }, unit = "yuan",
    from = {
      sold = { from = "orders", day = "ordered_on", columns = { "amount", "status" }, where = live,
        by = { "rep", region = "rep.region", team = "rep.team", area = "rep.area" } },
      heads = heads,
    },
    value = function(g, period) return kpi.per(g.sold:sum("amount") * 365, staff(g.heads, period) * period.days) end,
    baseline = wan(286), goal = wan(350), industry = wan(325), source = "S1 (PF8)",
    note = "reps with us on the last day; at the pace of a year of 365 days",
  },
  define(lines, {
    name = "gross_profit", title = { en = "gross profit", zh = "毛利" }, unit = "yuan",
    value = function(g) return g:sum("amount") - g:sum("cost") end, source = "S0 (PF5)", note = "lines whose cost is known",
  }),
  define(lines, {
    name = "gross_margin", title = { en = "gross margin", zh = "毛利率" }, unit = "share",
    value = function(g) return kpi.ratio(g:sum("amount") - g:sum("cost"), g:sum("amount")) end,
    source = "S0 (PF5)", note = "lines whose cost is known",
  }),
  define(lines, {
    name = "contribution_per_customer", title = { en = "mean contribution a customer", zh = "客户平均贡献" }, unit = "yuan",
    value = function(g) return kpi.per(g:sum("amount") - g:sum("cost"), g:distinct("customer")) end,
    source = "S0 (PF5)", note = "gross profit over the customers who bought",
  }),
  {
    name = "profit_per_head", title = { en = "gross profit a head", zh = "人均利润" }, unit = "yuan",
    from = { lines = define(lines, { by = { rep = "order.rep", region = "order.rep.region", team = "order.rep.team", area = "order.rep.area" } }), heads = heads },
    value = function(g, period) return kpi.per(g.lines:sum("amount") - g.lines:sum("cost"), staff(g.heads, period)) end,
    source = "S0 (PF5)",
  },
  {
    name = "net_margin", title = { en = "net margin", zh = "净利率" }, unit = "share", source = "S0 (PF5)",
    needs = "the costs of selling and administration of the period",
  },
  {
    name = "collection_rate", title = { en = "collection rate", zh = "回款率" }, unit = "share",
    from = {
      due = { from = "invoices", day = "due_on", columns = { "amount", "issued_on" }, by = of_invoices,
        where = function(period) return { issued_on = { upto = period.last } } end },
      paid = { from = "allocations", day = "due_on", columns = { "amount", "kind", "allocated_on", due_on = "invoice.due_on" },
        by = of_allocations,
        where = function(period) return { kind = "payment", allocated_on = { upto = period.last } } end },
    },
    value = function(g) return kpi.ratio(g.paid:sum("amount"), g.due:sum("amount")) end,
    goal = 0.98, source = "S0, S1 (PF5, PF8)", note = "of what fell due in the period, what was paid by its end",
  },
  {
    name = "receivables", title = { en = "receivables", zh = "应收账款" }, unit = "yuan", better = "lower",
    from = { billed = billed(), settled = settled() }, value = open, source = "S0 (PF5)",
  },
  {
    name = "dso", title = { en = "days sales outstanding", zh = "应收账款周转天数" }, unit = "days", better = "lower",
    from = { billed = billed(), settled = settled(), sales = { from = "invoices", day = "issued_on", columns = { "amount" }, by = of_invoices } },
    value = function(g, period)
      local share = kpi.ratio(open(g), g.sales:sum("amount"))
      return share and share * period.days
    end, source = "standards: customer measures (PF5)", note = "every invoice counts as a credit sale",
  },
  {
    name = "overdue_rate", title = { en = "overdue rate", zh = "逾期率" }, unit = "share", better = "lower",
    from = { billed = billed(), settled = settled(), late = billed(past_due), late_settled = settled(past_due) },
    value = function(g) return kpi.ratio(g.late:sum("amount") - g.late_settled:sum("amount"), open(g)) end,
    source = "S0 (PF5)", note = "of what is open on the last day, what was due before it",
  },
  {
    name = "bad_debt_rate", title = { en = "bad-debt rate", zh = "坏账率" }, unit = "share", better = "lower",
    from = {
      lost = { from = "allocations", day = "allocated_on", columns = { "amount", "kind" }, by = of_allocations, where = { kind = "bad_debt" } },
      sales = { from = "invoices", day = "issued_on", columns = { "amount" }, by = of_invoices },
    },
    value = function(g) return kpi.ratio(g.lost:sum("amount"), g.sales:sum("amount")) end, source = "S0 (PF5)",
    note = "every invoice counts as a credit sale",
  },
}
