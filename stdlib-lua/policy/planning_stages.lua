-- S4's four stages of a sales organisation, each with the questions that it asks itself. Only the first has a length
-- in the source (3 months); the others are ours. "first_deal_share" is the share of new people who sign within the
-- months of the training policy.
return {
  name = "planning_stages",
  title = { en = "Four stages of a sales organisation", zh = "企业销售体系四阶段" },
  source = "S4 (OR3)",
  phases = {
    {
      key = "from_0_to_1", title = { en = "0 to 1", zh = "0–1 验证期" }, months = { 1, 3 }, source = "S4 (OR3)",
      goals = {
        { figure = "customers", from = 5, source = "S4 (OR3)" },
        { figure = "prospects", from = 100, source = "S4 (OR3)" },
      },
      milestones = {
        { title = { en = "a benchmark customer", zh = "1家标杆客户" }, source = "S4 (OR3)" },
        { title = { en = "custom manual, co-creation group and monthly feedback for the first customers",
            zh = "种子客户专属手册、共创群与月度反馈会" }, month = 2, source = "S4 (OR3); the month is ours" },
      },
      questions = {
        { key = "paying_customers", title = { en = "5 paying customers in 3 months?", zh = "3个月内有5家付费客户？" },
          figure = "customers", from = 5, source = "S4 (OR3)" },
        { key = "prospects", title = { en = "100 prospects or more?", zh = "潜在客户达到100家？" },
          figure = "prospects", from = 100, source = "S4 (OR3)" },
        { key = "scene_pain", title = { en = "Do we know the scene and the pain?", zh = "场景痛点是否清晰？" },
          source = "S4 (OR3)" },
        { key = "trial_in_quotes", title = { en = "Do quotes offer a trial period?", zh = "报价是否含试用期？" },
          source = "S4 (OR3)" },
        { key = "resistance_logged", title = { en = "Are words of resistance logged daily?", zh = "是否每日记录客户抗拒点？" },
          source = "S4 (OR3)" },
        { key = "customer_words", title = { en = "3 sentences of customers a week?", zh = "每周沉淀3句客户原话？" },
          source = "S4 (OR3)" },
      },
    },
    {
      key = "from_1_to_10", title = { en = "1 to 10", zh = "1–10 复制期" }, months = { 4, 12 }, source = "S4 (OR3)",
      questions = {
        { key = "sign_alone", title = { en = "Do 60 % of new people sign within 3 months?", zh = "新人3个月独立签单率达60%？" },
          figure = "first_deal_share", from = 0.6, source = "S4 (OR3, OR6)" },
        { key = "objections_drilled", title = { en = "Are six scenes of objections drilled daily?", zh = "六大异议场景是否每日演练？" },
          source = "S4 (OR3)" },
        { key = "calls_sampled", title = { en = "Is one call in five listened to?", zh = "是否抽检20%通话？" }, source = "S4 (OR3)" },
        { key = "lost_reasons", title = { en = "Are the top 3 reasons of loss reviewed monthly?",
            zh = "是否每月复盘TOP3丢单原因？" }, source = "S4 (OR3)" },
      },
    },
    {
      key = "from_10_to_100", title = { en = "10 to 100", zh = "10–100 扩张期" }, months = { 13, 36 }, source = "S4 (OR3)",
      questions = {
        { key = "five_lines", title = { en = "Are targets set along five lines?", zh = "目标是否按五条线拆解？" },
          source = "S4 (OR2, OR3)" },
        { key = "daily_report", title = { en = "Does everybody report daily?", zh = "是否人人日报？" }, source = "S4 (OR7)" },
        { key = "leakage_daily", title = { en = "Is leakage looked at daily?", zh = "是否每日看漏斗流失？" },
          source = "S4 (OR3)" },
        { key = "methods_monthly", title = { en = "Are the best methods of regions compared monthly?",
            zh = "是否每月对标区域TOP3打法？" }, source = "S4 (PF11)" },
      },
    },
    {
      key = "from_100_to_1000", title = { en = "100 to 1000", zh = "100–1000 生态期" }, months = { 37, 60 },
      source = "S4 (OR3)",
      questions = {
        { key = "stock_value", title = { en = "Does lifetime value of present customers grow?", zh = "存量客户LTV是否提升？" },
          source = "S4 (OR3)" },
        { key = "new_share", title = { en = "Does new business win market share?", zh = "增量业务份额是否提升？" },
          source = "S4 (OR3)" },
        { key = "experiments", title = { en = "Are experiments run?", zh = "是否持续实验？" }, source = "S4 (OR3)" },
        { key = "nine_box", title = { en = "Is the nine-box done?", zh = "是否做九宫格盘点？" }, source = "S4 (PF10)" },
      },
    },
  },
}
