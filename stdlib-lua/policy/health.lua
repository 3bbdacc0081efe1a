-- Customer health, the standing model: activity, business value, relationship (S2), 0 to 100; below 80 an
-- alert and a recovery plan by the success manager.
--
-- Assumptions, where the sources are silent: the weights, the points at each value, the bands below 80, the
-- steps of recovery, whose alerts are raised. For a supplier of fasteners customers log in to nothing: where no
-- logins are read, how often they order stands for how much they use us.
return {
  name = "health",
  title = { en = "Health by activity, value, relationship", zh = "健康度（活跃、价值、关系）" },
  source = "S2 (CS1)",
  -- What a factor without data counts: zero, neutral (its own points), or renormalise (the others carry its weight).
  missing = "renormalise",
  -- Weight that must be known for a score to be given: ours.
  least_known = 40,
  factors = {
    {
      key = "logins", title = { en = "logins", zh = "登录" }, group = "activity", weight = 20,
      read = { source = "readings", metric = "logins", take = "sum", months = 3 },
      scale = { { 0, 0 }, { 12, 60 }, { 60, 100 } },
      otherwise = {
        read = { source = "orders", take = "count", months = 6 },
        scale = { { 0, 0 }, { 1, 40 }, { 3, 80 }, { 6, 100 } },
        note = "no logins are read: ordering stands for use",
      },
      source = "S2 (CS1); points and weight are ours",
    },
    {
      key = "function_use", title = { en = "functions used", zh = "功能使用率" }, group = "activity", weight = 20,
      read = { source = "readings", metric = "function_use", take = "latest", months = 6 },
      scale = { { 0, 0 }, { 0.8, 100 } },
      otherwise = {
        read = { source = "orders", take = "days_since" },
        scale = { { 30, 100 }, { 90, 70 }, { 180, 20 }, { 365, 0 } },
        note = "no use of functions is read: the days since the last order stand for it",
      },
      source = "S2 (CS1); points and weight are ours",
    },
    {
      key = "cost_saved", title = { en = "cost saved", zh = "成本降低" }, group = "value", weight = 15,
      read = { source = "readings", metric = "cost_saved", take = "latest", months = 12 },
      scale = { { 0, 40 }, { 0.1, 100 } }, source = "S2 (CS1); points and weight are ours",
    },
    {
      key = "efficiency", title = { en = "efficiency gained", zh = "效率提升" }, group = "value", weight = 15,
      read = { source = "readings", metric = "efficiency", take = "latest", months = 12 },
      scale = { { 0, 40 }, { 0.2, 100 } }, source = "S2 (CS1); points and weight are ours",
    },
    {
      key = "key_contact", title = { en = "contact with key people", zh = "关键人接触频率" },
      group = "relationship", weight = 30,
      read = {
        source = "activities", take = "count", months = 3, kinds = { "visit", "call", "meeting" },
        roles = { "procurement", "technical", "quality", "management" },
      },
      scale = { { 0, 0 }, { 1, 50 }, { 3, 100 } }, source = "S2 (CS1); points and weight are ours",
    },
  },
  -- The best first; the last takes the rest.
  bands = {
    { key = "healthy", title = { en = "healthy", zh = "健康" }, from = 80, source = "S2 (CS1)" },
    { key = "watch", title = { en = "to watch", zh = "需关注" }, from = 60, source = "ours (CS1)" },
    { key = "at_risk", title = { en = "at risk", zh = "有风险" }, source = "ours (CS1)" },
  },
  -- What is measured on a day and no other record tells (readings).
  metrics = {
    { key = "logins", title = { en = "logins", zh = "登录次数" }, unit = "times", source = "S2 (CS1)" },
    { key = "function_use", title = { en = "functions used", zh = "功能使用率" }, unit = "share", source = "S2 (CS1)" },
    { key = "cost_saved", title = { en = "cost saved", zh = "成本降低" }, unit = "share", source = "S2 (CS1, CS2)" },
    { key = "efficiency", title = { en = "efficiency gained", zh = "效率提升" }, unit = "share", source = "S2 (CS1, CS2)" },
    { key = "budget", title = { en = "budget", zh = "预算" }, unit = "yuan", source = "S4 (CS1)" },
    { key = "wallet", title = { en = "all its purchases of fasteners", zh = "紧固件采购总额" }, unit = "yuan",
      source = "ours (CS7)" },
  },
  alert = {
    below = 80, -- S2
    kind = "health_low",
    -- Ours: of a book of a million customers three in ten may be below 80. Alerts are for those whom somebody
    -- can call on: A and B, the lowest first, so many anew in a sweep. The others have their band and their trend.
    levels = { "A", "B" },
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
  -- From so many points a month, over so many months and at least so many scores, health rises or falls: ours.
  trend = { points_per_month = 2, months = 6, least = 3, source = "ours (CS1)" },
  -- How a back-test is run where nothing else is said: ours.
  backtest = { step = "month", horizon = days(90), source = "ours (CS1)" },
}
