-- Customer levels of a fastener supplier by purchases over the last twelve months: the default.
--
-- Assumptions, where the source is silent:
--   * the amount alone decides, over rolling twelve months; influence, potential and credit belong
--     to the stricter variant, fastener_strict
--   * at exactly 100,000 and 500,000 yuan a customer is B: A is strictly more
--   * who bought nothing in the period, or returned more than they bought, is D
return {
  name = "fastener",
  title = { en = "Levels by annual purchase", zh = "按年采购额分级" },
  source = "S0 §6.2.1 (CU7)",
  entity = "customers",
  writes = "level",
  by = "annual_purchase",
  levels = {
    {
      level = "A", over = wan(50),
      label = { en = "strategic", zh = "战略客户" },
      strategy = { en = "dedicated manager, three-year framework", zh = "专属客户经理，三年框架协议" },
      source = "S0 §6.2.1 (CU7)",
    },
    {
      level = "B", from = wan(10), upto = wan(50),
      label = { en = "key", zh = "重点客户" },
      strategy = { en = "regular visits, annual agreement", zh = "定期拜访，年度协议" },
      source = "S0 §6.2.1 (CU7)",
      note = "both boundaries belong to B (assumption)",
    },
    {
      level = "C", over = yuan(0), below = wan(10),
      label = { en = "general", zh = "一般客户" },
      strategy = { en = "standard price, online channel", zh = "标准价格，线上渠道" },
      source = "S0 §6.2.1 (CU7)",
    },
    {
      level = "D",
      label = { en = "not yet bought", zh = "潜在客户" },
      strategy = { en = "self-service until a need shows", zh = "自助服务，待需求出现" },
      source = "S0 §6.2.1 (CU7)",
    },
  },
}
