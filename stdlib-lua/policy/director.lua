-- Segments in three dimensions, value × potential × loyalty, re-assessed every quarter.
--
-- The source speaks of nine groups; its axes give 4 × 3 × 3 = 36 combinations. The mapping onto
-- nine groups is ours, except the two that the source names (partner, win_back).
-- Assumptions, where the source is silent:
--   * value is the annual purchase; at exactly 5, 10 and 50 million the higher band applies
--   * high value means strategic or core
--   * loyal: repeats 60 % or more and would recommend at 9 or 10; stable: repeats 30 % or more;
--     anything else, also nothing known, counts as at risk, so that somebody looks
--   * potential not judged counts as low
return {
  name = "director",
  title = { en = "Segments by value, potential and loyalty", zh = "价值、潜力、忠诚度三维分群" },
  source = "S1 (CU9)",
  entity = "customers",
  writes = "segment",
  axes = {
    {
      name = "value", by = "annual_purchase", source = "S1 (CU9)",
      label = { en = "value", zh = "价值" },
      bands = {
        {
          band = "strategic", from = wan(5000), source = "S1 (CU9)",
          label = { en = "strategic", zh = "战略" },
        },
        {
          band = "core", from = wan(1000), below = wan(5000), source = "S1 (CU9)",
          label = { en = "core", zh = "核心" },
        },
        {
          band = "important", from = wan(500), below = wan(1000), source = "S1 (CU9)",
          label = { en = "important", zh = "重要" },
        },
        { band = "ordinary", source = "S1 (CU9)", label = { en = "ordinary", zh = "普通" } },
      },
    },
    {
      name = "potential", by = "potential", source = "S1 (CU9)",
      label = { en = "potential", zh = "潜力" },
      bands = {
        { band = "high", is = "high", source = "S1 (CU9)", label = { en = "high", zh = "高" } },
        { band = "mid", is = "medium", source = "S1 (CU9)", label = { en = "medium", zh = "中" } },
        { band = "low", source = "S1 (CU9)", label = { en = "low", zh = "低" } },
      },
    },
    {
      name = "loyalty", by = "repurchase_rate", source = "S1 (CU9)",
      label = { en = "loyalty", zh = "忠诚度" },
      bands = {
        {
          band = "loyal", from = 0.6, also = { refer_score = { from = 9 } },
          source = "S1 (CU9)", note = "limits are assumptions",
          label = { en = "loyal", zh = "忠诚" },
        },
        {
          band = "stable", from = 0.3,
          source = "S1 (CU9)", note = "limit is an assumption",
          label = { en = "stable", zh = "稳定" },
        },
        { band = "at_risk", source = "S1 (CU9)", label = { en = "at risk", zh = "流失风险" } },
      },
    },
  },
  groups = {
    {
      group = "partner",
      match = { value = { "strategic", "core" }, potential = "high", loyalty = "loyal" },
      label = { en = "partner", zh = "战略伙伴" },
      strategy = { en = "customer-success manager and custom service", zh = "专属客户成功经理，定制服务" },
      source = "S1 (CU9)",
    },
    {
      group = "win_back",
      match = { value = { "strategic", "core" }, potential = "low", loyalty = "at_risk" },
      label = { en = "win back", zh = "挽回" },
      strategy = { en = "find the cause of the loss, then win back", zh = "查明流失原因并挽回" },
      source = "S1 (CU9)",
    },
    {
      group = "rescue",
      match = { value = { "strategic", "core" }, loyalty = "at_risk" },
      label = { en = "rescue", zh = "抢救" },
      strategy = { en = "executive visit and a recovery plan at once", zh = "高层拜访，立即制定恢复计划" },
      source = "S1 (CU9), our mapping",
    },
    {
      group = "grow",
      match = { value = { "strategic", "core" }, potential = { "high", "mid" } },
      label = { en = "grow", zh = "深耕" },
      strategy = { en = "widen the range, bind by agreements", zh = "扩大品类，以协议绑定" },
      source = "S1 (CU9), our mapping",
    },
    {
      group = "keep",
      match = { value = { "strategic", "core" } },
      label = { en = "keep", zh = "维系" },
      strategy = { en = "hold service level, watch the cost to serve", zh = "保持服务水平，控制服务成本" },
      source = "S1 (CU9), our mapping",
    },
    {
      group = "develop",
      match = { potential = "high", loyalty = { "loyal", "stable" } },
      label = { en = "develop", zh = "培育" },
      strategy = { en = "invest to raise the value: technical work, samples", zh = "投入技术与样品，提升价值" },
      source = "S1 (CU9), our mapping",
    },
    {
      group = "nurture",
      match = { potential = "mid", loyalty = { "loyal", "stable" } },
      label = { en = "nurture", zh = "跟进" },
      strategy = { en = "standard package and a regular need survey", zh = "标准套餐，定期需求调研" },
      source = "S1 (CU9), our mapping",
    },
    {
      group = "serve",
      match = { potential = "low", loyalty = { "loyal", "stable" } },
      label = { en = "serve", zh = "标准服务" },
      strategy = { en = "self-service and automatic support", zh = "自助与自动化服务" },
      source = "S1 (CU9), our mapping",
    },
    {
      group = "observe",
      match = { loyalty = "at_risk" },
      label = { en = "observe", zh = "观察" },
      strategy = { en = "low-cost reminders, no field visits", zh = "低成本触达，不安排拜访" },
      source = "S1 (CU9), our mapping",
    },
  },
}
