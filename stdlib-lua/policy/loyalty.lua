-- How loyalty is measured: who is a customer, what buying again means, lifetime value, wallet, RFM segments.
--
-- The sources name the figures (CS7) and not how they are made; every number here is ours. That the months of a
-- customer are twelve follows the purchase facts (annual purchase). Quintiles are the standard's.
return {
  name = "loyalty",
  title = { en = "Loyalty and value", zh = "忠诚度与价值" },
  source = "S2 (CS2, CS7)",
  rounding = "half_up",
  -- Who ordered within these months up to a day is a customer on that day; who no longer did is lost.
  active = { months = 12, source = "ours (CS7): as annual purchase, CU1" },
  -- So many orders in a period are buying again.
  repurchase = { orders = 2, source = "ours (CS7)" },
  lifetime = {
    variant = "simple", months = 12,
    -- Margin of an order, as a share of its amount, where its lines do not say their cost.
    margin = 0.25,
    -- A year, for the discounted variant.
    discount = 0.10,
    source = "ours (CS7)",
  },
  -- What a customer spends with everybody in so many months is a reading; our share is over the same months.
  wallet = { metric = "wallet", months = 12, source = "ours (CS7)" },
  cohorts = { most = 120, source = "ours" },
  rfm = {
    months = 12, source = "ours (CS7); standards: quintiles, ties share the better score",
    -- The first that takes a score has it.
    segments = {
      { key = "champion", title = { en = "champion", zh = "重要价值客户" },
        recency = { from = 4 }, frequency = { from = 4 }, monetary = { from = 4 },
        action = { en = "reward, ask to refer, build with", zh = "重点维护，邀请推荐与共创" }, source = "ours (CS7)" },
      { key = "loyal", title = { en = "loyal", zh = "忠诚客户" },
        recency = { from = 3 }, frequency = { from = 4 },
        action = { en = "sell up and across", zh = "交叉与升级销售" }, source = "ours (CS7)" },
      { key = "big_spender", title = { en = "buys much, not often", zh = "大额低频客户" },
        recency = { from = 3 }, monetary = { from = 4 },
        action = { en = "agree on regular supply", zh = "推动框架协议与定期补货" }, source = "ours (CS7)" },
      { key = "cannot_lose", title = { en = "must not be lost", zh = "重要挽留客户" },
        recency = { to = 2 }, frequency = { from = 4 }, monetary = { from = 4 },
        action = { en = "visit this week", zh = "本周拜访挽留" }, source = "ours (CS7)" },
      { key = "at_risk", title = { en = "cooling down", zh = "流失风险客户" },
        recency = { to = 2 }, frequency = { from = 3 },
        action = { en = "call and win back", zh = "电话回访召回" }, source = "ours (CS7)" },
      { key = "promising", title = { en = "new or promising", zh = "潜力客户" },
        recency = { from = 4 },
        action = { en = "second order offer", zh = "二单优惠" }, source = "ours (CS7)" },
      { key = "quiet", title = { en = "quiet", zh = "一般保持客户" },
        recency = { from = 2 },
        action = { en = "keep informed", zh = "保持信息触达" }, source = "ours (CS7)" },
      { key = "asleep", title = { en = "asleep", zh = "沉睡客户" },
        action = { en = "one reminder, no more cost", zh = "低成本唤醒" }, source = "ours (CS7)" },
    },
  },
}
