-- The sales director's process: six stages of three to five actions each, up to after-sale follow-up.
-- The source gives the stages, the actions of leads, the survey, the proposal's three days and the days
-- that need analysis and solution are to take. The other actions, and every limit and probability marked so,
-- are ours.
local ours = "ours (FU4): S1 has three to five actions a stage and leaves this one open"
return {
  name = "director",
  title = { en = "Sales director's process", zh = "销售总监流程" },
  source = "S1 (FU4, FU7)",
  version = "2026.1",
  won = "contract",
  stages = {
    {
      -- 12.5 % of leads become sales in S1; the steps up to the sale are ours.
      key = "lead", title = { en = "lead", zh = "线索获取" }, probability = 0.125, limit = days(1),
      source = "S1 (FU4, FU7)",
      nodes = {
        { key = "lead_registered", title = { en = "source registered", zh = "登记来源" },
          deliverable = { en = "lead record", zh = "线索登记表" }, role = "sales", limit = hours(24),
          source = "S1 (FU4, FU7)" },
        { key = "lead_screened", title = { en = "first screening", zh = "初步筛选" },
          deliverable = { en = "screening note", zh = "初筛记录" }, role = "sales", limit = hours(24),
          source = "S1 (FU4, FU7)" },
        { key = "lead_graded", title = { en = "grade given", zh = "线索分级" },
          deliverable = { en = "grade", zh = "线索等级" }, role = "sales", limit = hours(24),
          source = "S1 (FU4, FU7)" },
      },
    },
    {
      key = "need_analysis", title = { en = "need analysis", zh = "需求分析" }, probability = 0.2, -- ours
      limit = days(10), -- S1: to be cut from 15 days
      back = { "lead" }, source = "S1 (FU4)",
      nodes = {
        { key = "need_survey", title = { en = "standard survey, before any product talk", zh = "标准化需求调研" },
          deliverable = { en = "survey sheet", zh = "需求调研表" }, role = "sales", limit = days(5), -- ours
          source = "S1 (FU4)" },
        { key = "need_priorities", title = { en = "needs put in order", zh = "需求排序" },
          deliverable = { en = "list of needs", zh = "需求清单" }, role = "sales", limit = days(8), source = ours },
        { key = "need_agreed", title = { en = "needs agreed with the customer", zh = "需求确认" },
          deliverable = { en = "confirmation", zh = "需求确认单" }, role = "sales", limit = days(10), source = ours },
      },
    },
    {
      key = "solution", title = { en = "solution", zh = "方案制定" }, probability = 0.4, -- ours
      limit = days(5), -- S1: to be cut from 8 days
      back = { "need_analysis" }, source = "S1 (FU4, FU7)",
      nodes = {
        { key = "proposal", title = { en = "proposal", zh = "提交方案" },
          deliverable = { en = "proposal", zh = "解决方案" }, role = "technical", limit = days(3),
          source = "S1 (FU7)" },
        { key = "quotation", title = { en = "quotation", zh = "报价" },
          deliverable = { en = "quote", zh = "报价单" }, role = "sales", limit = days(4), source = ours },
        { key = "proposal_shown", title = { en = "proposal presented", zh = "方案讲解" },
          deliverable = { en = "feedback note", zh = "方案反馈记录" }, role = "sales", limit = days(5), source = ours },
      },
    },
    {
      key = "negotiation", title = { en = "negotiation", zh = "商务谈判" }, probability = 0.7, -- ours
      limit = days(15), back = { "solution" }, source = "S1 (FU4)",
      entry = {
        { when = "amount and expected_close", title = { en = "amount and expected close", zh = "金额与预计签约日期" } },
      },
      nodes = {
        { key = "price_plan", title = { en = "price plan", zh = "议价方案" },
          deliverable = { en = "price plan", zh = "议价方案" }, role = "sales", limit = days(5), source = ours },
        { key = "terms_agreed", title = { en = "terms agreed", zh = "条款谈定" },
          deliverable = { en = "minutes", zh = "谈判纪要" }, role = "sales", limit = days(12), source = ours },
        -- Approval takes 5.3 working days in S1, 3.8 in its industry.
        { key = "contract_approved", title = { en = "contract approved", zh = "合同审批" },
          deliverable = { en = "approval", zh = "审批单" }, role = "sales_manager", limit = days(15), source = ours },
      },
    },
    {
      key = "contract", title = { en = "contract", zh = "合同签订" }, probability = 1, limit = days(10), -- ours
      source = "S1 (FU4)",
      entry = { { when = "customer and amount", title = { en = "customer and amount", zh = "客户与金额" } } },
      nodes = {
        { key = "contract_filed", title = { en = "contract filed", zh = "合同归档" },
          deliverable = { en = "signed contract", zh = "已签合同" }, role = "sales_support", limit = days(3),
          source = ours },
        { key = "order_entered", title = { en = "order entered", zh = "订单录入" },
          deliverable = { en = "order", zh = "订单" }, role = "sales_support", limit = days(5), source = ours },
        { key = "handed_over", title = { en = "handed over to delivery", zh = "移交交付" },
          deliverable = { en = "hand-over note", zh = "交接单" }, role = "sales", limit = days(10), source = ours },
      },
    },
    {
      key = "after_sale", title = { en = "after-sale follow-up", zh = "售后跟进" }, probability = 1,
      source = "S1 (FU4)",
      nodes = {
        { key = "delivery_visit", title = { en = "visit after delivery", zh = "交付回访" },
          deliverable = { en = "visit note", zh = "回访记录" }, role = "sales", limit = days(30), source = ours },
        { key = "satisfaction", title = { en = "satisfaction asked", zh = "满意度调查" },
          deliverable = { en = "survey", zh = "满意度调查表" }, role = "csm", limit = days(60), source = ours },
        { key = "next_need", title = { en = "next need", zh = "二次需求挖掘" },
          deliverable = { en = "need note", zh = "需求记录" }, role = "sales", limit = days(90), source = ours },
      },
    },
  },
}
