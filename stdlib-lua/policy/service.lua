-- What customers of each level are entitled to. Visit months produce the due tasks.
--
-- Assumptions, where the source is silent:
--   * "agreement price + 10 %" and "+ 5 %" mean a further 10 % and 5 % off
--   * D gets no value-added service
return {
  name = "service",
  title = { en = "Service standard by level", zh = "分级服务标准" },
  source = "S0 §6.2.2 (CU11)",
  levels = {
    {
      level = "A", source = "S0 §6.2.2 (CU11)",
      manager = { en = "dedicated manager, one to one", zh = "专属客户经理（1对1）" },
      visits = { en = "monthly", zh = "每月" }, visit_months = 1,
      support = { en = "round the clock, 7×24", zh = "7×24小时" },
      delivery = { en = "48 hours", zh = "48小时" },
      price = { en = "agreement price, a further 10 % off", zh = "协议价再优惠10%" },
      further_discount = 0.1,
      value_added = { en = "all", zh = "全部" },
    },
    {
      level = "B", source = "S0 §6.2.2 (CU11)",
      manager = { en = "shared manager, one to many", zh = "客户经理（1对多）" },
      visits = { en = "quarterly", zh = "每季度" }, visit_months = 3,
      support = { en = "working days, 5×8", zh = "5×8小时" },
      delivery = { en = "1–2 weeks", zh = "1–2周" },
      price = { en = "agreement price, a further 5 % off", zh = "协议价再优惠5%" },
      further_discount = 0.05,
      value_added = { en = "part", zh = "部分" },
    },
    {
      level = "C", source = "S0 §6.2.2 (CU11)",
      manager = { en = "area cover", zh = "区域覆盖" },
      visits = { en = "half-yearly", zh = "每半年" }, visit_months = 6,
      support = { en = "working hours", zh = "工作时间" },
      delivery = { en = "2–4 weeks", zh = "2–4周" },
      price = { en = "list price", zh = "标准价格" },
      value_added = { en = "basic", zh = "基础" },
    },
    {
      level = "D", source = "S0 §6.2.2 (CU11)",
      manager = { en = "self-service", zh = "自助服务" },
      visits = { en = "on demand", zh = "按需" },
      support = { en = "self-service", zh = "自助" },
      delivery = { en = "standard", zh = "标准交期" },
      price = { en = "list price", zh = "标准价格" },
      value_added = { en = "none", zh = "无" },
    },
  },
}
