-- The handbook's process: market research, screening, contact, analysis and solution, negotiation and contract.
-- Stages and what is handed in are the source's, as is the 24 h of the summary mail. Limits, probabilities and
-- the last stage, which the handbook only implies, are ours.
local function node(key, role, limit, en, zh, more)
  local made = {
    key = key, role = role, limit = limit, title = { en = en, zh = zh },
    deliverable = { en = en, zh = zh }, source = "S3 (FU4)",
  }
  for name, value in pairs(more or {}) do made[name] = value end
  return made
end
return {
  name = "handbook",
  title = { en = "Sales handbook", zh = "销售手册流程" },
  source = "S3 (FU4)",
  version = "2026.1",
  won = "signed",
  stages = {
    {
      key = "market", title = { en = "market research and opportunity", zh = "市场调研与机会识别" }, probability = 0.05,
      limit = days(30), source = "S3 (FU4, FU13)",
      nodes = {
        node("market_report", "marketing", days(20), "market research report", "市场调研分析报告"),
        node("potential_list", "marketing", days(30), "list of high-potential customers", "高潜力客户清单"),
      },
    },
    {
      key = "screening", title = { en = "target screening and grading", zh = "目标客户筛选与分级" }, probability = 0.1,
      limit = days(30), back = { "market" }, source = "S3 (FU4)",
      nodes = {
        node("score_sheet", "sales_manager", days(14), "score and grade sheet", "客户评分分级表"),
        -- For customers of grade A only, so nobody is held up by it.
        node("plan_a", "account_manager", days(30), "development plan for an A customer", "A级客户专项拓展计划", { required = false }),
      },
    },
    {
      key = "contact", title = { en = "contact", zh = "客户接触" }, probability = 0.2, limit = days(14),
      back = { "screening" }, source = "S3 (FU4)",
      entry = { { when = "customer", title = { en = "a customer", zh = "客户已确定" } } },
      nodes = {
        node("summary_mail", "account_manager", hours(24), "summary mail with brochure and cases", "24小时沟通纪要邮件"),
        node("contact_record", "account_manager", days(3), "contact record: pains, timetable, budget, key roles", "客户沟通记录表"),
        node("fit_assessment", "sales_support", days(14), "first assessment of fit", "初步需求匹配度评估表"),
      },
    },
    {
      key = "solution", title = { en = "need analysis and solution", zh = "需求分析与方案制定" }, probability = 0.4,
      limit = days(30), back = { "contact" }, source = "S3 (FU4)",
      nodes = {
        node("need_report", "account_manager", days(14), "report of the needs in depth", "客户需求深度分析报告"),
        node("solution", "product", days(25), "custom solution: pain, solution, value", "定制化解决方案"),
        node("solution_review", "technical", days(30), "review record of the solution", "方案评审记录表",
          { reviews = { "technical", "sales", "legal" } }),
      },
    },
    {
      key = "negotiation", title = { en = "negotiation and contract", zh = "谈判与签约" }, probability = 0.7,
      limit = days(30), back = { "solution" }, source = "S3 (FU4)",
      entry = {
        { when = "amount and expected_close", title = { en = "amount and expected close", zh = "金额与预计签约日期" } },
      },
    },
    {
      key = "signed", title = { en = "signed", zh = "已签约" }, probability = 1,
      source = "ours (FU4): where the handbook's negotiation and contract ends",
      entry = { { when = "customer and amount", title = { en = "customer and amount", zh = "客户与金额" } } },
    },
  },
}
