-- The service desk: channels, the flows of enquiries and complaints, their clocks and calendars, who is told
-- when, how well it is done, and what is learnt from it.
--
-- Assumptions, where the sources are silent: classes, teams, who gets a ticket, escalations, reopening, duplicates,
-- classes of causes, and how an effect is tested. Which clocks count on the wall and which on the calendar:
-- docs/decisions/0023-clocks-of-tickets.md.
return {
  name = "desk",
  title = { en = "Service desk", zh = "服务台" },
  source = "S0 (SV1–SV7)",
  prefix = "T-",
  digits = 6,
  channels = {
    { key = "hotline", title = { en = "hotline", zh = "服务热线" }, source = "S0 (SV2)" },
    { key = "online", title = { en = "online", zh = "在线客服" }, source = "S0 (SV2)" },
    { key = "email", title = { en = "e-mail", zh = "邮件" }, source = "S0 (SV2)" },
    { key = "self_service", title = { en = "self-service", zh = "自助服务" }, source = "S0 (SV2)" },
    { key = "account_manager", title = { en = "account manager", zh = "客户经理" }, source = "S0 (SV2)" },
    { key = "on_site", title = { en = "on-site service", zh = "现场服务" }, source = "S0 (SV2)" },
    { key = "visit", title = { en = "visit", zh = "定期拜访" }, source = "S0 (SV2)" },
    { key = "training", title = { en = "training", zh = "培训" }, source = "S0 (SV2)" },
  },
  -- A ticket moves from step to step along `next`, on or back; going back asks for a reason. `marks` are the
  -- moments that a step sets, `needs` the fields without which nothing comes there.
  kinds = {
    {
      key = "enquiry", title = { en = "enquiry", zh = "咨询" }, source = "S0 (SV3)",
      classes = {
        { key = "advice", title = { en = "product advice", zh = "产品咨询" }, source = "S0 (SV1)" },
        { key = "order_status", title = { en = "order status", zh = "订单查询" }, source = "S0 (SV1)" },
        { key = "technical", title = { en = "technical question", zh = "技术问题" }, source = "S0 (SV3)" },
        { key = "price", title = { en = "price", zh = "价格咨询" }, source = "ours (SV3)" },
        { key = "other", title = { en = "other", zh = "其他" }, source = "ours (SV3)" },
      },
      -- The six steps of the source; its fourth, "answered or passed on", is two words here. What nobody answers
      -- (a call that was given up) goes to the end at once.
      steps = {
        {
          key = "opened", title = { en = "opened", zh = "发起" },
          next = { "received", "classified", "answered", "called_back" }, source = "S0 (SV3)",
        },
        {
          key = "received", title = { en = "received", zh = "受理" },
          next = { "classified", "passed_on", "answered", "called_back" }, source = "S0 (SV3)",
        },
        {
          key = "classified", title = { en = "classified", zh = "分类" },
          next = { "passed_on", "answered", "called_back" }, source = "S0 (SV3)",
        },
        {
          key = "passed_on", title = { en = "passed on", zh = "转派" },
          next = { "answered", "classified", "called_back" }, source = "S0 (SV3)",
        },
        {
          key = "answered", title = { en = "answered", zh = "答复" }, marks = { "responded", "resolved" },
          next = { "confirmed", "called_back", "passed_on" }, source = "S0 (SV3)",
        },
        {
          key = "confirmed", title = { en = "solution confirmed", zh = "方案确认" },
          next = { "called_back", "passed_on" }, source = "S0 (SV3)",
        },
        {
          key = "called_back", title = { en = "satisfaction call-back, closed", zh = "满意度回访（结案）" },
          marks = { "closed" }, source = "S0 (SV3)",
        },
      },
      reopen = { step = "passed_on", within = days(30), source = "ours (SV3)" },
    },
    {
      key = "complaint", title = { en = "complaint", zh = "投诉" }, source = "S0 (SV4)",
      classes = {
        { key = "quality", title = { en = "quality", zh = "质量" }, source = "S0 (SV1)" },
        { key = "delivery", title = { en = "delivery", zh = "交付" }, source = "ours (SV4)" },
        { key = "service", title = { en = "service", zh = "服务" }, source = "ours (SV4)" },
        { key = "billing", title = { en = "billing", zh = "账务" }, source = "ours (SV4)" },
        { key = "other", title = { en = "other", zh = "其他" }, source = "ours (SV4)" },
      },
      grades = {
        { key = "general", title = { en = "general", zh = "一般" }, source = "S0 (SV4)" },
        { key = "serious", title = { en = "serious", zh = "严重" }, source = "S0 (SV4)" },
        { key = "major", title = { en = "major", zh = "重大" }, source = "S0 (SV4)" },
      },
      steps = {
        { key = "recorded", title = { en = "recorded", zh = "记录" }, next = { "graded" }, source = "S0 (SV4)" },
        {
          key = "graded", title = { en = "classified and graded", zh = "分类分级" }, needs = { "class", "grade" },
          next = { "assigned" }, source = "S0 (SV4)",
        },
        {
          key = "assigned", title = { en = "given an owner", zh = "指定负责人" }, needs = { "owner" },
          next = { "planned", "graded" }, source = "S0 (SV4)",
        },
        {
          key = "planned", title = { en = "plan made", zh = "制定方案" }, next = { "agreed", "assigned" },
          source = "S0 (SV4)",
        },
        {
          key = "agreed", title = { en = "agreed with the customer", zh = "与客户达成一致" },
          next = { "executed", "planned" }, source = "S0 (SV4)",
        },
        {
          key = "executed", title = { en = "executed", zh = "执行" }, next = { "confirmed", "planned" },
          source = "S0 (SV4)",
        },
        {
          key = "confirmed", title = { en = "result confirmed", zh = "结果确认" }, marks = { "resolved" },
          next = { "root_cause", "planned" }, source = "S0 (SV4)",
        },
        {
          key = "root_cause", title = { en = "root cause found", zh = "根因分析" }, needs = { "root_cause" },
          next = { "improved", "planned" }, source = "S0 (SV4, SV6)",
        },
        {
          key = "improved", title = { en = "improvement", zh = "改进" }, needs = { "measure" },
          marks = { "closed" }, source = "S0 (SV4, SV6)",
        },
      },
      reopen = { step = "planned", within = days(30), source = "ours (SV4)" },
    },
  },
  -- By when what is done: of the targets the first that fits. kind = "working" counts on the ticket's calendar,
  -- which for customers served round the clock is every hour; kind = "wall" counts every hour for everybody.
  clocks = {
    {
      key = "respond", title = { en = "first answer", zh = "首次响应" }, source = "S0 (SV3)",
      from = "opened_at", done = "responded_at", alert = "service_clock",
      targets = {
        -- "At once" is within a minute: ours.
        { when = { channel = "hotline" }, kind = "working", within = span"1m", source = "S0 (SV3), the minute is ours" },
        { when = { channel = "online" }, kind = "working", within = span"5m", source = "S0 (SV3)" },
        { when = { channel = "email" }, kind = "working", within = hours(4), source = "S0 (SV3)" },
        -- Other channels as e-mail: ours.
        { kind = "working", within = hours(4), source = "ours (SV3)" },
      },
    },
    {
      key = "resolve", title = { en = "resolution", zh = "解决" }, source = "S0 (SV3, SV4)",
      from = "opened_at", done = "resolved_at", alert = "service_clock",
      targets = {
        {
          when = { kind = "enquiry", class = "technical" }, kind = "wall", within = hours(24), source = "S0 (SV3)",
        },
        { when = { kind = "complaint", grade = "major" }, kind = "wall", within = hours(8), source = "S0 (SV4)" },
        { when = { kind = "complaint", grade = "serious" }, kind = "wall", within = hours(24), source = "S0 (SV4)" },
        -- A complaint that is not graded yet counts as general: ours.
        { when = { kind = "complaint" }, kind = "working", working_days = 3, source = "S0 (SV4)" },
      },
    },
  },
  -- Calendars by name: a policy, by name or as a table, and days that go before its own, as for one team:
  --   { key = "works", policy = "calendar", source = "ours",
  --     exceptions = { { day = date"2026-08-03", working = false, name = "stocktaking" } } }
  calendars = {
    { key = "office", policy = "calendar", source = "S0 §6.2.2 (CU11): 5×8" },
    { key = "always", policy = "calendar_7x24", source = "S0 §6.2.2 (CU11, SV1): 7×24" },
  },
  -- Which one counts for a ticket: the first that fits. What a level was promised goes before what a team works.
  calendar = {
    { when = { level = "A" }, calendar = "always", source = "S0 §6.2.2 (CU11, SV1)" },
    { calendar = "office", source = "S0 §6.2.2 (CU11)" },
  },
  teams = {
    { key = "service", title = { en = "customer service", zh = "客户服务部" }, source = "ours (SV4)" },
    { key = "technical", title = { en = "technical support", zh = "技术部" }, source = "ours (SV4)" },
    { key = "quality", title = { en = "quality", zh = "质量部" }, source = "ours (SV4)" },
    { key = "logistics", title = { en = "logistics", zh = "物流部" }, source = "ours (SV4)" },
    { key = "finance", title = { en = "finance", zh = "财务部" }, source = "ours (SV4)" },
  },
  routing = {
    { when = { class = "technical" }, team = "technical", source = "ours (SV3)" },
    { when = { kind = "complaint", class = "quality" }, team = "quality", source = "ours (SV4)" },
    { when = { class = { "delivery", "order_status" } }, team = "logistics", source = "ours (SV4)" },
    { when = { class = "billing" }, team = "finance", source = "ours (SV4)" },
    { team = "service", source = "ours (SV3, SV4)" },
  },
  -- The customer's owner answers for its tickets; without one, the rep of the team with the fewest open ones.
  owner_first = true,
  assignment = {
    load = { "open" },
    rules = {
      {
        key = "in_team", title = { en = "whoever of the team has least to do", zh = "责任部门中负荷最小者" },
        same = { { record = "team", rep = "role" } }, source = "ours (SV4)",
      },
      {
        key = "anybody", title = { en = "whoever has least to do", zh = "负荷最小者" }, source = "ours (SV4)",
      },
    },
  },
  -- What may be waited for.
  holds = {
    { key = "customer", title = { en = "waiting for the customer", zh = "等待客户" }, source = "S0 (SV7)" },
    { key = "sample", title = { en = "waiting for samples of the customer", zh = "等待客户样品" }, source = "ours (SV7)" },
    { key = "access", title = { en = "waiting for access to the site", zh = "等待客户现场条件" }, source = "ours (SV7)" },
    { key = "reopened", title = { en = "taken for resolved", zh = "误认为已解决" }, source = "ours (SV7)" },
  },
  -- The reason of the pause from what was taken for a resolution to the reopening.
  reopened = "reopened",
  -- Who is told of a clock that runs out or ran out and still waits, the gravest last.
  escalations = {
    {
      key = "warning", title = { en = "time runs out", zh = "即将超时" }, clocks = { "resolve" }, share = 0.75,
      to = "owner", severity = "low", source = "ours (SV4)",
    },
    {
      key = "breach", title = { en = "time is over", zh = "已超时" }, after = hours(0), to = "owner",
      severity = "medium", source = "ours (SV4)",
    },
    {
      key = "manager", title = { en = "long over", zh = "严重超时" }, clocks = { "resolve" }, after = hours(4),
      to = "manager", severity = "high", source = "ours (SV4)",
    },
  },
  -- Two tickets may be the same matter: these fields the same, those not different where both are known.
  duplicates = {
    same = { "customer", "class" }, alike = { "order", "product" }, within = days(7), source = "ours (SV4)",
  },
  -- Goals of SV5; those of surveys, and from which score an answer is good, stand in surveys.lua. A call that nobody took is an enquiry by hotline that is closed without ever being answered.
  quality = {
    {
      key = "calls_answered", title = { en = "calls answered", zh = "电话接通率" }, counts = "answered",
      when = { channel = "hotline" }, over = 0.95, source = "S0 (SV5)",
    },
    {
      key = "online_answered", title = { en = "online answered", zh = "在线响应率" }, counts = "answered",
      when = { channel = "online" }, over = 0.9, source = "S0 (SV5)",
    },
    {
      key = "first_time_fix", title = { en = "fixed the first time", zh = "一次解决率" }, counts = "first_time_fix",
      over = 0.8, source = "S0 (SV5)",
    },
    {
      key = "satisfaction", title = { en = "satisfaction", zh = "客户满意度" }, counts = "survey", survey = "csat",
      source = "S0 (SV5)",
    },
    {
      key = "complaint_satisfaction", title = { en = "satisfaction with complaint handling", zh = "投诉处理满意度" },
      counts = "survey", survey = "complaint", source = "S0 (SV5)",
    },
    {
      key = "recommend", title = { en = "would recommend", zh = "推荐意愿" }, counts = "survey", survey = "nps",
      source = "S0 (SV5)",
    },
    {
      key = "response_time", title = { en = "mean response time", zh = "平均响应时间" }, counts = "response_time",
      source = "S0 (SV5)",
    },
    {
      key = "handling_time", title = { en = "mean handling time", zh = "平均处理时间" }, counts = "handling_time",
      source = "S0 (SV5)",
    },
    {
      key = "resolution_rate", title = { en = "resolution rate", zh = "问题解决率" }, counts = "resolved",
      source = "S0 (SV5)",
    },
  },
  -- Classes of root causes; the vital few make this share of all together.
  causes = {
    vital = 0.8, source = "S0 (SV6), limit is ours",
    words = {
      { key = "material", title = { en = "material", zh = "原材料" }, source = "ours (SV6)" },
      { key = "process", title = { en = "process", zh = "工艺" }, source = "ours (SV6)" },
      { key = "equipment", title = { en = "equipment", zh = "设备" }, source = "ours (SV6)" },
      { key = "people", title = { en = "people", zh = "人员" }, source = "ours (SV6)" },
      { key = "packaging", title = { en = "packaging", zh = "包装" }, source = "ours (SV6)" },
      { key = "transport", title = { en = "transport", zh = "运输" }, source = "ours (SV6)" },
      { key = "information", title = { en = "information", zh = "信息传递" }, source = "ours (SV6)" },
      { key = "customer_use", title = { en = "use by the customer", zh = "客户使用" }, source = "ours (SV6)" },
    },
  },
  improvements = {
    prefix = "IM-", digits = 4, source = "S0 (SV6), limits are ours",
    -- Months before it took effect that are compared with the time since.
    months = 6,
    -- It is judged after so many days in effect.
    least_days = 60,
    -- It worked where so few tickets would come by chance this seldom.
    significance = 0.05,
    per_orders = 100,
  },
}
