-- The knowledge base: kinds of articles and what each must say, scenes of talk tracks, how finds are ranked.
-- The sources name talk tracks by scene, cases by industry, pain, solution and result, and competitors (OR7); methods
-- come from the daily reports (S4). Weights and limits of the search are ours.
return {
  name = "knowledge",
  title = { en = "Knowledge base", zh = "知识库" },
  source = "S2 (OR7)",
  prefix = "KB-", digits = 5,
  kinds = {
    { key = "talk_track", title = { en = "talk track", zh = "话术" }, needs = { "scene", "body" }, source = "S2 (OR7)" },
    { key = "case", title = { en = "case", zh = "案例" }, needs = { "industry", "pain", "solution", "result" }, source = "S2 (OR7)" },
    { key = "competitor", title = { en = "competitor", zh = "竞品资料" }, needs = { "competitor" }, source = "S2 (OR7)" },
    { key = "method", title = { en = "method", zh = "方法" }, needs = { "body" }, source = "S4 (OR7)" },
  },
  scenes = {
    { key = "need_mining", title = { en = "need mining", zh = "需求挖掘" }, source = "S2 (OR7)" },
    { key = "bargaining", title = { en = "bargaining", zh = "议价" }, source = "S2 (OR7)" },
    { key = "renewal", title = { en = "renewal", zh = "续约" }, source = "S2 (OR7)" },
  },
  -- What a lesson of a daily report becomes.
  lesson = "method",
  search = {
    weights = { title = 10, scene = 4, industry = 4, pain = 3, solution = 3, result = 2, body = 1 },
    longest = 200, limit = 20, shown = 60, source = "ours (OR7)",
  },
}
