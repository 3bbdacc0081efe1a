-- Value before price: what can be given instead of a price cut, what competitors leave out, and what share of
-- the value that we created a renewal costs. `cost` is what an item costs us, `value` what it is worth to the
-- customer: a share of the deal, or money. The sources name the items; their worth is ours, to be corrected.
return {
  name = "value",
  title = { en = "Value before price", zh = "价值优先" },
  source = "S1 (PR8, PR9), S2 (PR12)",
  rounding = "half_up",
  package = {
    -- The value must reach the whole gap, and all costs must leave this share of the amount.
    cover = 1, margin = 0.10, source = "ours (PR8): the source gives no figures",
    items = {
      { key = "training", title = { en = "technical training", zh = "技术培训" }, source = "S1 (PR8, PR9)",
        cost = 0.01, value = 0.03 },
      { key = "warranty", title = { en = "extended warranty", zh = "延长质保" }, source = "S1 (PR8, PR9)",
        cost = 0.015, value = 0.04 },
      { key = "inspection", title = { en = "inspection report for each batch", zh = "批次检测报告" },
        source = "S0 §2.2.1 (PR9)", cost = 0.01, value = 0.02, when = { size = { "large", "medium" } } },
      { key = "instalments", title = { en = "payment by instalments", zh = "分期付款" },
        source = "S1 (PR9)", cost = 0.01, value = 0.02, when = { size = "small" } },
      { key = "consulting", title = { en = "light consulting on selection", zh = "轻咨询" },
        source = "S1 (PR9)", cost = yuan(500), value = yuan(1500), when = { size = "small" } },
    },
  },
  -- What a competitor's price leaves out, so that it compares with ours, as
  -- { name = "…", adjust = 0.03, source = "their offer of …: no batch report" }.
  competitors = {},
  renewal = {
    margin = 0.20, source = "ours (PR12): the source gives no floor",
    -- The first that is for the customer counts.
    shares = {
      { key = "created_value", share = 0.30, source = "S2 (PR12): created 100万, renewal 30万" },
    },
  },
}
