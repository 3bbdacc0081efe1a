-- Forecasting: methods, their contest, how calls and numbers are joined, goals, causes, the calendar.
-- The sources name the methods (FC1), the qualitative parts (FC2), the calendar (FC3) and the goals (FC4); every
-- other number here is ours.
return {
  name = "forecast",
  title = { en = "Forecast", zh = "销售预测" },
  source = "S0 (FC1–FC4)",
  rounding = "half_up", -- of forecasts to the fen: ours
  -- A series that never was below zero is not forecast below it, interval included: ours.
  non_negative = true,
  -- The share of futures that the interval is meant to hold: ours.
  level = 0.8,
  -- Steps ahead and points of a cycle where a call names none: ours.
  horizon = { day = 14, week = 4, month = 3, quarter = 2, year = 1 },
  season = { day = 7, week = 52, month = 12, quarter = 4, year = 1 },
  -- The methods that compete; of equals the first wins, so the simpler stand first. S0 (FC1) names moving
  -- average, seasonality, trend and time-series models; the two naive ones are what the others must beat.
  methods = {
    "naive", "seasonal_naive", "moving_average", "weighted_moving_average", "trend", "seasonal", "ses", "holt",
    "holt_damped", "holt_winters_additive", "holt_winters_multiplicative", "holt_winters_additive_damped",
    "holt_winters_multiplicative_damped",
  },
  window = 3,
  weights = { 0.5, 0.3, 0.2 }, -- the newest first
  damping = { from = 0.8, upto = 0.98 }, -- where phi is looked for
  tournament = {
    source = "ours (FC1: rolling)",
    origins = 12, -- at most so many, the newest
    least_origins = 3, -- fewer are only used where two cycles before the first leave no more
    least_train = 3, -- points before the first origin
  },
  -- What happened, where a call names no records: what was ordered, on its day.
  actuals = {
    source = "S0 (FC3: from orders)", of = "orders", value = "amount", day = "ordered_on", by = "month",
    where = "status ~= 'cancelled'",
  },
  limits = { source = "ours", points = 10000, horizon = 520 },
  numbers = { prefix = "FC-", digits = 8 },
  -- FC2: model, calls and adjustments are kept apart. Together they are
  --   model_share × model + (1 − model_share) × call + adjustments, or model + adjustments where nobody called.
  -- The share is ours. calls: "own" takes the call made for the forecast's own scope, "sum" adds up the calls of
  -- the reps within it where there is no own one.
  combine = { source = "S0 (FC2), share ours", model_share = 0.5, calls = "own" },
  -- How accurate forecasts should be: `over` is strict, `from` is not.
  goals = {
    { grain = "month", over = 0.85, source = "S0 (FC4)" },
    { grain = "quarter", over = 0.80, source = "S0 (FC4)" },
    { grain = "year", over = 0.75, source = "S0 (FC4)" },
    { grain = "quarter", by = "region", from = 0.90, source = "S1 (FC4): error at most 10 %" },
  },
  -- Classes of causes. The source asks for classes (FC4) and names none: these are ours.
  causes = {
    { key = "timing", title = { en = "deals slipped or came early", zh = "成交提前或推迟" }, source = "ours (FC4)" },
    { key = "lost", title = { en = "deals lost", zh = "丢单" }, source = "ours (FC4)" },
    { key = "demand", title = { en = "demand of the market", zh = "市场需求变化" }, source = "ours (FC4)" },
    { key = "customer_plan", title = { en = "customers changed their plans", zh = "客户计划调整" }, source = "ours (FC4)" },
    { key = "price", title = { en = "price or product mix", zh = "价格或产品结构" }, source = "ours (FC4)" },
    { key = "competition", title = { en = "competition", zh = "竞争" }, source = "ours (FC4)" },
    { key = "supply", title = { en = "production or delivery", zh = "生产或交付" }, source = "ours (FC4)" },
    { key = "data", title = { en = "records late or wrong", zh = "数据滞后或错误" }, source = "ours (FC4)" },
  },
  -- FC3. `day` of a month, or of a week from Monday = 1; without it the last. Due days are calendar days.
  calendar = {
    {
      key = "annual", title = { en = "forecast of next year", zh = "年度预测" }, source = "S0 (FC3)",
      every = "year", month = 11, period = "year", -- in November: due on its last day, ours
      content = { en = "next year's target", zh = "下年度销售目标" },
      method = { en = "history and market", zh = "历史数据与市场分析" },
      use = { en = "yearly plan and resources", zh = "年度计划与资源配置" },
    },
    {
      key = "quarterly", title = { en = "forecast of next quarter", zh = "季度预测" }, source = "S0 (FC3)",
      every = "quarter", period = "quarter",
      content = { en = "next quarter", zh = "下季度销售" },
      method = { en = "funnel and trend", zh = "漏斗与趋势分析" },
      use = { en = "target and production", zh = "目标与生产安排" },
    },
    {
      key = "monthly", title = { en = "forecast of next month", zh = "月度预测" }, source = "S0 (FC3)",
      every = "month", day = 25, period = "month",
      content = { en = "next month", zh = "下月销售" },
      method = { en = "opportunities and customer confirmation", zh = "商机与客户确认" },
      use = { en = "plan and stock", zh = "计划与备货" },
    },
    {
      key = "weekly", title = { en = "forecast of next week", zh = "周度预测" }, source = "S0 (FC3)",
      every = "week", day = 5, period = "week",
      content = { en = "next week", zh = "下周销售" },
      method = { en = "orders and opportunities", zh = "订单与商机" },
      use = { en = "production and shipping", zh = "生产与发货" },
    },
  },
  -- Open deals. "playbook" takes the stage's probability of the playbook, "history" (won + prior.won) / (entered +
  -- prior.entered) of decided deals that came to the stage.
  pipeline = {
    source = "S0 (FC1: funnel weighted by stage), prior as of the standards; runs ours",
    probability = "playbook",
    prior = { won = 1, entered = 2 },
    runs = 10000,
    most_runs = 1000000,
    percentiles = { 0.1, 0.5, 0.9 },
    bars = 20,
  },
  -- A deviation is split into volume and price by the mean order value of so many periods before: ours.
  deviation = { source = "ours (FC4)", base_periods = 12 },
  -- Goal seek: close enough is so small a share of the target (or of 1 below 1), within so many steps: ours.
  seek = { source = "ours", tolerance = 0.000000001, iterations = 200 },
}
