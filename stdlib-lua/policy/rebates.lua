-- Rebates: who gets which share of a period's purchases back.
-- The sources give 2–5 % for the yearly rebate and the volumes of the agent ranks; bands and agent rates are ours.
return {
  name = "rebates",
  title = { en = "Rebates", zh = "返利" },
  source = "S0 §2.3 (PR4), S0 (CH2)",
  rounding = "half_up", -- of the whole entitlement, to the fen: ours
  -- Which orders count, an expression over the order: ours. A return lowers the amount of its order, whenever it
  -- comes; the next accrual then enters a negative difference.
  counts = "status ~= 'cancelled'",
  programs = {
    {
      key = "yearly", title = { en = "Yearly rebate", zh = "年度返利" }, source = "S0 §2.3 (PR4)",
      -- Agents have their own programme (ours: no purchase earns two rebates).
      who = "kind ~= 'agent'",
      period = "year",
      -- When it may be settled: "after_period" or "any_time". Ours.
      settles = "after_period",
      -- "marginal": each band pays on the part of the volume that lies in it. Bands are marginal unless they say
      -- "retroactive": then the band of the whole volume pays on all of it.
      kind = "marginal",
      -- 2–5 % is the source's, the volumes are ours.
      bands = {
        { key = "from_10", from = wan(10), rate = 0.02 },
        { key = "from_50", from = wan(50), rate = 0.03 },
        { key = "from_100", from = wan(100), rate = 0.04 },
        { key = "from_200", from = wan(200), rate = 0.05 },
      },
    },
    {
      key = "agent", title = { en = "Agent rebate", zh = "代理商返利" }, source = "S0 (CH2)",
      who = "kind == 'agent'",
      period = "year",
      settles = "any_time", -- agents are assessed quarterly (CH2)
      kind = "retroactive", -- ours: a rank holds for the whole year
      -- Volumes: more than 100万 gold, 50–100万 silver, 20–50万 bronze; exactly 50万 and 100万 are silver. Rates ours.
      bands = {
        { key = "bronze", from = wan(20), rate = 0.01 },
        { key = "silver", from = wan(50), rate = 0.02 },
        { key = "gold", over = wan(100), rate = 0.03 },
      },
    },
    {
      -- Who brought a customer gets a share of what that customer buys from then on. 3 % is S0's; S1 says 5 % of
      -- the order (CU12). Give this or the discount `referral` of the price policy, not both.
      key = "referral", title = { en = "Referral reward", zh = "推荐奖励" }, source = "S0 §2.3 (PR4)",
      who = "true",
      of = "referred", -- whose purchases count; "own" where nothing is said
      period = "year",
      settles = "any_time", -- ours
      kind = "marginal",
      bands = { { key = "all", from = yuan(0), rate = 0.03 } },
    },
  },
}
