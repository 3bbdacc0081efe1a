-- The fastener levels, with all that the source asks of an A customer: not the amount alone.
--
-- Assumptions, where the source is silent:
--   * "good payment credit" is a credit of 60 or more of 100
--   * who buys enough for A but lacks one of the other marks is B
return {
  name = "fastener_strict",
  title = { en = "Levels by annual purchase, strict for A", zh = "按年采购额分级（A级从严）" },
  source = "S0 §6.2.1 (CU7)",
  entity = "customers",
  writes = "level",
  by = "annual_purchase",
  levels = {
    {
      level = "A", over = wan(50),
      also = {
        influence = { is = "high" },
        potential = { is = "high" },
        credit = { from = 60 },
      },
      label = { en = "strategic", zh = "战略客户" },
      strategy = { en = "dedicated manager, three-year framework", zh = "专属客户经理，三年框架协议" },
      source = "S0 §6.2.1 (CU7)",
      note = "credit of 60 is an assumption",
    },
    {
      level = "B", from = wan(10),
      label = { en = "key", zh = "重点客户" },
      strategy = { en = "regular visits, annual agreement", zh = "定期拜访，年度协议" },
      source = "S0 §6.2.1 (CU7)",
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
