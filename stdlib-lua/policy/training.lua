-- Training: goals, and how new people are brought in. Three programmes, after three sources; the first is meant
-- where a call names none. S1 spreads three months 30/40/30 without saying over what: we read learning, practice with
-- a mentor, own customers. When a certificate is told of is ours.
return {
  name = "training",
  title = { en = "Training", zh = "培训" },
  source = "S0, S1, S2, S4 (OR6)",
  hours = { today = 36, goal = 80, source = "S1 (OR6): a head and year" },
  passes = { goal = 0.80, source = "S1 (OR6): below it a trainee is not confirmed" },
  cover = { goal = 1.0, source = "S1 (PF8)" },
  first_deal = { months = 3, goal = 0.60, except = { status = { "cancelled" } }, source = "S4 (OR6)" },
  certificates = { days = 60, source = "ours (OR6)" },
  task = "training",
  kinds = { "entry", "monthly", "quarterly", "half_yearly", "outside", "camp" },
  programmes = {
    {
      key = "entry_month", title = { en = "entry month", zh = "入职一个月" }, source = "S0 (OR6)",
      steps = {
        { key = "culture", title = { en = "culture", zh = "企业文化" }, from_day = 1, upto_day = 3, source = "S0 (OR6); days are ours" },
        { key = "product", title = { en = "products", zh = "产品知识" }, from_day = 4, upto_day = 12, source = "S0 (OR6); days are ours" },
        { key = "industry", title = { en = "industry", zh = "行业知识" }, from_day = 13, upto_day = 18, source = "S0 (OR6); days are ours" },
        { key = "process", title = { en = "process", zh = "销售流程" }, from_day = 19, upto_day = 25, source = "S0 (OR6); days are ours" },
        { key = "systems", title = { en = "systems", zh = "系统操作" }, from_day = 26, upto_day = 30, source = "S0 (OR6); days are ours" },
      },
    },
    {
      key = "three_months", title = { en = "three months 30/40/30", zh = "三个月 30/40/30" }, source = "S1 (OR6)",
      steps = {
        { key = "learn", title = { en = "learn", zh = "学习" }, from_day = 1, upto_day = 30, share = 0.30, source = "S1 (OR6)" },
        { key = "practise", title = { en = "practise with a mentor", zh = "带教实战" }, from_day = 31, upto_day = 60, share = 0.40,
          source = "S1 (OR6)" },
        { key = "own", title = { en = "own customers", zh = "独立跟进" }, from_day = 61, upto_day = 90, share = 0.30, source = "S1 (OR6)" },
      },
    },
    {
      key = "three_seven_month", title = { en = "3 days, 7 days, 1 month", zh = "3天 + 7天 + 1个月" }, source = "S2 (OR6)",
      steps = {
        { key = "basics", title = { en = "basics", zh = "基础" }, from_day = 1, upto_day = 3, source = "S2 (OR6)" },
        { key = "process", title = { en = "process", zh = "流程" }, from_day = 4, upto_day = 10, source = "S2 (OR6)" },
        { key = "practice", title = { en = "practice", zh = "实战" }, from_day = 11, upto_day = 40, source = "S2 (OR6)" },
      },
    },
  },
}
