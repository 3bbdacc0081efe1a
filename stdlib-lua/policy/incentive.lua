-- The incentive plan that stands: base pay by role, a share of sales, the mentor's share, awards, the year-end bonus,
-- and what a sale outside the standard process costs.
--
-- Assumptions, where the sources are silent: what counts is an order that was not cancelled, on the day of the order,
-- its returns taken off; pay is reckoned by the quarter and each component rounded once; commission waits until the
-- customer has paid; "the team" of a director is everybody below; what a sale outside the process costs is taken off
-- the commission on that sale; the mentor's share comes on top and is of commission only.
return {
  name = "incentive",
  title = { en = "Base pay and commission", zh = "底薪加提成" },
  source = "S0 (PF1)",
  period = "quarter", -- month, quarter, half or year; S0: coefficients and bonuses by the quarter
  rounding = "half_up", -- of each component, once: ours
  metric = "sales", -- of targets
  credit = { without = { "cancelled" } },
  -- `words` are those of the field role of reps; `base` is the pay of a month.
  roles = {
    { key = "director", title = { en = "sales director", zh = "销售总监" }, words = { "director", "sales_director" },
      base = { from = yuan(25000), upto = yuan(35000) }, source = "S0 (PF1)" },
    { key = "key_account", title = { en = "key-account manager", zh = "大客户经理" },
      words = { "key_account", "key_account_manager" },
      base = { from = yuan(15000), upto = yuan(22000) }, source = "S0 (PF1)" },
    { key = "regional", title = { en = "regional manager", zh = "区域经理" },
      words = { "regional", "regional_manager", "sales_manager", "area_director" },
      base = { from = yuan(10000), upto = yuan(15000) }, source = "S0 (PF1)" },
    { key = "engineer", title = { en = "sales engineer", zh = "销售工程师" }, words = { "engineer", "sales_engineer" },
      base = { from = yuan(12000), upto = yuan(18000) }, source = "S0 (PF1)" },
  },
  -- In the order in which they are computed; `of` names components listed before.
  components = {
    { key = "base", title = { en = "base pay", zh = "底薪" }, kind = "base", source = "S0 (PF1)" },
    { key = "team_commission", title = { en = "commission on the team", zh = "团队提成" }, kind = "commission",
      roles = { "director" }, scope = "reports", rate = 0.005, held = true, source = "S0 (PF1)" },
    { key = "key_commission", title = { en = "commission of key accounts", zh = "大客户提成" }, kind = "commission",
      roles = { "key_account" }, rate = 0.02, held = true, source = "S0 (PF1)" },
    { key = "commission", title = { en = "commission", zh = "提成" }, kind = "commission",
      roles = { "regional" }, rate = 0.03, held = true, source = "S0 (PF1)" },
    { key = "outside_process", title = { en = "won outside the process", zh = "流程外成交扣减" }, kind = "cut",
      roles = { "key_account", "regional" }, rate = 0.1, of = { "key_commission", "commission" }, held = true,
      source = "S1 (FU7); relative, as assumed" },
    { key = "mentor", title = { en = "mentor's share", zh = "导师分成" }, kind = "mentor", rate = 0.2,
      of = { "key_commission", "commission" }, source = "S4 (PF2)" },
    -- Projects of sales engineers, champions, deductions: given by name, see incentive.award.
    { key = "awards", title = { en = "awards and deductions", zh = "奖惩" }, kind = "awards", source = "S0 (PF1, PF4)" },
    -- The figure year_end says how many months; without it nothing is paid.
    { key = "year_end_key", title = { en = "year-end bonus", zh = "年终奖" }, kind = "months", roles = { "key_account" },
      measure = "year_end", from = 1, upto = 3, source = "S0 (PF1)" },
    { key = "year_end", title = { en = "year-end bonus", zh = "年终奖" }, kind = "months",
      roles = { "director", "regional", "engineer" }, measure = "year_end", from = 1, upto = 2, source = "S0 (PF1)" },
  },
  -- Names for what is often varied, see incentive.try.
  parameters = {
    rate = { "components.commission.rate", "components.key_commission.rate" },
    team_rate = "components.team_commission.rate",
    threshold = { "components.commission.threshold", "components.key_commission.threshold" },
    cap = { "components.commission.cap", "components.key_commission.cap" },
    mentor_rate = "components.mentor.rate",
    process_cut = "components.outside_process.rate",
  },
  -- Rewards and penalties that are given by name.
  awards = {
    { key = "champion", title = { en = "champion", zh = "销售冠军" }, source = "S0 (PF4), S1 (PF2)" },
    { key = "newcomer", title = { en = "newcomer", zh = "新人奖" }, source = "S1 (PF2)" },
    { key = "pioneer", title = { en = "industry pioneer", zh = "行业开拓奖" }, source = "S1 (PF2)" },
    { key = "over_target", title = { en = "over target", zh = "超额奖" }, source = "S0 (PF4)" },
    { key = "new_customers", title = { en = "new customers", zh = "新客户奖" }, source = "S0 (PF4)" },
    { key = "satisfaction", title = { en = "satisfaction", zh = "满意度奖" }, source = "S0 (PF4)" },
    { key = "project", title = { en = "project bonus", zh = "项目奖金" }, source = "S0 (PF1)" },
    { key = "method", title = { en = "adopted idea or filed case", zh = "流程建议或案例入库奖" }, source = "S2 (PF4)" },
    { key = "deduction", title = { en = "deduction", zh = "扣款" }, source = "S0 (PF4)" },
  },
}
