-- Customer health by the signals of S0: how often it buys, whether it buys more, whether it needs more service,
-- and how it pays.
--
-- Assumptions, where the sources are silent: the weights, the points, the windows and the bands. A customer
-- without service requests is as calm as one whose requests are level.
return {
  name = "health_signals",
  title = { en = "Health by signals", zh = "健康度（信号）" },
  source = "S0 (CS1)",
  missing = "renormalise",
  least_known = 40, -- ours
  factors = {
    {
      key = "use", title = { en = "use frequency", zh = "使用频率" }, group = "activity", weight = 30,
      read = { source = "orders", take = "count", months = 6 },
      scale = { { 0, 0 }, { 1, 40 }, { 3, 80 }, { 6, 100 } },
      source = "S0 (CS1): orders stand for use; points and weight are ours",
    },
    {
      key = "growth", title = { en = "purchase growth", zh = "采购增长" }, group = "value", weight = 30,
      read = { source = "orders", take = "growth", months = 6 },
      scale = { { -1, 0 }, { -0.2, 50 }, { 0, 75 }, { 0.2, 100 } },
      source = "S0 (CS1); points and weight are ours",
    },
    {
      key = "service", title = { en = "trend of service requests", zh = "服务请求趋势" }, group = "service", weight = 20,
      read = { source = "tickets", take = "count_growth", months = 3 },
      scale = { { -0.5, 100 }, { 0, 80 }, { 1, 20 }, { 2, 0 } },
      missing = "neutral", neutral = 80,
      source = "S0 (CS1); points and weight are ours",
    },
    {
      key = "payment", title = { en = "payment behaviour", zh = "付款行为" }, group = "payment", weight = 20,
      read = { source = "payments", take = "late_share", months = 12 },
      scale = { { 0, 100 }, { 0.2, 60 }, { 0.5, 0 } },
      source = "S0 (CS1); points and weight are ours",
    },
  },
  bands = {
    { key = "healthy", title = { en = "healthy", zh = "健康" }, from = 80, source = "S2 (CS1)" },
    { key = "watch", title = { en = "to watch", zh = "需关注" }, from = 60, source = "ours (CS1)" },
    { key = "at_risk", title = { en = "at risk", zh = "有风险" }, source = "ours (CS1)" },
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
