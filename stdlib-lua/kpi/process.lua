-- Key figures of the process (PF7), with the goals of PF8. Conversions count what was decided in the period.
local of_activities = {
  "rep", "kind", region = "customer.region", level = "customer.level", team = "rep.team", area = "rep.area",
}
local function activities(kinds)
  return {
    from = "activities", day = "at", columns = { "customer", "kind" }, by = of_activities, where = { kind = kinds },
  }
end
local contacts = { "visit", "call", "meeting" }
local function with(base, more)
  for k, v in pairs(base) do more[k] = more[k] or v end
  return more
end
local function count(g) return g:count() end
local deals = {
  from = "opportunities", day = "closed_on",
  columns = { "status", "amount", cycle_days = { "opened_on", "closed_on" } },
  by = { "rep", "region", "source", "playbook", level = "customer.level", team = "rep.team" },
}
local quotes = { from = "quotes", day = "quoted_on", columns = { "status" }, by = { "rep", region = "customer.region", team = "rep.team" } }
local heads = {
  from = "reps", day = "joined_on", window = "upto", columns = { "left_on" }, by = { "region", "team", "area", rep = "id" },
}
local function staff(g, period) return g:count() - g:count { left_on = { below = period.last } } end
local by_rep = { "rep", region = "rep.region", team = "rep.team", area = "rep.area" }

return {
  with(activities { "visit" }, {
    name = "visits", title = { en = "visits", zh = "拜访量" }, unit = "count", value = count, source = "S0 (PF7)",
  }),
  with(activities { "call" }, {
    name = "calls", title = { en = "calls", zh = "电话量" }, unit = "count", value = count, source = "S0 (PF7)",
  }),
  with(quotes, {
    name = "quotes_count", title = { en = "quotes", zh = "报价数" }, unit = "count", value = count, source = "S0 (PF7)",
  }),
  {
    name = "samples", title = { en = "samples", zh = "样品数" }, unit = "count", source = "S0 (PF7)",
    needs = "a record of samples sent, by customer and day",
  },
  {
    name = "lead_conversion", title = { en = "lead conversion", zh = "线索转化率" }, unit = "share",
    from = "leads", day = "arrived_at", columns = { "status" },
    by = { "region", "source", "grade", rep = "owner", team = "owner.team" },
    value = function(g) return kpi.ratio(g:count { status = "converted" }, g:count()) end, source = "S0 (PF7)",
    note = "of the leads that came in the period, those that became opportunities since",
  },
  with(deals, {
    name = "conversion", title = { en = "opportunity conversion", zh = "商机转化率" }, unit = "share",
    value = function(g) return kpi.ratio(g:count { status = "won" }, g:count { status = { "won", "lost" } }) end,
    baseline = 0.125, goal = 0.20, industry = 0.183, source = "S1 (PF8)", note = "of those decided in the period",
  }),
  with(quotes, {
    name = "quote_conversion", title = { en = "quote conversion", zh = "报价转化率" }, unit = "share",
    value = function(g)
      return kpi.ratio(g:count { status = "accepted" }, g:count { status = { "accepted", "declined", "expired" } })
    end, source = "S0 (PF7)", note = "of the quotes of the period that were decided",
  }),
  {
    name = "sample_conversion", title = { en = "sample conversion", zh = "样品转化率" }, unit = "share", source = "S0 (PF7)",
    needs = "a record of samples sent, by customer and day",
  },
  with(deals, {
    name = "cycle", title = { en = "sales cycle", zh = "销售周期" }, unit = "days", better = "lower",
    value = function(g) return g:mean("cycle_days", { status = "won" }) end,
    baseline = 42, goal = 30, industry = 35, source = "S1 (PF8)", note = "from opening to winning",
  }),
  {
    name = "development_cycle", title = { en = "development cycle", zh = "客户开发周期" }, unit = "days", better = "lower",
    from = "customers", day = "first_order", columns = { span = { "created_on", "first_order" } },
    by = { "region", "level", "kind", rep = "owner" },
    value = function(g) return g:mean("span", { span = { from = 0 } }) end, source = "S0 (PF7)",
    note = "from the record of the customer to its first order",
  },
  {
    name = "opportunities_per_head", title = { en = "open opportunities a head", zh = "人均商机数" }, unit = "number",
    from = {
      open = { from = "opportunities", day = "opened_on", window = "upto", columns = { "closed_on" }, by = by_rep },
      heads = heads,
    },
    value = function(g, period)
      return kpi.ratio(g.open:count() - g.open:count { closed_on = { upto = period.last } }, staff(g.heads, period))
    end, source = "S0 (PF7)",
  },
  {
    name = "daily_activity", title = { en = "activities a head and working day", zh = "日均活动量" }, unit = "number",
    from = { done = { from = "activities", day = "at", columns = { "kind" }, by = by_rep, where = { kind = contacts } }, heads = heads },
    value = function(g, period)
      return kpi.ratio(g.done:count(), staff(g.heads, period) * calendar.working_days(period.first, period.last))
    end, source = "S0 (PF7)", note = "visits, calls and meetings; days of the working calendar",
  },
  {
    name = "efficiency", title = { en = "activities a head", zh = "团队人效（活动）" }, unit = "number",
    from = { done = { from = "activities", day = "at", columns = { "kind" }, by = by_rep, where = { kind = contacts } }, heads = heads },
    value = function(g, period) return kpi.ratio(g.done:count(), staff(g.heads, period)) end,
    source = "S4 (PF11); what efficiency counts is ours", note = "what the watch of teams goes by, week on week",
  },
}
