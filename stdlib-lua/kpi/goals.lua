-- The rest of S1's list of baselines and goals (PF8); conversion, cycle, ticket, repurchase, collection, sales a head,
-- satisfaction and churn stand with the figures of their kind. What no record tells says what would be needed.
local live = "status ~= 'cancelled'"
local source = "S1 (PF8)"
local function orders(columns, by)
  return { from = "orders", day = "ordered_on", columns = columns, where = live, by = by or { region = "customer.region", "rep" } }
end
local function with(base, more)
  for k, v in pairs(base) do more[k] = more[k] or v end
  more.source = more.source or source
  return more
end
-- What no record tells.
local function asked(name, en, zh, unit, needs, more)
  more = more or {}
  more.name, more.title, more.unit, more.needs, more.source = name, { en = en, zh = zh }, unit, needs, source
  return more
end

return {
  {
    name = "staff_loss", title = { en = "staff loss", zh = "员工流失率" }, unit = "share", better = "lower", from = {
      left = { from = "reps", day = "left_on", by = { "region", "team", "area" } },
      start = { from = "reps", day = "joined_on", window = "before", columns = { "left_on" }, by = { "region", "team", "area" } },
    },
    value = function(g, period)
      return kpi.ratio(g.left:count(), g.start:count() - g.start:count { left_on = { below = period.first } })
    end,
    baseline = 0.286, goal = 0.20, industry = 0.223, source = source, note = "of those with us at the start; a year's goal",
  },
  with(orders({ "amount", "customer", "status" }), {
    name = "top_50_share", title = { en = "share of the 50 largest customers", zh = "前50大客户占比" }, unit = "share",
    value = function(g) return g:top_share("amount", "customer", 50) end, goal = 0.65,
  }),
  with(orders({ "amount", "rep", "status" }, { region = "customer.region" }), {
    name = "top_3_share", title = { en = "share of the 3 best reps", zh = "前3名人员业绩占比" }, unit = "share", better = "lower",
    value = function(g) return g:top_share("amount", "rep", 3) end, source = "S4 (PF9)",
    note = "whether three people or fewer make half of the results",
  }),
  {
    name = "distribution_share", title = { en = "share of distribution", zh = "分销渠道占比" }, unit = "share",
    from = {
      agents = { from = "orders", day = "ordered_on", columns = { "amount", "agent", "status" },
        where = "agent ~= nil and status ~= 'cancelled'", by = { region = "customer.region" } },
      all = orders({ "amount", "status" }, { region = "customer.region" }),
    },
    value = function(g) return kpi.ratio(g.agents:sum("amount"), g.all:sum("amount")) end,
    baseline = 0.25, goal = 0.35, source = source, note = "orders that came through an agent",
  },
  {
    name = "west_growth", title = { en = "growth in the west", zh = "西部区域增长" }, unit = "share", goal = 0.25,
    from = {
      now = { from = "orders", day = "ordered_on", columns = { "amount", "status", region = "customer.region" }, where = "region == 'west' and status ~= 'cancelled'" },
      before = { from = "orders", day = "ordered_on", window = "last_year", columns = { "amount", "status", region = "customer.region" }, where = "region == 'west' and status ~= 'cancelled'" },
    },
    value = function(g)
      local before = g.before:sum("amount")
      return kpi.ratio(g.now:sum("amount") - before, before)
    end, source = source,
  },
  {
    name = "large_customers", title = { en = "share of customers of 10 million a year", zh = "年采购千万以上客户占比" }, unit = "share",
    from = "customers", columns = { "annual_purchase" }, by = { "region", "level", rep = "owner" },
    value = function(g)
      return kpi.ratio(g:count { annual_purchase = { from = wan(1000) } }, g:count { annual_purchase = { from = yuan(1) } })
    end,
    baseline = 0.182, goal = 0.25, industry = 0.256, source = source, note = "by annual purchase as it is now, of those who bought",
  },
  {
    name = "response_hours", title = { en = "hours to the first response", zh = "线索响应时间" }, unit = "number", better = "lower",
    from = "leads", day = "arrived_at", columns = { wait = { "arrived_at", "followed_up_at", "hours" } },
    by = { "region", "source", rep = "owner" },
    value = function(g) return g:mean("wait") end, baseline = 4, goal = 2, source = source,
  },
  {
    name = "signing_days", title = { en = "days from quote to signature", zh = "合同签订时间" }, unit = "days", better = "lower",
    from = "contracts", day = "signed_on",
    columns = { wait = { "quoted_on", "signed_on" }, quoted_on = "quote.quoted_on" }, by = { "rep", region = "customer.region" },
    value = function(g) return g:mean("wait", { wait = { from = 0 } }) end, baseline = 5, goal = 2, source = source,
  },
  {
    name = "lead_cost", title = { en = "cost of a lead", zh = "线索成本" }, unit = "yuan", better = "lower",
    from = "leads", day = "arrived_at", columns = { "cost" }, by = { "region", "source" },
    value = function(g) return g:mean("cost") end, source = source, note = "the goal is 20 % less than before",
  },
  {
    name = "training_cover", title = { en = "reps trained", zh = "培训覆盖率" }, unit = "share",
    from = {
      trained = { from = "trainings", day = "held_on", columns = { "rep" }, by = { region = "rep.region", team = "rep.team" } },
      heads = { from = "reps", day = "joined_on", window = "upto", columns = { "left_on" }, by = { "region", "team" } },
    },
    value = function(g, period)
      return kpi.ratio(g.trained:distinct("rep"), g.heads:count() - g.heads:count { left_on = { below = period.last } })
    end, goal = 1, source = source,
  },
  {
    name = "training_hours", title = { en = "hours of training a head", zh = "人均培训学时" }, unit = "number",
    from = "trainings", day = "held_on", columns = { "hours", "rep" }, by = { region = "rep.region", team = "rep.team", "rep" },
    value = function(g) return kpi.ratio(g:sum("hours"), g:distinct("rep")) end, industry = 52, source = source,
    note = "of those who were trained",
  },
  asked("market_share", "market share", "市场占有率", "share", "the size of the market, by period", { baseline = 0.087, goal = 0.15 }),
  asked("service_share", "share of services in sales", "服务收入占比", "share", "which products are services: a category of their own", { goal = 0.35 }),
  asked("product_b_growth", "growth of product B", "B类产品增长", "share", "which products are A and B: the sources do not say", { goal = 0.25 }),
  asked("product_a_growth", "growth of product A", "A类产品增长", "share", "which products are A and B: the sources do not say", { goal = 0.18 }),
  asked("emerging_share", "share of emerging industries", "新兴行业占比", "share", "which industry codes are emerging", { baseline = 0.12, goal = 0.30 }),
  asked("emerging_customers_growth", "growth of customers in emerging industries", "新兴行业客户增长", "share", "which industry codes are emerging", { goal = 0.5 }),
  asked("online_share", "share of online channels", "线上渠道占比", "share", "the channel of an order", { baseline = 0.28, goal = 0.45 }),
  asked("social_share", "share of social channels", "社交渠道占比", "share", "the channel of an order", { goal = 0.20 }),
  asked("shop_conversion", "conversion of the shop", "商城转化率", "share", "visits of the shop", { baseline = 0.023, goal = 0.05 }),
  asked("cities", "cities with a distributor", "覆盖城市数", "count", "the city of each agent", { baseline = 42, goal = 80 }),
  asked("mobile_signing", "contracts signed on mobile", "移动签约率", "share", "how a contract was signed", { goal = 0.4 }),
  asked("late_projects", "late projects across departments", "跨部门项目延期率", "share", "projects across departments, with due days", { baseline = 0.235, industry = 0.158, better = "lower" }),
  asked("tool_skill", "reps who master the tools", "工具熟练率", "share", "tests of skill with the tools", { goal = 0.8 }),
}
