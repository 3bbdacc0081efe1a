-- What holds for all key figures: their units, which team's fall calls for help, what regions are compared by. The
-- figures themselves are in stdlib-lua/kpi.
return {
  name = "kpi",
  title = { en = "Key figures", zh = "关键指标" },
  source = "S0, S1, S4 (PF5–PF8, PF11)",
  units = {
    { key = "yuan", title = { en = "yuan", zh = "元" }, holds = "money" },
    { key = "share", title = { en = "share", zh = "比率" }, holds = "number" },
    { key = "count", title = { en = "count", zh = "数量" }, holds = "whole" },
    { key = "days", title = { en = "days", zh = "天" }, holds = "number" },
    { key = "score", title = { en = "score", zh = "分" }, holds = "number" },
    { key = "number", title = { en = "number", zh = "数值" }, holds = "number" },
  },
  watch = {
    kpi = "efficiency", by = "team", drop = 0.10, days = 7, alert = "team_efficiency",
    source = "S4 (PF11); efficiency by activities a head is ours",
  },
  comparison = {
    kpis = { "revenue", "conversion", "cycle", "repurchase", "collection_rate", "daily_activity" }, by = "region", best = 3,
    source = "S4 (PF11); which figures is ours",
  },
}
