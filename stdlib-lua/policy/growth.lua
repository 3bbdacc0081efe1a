-- ABC by cumulative revenue: the customers that bring the first 60 % of revenue are A, those of the
-- next 30 % are B, the rest are C.
--
-- The source grades by budget, decision chain and industry and expects 20/30/50 % of customers to
-- bring 60/30/10 % of revenue; grading by rank is our reading of it.
-- Assumptions: revenue is the purchases of the last twelve months; the share that counts is the one
-- before the customer, largest first, ties by id; who bought nothing, or returned more, is D.
return {
  name = "growth",
  title = { en = "ABC by cumulative revenue", zh = "按累计收入的ABC分级" },
  source = "S4 (CU8)",
  entity = "customers",
  writes = "level",
  measures = {
    share_before = { rank = "annual_purchase", source = "S4 (CU8)" },
  },
  by = "share_before",
  levels = {
    {
      level = "A", below = 0.6, also = { annual_purchase = { over = yuan(0) } },
      label = { en = "first 60 % of revenue", zh = "前60%收入" },
      strategy = {
        en = "quarterly visit by the chief executive, own service group",
        zh = "CEO季度拜访，专属服务小组",
      },
      source = "S4 (CU8, CU16)",
    },
    {
      level = "B", from = 0.6, below = 0.9, also = { annual_purchase = { over = yuan(0) } },
      label = { en = "next 30 % of revenue", zh = "其后30%收入" },
      strategy = { en = "standard package, monthly need survey", zh = "标准套餐，月度需求调研" },
      source = "S4 (CU8, CU16)",
    },
    {
      level = "C", from = 0.9, also = { annual_purchase = { over = yuan(0) } },
      label = { en = "last 10 % of revenue", zh = "末10%收入" },
      strategy = { en = "self-service and automatic support", zh = "自助与自动化服务" },
      source = "S4 (CU8, CU16)",
    },
    {
      level = "D", label = { en = "not yet bought", zh = "潜在客户" },
      source = "S4 (CU8)", note = "assumption: the source grades buyers only",
    },
  },
}
