-- Prospect score: five dimensions, 1 to 5 each, added up; scored again every month.
--
-- Assumption: a dimension not scored counts nothing, so that an unfinished sheet never makes an A.
return {
  name = "handbook",
  title = { en = "Prospect score", zh = "潜在客户评分" },
  source = "S3 (CU10)",
  entity = "customers",
  writes = "grade",
  writes_score = "score",
  measures = {
    prospect_score = {
      source = "S3 (CU10)",
      score = {
        combine = "sum",
        missing = "zero",
        clamp = { 1, 5 },
        factors = {
          { field = "size_score", source = "S3 (CU10): size" },
          { field = "fit_score", source = "S3 (CU10): industry fit" },
          { field = "urgency_score", source = "S3 (CU10): urgency" },
          { field = "budget_score", source = "S3 (CU10): budget" },
          { field = "clarity_score", source = "S3 (CU10): clarity of the decision chain" },
        },
      },
    },
  },
  by = "prospect_score",
  levels = {
    {
      level = "A", from = 20, label = { en = "develop first", zh = "优先开发" },
      strategy = { en = "own development plan, resources first", zh = "专项拓展计划，资源优先" },
      source = "S3 (CU10)",
    },
    {
      level = "B", from = 15, below = 20, label = { en = "nurture", zh = "培育" },
      strategy = { en = "nurture", zh = "持续培育" },
      source = "S3 (CU10)",
    },
    {
      level = "C", label = { en = "defer", zh = "暂缓" },
      strategy = { en = "regular maintenance only", zh = "常规维护" },
      source = "S3 (CU10)",
    },
  },
}
