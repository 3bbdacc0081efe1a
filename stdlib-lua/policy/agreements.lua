-- Kinds of agreements on price, and what each says of a line while it holds. Of several that say the
-- same field, the one named first here counts: frameworks of one and three years exclude each other.
return {
  name = "agreements",
  title = { en = "Price agreements", zh = "价格协议" },
  source = "S0 §2.3 (PR3)",
  kinds = {
    { kind = "framework_3y", title = { en = "3-year framework", zh = "三年框架协议" },
      sets = { agreement = "framework_3y" } },
    { kind = "framework_1y", title = { en = "1-year framework", zh = "一年框架协议" },
      sets = { agreement = "framework_1y" } },
    { kind = "vmi", title = { en = "Stock that we manage", zh = "供应商管理库存" },
      sets = { vmi = true } },
  },
}
