-- Leads by S1: as `leads`, with three grades; C goes into the nurture pool within seven days.
-- The assumptions are those of `leads`.
return {
  name = "leads_s1",
  title = { en = "Leads, three grades", zh = "线索（三级）" },
  source = "S1, S2 (FU1, FU2, FU3)",
  prefix = "L-",
  digits = 6,
  -- Words of a lead's source.
  sources = {
    { key = "exhibition", label = { en = "exhibition", zh = "展会" }, source = "S0 (FU1)" },
    { key = "web", label = { en = "web enquiry", zh = "网络询盘" }, source = "S0 (FU1)" },
    { key = "referral", label = { en = "referral", zh = "转介绍" }, source = "S0 (FU1)" },
    { key = "agent", label = { en = "agent registration", zh = "代理商报备" }, source = "S0 (FU1)" },
    { key = "outbound", label = { en = "outbound", zh = "主动开发" }, source = "S0 (FU1)" },
    { key = "tender", label = { en = "tender platform", zh = "招标平台" }, source = "S2 (FU1)" },
    { key = "data_vendor", label = { en = "data vendor", zh = "数据服务商" }, source = "S2 (FU1)" },
  },
  model = "bant",
  models = {
    bant = {
      name = "bant",
      title = { en = "BANT", zh = "BANT评分" },
      source = "S0 (FU2)",
      entity = "leads",
      writes = "grade",
      writes_score = "score",
      measures = {
        lead_score = {
          source = "S0 (FU2)",
          score = {
            combine = "weighted",
            missing = "zero",
            clamp = { 0, 100 },
            factors = {
              { field = "budget", weight = 20, source = "S0 (FU2), weight is ours" },
              { field = "authority", weight = 15, source = "S0 (FU2), weight is ours" },
              { field = "need", weight = 20, source = "S0 (FU2), weight is ours" },
              { field = "timing", weight = 15, source = "S0 (FU2), weight is ours" },
              { field = "size", weight = 10, source = "S0 (FU2), weight is ours" },
              { field = "fit", weight = 10, source = "S0 (FU2), weight is ours" },
              { field = "intent", weight = 10, half_life = days(30), evidence = { "intent_at", "arrived_at" },
                source = "S0 (FU2), weight and half-life are ours" },
            },
          },
        },
      },
      by = "lead_score",
      levels = {
        {
          level = "A", from = 80, label = { en = "at once", zh = "立即跟进" },
          source = "S1 (FU3), limit is ours",
        },
        {
          level = "B", from = 60, below = 80, label = { en = "soon", zh = "尽快跟进" },
          source = "S1 (FU3), limit is ours",
        },
        {
          level = "C", label = { en = "nurture pool within 7 days", zh = "7天内进入培育池" },
          source = "S1 (FU3)",
        },
      },
    },
    bant_s = {
      name = "bant_s",
      title = { en = "BANT+S", zh = "BANT+S评分" },
      source = "S2 (FU2)",
      entity = "leads",
      writes = "grade",
      writes_score = "score",
      measures = {
        lead_score = {
          source = "S2 (FU2)",
          score = {
            combine = "weighted",
            missing = "zero",
            clamp = { 0, 100 },
            factors = {
              { field = "budget", weight = 20, source = "S2 (FU2), weight is ours" },
              { field = "authority", weight = 15, source = "S2 (FU2), weight is ours" },
              { field = "need", weight = 15, source = "S2 (FU2), weight is ours" },
              { field = "timing", weight = 10, source = "S2 (FU2), weight is ours" },
              { field = "size", weight = 10, source = "S2 (FU2), weight is ours" },
              { field = "fit", weight = 10, source = "S2 (FU2), weight is ours" },
              { field = "intent", weight = 10, half_life = days(30), evidence = { "intent_at", "arrived_at" },
                source = "S2 (FU2), weight and half-life are ours" },
              { field = "strategic_fit", weight = 10, source = "S2 (FU2), weight is ours" },
            },
          },
        },
      },
      by = "lead_score",
      levels = {
        {
          level = "A", from = 80, label = { en = "at once", zh = "立即跟进" },
          source = "S1 (FU3), limit is ours",
        },
        {
          level = "B", from = 60, below = 80, label = { en = "soon", zh = "尽快跟进" },
          source = "S1 (FU3), limit is ours",
        },
        {
          level = "C", label = { en = "nurture pool within 7 days", zh = "7天内进入培育池" },
          source = "S1 (FU3)",
        },
      },
    },
  },
  -- Nobody goes there by grade alone: the clock asks for it.
  nurture = {},
  clocks = {
    {
      key = "grading", title = { en = "graded", zh = "分级" }, from = { "arrived_at" },
      done = "graded_at", kind = "wall", within = hours(24), alert = "lead_grading", source = "S1 (FU3)",
    },
    {
      key = "follow_up", title = { en = "followed up", zh = "首次跟进" }, from = { "grade_since", "graded_at" },
      done = "followed_up_at", kind = "wall", by_grade = { A = hours(48), B = hours(72) },
      alert = "lead_follow_up", source = "S1 (FU3)",
    },
    {
      key = "nurture", title = { en = "in the nurture pool", zh = "进入培育池" },
      from = { "grade_since", "graded_at" }, done = "nurtured_at", kind = "wall",
      by_grade = { C = days(7) }, alert = "lead_nurture", source = "S1 (FU3)",
    },
  },
  moves = {
    open = { "nurture", "converted", "disqualified" },
    nurture = { "open", "converted", "disqualified" },
    disqualified = { "open" },
  },
  -- Who gets a lead: the first rule whose `when` (over the lead) and `who` (over the reps) leave somebody.
  -- Of those, the one with the fewest open leads; of these, the lowest id.
  assignment = {
    -- Leads of these states count for a rep's load.
    load = { "open" },
    rules = {
      {
        key = "top_in_region", when = { grade = { "A", "B" } }, same = { "region" }, max_load = 30,
        title = { en = "A and B to the region, up to 30 each", zh = "A、B级分给本区域，每人不超过30条" },
        source = "ours (FU3, AU1)",
      },
      {
        key = "in_region", same = { "region" }, max_load = 60,
        title = { en = "the region, up to 60 each", zh = "本区域，每人不超过60条" }, source = "ours (FU3, AU1)",
      },
      {
        key = "anybody", title = { en = "whoever has least to do", zh = "负荷最小者" },
        source = "ours (FU3, AU1)",
      },
    },
  },
  -- What makes two records the same firm, the surest first. Names are compared as the quality policy says.
  duplicates = {
    { key = "uscc", source = "S0 (CU14)" },
    { key = "name", source = "S0 (CU14)" },
    { key = "phone", source = "ours (CU14)" },
    { key = "email", source = "ours (CU14)" },
  },
  conversion = {
    source = "ours (FU3)",
    -- Grades that may be converted; a lead that is not graded may not.
    grades = { "A", "B" },
    -- Days from conversion to the expected close where none is given.
    close_days = 90,
  },
}
