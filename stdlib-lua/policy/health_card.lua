-- Customer health by the card of S4: activity, need fit, depth of the relationship, value potential.
--
-- Assumptions, where the sources are silent: the weights, the points, the windows and the bands. A survey of
-- need fit counts for 13 months, so that it holds until the next yearly one.
return {
  name = "health_card",
  title = { en = "Health card", zh = "客户健康度评估卡" },
  source = "S4 (CS1)",
  missing = "renormalise",
  least_known = 40, -- ours
  factors = {
    {
      key = "activity", title = { en = "activity", zh = "活跃度" }, group = "activity", weight = 25,
      read = { source = "orders", take = "count", months = 6 },
      scale = { { 0, 0 }, { 1, 40 }, { 3, 80 }, { 6, 100 } },
      source = "S4 (CS1); points and weight are ours",
    },
    {
      key = "need_fit", title = { en = "need fit", zh = "需求匹配度" }, group = "need", weight = 25,
      read = { source = "surveys", survey = "need", take = "latest", months = 13 },
      scale = { { 0, 0 }, { 100, 100 } },
      source = "S4 (CS1): yearly survey; weight is ours",
    },
    {
      key = "departments", title = { en = "departments that know us", zh = "覆盖部门" }, group = "relationship",
      weight = 10, read = { source = "contacts", take = "departments" },
      scale = { { 0, 0 }, { 1, 40 }, { 2, 70 }, { 3, 100 } }, source = "S4 (CS1); points and weight are ours",
    },
    {
      key = "chain", title = { en = "penetration of the decision chain", zh = "决策链渗透" },
      group = "relationship", weight = 15, read = { source = "contacts", take = "coverage" },
      scale = { { 0, 0 }, { 80, 100 } }, missing = "zero",
      source = "S4 (CS1): Σ weight × relationship (CU3); points and weight are ours",
    },
    {
      key = "influence", title = { en = "influence", zh = "影响力" }, group = "potential", weight = 10,
      read = { source = "customer", field = "influence" }, points = { low = 30, medium = 65, high = 100 },
      source = "S4 (CS1); points and weight are ours",
    },
    {
      key = "budget", title = { en = "budget growth", zh = "预算增长" }, group = "potential", weight = 15,
      read = { source = "readings", metric = "budget", take = "growth", months = 12 },
      scale = { { -0.2, 0 }, { 0, 60 }, { 0.2, 100 } },
      otherwise = {
        read = { source = "customer", field = "potential" }, points = { low = 30, medium = 65, high = 100 },
        note = "no budget is read: the judged potential stands for it",
      },
      source = "S4 (CS1); points and weight are ours",
    },
  },
  bands = {
    { key = "healthy", title = { en = "healthy", zh = "健康" }, from = 80, source = "S2 (CS1)" },
    { key = "watch", title = { en = "to watch", zh = "需关注" }, from = 60, source = "ours (CS1)" },
    { key = "at_risk", title = { en = "at risk", zh = "有风险" }, source = "ours (CS1)" },
  },
  metrics = {
    { key = "budget", title = { en = "budget", zh = "预算" }, unit = "yuan", source = "S4 (CS1)" },
  },
  alert = {
    below = 80, -- S2
    kind = "health_low",
    levels = { "A", "B" }, -- ours, as in health.lua
    limit = 200,
    task = "health_recovery",
    steps = {
      { key = "call", title = { en = "ask what is wrong", zh = "了解原因" }, days = 2, by = "csm", source = "ours (CS1)" },
      { key = "plan", title = { en = "write the recovery plan", zh = "制定挽回方案" }, days = 7, by = "csm",
        source = "S2 (CS1); the days are ours" },
      { key = "review", title = { en = "see whether it helped", zh = "复盘挽回效果" }, days = 30, by = "csm",
        source = "ours (CS1)" },
    },
    source = "S2 (CS1, AU2)",
  },
  trend = { points_per_month = 2, months = 6, least = 3, source = "ours (CS1)" },
  -- How a back-test is run where nothing else is said: ours.
  backtest = { step = "month", horizon = days(90), source = "ours (CS1)" },
}
