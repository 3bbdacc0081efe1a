-- Channels: who serves whom, agents and their ranks, registration, conflicts, assessment. Ranks and the kinds of
-- conflicts are S0's; days, floors, shares, weights and penalties are ours where the source is silent.
return {
  name = "channels",
  title = { en = "Channels", zh = "渠道" },
  source = "S0 §3 (CH1–CH3)",
  -- By the sales of a year, upward. Exactly 20万 is bronze, exactly 50万 and 100万 are silver.
  ranks = {
    { key = "bronze", title = { en = "bronze", zh = "铜牌" }, from = wan(20), exclusive = false, source = "S0 (CH2)" },
    { key = "silver", title = { en = "silver", zh = "银牌" }, from = wan(50), exclusive = false, source = "S0 (CH2)" },
    { key = "gold", title = { en = "gold", zh = "金牌" }, over = wan(100), exclusive = true, source = "S0 (CH2)" },
  },
  months = 12, -- the year is the one that ends on the day asked about: ours
  -- Key accounts are served directly and no agent may register them: rules over customers.
  protected = { when = "level == 'A'", source = "S0 (CH3)" },
  -- Who serves a customer: the first that holds; `agent` only where an agent has the customer or the area alone.
  -- Direct serves A, B, complex and new customers (CH1); which ones are complex the data do not say.
  serves = {
    { channel = "direct", title = { en = "direct sales", zh = "直销" }, when = "level == 'A' or level == 'B'",
      source = "S0 (CH1)" },
    { channel = "agent", title = { en = "agent", zh = "代理商" }, when = "true", agent = true, source = "S0 (CH1)" },
    { channel = "direct", title = { en = "direct sales", zh = "直销" }, when = "not last_order",
      source = "S0 (CH1): new customers" },
    { channel = "online", title = { en = "online shop and platforms", zh = "线上商城与平台" }, when = "true",
      source = "S0 (CH1)" },
  },
  registration = {
    days = 90, -- how long a claim holds: ours
    warn_days = 14, -- how long before its end the agent's owner is told: ours
    rest_days = 30, -- how long an agent waits before it claims the same customer again: ours
    in_territory = true, -- an agent may only claim customers of its areas, where it has any: ours
    alert = "registration_expiring",
    source = "S0 (CH3); the days are ours",
  },
  -- The least price of a piece at which an agent may sell: the product's floor price, and this share of its list
  -- price, which is the deepest step of the quantity ladder.
  floor = { list_share = 0.85, source = "S0 (CH3); the share is ours" },
  -- Kinds of conflicts. How the margin of such a sale is shared: the rest is the seller's.
  conflicts = {
    { key = "price", title = { en = "below the lowest price", zh = "低于最低价" }, breach = true, source = "S0 (CH3)" },
    { key = "area", title = { en = "outside its area", zh = "跨区销售" }, breach = true, other = 0.3,
      source = "S0 (CH3); the share is ours" },
    { key = "customer", title = { en = "registered by another agent", zh = "客户已被报备" }, breach = true, other = 0.5,
      source = "S0 (CH3); the share is ours" },
    { key = "direct", title = { en = "key account served directly", zh = "大客户直销保护" }, breach = true,
      source = "S0 (CH3)" },
    { key = "agent", title = { en = "agent does not sell for us", zh = "代理资格无效" }, breach = true,
      source = "ours (CH2)" },
  },
  sweep = { days = 90, alert = "channel_conflict", source = "ours (CH3)" },
  -- Assessed every quarter, reviewed every year (S0); weights and outcomes are ours.
  review = {
    weights = { volume = 60, conduct = 30, training = 10 },
    per_breach = 0.5, -- what a breach takes off conduct, of 1
    trained_months = 12, -- a training counts so long
    moves_rank = "year", -- the review that changes the rank
    alert = "agent_review",
    -- The first that holds: so many breaches or more, or a score below. The last takes the rest.
    outcomes = {
      { key = "suspended", title = { en = "suspended", zh = "暂停代理" }, breaches = 3, suspends = true, tells = true },
      { key = "rebate_withheld", title = { en = "rebate withheld", zh = "暂扣返利" }, breaches = 2, tells = true },
      { key = "improve", title = { en = "improvement plan", zh = "限期改进" }, below = 40, tells = true },
      { key = "warned", title = { en = "warned", zh = "警告" }, breaches = 1, below = 60, tells = true },
      { key = "passed", title = { en = "passed", zh = "合格" } },
    },
    source = "S0 (CH2); weights and outcomes are ours",
  },
}
