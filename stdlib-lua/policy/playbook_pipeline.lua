-- The stages of the public CRM export that scripts/import_b2b_pipeline.lua reads: what an opportunity that was
-- imported may do next. The export has no conditions and no nodes. Its probabilities are ours, counted on it:
-- 4,238 of the 6,711 closed deals were won; of those still prospecting nobody knows, so a half of that.
return {
  name = "pipeline",
  title = { en = "B2B pipeline export", zh = "B2B销售漏斗样例" },
  source = "examples/b2b-pipeline (FU4)",
  version = "2017.1",
  won = "won",
  stages = {
    {
      key = "prospecting", title = { en = "prospecting", zh = "寻找客户" }, probability = 0.32,
      source = "examples/b2b-pipeline (FU4)",
    },
    {
      key = "engaging", title = { en = "engaging", zh = "接触洽谈" }, probability = 0.63,
      back = { "prospecting" }, source = "examples/b2b-pipeline (FU4)",
    },
    {
      key = "won", title = { en = "won", zh = "赢单" }, probability = 1, source = "examples/b2b-pipeline (FU4)",
    },
  },
}
