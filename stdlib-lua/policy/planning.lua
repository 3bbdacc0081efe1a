-- Plans, risks, budgets and the return on them. The plans themselves are packs of their own: planning_launch (S0),
-- planning_quarters (S1), planning_stages (S4).
-- Ours, where the sources are silent: scores and grades of risks, how often each is looked at, days of contingency
-- tasks, and from which growth on a product line promotes well.
return {
  name = "planning",
  title = { en = "Planning", zh = "规划" },
  source = "S0, S1, S4 (OR3–OR5)",
  -- Figures that phases set goals in: counted from the first day of the plan, or standing on a day.
  figures = {
    { key = "team", title = { en = "people who sell", zh = "销售团队人数" }, unit = "people",
      of = "reps", begins = "joined_on", ends = "left_on", source = "S0 (OR3)" },
    { key = "customers", title = { en = "customers won", zh = "新成交客户数" }, unit = "customers",
      of = "customers", day = "first_order", source = "S0 (OR3)" },
    { key = "strategic", title = { en = "strategic customers won", zh = "战略客户数" }, unit = "customers",
      of = "customers", day = "first_order", only = { level = { "A" } }, source = "S0 (OR3)" },
    { key = "prospects", title = { en = "prospects", zh = "潜在客户数" }, unit = "leads",
      of = "leads", day = "arrived_at", source = "S4 (OR3)" },
    { key = "visits", title = { en = "visits", zh = "拜访数" }, unit = "visits",
      of = "activities", day = "at", only = { kind = { "visit" } }, source = "S1 (OR3)" },
    { key = "revenue", title = { en = "sales", zh = "销售额" }, unit = "yuan",
      of = "orders", value = "amount", day = "ordered_on", except = { status = { "cancelled" } }, source = "S0 (OR3)" },
  },
  milestones = { goal = 0.95, source = "S1 (OR3)" },
  alerts = { milestone = "milestone_late", risk = "risk_review", budget = "budget_over" },
  -- A late milestone opens the task of its contingency plan.
  contingency = { kind = "contingency", days = 3, source = "S1 (OR3); the days are ours" },
  risks = {
    prefix = "RK-", digits = 4,
    scale = 5, -- impact and probability from 1 to 5: ours
    grades = {
      { key = "severe", title = { en = "severe", zh = "重大" }, from = 15, review_days = 7, source = "ours (OR5)" },
      { key = "high", title = { en = "high", zh = "较大" }, from = 8, review_days = 30, source = "ours (OR5)" },
      { key = "low", title = { en = "low", zh = "一般" }, review_days = 90, source = "ours (OR5)" },
    },
    -- What a new risk of a kind begins with; impact and probability are ours.
    kinds = {
      { key = "competition", title = { en = "price war of competitors", zh = "竞争对手价格战" }, impact = 4, probability = 4,
        response = { en = "differentiate, sell service and value before price", zh = "差异化与服务优先，不打价格战" },
        role = "product_director", source = "S0, S1 (OR5)" },
      { key = "key_customer", title = { en = "loss of a key customer", zh = "重点客户流失" }, impact = 5, probability = 2,
        response = { en = "deepen the relationship, success plan", zh = "深化关系，客户成功计划" },
        role = "csm", source = "S0, S1 (OR5)" },
      { key = "staff", title = { en = "loss of sales staff", zh = "销售人员流失" }, impact = 3, probability = 3,
        response = { en = "incentives and culture", zh = "激励与文化建设" }, role = "sales_director", source = "S0 (OR5)" },
      { key = "target", title = { en = "missed target", zh = "目标未达成" }, impact = 4, probability = 3,
        response = { en = "forecast monthly, adjust the plan", zh = "按月预测，动态调整" },
        role = "sales_director", source = "S0 (OR5)" },
      { key = "service", title = { en = "service problems", zh = "服务质量问题" }, impact = 3, probability = 3,
        response = { en = "service system, quick response", zh = "服务体系与快速响应" }, role = "csm", source = "S0 (OR5)" },
      { key = "policy", title = { en = "policy changes", zh = "政策变化" }, impact = 4, probability = 2,
        response = { en = "watch monthly, prepare other industries", zh = "每月跟踪，布局其他行业" },
        role = "general_manager", review_days = 30, source = "S1 (OR5)" },
      { key = "economy", title = { en = "economy turns down", zh = "经济下行" }, impact = 4, probability = 2,
        response = { en = "watch monthly, protect cash and key customers", zh = "每月跟踪，保现金流与重点客户" },
        role = "general_manager", review_days = 30, source = "S1 (OR5)" },
      { key = "execution", title = { en = "the plan is not carried out", zh = "执行不到位" }, impact = 4, probability = 3,
        response = { en = "weekly meeting, monthly report, contingency plans", zh = "周例会、月报与应急预案" },
        role = "sales_director", source = "S1 (OR5)" },
    },
  },
  budget = {
    lines = {
      { key = "marketing", title = { en = "marketing", zh = "市场" }, share = 0.45, source = "S1 (OR4)" },
      { key = "training", title = { en = "training", zh = "培训" }, share = 0.20, source = "S1 (OR4)" },
      { key = "technology", title = { en = "technology", zh = "技术" }, share = 0.35, source = "S1 (OR4)" },
    },
    promotion = { line = "marketing", growth = 0.20, raise = 0.20, source = "S1 (FU14); growth is ours" },
  },
  -- S0's own figures. The document claims about 250 % over three years, which does not follow from them: gross
  -- profit is revenue less cost there, and (−5 + 100 + 280) / 305 is 123 %.
  investment = {
    years = {
      { year = 2026, revenue = wan(80), cost = wan(85), margin = 0.10 },
      { year = 2027, revenue = wan(200), cost = wan(100), margin = 0.15 },
      { year = 2028, revenue = wan(400), cost = wan(120), margin = 0.20 },
    },
    cost_parts = {
      { title = { en = "part 1", zh = "第一项" }, amount = wan(60) },
      { title = { en = "part 2", zh = "第二项" }, amount = wan(15) },
      { title = { en = "part 3", zh = "第三项" }, amount = wan(5) },
      { title = { en = "part 4", zh = "第四项" }, amount = wan(3) },
      { title = { en = "part 5", zh = "第五项" }, amount = wan(2) },
    },
    claim = 2.5,
    source = "S0 (OR4)",
  },
}
