-- S0's first year in three phases. Its 10, 30 and 80万 are cumulative, and so are the customers.
return {
  name = "planning_launch",
  title = { en = "First year in three phases", zh = "首年三阶段计划" },
  source = "S0 (OR3)",
  phases = {
    {
      key = "start", title = { en = "start", zh = "启动期" }, months = { 1, 3 }, source = "S0 (OR3)",
      tasks = {
        { en = "build the team", zh = "组建团队" }, { en = "set up the basic process", zh = "建立基础流程" },
        { en = "set up the customer records", zh = "上线CRM" }, { en = "win the first customers", zh = "开发种子客户" },
      },
      goals = {
        { figure = "team", from = 3, upto = 4, source = "S0 (OR3)" },
        { figure = "customers", from = 5, upto = 10, source = "S0 (OR3)" },
        { figure = "revenue", from = wan(10), source = "S0 (OR3)" },
      },
      milestones = {
        { title = { en = "team in place", zh = "团队到位" }, month = 1,
          contingency = { en = "hire through agencies, lend people from headquarters", zh = "委托猎头，总部临时支援" },
          source = "S0 (OR3); the month is ours" },
        { title = { en = "process and records run", zh = "流程与CRM运行" }, month = 2,
          contingency = { en = "keep lists by hand, import later", zh = "先手工台账，后导入" },
          source = "S0 (OR3); the month is ours" },
      },
    },
    {
      key = "growth", title = { en = "growth", zh = "成长期" }, months = { 4, 6 }, source = "S0 (OR3)",
      tasks = {
        { en = "grade customers", zh = "客户分级" }, { en = "pay by incentives", zh = "激励机制" },
        { en = "open channels", zh = "渠道建设" },
      },
      goals = {
        { figure = "team", from = 8, upto = 10, source = "S0 (OR3)" },
        { figure = "customers", from = 20, upto = 30, source = "S0 (OR3)" },
        { figure = "strategic", from = 2, upto = 3, source = "S0 (OR3)" },
        { figure = "revenue", from = wan(30), source = "S0 (OR3)" },
      },
      milestones = {
        { title = { en = "customers graded, incentives in force", zh = "客户分级与激励落地" }, month = 5,
          source = "S0 (OR3); the month is ours" },
      },
    },
    {
      key = "maturity", title = { en = "maturity", zh = "成熟期" }, months = { 7, 12 }, source = "S0 (OR3)",
      tasks = {
        { en = "complete the team", zh = "完善团队" }, { en = "build up service", zh = "完善服务体系" },
        { en = "win market share", zh = "提升市场份额" },
      },
      goals = {
        { figure = "team", from = 10, upto = 12, source = "S0 (OR3)" },
        { figure = "customers", from = 50, source = "S0 (OR3)" },
        { figure = "strategic", from = 5, source = "S0 (OR3)" },
        { figure = "revenue", from = wan(80), source = "S0 (OR3)" },
      },
      milestones = {
        { title = { en = "service system runs", zh = "服务体系运行" }, month = 9, source = "S0 (OR3); the month is ours" },
        { title = { en = "review of the year", zh = "年度复盘" }, source = "S0 (OR3)" },
      },
    },
  },
}
