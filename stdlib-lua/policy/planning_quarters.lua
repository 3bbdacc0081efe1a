-- S1's year by quarters; begun on a January 1st its quarters are those of the calendar. 95 % of the milestones are to
-- be reached. S1 names 50 hires and, elsewhere, 150: the first holds. Months inside a quarter are ours but for the
-- end of March; so are the contingency plans, which S1 asks for and does not write.
return {
  name = "planning_quarters",
  title = { en = "Year by quarters", zh = "季度里程碑计划" },
  source = "S1 (OR3)",
  phases = {
    {
      key = "q1", title = { en = "first quarter", zh = "第一季度" }, months = { 1, 3 }, source = "S1 (OR3)",
      milestones = {
        { title = { en = "new structure in force", zh = "组织架构调整完成" }, month = 2,
          contingency = { en = "appoint acting heads of areas", zh = "先任命代理大区负责人" }, source = "S1 (OR3)" },
        { title = { en = "50 people hired", zh = "完成50人招聘" },
          contingency = { en = "bring in agencies and internal referrals", zh = "启用猎头与内部推荐" }, source = "S1 (OR3)" },
        { title = { en = "systems linked, customer records live", zh = "系统打通、CRM上线" },
          contingency = { en = "go live area by area, daily exchange of files", zh = "分区上线，每日文件交换" },
          source = "S1 (OR3)" },
      },
    },
    {
      key = "q2", title = { en = "second quarter", zh = "第二季度" }, months = { 4, 6 }, source = "S1 (OR3)",
      goals = { { figure = "visits", from = 200, source = "S1 (OR3): first visits" } },
      milestones = {
        { title = { en = "two industry teams of 10", zh = "两个10人行业团队组建" }, month = 4,
          contingency = { en = "start with lent experts", zh = "先借调行业专家" }, source = "S1 (OR3)" },
        { title = { en = "50 posts of content", zh = "50篇内容发布" },
          contingency = { en = "buy content", zh = "外包内容制作" }, source = "S1 (OR3)" },
        { title = { en = "200 first visits", zh = "完成200家首访" },
          contingency = { en = "visits by telephone and video", zh = "改为电话与视频首访" }, source = "S1 (OR3)" },
        { title = { en = "leads up by 30 %", zh = "线索量提升30%" },
          contingency = { en = "move budget to channels that convert", zh = "预算转向高效渠道" }, source = "S1 (OR3)" },
      },
    },
    {
      key = "q3", title = { en = "third quarter", zh = "第三季度" }, months = { 7, 9 }, source = "S1 (OR3)",
      milestones = {
        { title = { en = "skill camps cover 80 %", zh = "技能训练营覆盖80%" },
          contingency = { en = "camps online", zh = "改为线上训练营" }, source = "S1 (OR3)" },
        { title = { en = "success managers for the top 50", zh = "TOP50客户配备CSM" },
          contingency = { en = "account managers stand in", zh = "客户经理兼任" }, source = "S1 (OR3)" },
        { title = { en = "assistants trained", zh = "助理培训完成" }, source = "S1 (OR3)" },
        { title = { en = "all customers surveyed", zh = "完成全客户调研" },
          contingency = { en = "survey levels A and B first", zh = "先调研A、B级客户" }, source = "S1 (OR3)" },
      },
    },
    {
      key = "q4", title = { en = "fourth quarter", zh = "第四季度" }, months = { 10, 12 }, source = "S1 (OR3)",
      milestones = {
        { title = { en = "100-day push done", zh = "百日冲刺完成" },
          contingency = { en = "prolong by two weeks", zh = "延长两周" }, source = "S1 (OR3)" },
        { title = { en = "repurchase 40 %", zh = "复购率达到40%" },
          contingency = { en = "call every customer that did not buy again", zh = "逐一回访未复购客户" }, source = "S1 (OR3)" },
        { title = { en = "review of the year", zh = "年度复盘" }, source = "S1 (OR3)" },
        { title = { en = "plan of next year", zh = "次年规划" }, source = "S1 (OR3)" },
      },
    },
  },
}
