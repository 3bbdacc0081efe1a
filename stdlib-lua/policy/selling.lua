-- Opportunities: their numbers and standing playbook, why they are won and lost, which are key, and how
-- keeping to the process counts.
return {
  name = "selling",
  title = { en = "Opportunities", zh = "商机管理" },
  source = "S0 §5.1, S1, S2 (FU4–FU7)",
  numbers = { prefix = "OP-", digits = 8 }, -- ours
  playbook = "fastener", -- S0: the company's own process; a word of playbooks.names()

  -- Statuses that may be opened again. Ours: what is won stays won; a mistaken win is undone as a run.
  reopens = { "lost" },

  -- Reasons are ours: the sources ask for the three commonest (S4) and give no list.
  reasons = {
    won = {
      { key = "price", title = { en = "price", zh = "价格优势" } },
      { key = "quality", title = { en = "quality and certificates", zh = "质量与资质" } },
      { key = "delivery", title = { en = "delivery time", zh = "交期优势" } },
      { key = "solution", title = { en = "technical solution", zh = "技术方案" } },
      { key = "service", title = { en = "service", zh = "服务" } },
      { key = "relationship", title = { en = "relationship", zh = "客户关系" } },
    },
    lost = {
      { key = "price", title = { en = "price", zh = "价格过高" } },
      { key = "quality", title = { en = "quality or certificates", zh = "质量或资质不足" } },
      { key = "delivery", title = { en = "delivery time", zh = "交期过长" } },
      { key = "solution", title = { en = "technical solution", zh = "技术方案不符" } },
      { key = "service", title = { en = "service", zh = "服务不足" } },
      { key = "relationship", title = { en = "relationship", zh = "客户关系不足" } },
      { key = "no_budget", title = { en = "no budget", zh = "无预算" } },
      { key = "no_decision", title = { en = "no decision", zh = "未决策" } },
      { key = "no_need", title = { en = "need is gone", zh = "需求取消" } },
    },
  },

  -- Over an opportunity. The source asks for key opportunities to be tracked (FU5) and leaves open which: ours is
  -- what somebody marked so, and whatever would make an A customer by itself (CU7).
  key = { when = "is_key or (amount and amount > wan(50))", source = "S0 (FU5), S0 §6.2.1 (CU7)" },

  -- `goal` is S2's, `weight` (share of the assessment) and `commission_cut` (of an order won outside) are S1's.
  process = { goal = 0.9, weight = 0.15, commission_cut = 0.1, source = "S1, S2 (FU7)" },
}
