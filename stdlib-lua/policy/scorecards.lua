-- Scorecards: by which parts reps are scored in their role, and by which they are assessed by month, quarter and year.
--
-- The weights are the sources'. Ours: which figure stands for a part, that a part may give up to 1.2 of its weight, and
-- that parts without data leave their weight to the others. What only people can judge is given (kpi.assess{given = …}).
return {
  name = "scorecards",
  title = { en = "Scorecards and assessments", zh = "绩效考核" },
  source = "S0, S1 (PF3, PF4)",
  missing = "renormalise", -- ours; or zero, or none: then there is no score
  cap = 1.2, -- ours
  cards = {
    {
      key = "director", title = { en = "sales director", zh = "销售总监" }, of = "company", source = "S0 (PF3)",
      parts = {
        { key = "sales", title = { en = "sales", zh = "销售业绩" }, weight = 40,
          kpi = "revenue", target = "sales", source = "S0 (PF3)" },
        { key = "new_customers", title = { en = "new customers", zh = "新客户开发" }, weight = 10,
          kpi = "new_customers", goal = 1, source = "S0 (PF3); the goal is ours" },
        { key = "satisfaction", title = { en = "satisfaction", zh = "客户满意度" }, weight = 20,
          kpi = "satisfaction", source = "S0 (PF3)" },
        { key = "collection", title = { en = "collection", zh = "回款" }, weight = 20,
          kpi = "collection_rate", source = "S0 (PF3)" },
        { key = "other", title = { en = "other", zh = "其他" }, weight = 10,
          given = true, source = "S0 (PF3)" },
      },
    },
    {
      key = "key_account", title = { en = "key-account manager", zh = "大客户经理" }, source = "S0 (PF3)",
      parts = {
        { key = "sales", title = { en = "sales", zh = "销售业绩" }, weight = 50,
          kpi = "revenue", target = "sales", source = "S0 (PF3)" },
        { key = "new_customers", title = { en = "new customers", zh = "新客户开发" }, weight = 15,
          kpi = "new_customers", goal = 1, source = "S0 (PF3); the goal is ours" },
        { key = "satisfaction", title = { en = "satisfaction", zh = "客户满意度" }, weight = 15,
          kpi = "satisfaction", source = "S0 (PF3)" },
        { key = "collection", title = { en = "collection", zh = "回款" }, weight = 15,
          kpi = "collection_rate", source = "S0 (PF3)" },
        { key = "other", title = { en = "other", zh = "其他" }, weight = 5,
          given = true, source = "S0 (PF3)" },
      },
    },
    {
      key = "regional", title = { en = "regional manager", zh = "区域经理" }, source = "S0 (PF3)",
      parts = {
        { key = "sales", title = { en = "sales", zh = "销售业绩" }, weight = 45,
          kpi = "revenue", target = "sales", source = "S0 (PF3)" },
        { key = "new_customers", title = { en = "new customers", zh = "新客户开发" }, weight = 25,
          kpi = "new_customers", goal = 1, source = "S0 (PF3); the goal is ours" },
        { key = "satisfaction", title = { en = "satisfaction", zh = "客户满意度" }, weight = 15,
          kpi = "satisfaction", source = "S0 (PF3)" },
        { key = "collection", title = { en = "collection", zh = "回款" }, weight = 10,
          kpi = "collection_rate", source = "S0 (PF3)" },
        { key = "other", title = { en = "other", zh = "其他" }, weight = 5,
          given = true, source = "S0 (PF3)" },
      },
    },
    {
      key = "engineer", title = { en = "sales engineer", zh = "销售工程师" }, source = "S0 (PF3)",
      parts = {
        { key = "sales", title = { en = "sales", zh = "销售业绩" }, weight = 20,
          kpi = "revenue", target = "sales", source = "S0 (PF3)" },
        { key = "new_customers", title = { en = "new customers", zh = "新客户开发" }, weight = 10,
          kpi = "new_customers", goal = 1, source = "S0 (PF3); the goal is ours" },
        { key = "satisfaction", title = { en = "satisfaction", zh = "客户满意度" }, weight = 40,
          kpi = "satisfaction", source = "S0 (PF3)" },
        { key = "other", title = { en = "other", zh = "其他" }, weight = 30,
          given = true, source = "S0 (PF3)" },
      },
    },
    {
      key = "month", title = { en = "month", zh = "月度考核" }, source = "S0 (PF4): decides the bonus",
      parts = {
        { key = "sales", title = { en = "sales", zh = "销售业绩" }, weight = 60,
          kpi = "revenue", target = "sales", source = "S0 (PF4)" },
        { key = "activity", title = { en = "activity", zh = "销售活动" }, weight = 20,
          kpi = "daily_activity", goal = 3, source = "S0 (PF4); the goal is ours" },
        { key = "collection", title = { en = "collection", zh = "回款" }, weight = 20,
          kpi = "collection_rate", source = "S0 (PF4)" },
      },
    },
    {
      key = "quarter", title = { en = "quarter", zh = "季度考核" }, source = "S0 (PF4): decides bonus and promotion",
      parts = {
        { key = "sales", title = { en = "sales", zh = "销售业绩" }, weight = 50,
          kpi = "revenue", target = "sales", source = "S0 (PF4)" },
        { key = "customers", title = { en = "customers", zh = "客户" }, weight = 30,
          kpi = "repurchase", source = "S0 (PF4); the figure is ours" },
        { key = "profit", title = { en = "profit", zh = "利润" }, weight = 20,
          kpi = "gross_margin", goal = 0.35, source = "S0 (PF4); the goal is ours" },
      },
    },
    {
      key = "year", title = { en = "year", zh = "年度考核" }, source = "S0 (PF4): decides year-end bonus, raise and promotion",
      parts = {
        { key = "results", title = { en = "results", zh = "业绩" }, weight = 60,
          card = "role", source = "S0 (PF4)" },
        { key = "ability", title = { en = "ability", zh = "能力" }, weight = 30,
          given = true, source = "S0 (PF4)" },
        { key = "potential", title = { en = "potential", zh = "潜力" }, weight = 10,
          given = true, source = "S0 (PF4)" },
      },
    },
    {
      key = "results_process_ability", title = { en = "results, process, ability", zh = "结果过程能力考核" }, source = "S1 (PF4)",
      parts = {
        { key = "results", title = { en = "results", zh = "结果" }, weight = 60,
          card = "role", source = "S1 (PF4)" },
        { key = "process", title = { en = "process", zh = "过程" }, weight = 25,
          kpi = "daily_activity", goal = 3, source = "S1 (PF4); figure and goal are ours" },
        { key = "ability", title = { en = "ability", zh = "能力" }, weight = 15,
          given = true, source = "S1 (PF4)" },
      },
    },
  },
  -- Words of reps.role: those of the approval policy and those of the sources.
  roles = {
    sales_director = "director", director = "director", key_account = "key_account", key_account_manager = "key_account",
    regional = "regional", regional_manager = "regional", sales_manager = "regional", area_director = "regional",
    engineer = "engineer", sales_engineer = "engineer",
  },
  bottom = {
    share = 0.10, cards = { "quarter", "results_process_ability" }, first = "improvement_plan", again = "move_or_dismiss",
    times = 2, source = "S1 (PF4)",
  },
}
