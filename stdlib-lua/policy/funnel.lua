-- The funnel: when figures of a region or of the whole call for somebody.
return {
  name = "funnel",
  title = { en = "Funnel watch", zh = "漏斗监控" },
  source = "S1, S2 (FU14)",
  -- The mean cycle of what was won lately against the industry's mean: longer by more than `over` raises a
  -- review of the quality of leads.
  cycle = {
    industry_days = 35, -- S1 (PF8)
    over = 0.2, -- S2: + 20 %
    months = 3, -- ours: won in so many months up to the day
    least = 5, -- ours: from fewer wins no mean is taken
    by = "region",
    alert = "conversion_cycle",
    action = { en = "review the quality of the leads", zh = "复核线索质量" },
    source = "S2 (FU14); industry mean S1 (PF8)",
  },
  -- Leads converted in a month over leads that arrived in it, by region, for the last whole months.
  conversion = {
    least = 0.15, -- S1: below 15 %
    arrivals = 5, -- ours: a month with fewer leads says nothing
    alert = "region_conversion",
    -- The step of as many months running as are low, the highest that is reached.
    steps = {
      { months = 1, severity = "medium",
        action = { en = "move budget to the channels that work", zh = "预算向高效渠道倾斜" } },
      { months = 2, severity = "high",
        action = { en = "change the strategy and send more support people", zh = "调整策略并增派支持人员" } },
    },
    source = "S1 (FU14)",
  },
  -- Findings of the hygiene policy that are raised as alerts.
  stale = { findings = { "stale" }, alert = "stale_opportunity", source = "S0 (FU5)" },
}
