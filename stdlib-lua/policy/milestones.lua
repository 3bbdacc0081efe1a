-- Delivery of what was sold, milestone by milestone: each with what must be so, accepted by the signatures of
-- sales, technical and customer, in this order. `side` says who signs: one of our reps, or a contact of the
-- customer. Days count from laying the milestones out; they are ours. So are the criteria, but the test's.
return {
  name = "milestones",
  title = { en = "Delivery milestones", zh = "交付里程碑" },
  source = "S2 (FU11)",
  signatures = {
    { role = "sales", side = "ours", title = { en = "sales", zh = "销售" } },
    { role = "technical", side = "ours", title = { en = "technical", zh = "技术" } },
    { role = "customer", side = "customer", title = { en = "customer", zh = "客户" } },
  },
  milestones = {
    { key = "need_confirmed", title = { en = "need confirmed", zh = "需求确认" }, days = 15, source = "S2 (FU11)",
      criteria = { en = "every need is listed and agreed", zh = "需求清单逐项确认" } },
    { key = "build", title = { en = "build", zh = "方案开发" }, days = 75, source = "S2 (FU11)",
      criteria = { en = "everything on the need list is built", zh = "需求清单内容全部完成" } },
    { key = "test", title = { en = "test", zh = "测试" }, days = 120, source = "S2 (FU11)",
      criteria = { en = "3 rounds of customer stress tests, failure rate below 0.5 %", zh = "3轮客户压力测试，故障率低于0.5%" } },
    { key = "training", title = { en = "training", zh = "培训" }, days = 165, source = "S2 (FU11)",
      criteria = { en = "every user is trained", zh = "使用人员全部完成培训" } },
    { key = "go_live", title = { en = "go-live", zh = "上线" }, days = 180, source = "S2 (FU11)",
      criteria = { en = "in use with no open fault of weight", zh = "正式投用且无重大遗留问题" } },
  },
}
