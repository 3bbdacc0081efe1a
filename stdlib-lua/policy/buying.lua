-- When and how customers buy. Months are read as 30 days, weeks as 7.
return {
  name = "buying",
  title = { en = "Buying rhythm and purchase flow", zh = "采购节奏与流程" },
  source = "S0 §1.3 (CU5, CU6)",
  rhythms = {
    {
      size = "large", source = "S0 §1.3 (CU5)",
      label = { en = "annual plan, rolled quarterly", zh = "年度计划，季度滚动" },
    },
    { size = "medium", source = "S0 §1.3 (CU5)", label = { en = "per project", zh = "按项目采购" } },
    { size = "small", source = "S0 §1.3 (CU5)", label = { en = "sporadic", zh = "零星采购" } },
  },
  seasons = {
    { quarter = 1, source = "S0 §1.3 (CU5)", label = { en = "budgets and plans", zh = "预算与计划" } },
    {
      quarter = 2, source = "S0 §1.3 (CU5)",
      label = { en = "project start and peak", zh = "项目启动与采购高峰" },
    },
    {
      quarter = 3, source = "S0 §1.3 (CU5)",
      label = { en = "steady, mid-year adjustment", zh = "平稳与年中调整" },
    },
    { quarter = 4, source = "S0 §1.3 (CU5)", label = { en = "budget digestion", zh = "预算消化" } },
  },
  steps = {
    {
      step = "need", roles = { "technical" }, source = "S0 §1.3.2 (CU6)",
      label = { en = "need raised", zh = "需求提出" },
    },
    {
      step = "screening", roles = { "procurement" }, source = "S0 §1.3.2 (CU6)",
      label = { en = "supplier screening", zh = "供应商筛选" },
    },
    {
      step = "technical_review", roles = { "technical", "quality" }, source = "S0 §1.3.2 (CU6)",
      label = { en = "technical review", zh = "技术评审" },
    },
    {
      step = "negotiation", roles = { "procurement" }, source = "S0 §1.3.2 (CU6)",
      label = { en = "negotiation", zh = "商务谈判" },
    },
    {
      step = "approval", roles = { "management" }, source = "S0 §1.3.2 (CU6)",
      label = { en = "contract approval", zh = "合同审批" },
    },
    {
      step = "sample", roles = { "technical", "quality" }, source = "S0 §1.3.2 (CU6)",
      label = { en = "sample verification", zh = "样品验证" },
    },
    {
      step = "volume", roles = { "procurement" }, source = "S0 §1.3.2 (CU6)",
      label = { en = "volume purchase", zh = "批量采购" },
    },
  },
  lead_times = {
    {
      name = "new_supplier", at_least = days(60), at_most = days(90), source = "S0 §1.3.2 (CU6)",
      label = { en = "new supplier", zh = "新供应商" },
    },
    {
      name = "routine", at_least = days(7), at_most = days(14), source = "S0 §1.3.2 (CU6)",
      label = { en = "routine", zh = "常规采购" },
    },
    {
      name = "urgent", at_least = days(3), at_most = days(5), source = "S0 §1.3.2 (CU6)",
      label = { en = "urgent", zh = "紧急采购" },
    },
  },
}
