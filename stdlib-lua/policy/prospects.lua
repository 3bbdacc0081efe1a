-- Prospects: which scores they get and how often, and the lists that market research asks for.
-- The scores themselves are the packs `handbook` and `keyaccount`.
return {
  name = "prospects",
  title = { en = "Prospects", zh = "潜在客户" },
  source = "S2, S3 (CU10, FU13)",
  -- Who is a prospect: ours, has not ordered yet.
  who = "(order_count or 0) == 0",
  scores = {
    {
      key = "prospect", pack = "handbook", every_months = 1, task = "prospect_rescore",
      title = { en = "score prospects again", zh = "潜在客户重新评分" }, source = "S3 (CU10)",
    },
    {
      key = "key_account", pack = "keyaccount", every_months = 12, task = "key_account_rescore",
      title = { en = "score key accounts again", zh = "大客户重新评分" },
      source = "S2 (CU10), the interval is ours",
    },
  },
  -- The names are S3's, the rules are ours. A prospect may stand in several.
  lists = {
    {
      key = "high_potential", when = "grade == 'A' or potential == 'high' and grade ~= 'C'",
      title = { en = "high potential", zh = "高潜力客户清单" }, source = "S3 (FU13)",
    },
    {
      key = "risky", when = "(credit or 100) < 60 or (clarity_score or 5) <= 2",
      title = { en = "risky", zh = "风险客户清单" }, source = "S3 (FU13)",
    },
    {
      key = "not_now", when = "grade == 'C'",
      title = { en = "not now", zh = "暂缓客户清单" }, source = "S3 (FU13)",
    },
  },
}
