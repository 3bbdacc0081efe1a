-- The stages of a customer's life, from the facts, and what each is to achieve.
--
-- Assumptions: the source names the stages, not what decides them. A customer acquired has not
-- ordered in twelve months (so one who stopped is to be won again); one order activates; two
-- retain; four convert to a regular; who would recommend at 9 or 10 and came back refers.
-- Goals that the source gives twice: the first is taken.
--
-- How a goal is measured (`measure`) is ours: over customers of `of` (new: made in the period; ordering: with an
-- order in it; all), those for whom `that` holds, as a count or a share. Rules read the fields of customers and
-- `categories`, the categories of products ordered in the period, and `referred`, whether somebody brought them.
-- A goal without a measure is not measured yet.
return {
  name = "lifecycle",
  title = { en = "Customer lifecycle", zh = "客户生命周期" },
  source = "S1 (CU12)",
  stages = {
    name = "lifecycle",
    title = { en = "Lifecycle stage", zh = "生命周期阶段" },
    source = "S1 (CU12)",
    entity = "customers",
    writes = "stage",
    by = "order_count",
    levels = {
      {
        level = "refer", from = 2, also = { refer_score = { from = 9 } },
        label = { en = "refer", zh = "推荐" }, source = "S1 (CU12), limits are assumptions",
      },
      {
        level = "convert", from = 4,
        label = { en = "convert", zh = "转化" }, source = "S1 (CU12), limit is an assumption",
        strategy = { en = "cross-sell and up-sell", zh = "交叉销售与升级销售" },
      },
      {
        level = "retain", from = 2,
        label = { en = "retain", zh = "留存" }, source = "S1 (CU12), limit is an assumption",
        strategy = {
          en = "quarterly call-back; visit and need survey for high value",
          zh = "季度回访；高价值客户拜访与需求调研",
        },
      },
      {
        level = "activate", from = 1,
        label = { en = "activate", zh = "激活" }, source = "S1 (CU12)",
        strategy = { en = "first-order offer and training", zh = "首单优惠与专属培训" },
      },
      {
        level = "acquire",
        label = { en = "acquire", zh = "获取" }, source = "S1 (CU12)",
        strategy = { en = "high-potential prospects first", zh = "优先高潜客户" },
      },
    },
  },
  targets = {
    {
      name = "new_customers", stage = "acquire", value = 200, unit = "customers",
      label = { en = "new high-potential customers", zh = "新增高潜客户" }, source = "S1 (CU12)",
      measure = { kind = "count", of = "new", that = "potential == 'high'" },
    },
    {
      name = "first_order_conversion", stage = "activate", value = 0.4,
      label = { en = "first-order conversion", zh = "首单转化率" }, source = "S1 (CU12)",
      measure = { kind = "share", of = "new", that = "first_order ~= nil" },
    },
    {
      name = "satisfaction", stage = "retain", value = 0.9,
      label = { en = "satisfaction", zh = "满意度" }, source = "S1 (CU12)",
    },
    {
      name = "cross_sell_share", stage = "convert", value = 0.25,
      label = { en = "cross-sell share", zh = "交叉销售占比" }, source = "S1 (CU12)",
      measure = { kind = "share", of = "ordering", that = "categories >= 2" },
    },
    {
      name = "referred_share", stage = "refer", value = 0.3,
      label = { en = "referrals among new customers", zh = "转介绍新客占比" }, source = "S1 (CU12)",
      measure = { kind = "share", of = "new", that = "referred or source == 'referral'" },
    },
    {
      name = "referral_reward", stage = "refer", value = 0.05,
      label = { en = "referral reward, share of the order", zh = "推荐奖励（占订单）" },
      source = "S1 (CU12)", note = "S0 gives 3 %",
    },
  },
}
