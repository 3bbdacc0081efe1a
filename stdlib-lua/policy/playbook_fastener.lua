-- The standard way of selling: six stages, from the first contact to the signed contract. The default.
-- Stages and probabilities are the source's. It names no conditions, skips, ways back or time limits: those
-- here are ours. `next` lists the stages that may follow, the nearest first; without it, the one behind.
-- A condition is an expression over the opportunity; it holds unless it gives nil or false.
return {
  name = "fastener",
  title = { en = "Standard sales process", zh = "标准销售流程" },
  source = "S0 §5.1 (FU4)",
  version = "2026.1",
  won = "contract_signed",
  stages = {
    {
      key = "initial_contact", title = { en = "initial contact", zh = "初步接触" }, probability = 0.1,
      next = { "need_confirmed", "proposal" }, -- ours: who asks for a price at once has confirmed the need
      source = "S0 §5.1 (FU4)",
    },
    {
      key = "need_confirmed", title = { en = "need confirmed", zh = "需求确认" }, probability = 0.2,
      back = { "initial_contact" }, source = "S0 §5.1 (FU4)",
    },
    {
      key = "proposal", title = { en = "proposal and quote", zh = "方案报价" }, probability = 0.4,
      next = { "technical_review", "negotiation" }, -- ours: standard parts need no technical review
      back = { "need_confirmed" }, source = "S0 §5.1 (FU4)",
      entry = {
        { when = "customer", title = { en = "a customer", zh = "客户已确定" } },
        { when = "amount and expected_close", title = { en = "amount and expected close", zh = "金额与预计签约日期" } },
      },
    },
    {
      key = "technical_review", title = { en = "technical review", zh = "技术评审" }, probability = 0.6,
      back = { "proposal" }, source = "S0 §5.1 (FU4)",
    },
    {
      key = "negotiation", title = { en = "negotiation", zh = "商务谈判" }, probability = 0.8,
      back = { "proposal", "technical_review" }, source = "S0 §5.1 (FU4)",
    },
    {
      key = "contract_signed", title = { en = "contract signed", zh = "合同签订" }, probability = 1,
      source = "S0 §5.1 (FU4)",
      entry = {
        { when = "customer", title = { en = "a customer", zh = "客户已确定" } },
        { when = "amount", title = { en = "an amount", zh = "金额已确定" } },
      },
    },
  },
}
