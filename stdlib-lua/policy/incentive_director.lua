-- The plan of the director's reform: a bonus for the target, accelerators above it, shares for behaviour and for
-- landmark deals.
--
-- Assumptions, where the source is silent: the base bonus is so large that variable pay is 40 % of pay at 100 % of
-- the target; below 100 % it is pro rata; 8 % applies to the slice above 120 % only; the three behaviours share their
-- 10 % of the reward alike and are reached at the goals of PF8; a landmark deal is one of 500万 or more; its share is
-- divided equally among the team.
return {
  name = "incentive_director",
  title = { en = "Target bonus with accelerators", zh = "目标奖金与超额加速" },
  source = "S1 (PF2)",
  period = "quarter", -- S1: coefficients are adjusted quarterly
  rounding = "half_up",
  metric = "sales",
  credit = { without = { "cancelled" }, landmark = wan(500) },
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
  components = {
    { key = "base", title = { en = "base pay", zh = "底薪" }, kind = "base", source = "S0 (PF1)" },
    { key = "bonus", title = { en = "base bonus", zh = "基础奖金" }, kind = "bonus", share_of_pay = 0.4, of = { "base" },
      upto = 1, held = true, source = "S1 (PF2); pro rata below the target as assumed" },
    { key = "accelerator", title = { en = "accelerator", zh = "超额奖金" }, kind = "commission", on = "attainment",
      bands = { { from = 1, upto = 1.2, rate = 0.05 }, { from = 1.2, rate = 0.08 } }, held = true,
      source = "S1 (PF2)" },
    { key = "outside_process", title = { en = "won outside the process", zh = "流程外成交扣减" }, kind = "cut", rate = 0.1,
      of = { "bonus", "accelerator" }, held = true, source = "S1 (FU7)" },
    { key = "behaviour", title = { en = "behaviour bonus", zh = "行为奖金" }, kind = "behaviour", rate = 0.1,
      of = { "bonus", "accelerator" },
      measures = { -- names of KPIs, whose snapshots by rep are read where no figures are given
        { key = "conversion", goal = 0.2 }, -- S1 (PF8)
        { key = "collection_rate", goal = 0.98 }, -- S1 (PF8)
        { key = "satisfaction", goal = 0.9 }, -- S1 (PF8)
      },
      source = "S1 (PF2)" },
    { key = "landmark", title = { en = "landmark deals", zh = "标杆订单分享" }, kind = "pool", rate = 0.01,
      deals = "landmark", held = true, source = "S1 (PF2)" },
    { key = "awards", title = { en = "awards and deductions", zh = "奖惩" }, kind = "awards", source = "S1 (PF2)" },
  },
  parameters = {
    rate = "components.accelerator.bands.1.rate",
    top_rate = "components.accelerator.bands.2.rate",
    threshold = "components.bonus.threshold",
    share_of_pay = "components.bonus.share_of_pay",
    behaviour = "components.behaviour.rate",
    landmark = "credit.landmark",
  },
  awards = {
    { key = "champion", title = { en = "champion", zh = "销售冠军" }, source = "S1 (PF2)" },
    { key = "newcomer", title = { en = "newcomer", zh = "新人奖" }, source = "S1 (PF2)" },
    { key = "pioneer", title = { en = "industry pioneer", zh = "行业开拓奖" }, source = "S1 (PF2)" },
    { key = "deduction", title = { en = "deduction", zh = "扣款" }, source = "S0 (PF4)" },
  },
}
