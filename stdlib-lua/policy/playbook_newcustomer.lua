-- How a new customer is won: research, first contact, visit, samples, trial order, volume. Stages, what is done
-- in them and their weeks are the source's: `usual` is the shorter time, `limit` the longer. Probabilities, the
-- owners and what is handed in are ours.
-- A trial order is a sale of its own; this opportunity is won with the first volume order.
local function node(key, role, limit, en, zh, deliverable_en, deliverable_zh)
  return {
    key = key, role = role, limit = days(limit), title = { en = en, zh = zh },
    deliverable = { en = deliverable_en, zh = deliverable_zh }, source = "S0 §5.2 (FU10)",
  }
end
return {
  name = "newcustomer",
  title = { en = "New-customer process", zh = "新客户开发流程" },
  source = "S0 §5.2 (FU10)",
  version = "2026.1",
  won = "volume",
  stages = {
    {
      key = "research", title = { en = "research", zh = "客户调研" }, probability = 0.05,
      usual = days(7), limit = days(7), source = "S0 §5.2 (FU10)",
      nodes = {
        node("profile", "sales", 7, "basics, business and needs", "基本情况、业务与需求", "customer profile", "客户调研表"),
        node("strategy", "sales", 7, "strategy", "开发策略", "strategy note", "开发策略"),
      },
    },
    {
      key = "first_contact", title = { en = "first contact", zh = "初次接触" }, probability = 0.1,
      usual = days(7), limit = days(14), back = { "research" }, source = "S0 §5.2 (FU10)",
      entry = { { when = "customer", title = { en = "a customer", zh = "客户已确定" } } },
      nodes = {
        node("introduction", "sales", 14, "call or mail: introduction and needs", "电话或邮件介绍", "contact note", "沟通记录"),
        node("appointment", "sales", 14, "appointment", "预约拜访", "appointment", "拜访预约"),
      },
    },
    {
      key = "visit", title = { en = "visit", zh = "上门拜访" }, probability = 0.2,
      usual = days(7), limit = days(14), back = { "first_contact" }, source = "S0 §5.2 (FU10)",
      nodes = {
        node("demonstration", "technical", 14, "introduction and demonstration", "公司介绍与产品演示", "visit report", "拜访报告"),
        node("needs", "sales", 14, "needs in depth", "深入了解需求", "need list", "需求清单"),
      },
    },
    {
      key = "sample", title = { en = "sample verification", zh = "样品验证" }, probability = 0.4,
      usual = days(14), limit = days(28), back = { "visit" }, source = "S0 §5.2 (FU10)",
      nodes = {
        node("sample_sent", "sales", 14, "samples provided", "提供样品", "sample note", "样品单"),
        node("sample_tested", "technical", 28, "test helped, feedback, faults fixed", "协助测试与改进", "test report", "样品测试报告"),
      },
    },
    {
      key = "trial_order", title = { en = "trial order", zh = "小批量试用" }, probability = 0.7,
      usual = days(14), limit = days(28), back = { "sample" }, source = "S0 §5.2 (FU10)",
      entry = { { when = "amount", title = { en = "an amount", zh = "金额已估计" } } },
      nodes = {
        node("trial_supplied", "sales", 14, "small batch supplied", "小批量供货", "delivery note", "送货单"),
        node("trial_tracked", "quality", 28, "tracked, faults fixed, trust built", "跟踪使用与改进", "trial report", "试用跟踪报告"),
      },
    },
    {
      key = "volume", title = { en = "volume supply", zh = "批量供货" }, probability = 1, source = "S0 §5.2 (FU10)",
      entry = { { when = "customer and amount", title = { en = "customer and amount", zh = "客户与金额" } } },
    },
  },
}
