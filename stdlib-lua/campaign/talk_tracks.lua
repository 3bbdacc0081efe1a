-- S1's A/B test of talk tracks: two ways to say the same to customers who have not bought yet or buy little, and
-- nobody else. The texts are ours; put your own in, or those of the knowledge base.
-- Give it code, starts_on and ends_on.
return {
  name = "talk tracks A and B",
  kind = "talk",
  audience = "level == 'C' or level == 'D'",
  hold_out = 0.2,
  arms = {
    { key = "talk_a", share = 0.5, task = { title = "call by talk track A · 话术A", days = 14 },
      talk = "Open with quality: batch traceability and inspection reports come with every delivery. "
        .. "先讲质量：每批可追溯，随货附检测报告。" },
    { key = "talk_b", share = 0.5, task = { title = "call by talk track B · 话术B", days = 14 },
      talk = "Open with delivery: common sizes from stock within 48 hours, urgent needs first. "
        .. "先讲交期：常用规格现货48小时发货，急单优先。" },
  },
  response = { orders = true, activities = { "visit" } },
  note = "S1 (AU1)",
}
