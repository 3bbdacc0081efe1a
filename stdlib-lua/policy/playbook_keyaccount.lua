-- Large accounts: six stages and 28 key nodes from need mining to delivery, each with what is handed in, who
-- owns it and by when. The source names two of the nodes, 客户决策链mapping and 方案合规性审核, and describes the
-- sections that most others are made from ("S2"); nodes that only we name say so. Every limit and every
-- probability is ours: the source has limits, but not their figures.
-- A node with `reviews` is done once each of those roles has passed it (selling.review).
-- Operation and renewal are work of customer success: they are stages here so that a sale goes on in one
-- line, and have none of the 28 nodes.
local ours = "ours (FU4): one of the 28 nodes that S2 counts and does not name"
local function node(key, role, limit, en, zh, deliverable_en, deliverable_zh, source, reviews)
  return {
    key = key, role = role, limit = days(limit), title = { en = en, zh = zh }, reviews = reviews,
    deliverable = { en = deliverable_en, zh = deliverable_zh }, source = source or "S2 (FU4)",
  }
end
return {
  name = "keyaccount",
  title = { en = "Key-account process", zh = "大客户销售流程" },
  source = "S2 (FU4, FU11, FU12)",
  version = "2026.1",
  won = "delivery",
  stages = {
    {
      key = "lead", title = { en = "lead mining and screening", zh = "线索挖掘与筛选" }, probability = 0.1,
      limit = days(30), source = "S2 (FU4)",
      nodes = {
        node("lead_source", "marketing", 1, "lead registered with its source", "线索来源登记", "lead record", "线索登记表"),
        node("customer_score", "sales", 3, "large-customer scoring", "大客户评分", "score sheet, grade A/B/C", "大客户评分表"),
        node("bant_s", "sales", 7, "BANT+S qualification", "BANT+S资质判定", "qualification record", "资质判定表"),
        node("account_owner", "sales_manager", 7, "owner named", "客户归属确认", "assignment", "客户分配单", ours),
        node("first_contact", "sales", 14, "first contact", "首次接触", "contact note", "沟通记录", ours),
        node("need_mining", "sales", 30, "need mining", "需求挖掘", "need note", "需求线索记录"),
      },
    },
    {
      key = "diagnosis", title = { en = "need diagnosis and solution", zh = "需求诊断与方案" }, probability = 0.3,
      limit = days(60), back = { "lead" }, source = "S2 (FU4, FU12)",
      entry = { { when = "customer", title = { en = "a customer", zh = "客户已确定" } } },
      nodes = {
        node("decision_chain", "sales", 10, "decision-chain map", "客户决策链mapping", "decision-chain map", "决策链图谱"),
        node("need_survey", "sales", 15, "survey in five dimensions", "五维需求调研", "survey record", "需求调研记录", "S2 (FU12)"),
        node("need_diagnosis", "sales", 20, "need diagnosis", "需求诊断", "need-diagnosis report", "需求诊断报告", "S2 (FU12)",
          { "sales", "technical", "csm" }),
        node("solution_choice", "technical", 25, "solution from the industry library", "行业方案库匹配", "solution outline", "方案框架"),
        node("configuration", "technical", 30, "configuration", "方案配置", "configuration", "配置清单"),
        node("quotation", "sales", 32, "quotation", "报价", "quote", "报价单"),
        node("proposal", "technical", 35, "proposal written", "方案编制", "proposal", "解决方案书", ours),
        node("proposal_compliance", "legal", 40, "compliance review of the proposal", "方案合规性审核", "compliance opinion", "合规审核意见"),
        node("proposal_shown", "sales", 50, "proposal presented", "方案汇报", "presentation minutes", "方案汇报纪要", ours),
        node("proposal_feedback", "technical", 60, "feedback worked in", "方案反馈修订", "revised proposal", "修订方案", ours),
      },
    },
    {
      key = "contract", title = { en = "negotiation and contract", zh = "谈判与签约" }, probability = 0.6,
      limit = days(45), back = { "diagnosis" }, source = "S2 (FU4)",
      entry = {
        { when = "amount and expected_close", title = { en = "amount and expected close", zh = "金额与预计签约日期" } },
      },
      nodes = {
        node("negotiation_plan", "sales", 5, "negotiation plan", "谈判策略", "negotiation plan", "谈判方案", ours),
        node("price_ladder", "sales", 10, "price by the ladder", "阶梯价格", "price sheet", "阶梯报价表"),
        node("terms_agreed", "sales", 25, "terms agreed", "商务条款谈定", "minutes", "谈判纪要", ours),
        node("contract_draft", "sales_support", 30, "contract from the template", "合同模板起草", "draft contract", "合同草案"),
        node("contract_review", "sales", 38, "three reviews of the contract", "合同三审", "review record", "合同评审记录", nil,
          { "legal", "finance", "csm" }),
        node("contract_signature", "sales", 45, "contract signed", "合同签署", "signed contract", "已签合同", ours),
      },
    },
    {
      key = "delivery", title = { en = "delivery and acceptance", zh = "交付与验收" }, probability = 1,
      limit = days(180), source = "S2 (FU4, FU11)",
      entry = { { when = "customer and amount", title = { en = "customer and amount", zh = "客户与金额" } } },
      nodes = {
        node("need_confirmed", "technical", 15, "need confirmed", "需求确认", "signed need list", "需求确认书", "S2 (FU11)"),
        node("build", "technical", 75, "development", "方案开发", "build record", "开发记录", "S2 (FU11)"),
        node("test", "technical", 120, "test", "测试", "test report", "压力测试报告", "S2 (FU11)"),
        node("success_plan", "csm", 150, "success plan, 30 days before delivery", "客户成功计划", "success plan", "客户成功计划书"),
        node("training", "csm", 165, "training", "培训", "training record", "培训记录", "S2 (FU11)"),
        node("go_live", "csm", 180, "go-live", "上线验收", "acceptance record", "上线验收单", "S2 (FU11)"),
      },
    },
    {
      key = "operation", title = { en = "continuing operation", zh = "持续运营" }, probability = 1,
      source = "S2 (FU4)",
    },
    {
      key = "renewal", title = { en = "renewal", zh = "续约" }, probability = 1, source = "S2 (FU4)",
      back = { "operation" }, -- renewed: it runs on
    },
  },
}
