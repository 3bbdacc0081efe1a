-- Key figures of customers (PF6), with the goals of PF8. What a customer is, and when one is lost, is decided by the
-- policy `loyalty`; the first order of a customer is a purchase fact (purchases.refresh).
local live = "status ~= 'cancelled'"
local of_orders = {
  "rep", region = "customer.region", level = "customer.level", kind = "customer.kind", industry = "customer.industry",
  team = "rep.team",
}
local function orders(columns, window)
  local all = { "customer", "status" }
  for _, c in ipairs(columns or {}) do all[#all + 1] = c end
  all.first_order = "customer.first_order"
  return { from = "orders", day = "ordered_on", window = window, columns = all, by = of_orders, where = live }
end
local of_customers = { "region", "level", "kind", "industry", rep = "owner", team = "owner.team", channel = "source" }
local new = { from = "customers", day = "first_order", by = of_customers }
local function with(base, more)
  for k, v in pairs(base) do more[k] = more[k] or v end
  return more
end
local function first_in(period) return { first_order = { from = period.first, upto = period.last } } end
local function loyal(name) return function(_, period) return loyalty.retention { from = period.first, to = period.last }[name] end end

return {
  with(new, {
    name = "new_customers", title = { en = "new customers", zh = "新客户数" }, unit = "count",
    value = function(g) return g:count() end, source = "S0 (PF6)", note = "first order in the period",
  }),
  with(orders { "amount" }, {
    name = "revenue_from_new", title = { en = "sales to new customers", zh = "新客户销售额" }, unit = "yuan",
    value = function(g, period) return g:sum("amount", first_in(period)) end, source = "S0 (PF6)",
  }),
  with(orders { "amount" }, {
    name = "new_share", title = { en = "share of sales from new customers", zh = "新客户销售占比" }, unit = "share",
    value = function(g, period) return kpi.ratio(g:sum("amount", first_in(period)), g:sum("amount")) end, source = "S0 (PF6)",
  }),
  {
    name = "acquisition_cost", title = { en = "cost of a new customer", zh = "获客成本" }, unit = "yuan", better = "lower",
    from = {
      leads = { from = "leads", day = "arrived_at", columns = { "cost" }, by = { "region", rep = "owner" } },
      new = new,
    },
    value = function(g) return kpi.per(g.leads:sum("cost"), g.new:count()) end, source = "S0 (PF6)",
    note = "what leads cost; the pay of those who sell is not in it",
  },
  {
    name = "development_success", title = { en = "development success", zh = "客户开发成功率" }, unit = "share",
    from = "leads", day = "closed_at", columns = { "status" }, by = { "region", "source", rep = "owner" },
    value = function(g) return kpi.ratio(g:count { status = "converted" }, g:count()) end, source = "S0 (PF6)",
    note = "of the leads that ended in the period, those that became opportunities",
  },
  {
    name = "retention", title = { en = "retention", zh = "客户保留率" }, unit = "share", value = loyal("retention"),
    source = "S0 (PF6)", note = "by the policy loyalty",
  },
  {
    name = "churn", title = { en = "churn", zh = "客户流失率" }, unit = "share", better = "lower", value = loyal("churn"),
    goal = 0.15, source = "S1 (PF8)", note = "by the policy loyalty; a year's goal",
  },
  {
    name = "nrr", title = { en = "net revenue retention", zh = "净收入留存率" }, unit = "share", value = loyal("nrr"),
    source = "standards: customer measures (PF6)",
  },
  with(orders(nil, { months = 12 }), {
    name = "repurchase", title = { en = "repurchase", zh = "复购率" }, unit = "share",
    value = function(g) return kpi.ratio(g:repeated("customer", 2), g:distinct("customer")) end,
    baseline = 0.358, goal = 0.45, industry = 0.426, source = "S1 (PF8)",
    note = "of those who bought in twelve months, those who did twice",
  }),
  {
    name = "satisfaction", title = { en = "satisfaction", zh = "客户满意度" }, unit = "share",
    from = "survey_answers", day = "answered_on", columns = { "score" }, where = { kind = "csat" },
    by = { "channel", rep = "customer.owner", region = "customer.region", level = "customer.level" },
    value = function(g) return kpi.ratio(g:count { score = { from = 4 } }, g:count("score")) end,
    baseline = 0.823, goal = 0.9, source = "S1 (PF8); top box of the policy surveys",
  },
  {
    name = "referrals_count", title = { en = "referrals", zh = "转介绍数" }, unit = "count",
    from = "referrals", day = "referred_on", by = { rep = "customer.owner", region = "customer.region" },
    value = function(g) return g:count() end, source = "S0 (PF6)",
  },
  {
    name = "lifetime_value", title = { en = "lifetime value", zh = "客户终身价值" }, unit = "yuan",
    value = function(_, period) return loyalty.ltv { to = period.last }.ltv end, source = "S0 (PF6)",
    note = "by the policy loyalty",
  },
  with(orders { "amount" }, {
    name = "purchase_per_customer", title = { en = "mean purchase", zh = "客户平均采购额" }, unit = "yuan",
    value = function(g) return kpi.per(g:sum("amount"), g:distinct("customer")) end, source = "S0 (PF6)",
  }),
  with(orders(), {
    name = "frequency", title = { en = "orders a customer", zh = "采购频次" }, unit = "number",
    value = function(g) return kpi.ratio(g:count(), g:distinct("customer")) end, source = "S0 (PF6)",
  }),
  with(orders(), {
    name = "buying_customers", title = { en = "customers who bought", zh = "成交客户数" }, unit = "count",
    value = function(g) return g:distinct("customer") end, source = "S0 (PF6)",
  }),
  {
    name = "wallet_share", title = { en = "our share of customers' purchases", zh = "客户采购份额" }, unit = "share",
    needs = "what each customer buys of everybody (readings of the metric wallet): loyalty.wallet(customer) has it one by one",
    source = "S0 (PF6)",
  },
}
