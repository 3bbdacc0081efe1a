-- Key-account score: industry, size and fit, weighted, 1 to 5 each.
--
-- Assumptions, where the source is silent: the weights 40 / 30 / 30, the limits 4 and 3, and that a
-- factor not scored counts nothing.
return {
  name = "keyaccount",
  title = { en = "Key-account score", zh = "大客户评分" },
  source = "S2 (CU10)",
  entity = "customers",
  writes = "grade",
  writes_score = "score",
  measures = {
    key_account_score = {
      source = "S2 (CU10)",
      score = {
        combine = "weighted",
        missing = "zero",
        clamp = { 1, 5 },
        factors = {
          { field = "industry_score", weight = 40, source = "S2 (CU10): policy support, growth" },
          { field = "size_score", weight = 30, source = "S2 (CU10): revenue, headcount" },
          { field = "fit_score", weight = 30, source = "S2 (CU10): fit with the core product" },
        },
      },
    },
  },
  by = "key_account_score",
  levels = {
    {
      level = "A", from = 4, label = { en = "strategic", zh = "战略" },
      source = "S2 (CU10)", note = "limit is an assumption",
    },
    {
      level = "B", from = 3, below = 4, label = { en = "key", zh = "重点" },
      source = "S2 (CU10)", note = "limit is an assumption",
    },
    { level = "C", label = { en = "potential", zh = "潜力" }, source = "S2 (CU10)" },
  },
}
