-- Customer success: plans in five steps, hand-over from sales, renewals at 90 days, reviews by level.
--
-- The sources name the five parts of a plan, the 30 days before delivery (S2; the digit is damaged in the source), the
-- 90 days before expiry with their three actions, the quarterly review, and the weekly meeting of the triangle.
-- Days of single tasks, what a step asks for, what counts as renewed and the items of the hand-over are ours.
--
-- Tasks: `days` from the occasion's day, below 0 before it; `owner` the first that there is of manager (the success
-- manager), owner (of the customer) and rep (of the document).
return {
  name = "success",
  title = { en = "Customer success", zh = "客户成功" },
  source = "S2 (CS3–CS6)",
  prefix = "SP-", digits = 6,
  -- What a plan must have to come to a step; rules read its fields, `milestones` and `measured` (with metric, target
  -- and day).
  steps = {
    { key = "understand", title = { en = "understand", zh = "理解目标" }, next = { "define" }, needs = {},
      source = "S2 (CS3)" },
    { key = "define", title = { en = "define", zh = "定义成功" }, next = { "understand", "design" },
      needs = { { that = "owner ~= nil", title = { en = "it has no owner", zh = "未指定负责人" }, source = "ours" } },
      source = "S2 (CS3)" },
    { key = "design", title = { en = "design", zh = "设计路径" }, next = { "define", "resource" },
      needs = { { that = "milestones > 0", title = { en = "it has no milestones", zh = "未设里程碑" }, source = "ours" } },
      source = "S2 (CS3)" },
    { key = "resource", title = { en = "resource", zh = "匹配资源" }, next = { "design", "track" },
      needs = { { that = "path ~= nil", title = { en = "its path is not written", zh = "未写明路径" }, source = "ours" } },
      source = "S2 (CS3)" },
    { key = "track", title = { en = "track", zh = "跟踪达成" }, next = { "resource" },
      needs = {
        { that = "resources ~= nil", title = { en = "its resources are not written", zh = "未写明资源" }, source = "ours" },
        { that = "risks ~= nil", title = { en = "its risks are not written", zh = "未写明风险" }, source = "ours" },
        { that = "measured > 0", title = { en = "no milestone has metric, target and day", zh = "里程碑无指标、目标与日期" },
          source = "ours" },
      }, source = "S2 (CS3)" },
  },
  metrics = {
    { key = "first_month_use", title = { en = "growth of use in the first month", zh = "首月使用率提升" }, unit = "share",
      source = "S2 (CS3)" },
    { key = "roi", title = { en = "growth of ROI in a quarter", zh = "季度ROI提升" }, unit = "share", source = "S2 (CS3)" },
    { key = "function_use", title = { en = "functions used", zh = "功能使用率" }, unit = "share", source = "S2 (CS1)" },
    { key = "cost_saved", title = { en = "cost saved", zh = "成本降低" }, unit = "share", source = "S2 (CS1)" },
    { key = "efficiency", title = { en = "efficiency gained", zh = "效率提升" }, unit = "share", source = "S2 (CS1)" },
    { key = "on_time", title = { en = "delivered on time", zh = "准时交付率" }, unit = "share", source = "ours" },
    { key = "satisfaction", title = { en = "satisfaction", zh = "满意度" }, unit = "share", source = "ours" },
  },
  -- Milestones of a plan that names none.
  template = {
    { title = { en = "use of the first month up 30 %", zh = "首月使用率提升30%" }, metric = "first_month_use", target = 0.30,
      days = 30, source = "S2 (CS3)" },
    { title = { en = "ROI of the quarter up 20 %", zh = "季度ROI提升20%" }, metric = "roi", target = 0.20,
      days = 90, source = "S2 (CS3)" },
  },
  joining = {
    ahead_days = 14, source = "S2 (CS3): 30 days before delivery",
    list = { kind = "success_joining", items = {
      { key = "join", title = { en = "success manager joins", zh = "客户成功经理介入" }, days = -30,
        owner = { "manager", "owner" }, source = "S2 (CS3)" },
      { key = "plan", title = { en = "write the success plan", zh = "制定客户成功计划" }, days = -20,
        owner = { "manager", "owner" }, source = "S2 (CS3); day ours" },
      { key = "training", title = { en = "train the users", zh = "用户培训" }, days = -5,
        owner = { "manager", "owner" }, source = "S2 (FU11); day ours" },
    } },
  },
  hand_over = {
    closing = "accept", source = "S2 (CS6)",
    list = { kind = "success_hand_over", items = {
      { key = "contacts", title = { en = "hand over contacts and roles", zh = "移交联系人与决策角色" }, days = 2,
        owner = { "rep", "owner" }, source = "S2 (CS6): shared information; item ours" },
      { key = "goals", title = { en = "hand over needs, goals and promises", zh = "移交需求、目标与承诺" }, days = 2,
        owner = { "rep", "owner" }, source = "S2 (CS6); item ours" },
      { key = "documents", title = { en = "hand over contract, drawings and prices", zh = "移交合同、图纸与价格" }, days = 3,
        owner = { "rep", "owner" }, source = "S2 (CS6); item ours" },
      { key = "kick_off", title = { en = "introduce the success manager", zh = "引荐客户成功经理" }, days = 7,
        owner = { "rep", "owner" }, source = "S2 (CS6); item ours" },
      { key = "accept", title = { en = "accept the hand-over", zh = "确认接收" }, days = 10,
        owner = { "manager" }, source = "ours" },
    } },
  },
  -- Sales, technical and success meet each week about customers with an open plan.
  triangle = { kind = "success_triangle", items = {
    { key = "meeting", title = { en = "iron-triangle meeting", zh = "铁三角周会" }, days = 0,
      owner = { "manager", "owner" }, source = "S2 (CS6); Monday ours" },
  } },
  renewal = {
    days = 90, alert = "renewal_due", source = "S2 (CS4)",
    after_days = 30, early_days = 180, gap_days = 90, months = 12, rounding = "half_up", -- ours
    -- What a reading is worth: a share of what was bought in the same months, or yuan as it stands.
    created = {
      { metric = "cost_saved", unit = "purchase", source = "S2 (PR12, CS2); unit ours" },
      { metric = "efficiency", unit = "purchase", source = "S2 (PR12, CS2); unit ours" },
    },
    list = { kind = "success_renewal", items = {
      { key = "value_review", title = { en = "value review", zh = "价值回顾" }, days = -75,
        owner = { "manager", "owner" }, source = "S2 (CS4); day ours" },
      { key = "need_upgrade", title = { en = "need upgrade", zh = "需求升级" }, days = -60,
        owner = { "manager", "owner" }, source = "S2 (CS4); day ours" },
      { key = "renewal_quote", title = { en = "renewal quote", zh = "续约报价" }, days = -45,
        owner = { "rep", "owner" }, source = "S2 (CS4); day ours" },
    } },
  },
  reviews = {
    held = "meeting", source = "S2 (CS5)",
    levels = {
      { level = "A", every = "quarter", source = "S2 (CS5)" },
      { level = "B", every = "quarter", source = "S2 (CS5); level ours" },
      { level = "C", every = "year", source = "S2 (CS5): yearly summary; level ours" },
    },
    -- From the last day of the period.
    list = { kind = "success_review", items = {
      { key = "pack", title = { en = "prepare the review", zh = "准备回顾材料" }, days = -14,
        owner = { "manager", "owner" }, source = "ours" },
      { key = "meeting", title = { en = "hold the review", zh = "召开业务回顾" }, days = 0,
        owner = { "manager", "owner" }, source = "S2 (CS5)" },
    } },
  },
}
