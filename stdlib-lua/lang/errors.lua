-- The catalogue of errors: what each code means and why it happens, what to do, and where a few lines can raise it on
-- the sample company, an example. `*.range` stands for every code that ends in it. A test keeps it whole.
return {
  ["*.range"] = {
    en = "A number lies outside what its field may hold, as a score of 120 where 0 to 100 is allowed. The code names the entity and the field.",
    zh = "数字超出字段允许的范围，例如只允许 0 到 100 的评分写成 120。代码指明实体和字段。",
    remedy = "Give a value within the range that the message states.",
    remedy_zh = "请给出消息所示范围内的值。",
    example = [[customers:first().credit = 500]],
  },
  ["agent.idle"] = {
    en = "The agent's contract does not hold on that day, or the agent is not active, so it may neither register customers nor get a territory.",
    zh = "代理商在该日没有有效合同，或状态不是有效，因此不能报备客户，也不能获得区域授权。",
    remedy = "Set its state and the days of its contract, or choose another agent.",
    remedy_zh = "请设置其状态和合同日期，或另选代理商。",
    example = [[channels.register{agent = agents:create{name = "A", rank = "gold", state = "ended"}, customer = 1}]],
  },
  ["agent.rank"] = {
    en = "The policy of channels has no rank of that name.",
    zh = "渠道策略中没有该代理商级别。",
    remedy = "Use a rank of the policy channels.",
    remedy_zh = "请使用渠道策略中的级别。",
  },
  ["agent.review"] = {
    en = "The policy lists no outcome for the reviews of agents, so none can be given.",
    zh = "策略没有列出代理商评审的结果，因此无法给出。",
    remedy = "Give the policy at least one outcome.",
    remedy_zh = "请在策略中至少写一个结果。",
  },
  ["alert.kind"] = {
    en = "The policy of alerts knows no kind of that name.",
    zh = "预警策略没有该类别。",
    remedy = "Use a kind of the policy alerts, or add one to it.",
    remedy_zh = "请使用预警策略中的类别，或在其中添加。",
    example = [[inbox.raise{kind = "weather", message = "rain", key = "x"}]],
  },
  ["alert.resolved"] = {
    en = "The alert was settled before, so it can be neither put off nor settled again.",
    zh = "该预警已经解决，不能再暂缓或解决。",
    remedy = "Nothing is to be done: it opens again by itself when it is found again.",
    remedy_zh = "无需操作：再次发现时它会自动重开。",
    example = [[
local a = inbox.raise{kind = "churn_risk", record = customers:get(1), message = "late"}
inbox.resolve(a, "ok")
inbox.resolve(a, "ok")]],
  },
  ["alert.severity"] = {
    en = "The policy of alerts knows no severity of that name.",
    zh = "预警策略没有该严重程度。",
    remedy = "Use a severity of the policy alerts.",
    remedy_zh = "请使用预警策略中的严重程度。",
    example = [[inbox.open{severity = "deadly"}]],
  },
  ["alert.snooze"] = {
    en = "An alert is put off to a day that is past, today, or further away than the policy allows.",
    zh = "暂缓的日期已过、就是今天，或超出策略允许的天数。",
    remedy = "Give a day after today within the policy's limit.",
    remedy_zh = "请给出今天之后且在策略上限之内的日期。",
    example = [[
local a = inbox.raise{kind = "churn_risk", record = customers:get(1), message = "late"}
inbox.snooze(a, date"2026-06-01")]],
  },
  ["allocation.parts"] = {
    en = "An amount is to be shared out in no parts, in fewer than one, or in too many.",
    zh = "金额要分成零份、负数份或过多份。",
    remedy = "Give a whole number of parts from 1 to 1,000,000.",
    remedy_zh = "请给出 1 到 1,000,000 的整数份数。",
    example = [[money"100":allocate(0)]],
  },
  ["allocation.weights"] = {
    en = "An amount is to be shared out by weights of which one is below zero or none is above it.",
    zh = "按权重分摊金额时，有权重小于零，或没有权重大于零。",
    remedy = "Give weights of zero or more, at least one of them above zero.",
    remedy_zh = "请给出非负权重，且至少一个大于零。",
    example = [[money"100":allocate{0, 0}]],
  },
  ["approval.beyond"] = {
    en = "The discount is deeper than anybody in the approval chain may give.",
    zh = "折扣超过审批链上任何人的权限。",
    remedy = "Give less discount, or state a deeper limit in the policy approvals.",
    remedy_zh = "请减小折扣，或在审批策略中写明更大的权限。",
  },
  ["approval.none"] = {
    en = "The quote waits for no decision: none was asked for, or all are made.",
    zh = "该报价单没有待审批事项：未曾提请，或都已决定。",
    remedy = "Ask with approval.request{quote = …} first.",
    remedy_zh = "请先用 approval.request{quote = …} 提请。",
    example = [[
local q = quoting.quote{customer = 1, lines = {{product = 1, quantity = 1}}}
approval.approve{quote = q, by = 1}]],
  },
  ["approval.own"] = {
    en = "Whoever made a quote may not approve it.",
    zh = "报价单的制作人不能审批自己的报价单。",
    remedy = "Let another approver decide.",
    remedy_zh = "请由另一位审批人决定。",
    example = [[
local boss = reps:create{name = "经理", role = "sales_manager"}
local q = quoting.quote{customer = 1, rep = boss, lines = {{product = 1, quantity = 1}}}
approval.request{quote = q}
approval.approve{quote = q, by = boss}]],
  },
  ["approval.reason"] = {
    en = "A quote is rejected without a reason.",
    zh = "驳回报价单却没有说明原因。",
    remedy = 'Give reason = "…".',
    remedy_zh = '请写明 reason = "…"。',
    example = [[
local boss = reps:create{name = "经理", role = "sales_manager"}
local q = quoting.quote{customer = 1, lines = {{product = 1, quantity = 1}}}
approval.request{quote = q}
approval.reject{quote = q, by = boss}]],
  },
  ["approval.role"] = {
    en = "The rep has no role, own or delegated, that decides what waits on this quote.",
    zh = "该销售代表没有（自有或受托的）角色可以审批此报价单的待决事项。",
    remedy = "Set the rep's role, or delegate one with approval.delegate{…}.",
    remedy_zh = "请设置其角色，或用 approval.delegate{…} 授权。",
    example = [[
local q = quoting.quote{customer = 1, lines = {{product = 1, quantity = 1}}}
approval.request{quote = q}
approval.approve{quote = q, by = reps:create{name = "新人"}}]],
  },
  ["approval.rule"] = {
    en = "A condition of the approval policy gave neither true nor false.",
    zh = "审批策略的条件既没有得出 true 也没有得出 false。",
    remedy = "Write a comparison, as discount > 0.05.",
    remedy_zh = "请写比较式，例如 discount > 0.05。",
  },
  ["approval.turn"] = {
    en = "Stages before this one in the chain have not decided yet.",
    zh = "审批链上在此之前的节点尚未决定。",
    remedy = "Wait for them: approval.pending{} shows whose turn it is.",
    remedy_zh = "请等待：approval.pending{} 显示轮到谁。",
    example = [[
local q = quoting.quote{customer = 1, lines = {{product = 1, quantity = 1}}}
approval.request{quote = q}
approval.approve{quote = q, by = reps:create{name = "总监", role = "sales_director"}}]],
  },
  ["book.currency"] = {
    en = "The text is not the code of a currency.",
    zh = "该文字不是货币代码。",
    remedy = "Give three capital letters, as CNY.",
    remedy_zh = "请给出三个大写字母，例如 CNY。",
    example = [[book.currency("yuan")]],
  },
  ["book.currency_used"] = {
    en = "The store holds amounts already, and they would change their meaning with its currency.",
    zh = "数据文件已有金额，更换货币会改变其含义。",
    remedy = "Set the currency before the first record, in a new store.",
    remedy_zh = "请在新数据文件录入第一条记录之前设置。",
    example = [[book.currency("USD")]],
  },
  ["budget.amount"] = {
    en = "An amount of a budget is below zero or has parts of a fen, or more is taken back than was spent.",
    zh = "预算金额小于零或含不足一分的部分，或收回多于已支出。",
    remedy = "Give whole fen of 0 or more.",
    remedy_zh = "请给出 0 或以上的整分金额。",
    example = [[planning.budget{period = "2026", total = yuan(-1)}]],
  },
  ["budget.line"] = {
    en = "The planning policy has no budget line of that name.",
    zh = "计划策略没有该预算科目。",
    remedy = "Use one of the policy's lines.",
    remedy_zh = "请使用策略中的科目。",
    example = [[planning.budget{period = "2026", line = "parties", planned = wan(1)}]],
  },
  ["budget.missing"] = {
    en = "Nothing was budgeted for that line and period, so nothing can be spent from it.",
    zh = "该期间该科目没有预算，因此无从支出。",
    remedy = "Set one first: planning.budget{period = …, line = …, planned = …}.",
    remedy_zh = "请先设置：planning.budget{period = …, line = …, planned = …}。",
    example = [[planning.spend{period = "2026", line = "training", amount = wan(5)}]],
  },
  ["budget.promoted"] = {
    en = "The line was given more in this period already, and the rule is once a period.",
    zh = "该科目本期已获追加，而规则是每期一次。",
    remedy = "Wait for the next period, or change the line itself.",
    remedy_zh = "请等下一期，或直接修改该科目。",
  },
  ["calendar.clock"] = {
    en = "The calendar has no clock of that name.",
    zh = "日历没有该时钟。",
    remedy = "Use a clock of the policy calendar.",
    remedy_zh = "请使用日历策略中的时钟。",
    example = [[calendar.due(now(), hours(4), {clock = "sundial"})]],
  },
  ["calendar.coverage"] = {
    en = "The day lies outside the years for which the working calendar knows holidays.",
    zh = "该日期超出工作日历已有节假日数据的年份。",
    remedy = "Use a day within, or take newer data for the calendar.",
    remedy_zh = "请使用范围内的日期，或更新日历数据。",
    example = [[calendar.is_working(date"1990-01-01")]],
  },
  ["calendar.exceptions"] = {
    en = "The calendar's exceptions have more kinds of hours than can be kept.",
    zh = "日历例外的工时种类过多，无法保存。",
    remedy = "Give exceptions the same hours where they are alike.",
    remedy_zh = "请让相近的例外使用相同工时。",
  },
  ["calendar.order"] = {
    en = "The first of two days or moments is later than the second.",
    zh = "两个日期或时刻中，先给的晚于后给的。",
    remedy = "Give the earlier one first.",
    remedy_zh = "请先写较早的一个。",
    example = [[calendar.working_days(date"2026-06-30", date"2026-06-01")]],
  },
  ["calendar.span"] = {
    en = "Working time is to be added that is negative.",
    zh = "要加上的工作时间为负。",
    remedy = "Give a span of 0 or more.",
    remedy_zh = "请给出 0 或以上的时长。",
    example = [[calendar.due(now(), hours(-1))]],
  },
  ["calendar.statutory"] = {
    en = "A calendar policy refers to data of holidays that are not there.",
    zh = "日历策略引用的节假日数据不存在。",
    remedy = "Name data that come with the program, as calendar_cn.",
    remedy_zh = "请引用程序自带的数据，例如 calendar_cn。",
  },
  ["campaign.audience"] = {
    en = "The rule of the audience matches no customer.",
    zh = "受众规则没有匹配任何客户。",
    remedy = "Widen it; customers:where(…):count() shows how many match.",
    remedy_zh = "请放宽规则；customers:where(…):count() 显示匹配数。",
    example = [[campaign.define{code = "X", audience = "level == 'Z'", arms = {{key = "call", task = {title = "call", days = 10}}}, starts_on = today(), ends_on = today() + days(30)}]],
  },
  ["campaign.budget"] = {
    en = "The budget of a campaign, or what is left of it, is below zero.",
    zh = "活动预算或其支出余额小于零。",
    remedy = "Give an amount of zero or more, and take back no more than was spent.",
    remedy_zh = "请给出零或以上的金额，收回不超过已支出。",
    example = [[campaign.define{code = "X", audience = "true", budget = yuan(-1), arms = {{key = "call", task = {title = "call", days = 10}}}, starts_on = today(), ends_on = today() + days(30)}]],
  },
  ["campaign.budget_line"] = {
    en = "No budget line matches the campaign's product and period, so there is nothing to raise.",
    zh = "没有与活动产品和期间对应的预算科目可以追加。",
    remedy = "Create the line that the remedy shows.",
    remedy_zh = "请建立提示所示的科目。",
  },
  ["campaign.code"] = {
    en = "The number of a campaign has blanks or slashes, or is empty.",
    zh = "活动编号含空格、斜线或为空。",
    remedy = "Write it without blanks and slashes.",
    remedy_zh = "请不要含空格和斜线。",
    example = [[campaign.define{code = "Q 3", audience = "true", arms = {{key = "call", task = {title = "call", days = 10}}}, starts_on = today(), ends_on = today() + days(30)}]],
  },
  ["campaign.dates"] = {
    en = "A campaign ends before it starts, or would start before today: who is enrolled after the fact cannot be measured.",
    zh = "活动结束早于开始，或早于今天开始：事后加入的客户无法衡量效果。",
    remedy = "Give a start from today on and an end after it.",
    remedy_zh = "请让开始日不早于今天、结束日在其后。",
    example = [[campaign.define{code = "X", audience = "true", arms = {{key = "call", task = {title = "call", days = 10}}}, starts_on = today() - days(9), ends_on = today()}]],
  },
  ["campaign.hold_out"] = {
    en = "The share of customers held out leaves nobody to treat.",
    zh = "对照组比例使得没有客户会被触达。",
    remedy = "Give a share from 0 and below 1.",
    remedy_zh = "请给出 0 起、小于 1 的比例。",
    example = [[campaign.define{code = "X", audience = "true", hold_out = 1, arms = {{key = "call", task = {title = "call", days = 10}}}, starts_on = today(), ends_on = today() + days(30)}]],
  },
  ["campaign.kind"] = {
    en = "The campaign policy has no kind of that name.",
    zh = "活动策略没有该类别。",
    remedy = "Use a kind of the policy campaigns.",
    remedy_zh = "请使用活动策略中的类别。",
    example = [[campaign.define{code = "X", kind = "siege", audience = "true", arms = {{key = "call", task = {title = "call", days = 10}}}, starts_on = today(), ends_on = today() + days(30)}]],
  },
  ["campaign.launched"] = {
    en = "A campaign of that code was launched before.",
    zh = "该编号的活动此前已启动。",
    remedy = "Give another code, or undo the run that launched it.",
    remedy_zh = "请换一个编号，或撤销启动它的运行。",
    example = [[
local c = {code = "Q3", audience = "true", arms = {{key = "offer", offer = "PUSH"}}, starts_on = today(), ends_on = today()}
campaign.launch(c)
campaign.launch(c)]],
  },
  ["campaign.margin"] = {
    en = "The margin by which results are valued is no share.",
    zh = "用于估算效果的毛利率不是比例。",
    remedy = "Give a share from 0 to 1.",
    remedy_zh = "请给出 0 到 1 的比例。",
    example = [[
campaign.launch{code = "Q3", audience = "true", arms = {{key = "offer", offer = "PUSH"}}, starts_on = today(), ends_on = today()}
campaign.report("Q3", {margin = 5})]],
  },
  ["campaign.member"] = {
    en = "The customer is not in the campaign, or has left it.",
    zh = "该客户不在活动中，或已退出。",
    remedy = "See campaign.of(customer).",
    remedy_zh = "请看 campaign.of(customer)。",
    example = [[
campaign.launch{code = "Q3", audience = "id == 1", arms = {{key = "offer", offer = "PUSH"}}, starts_on = today(), ends_on = today()}
campaign.leave("Q3", 2)]],
  },
  ["campaign.overlap"] = {
    en = "Customers of the audience are in another campaign at the same time, so neither could be measured.",
    zh = "受众中有客户同时在其他活动中，两者的效果都无法衡量。",
    remedy = 'Narrow the audience, move the days, or say overlap = "skip" or "allow".',
    remedy_zh = '请缩小受众、换日期，或写 overlap = "skip" 或 "allow"。',
    example = [[
campaign.launch{code = "Q3", audience = "true", arms = {{key = "offer", offer = "PUSH"}}, starts_on = today(), ends_on = today()}
campaign.define{code = "Q4", audience = "true", arms = {{key = "offer", offer = "PUSH"}}, starts_on = today(), ends_on = today()}]],
  },
  ["campaign.pack"] = {
    en = "There is no ready-made campaign of that name.",
    zh = "没有该名称的活动策略包。",
    remedy = "campaign.packs() lists them.",
    remedy_zh = "campaign.packs() 列出全部。",
    example = [[campaign.pack("no_such_pack")]],
  },
  ["campaign.product"] = {
    en = "The campaign is for no product line, so no budget line can be found for it.",
    zh = "活动未针对产品线，因此找不到对应的预算科目。",
    remedy = "Launch it with product = a category of products.",
    remedy_zh = "启动时请写 product = 产品类别。",
    example = [[
campaign.launch{code = "Q3", audience = "true", arms = {{key = "offer", offer = "PUSH"}}, starts_on = today(), ends_on = today()}
campaign.raise_line("Q3")]],
  },
  ["campaign.promotion"] = {
    en = "An arm offers a promotion that the price policy lacks, or that does not hold on all days of the campaign.",
    zh = "某组提供的促销在价格策略中不存在，或并非在活动全程成立。",
    remedy = "Name a promotion of the price policy, and days on which its rule holds.",
    remedy_zh = "请使用价格策略中的促销及其成立的日期。",
    example = [[campaign.define{code = "X", audience = "true", arms = {{key = "offer", offer = "NO_SUCH"}}, starts_on = today(), ends_on = today() + days(30)}]],
  },
  ["campaign.raised"] = {
    en = "The campaign has raised this budget line before.",
    zh = "该活动已经追加过此预算科目。",
    remedy = "Undo that run, or change the line itself.",
    remedy_zh = "请撤销该运行，或直接修改科目。",
  },
  ["campaign.rules"] = {
    en = "The rules that were written at the launch have been changed by hand and cannot be read.",
    zh = "启动时写下的规则被手工改动，无法读取。",
    remedy = "Leave a campaign's rules as campaign.launch wrote them.",
    remedy_zh = "请保持 campaign.launch 写下的规则。",
  },
  ["campaign.running"] = {
    en = "The campaign's days are not over, so it cannot be closed.",
    zh = "活动期未结束，不能结案。",
    remedy = "Stop it with campaign.stop, or wait.",
    remedy_zh = "请用 campaign.stop 停止，或等待。",
    example = [[
campaign.launch{code = "Q3", audience = "true", arms = {{key = "offer", offer = "PUSH"}}, starts_on = today(), ends_on = today()}
campaign.close("Q3")]],
  },
  ["campaign.shares"] = {
    en = "The shares of the arms do not sum to 1, have too many decimals, or there are too many arms.",
    zh = "各组份额之和不为 1、小数过多，或组数过多。",
    remedy = "Share out the treated customers so that the shares sum to 1; hold_out is apart.",
    remedy_zh = "请让触达客户的份额之和为 1；hold_out 另算。",
    example = [[campaign.define{code = "X", audience = "true", arms = {{key = "a", share = 0.5, task = {title = "call", days = 10}}, {key = "b", share = 0.4, task = {title = "call", days = 10}}}, starts_on = today(), ends_on = today() + days(30)}]],
  },
  ["campaign.state"] = {
    en = "The campaign is stopped or closed already.",
    zh = "活动已经停止或结案。",
    remedy = "campaign.report tells what came of it.",
    remedy_zh = "campaign.report 说明其结果。",
    example = [[
campaign.launch{code = "Q3", audience = "true", arms = {{key = "offer", offer = "PUSH"}}, starts_on = today(), ends_on = today()}
campaign.stop("Q3")
campaign.stop("Q3")]],
  },
  ["campaign.tasks"] = {
    en = "The launch would open more tasks than the policy allows at once.",
    zh = "启动产生的任务超过策略的上限。",
    remedy = "Narrow the audience, hold more out, or raise tasks.most of the policy.",
    remedy_zh = "请缩小受众、扩大对照组，或提高策略的 tasks.most。",
  },
  ["catalog.entity"] = {
    en = "There is no kind of record of that name.",
    zh = "没有该名称的记录种类。",
    remedy = "help() lists the collections.",
    remedy_zh = "help() 列出全部集合。",
  },
  ["channel.kind"] = {
    en = "There is no kind of conflict between channels of that name.",
    zh = "没有该类渠道冲突。",
    remedy = "Use a kind that channels.conflicts{} shows.",
    remedy_zh = "请使用 channels.conflicts{} 显示的类别。",
    example = [[channels.conflicts{kind = "weather"}]],
  },
  ["channel.over"] = {
    en = "Agents are to be reviewed for a period that is not over.",
    zh = "要评审的期间尚未结束。",
    remedy = "Review a period that is over.",
    remedy_zh = "请评审已结束的期间。",
    example = [[channels.review{period = "2027-Q1"}]],
  },
  ["channel.rule"] = {
    en = "A condition of the channel policy gave no true or false, or no channel of the policy serves the customer.",
    zh = "渠道策略的条件未得出真假，或没有渠道服务该客户。",
    remedy = 'Write comparisons, and let the last rule hold for all: when = "true".',
    remedy_zh = '请写比较式，并让最后一条对所有客户成立：when = "true"。',
  },
  ["channel.window"] = {
    en = "The first day of the window is after its last.",
    zh = "时段的首日晚于末日。",
    remedy = "Give from and upto the other way round.",
    remedy_zh = "请把 from 与 upto 对调。",
    example = [[channels.conflicts{from = date"2026-06-30", upto = date"2026-01-01"}]],
  },
  ["chart.value"] = {
    en = "Rows of a chart are no rows, or a column to draw holds something that is no number.",
    zh = "图表的行不是行，或要绘制的列存放的不是数字。",
    remedy = 'Give rows as {{month = "2026-06", sales = 5}}, and columns of numbers or amounts.',
    remedy_zh = '请按 {{month = "2026-06", sales = 5}} 给出行，并指定数字或金额列。',
    example = [[chart.bars{rows = {{a = "x", b = "y"}}, label = "a", value = "b"}]],
  },
  ["check.money_equality"] = {
    en = "A script compares money with a plain number by == or ~=, which never holds: 0 is not no money.",
    zh = "脚本用 == 或 ~= 比较金额与普通数字，结果恒定：0 不是零金额。",
    remedy = 'Compare with :is_zero(), or with an amount: money"0", wan(5).',
    remedy_zh = '请用 :is_zero()，或与金额比较：money"0"、wan(5)。',
  },
  ["check.plan_only"] = {
    en = "A script that is plan-only calls something that changes records.",
    zh = "只作计划的脚本调用了会更改记录的函数。",
    remedy = "Try it within plan(function() … end), or take plan-only out of the header.",
    remedy_zh = "请放在 plan(function() … end) 中试行，或去掉开头的 plan-only。",
  },
  ["check.unknown_choice"] = {
    en = "A field is given, or compared with, a word that it can never hold.",
    zh = "字段取值或比较所用的词不在其选项之列。",
    remedy = "Use one of the words that the field holds.",
    remedy_zh = "请使用该字段的选项之一。",
  },
  ["check.unknown_field"] = {
    en = "A script names a field that the records do not have.",
    zh = "脚本所写的字段不存在。",
    remedy = "Use a name that help(collection) lists.",
    remedy_zh = "请使用 help(集合) 列出的字段。",
  },
  ["check.unknown_function"] = {
    en = "A module has no function of that name.",
    zh = "模块中没有该函数。",
    remedy = "Use a name that tenon help lists.",
    remedy_zh = "请使用 tenon help 列出的名称。",
  },
  ["check.unknown_method"] = {
    en = "Something has no method of that name.",
    zh = "该对象没有此方法。",
    remedy = "Use the name that help shows.",
    remedy_zh = "请使用帮助所示的名称。",
  },
  ["check.unknown_option"] = {
    en = "A function does not take an option of that name.",
    zh = "函数没有该选项。",
    remedy = "Use the options that help shows.",
    remedy_zh = "请使用帮助所示的选项。",
  },
  ["check.unused_result"] = {
    en = "A line asks a query or an amount for something and nobody takes the answer.",
    zh = "该行求得的结果没有被使用。",
    remedy = "Keep it in a local, print it, or leave the line out.",
    remedy_zh = "请存入局部变量、打印，或删去该行。",
  },
  ["churn.grade"] = {
    en = "There is no grade of notice of that name.",
    zh = "没有该流失预告等级。",
    remedy = "Use one of the grades that the message names.",
    remedy_zh = "请使用消息所列的等级。",
    example = [[churn.notice{grade = "purple"}]],
  },
  ["churn.horizon"] = {
    en = "A number of months for churn lies outside 1 to 120.",
    zh = "流失的月数不在 1 到 120 之间。",
    remedy = "Give whole months from 1 to 120, as horizon = 6.",
    remedy_zh = "请给出 1 到 120 的整月数，例如 horizon = 6。",
    example = [[churn.backtest{from = date"2025-01-01", horizon = 0}]],
  },
  ["churn.period"] = {
    en = "The days of a back-test hold no month end whose outcome is known, or too many.",
    zh = "回测期内没有结果已知的月末，或月份过多。",
    remedy = "Give an earlier from or a shorter horizon; at most 50 years.",
    remedy_zh = "请给较早的 from 或较短的观察期；最长 50 年。",
    example = [[churn.backtest{from = date"2026-06-01"}]],
  },
  ["compare.measure"] = {
    en = "What is compared gave neither a number nor an amount, or amounts on one side and numbers on the other; or by and measure are both given.",
    zh = "比较的度量既非数字也非金额，或两边类型不同；或 by 与 measure 同时给出。",
    remedy = "Let the measure give only amounts or only numbers.",
    remedy_zh = "请让度量只给出金额或只给出数字。",
    example = [[compare("now", "now", {measure = function() return "x" end})]],
  },
  ["configurator.base"] = {
    en = "The product is no base that takes modules.",
    zh = "该产品不是可装模块的基座。",
    remedy = "Give a product of the kind base.",
    remedy_zh = "请给出类别为 base 的产品。",
    example = [[quoting.configure{base = 1, modules = {}}]],
  },
  ["configurator.circular"] = {
    en = "Modules require each other in a circle.",
    zh = "模块互相依赖成环。",
    remedy = "Delete one of the module_rules that the message names.",
    remedy_zh = "请删除消息所列的一条 module_rules。",
  },
  ["configurator.cost"] = {
    en = "A part has no cost, so the margin of the whole is not known.",
    zh = "某部件没有成本，整体毛利率未知。",
    remedy = "Set the cost of the product, 0 where there is none.",
    remedy_zh = "请设置产品成本，没有则为 0。",
  },
  ["configurator.excludes"] = {
    en = "Two modules are chosen that exclude each other.",
    zh = "选了互斥的两个模块。",
    remedy = "Leave out one of the two.",
    remedy_zh = "请去掉其中之一。",
  },
  ["configurator.limit"] = {
    en = "A module is chosen fewer or more times than its base takes, or the counts are not whole.",
    zh = "模块数量少于或多于基座允许的数目，或不是整数。",
    remedy = "Give pieces within the limits of the module_rules.",
    remedy_zh = "请在 module_rules 的限额之内给出件数。",
  },
  ["configurator.margin"] = {
    en = "The configuration leaves less margin than the policy asks for.",
    zh = "该配置的毛利率低于策略要求。",
    remedy = "Give less discount, or leave out modules with a thin margin.",
    remedy_zh = "请减小折扣，或去掉毛利低的模块。",
  },
  ["configurator.requires"] = {
    en = "A module is chosen without another that it requires.",
    zh = "选了某模块却没有选它所需的另一模块。",
    remedy = "Add the module that is required.",
    remedy_zh = "请加上所需的模块。",
  },
  ["configurator.unknown"] = {
    en = "The product does not fit the base.",
    zh = "该产品不适配此基座。",
    remedy = "Choose a module that module_rules says fits.",
    remedy_zh = "请选择 module_rules 说明适配的模块。",
    example = [[
local b = products:create{name = "b", kind = "base", unit_price = yuan(10), cost = yuan(6)}
quoting.configure{base = b, modules = {{module = products:create{name = "m", kind = "module"}}}}]],
  },
  ["console.only"] = {
    en = "begin, commit, rollback, undo() and redo() without a number belong to the console; a script is one run by itself.",
    zh = "begin、commit、rollback 以及不带编号的 undo()、redo() 只用于控制台；脚本本身就是一次运行。",
    remedy = "Try it in tenon repl, or leave it out of the script.",
    remedy_zh = "请在 tenon repl 中使用，或从脚本中去掉。",
    example = [[begin()]],
  },
  ["contract.amount"] = {
    en = "The contract or quote has no amount of 0 or more, so no penalty or contract can be reckoned from it.",
    zh = "合同或报价单没有 0 或以上的金额，无法计算违约金或签合同。",
    remedy = "Set its amount.",
    remedy_zh = "请设置其金额。",
    example = [[contracting.penalty{contract = contracts:create{customer = 1, amount = yuan(-5), status = "signed", due_on = date"2026-01-01", signed_on = date"2025-12-01"}}]],
  },
  ["contract.approval"] = {
    en = "A contract is drawn from a quote that was not approved, and the policy asks for approval.",
    zh = "拟订合同的报价单未经审批，而策略要求审批。",
    remedy = "Have the quote approved before it is sent: approval.request{…}.",
    remedy_zh = "请在发出报价前审批：approval.request{…}。",
    example = [[
local q = quoting.quote{customer = 1, rep = 2, lines = {{product = 1, quantity = 1}}}
quoting.send{quote = q}
quoting.accept{quote = q}
contracting.draw{quote = q}]],
  },
  ["contract.clause"] = {
    en = "A clause was reworded, so a value in it can no longer be replaced when the contract is signed.",
    zh = "条款文字被改写，签订时无法再替换其中的值。",
    remedy = "Set the value and the clause's body first, then sign without giving it.",
    remedy_zh = "请先设置该值和条款正文，签订时不再给出。",
  },
  ["contract.day"] = {
    en = "A day of a contract lies before one that must come first, as delivery before signature.",
    zh = "合同的某日期早于应在其前的日期，例如交货早于签订。",
    remedy = "Give days that follow each other.",
    remedy_zh = "请让各日期前后相接。",
  },
  ["contract.due"] = {
    en = "The contract has no day of delivery, so lateness cannot be reckoned.",
    zh = "合同没有交货日，无法计算延误。",
    remedy = 'Set its due_on, or give due_on = date"…".',
    remedy_zh = '请设置 due_on，或给出 due_on = date"…"。',
    example = [[contracting.penalty{contract = contracts:create{customer = 1, amount = wan(1), status = "signed"}}]],
  },
  ["contract.exists"] = {
    en = "The quote has a contract already.",
    zh = "该报价单已有合同。",
    remedy = "Go on with that, or cancel it first.",
    remedy_zh = "请沿用该合同，或先取消。",
    example = [[
local boss = reps:create{name = "经理", role = "sales_manager"}
local q = quoting.quote{customer = 1, rep = 2, lines = {{product = 1, quantity = 1}}}
approval.request{quote = q} for a in q:approvals():each() do approval.approve{quote = q, by = reps:create{name = a.role, role = a.role}} end quoting.send{quote = q} quoting.accept{quote = q} contracting.draw{quote = q} contracting.draw{quote = q}]],
  },
  ["contract.industry"] = {
    en = "There is no set of clauses for that industry.",
    zh = "没有该行业的条款。",
    remedy = "Use an industry of the policy contracts.",
    remedy_zh = "请使用合同策略中的行业。",
    example = [[contracting.clauses{industry = "circus"}]],
  },
  ["contract.placeholder"] = {
    en = "A clause has a place to fill for which no value is known, or a value is given that no clause takes.",
    zh = "条款有填写项而其值未知，或给出了没有条款使用的值。",
    remedy = "Give the value when the contract is drawn up, as values = {…}.",
    remedy_zh = "请在拟订合同时给出该值，例如 values = {…}。",
  },
  ["contract.reason"] = {
    en = "A contract is cancelled without a reason.",
    zh = "取消合同却没有说明原因。",
    remedy = 'Give reason = "…".',
    remedy_zh = '请写明 reason = "…"。',
    example = [[contracting.cancel{contract = contracts:create{customer = 1, amount = wan(1), status = "signed"}}]],
  },
  ["contract.status"] = {
    en = "The contract's status does not allow the step, as ordering by a draft.",
    zh = "合同的状态不允许该操作，例如按草稿下单。",
    remedy = "The message says what it is and what it can become.",
    remedy_zh = "消息说明其状态以及可以变为什么。",
    example = [[contracting.penalty{contract = contracts:create{customer = 1, amount = wan(1), status = "draft"}}]],
  },
  ["contract.step"] = {
    en = "The contract has no step of that name.",
    zh = "合同没有该执行步骤。",
    remedy = "contracting.show{contract = …} lists its steps.",
    remedy_zh = "contracting.show{contract = …} 列出其步骤。",
  },
  ["contract.step_done"] = {
    en = "The step was done before.",
    zh = "该步骤此前已完成。",
    remedy = "Go on with the step that the remedy names.",
    remedy_zh = "请继续提示所列的下一步。",
  },
  ["contract.turn"] = {
    en = "Steps before this one are not done yet.",
    zh = "在此之前的步骤尚未完成。",
    remedy = "Mark those done first.",
    remedy_zh = "请先把它们标为完成。",
  },
  ["csv.columns"] = {
    en = "A row has more or fewer fields than the header.",
    zh = "某行的字段数与表头不同。",
    remedy = "Quote fields that hold a delimiter.",
    remedy_zh = "含分隔符的字段请加引号。",
  },
  ["csv.date"] = {
    en = "The text is not a date written in the pattern.",
    zh = "该文字不是按格式书写的日期。",
    remedy = "Check the pattern: y has four digits, m and d one or two.",
    remedy_zh = "请检查格式：y 为四位数字，m 和 d 为一或两位。",
    example = [[csv.date("2016-20", "m/d/y")]],
  },
  ["csv.decimal"] = {
    en = "The decimal mark is neither a point nor a comma.",
    zh = "小数点符号既不是点也不是逗号。",
    remedy = 'Give "." or ",".',
    remedy_zh = '请给出 "." 或 ","。',
    example = [[csv.number("1", ";")]],
  },
  ["csv.empty"] = {
    en = "The file or text has no bytes at all, so it has no header.",
    zh = "文件或文字为空，没有表头。",
    remedy = "Give a file with a header line.",
    remedy_zh = "请给出含表头行的文件。",
    example = [[csv.parse("")]],
  },
  ["csv.encoding"] = {
    en = "The file is in UTF-16, which is not read.",
    zh = "文件是 UTF-16 编码，不能读取。",
    remedy = "Save it as CSV UTF-8 and try again.",
    remedy_zh = "请另存为 CSV UTF-8 后再试。",
  },
  ["csv.header"] = {
    en = "Two columns of the file have the same name.",
    zh = "文件有两列同名。",
    remedy = "Rename one of them.",
    remedy_zh = "请给其中一列改名。",
    example = [[csv.parse("a,a\n1,2\n")]],
  },
  ["csv.length"] = {
    en = "A record of the file is longer than can be right, mostly because a quote is not closed.",
    zh = "某条记录长得不合理，多因引号未闭合。",
    remedy = "Look for a quote that is not closed.",
    remedy_zh = "请查找未闭合的引号。",
  },
  ["csv.missing"] = {
    en = "There is no file at that path.",
    zh = "该路径没有文件。",
    remedy = "Check the path.",
    remedy_zh = "请检查路径。",
  },
  ["csv.money"] = {
    en = "The text is not an amount of money.",
    zh = "该文字不是金额。",
    remedy = "Write it as 1234.50 or 1,234.50, without a currency's name.",
    remedy_zh = "请写作 1234.50 或 1,234.50，不写货币名。",
    example = [[csv.money("twelve")]],
  },
  ["csv.number"] = {
    en = "The text is not a number.",
    zh = "该文字不是数字。",
    remedy = 'Write it as 1234.5 or 1,234.5; with "," as decimal mark as 1.234,5.',
    remedy_zh = '请写作 1234.5 或 1,234.5；小数点为 "," 时写作 1.234,5。',
    example = [[csv.number("12x")]],
  },
  ["csv.pattern"] = {
    en = "The pattern of dates does not name year, month and day once each.",
    zh = "日期格式没有把年、月、日各写一次。",
    remedy = 'Write y, m and d once each, as "m/d/y".',
    remedy_zh = 'y、m、d 各写一次，例如 "m/d/y"。',
    example = [[csv.date("1/2/2016", "m/d")]],
  },
  ["csv.quote"] = {
    en = "A quote stands inside a field, or is never closed.",
    zh = "字段内有引号，或引号没有闭合。",
    remedy = "Quote the whole field and double the quotes in it.",
    remedy_zh = "请给整个字段加引号，并把其中的引号写成两个。",
  },
  ["csv.rejects_input"] = {
    en = "The file for refused rows is the file that is being read.",
    zh = "存放拒收行的文件正是所读的文件。",
    remedy = "Give another path for its rejects.",
    remedy_zh = "请为拒收的行换一个路径。",
  },
  ["csv.rejects_late"] = {
    en = "Where refused rows go was said after the first row was read.",
    zh = "读完第一行之后才指定拒收行的去处。",
    remedy = "Call reader:rejects(path) before the loop.",
    remedy_zh = "请在循环之前调用 reader:rejects(path)。",
  },
  ["csv.row_past"] = {
    en = "A row is refused after the loop has gone on to the next.",
    zh = "循环已到下一行之后才拒收此行。",
    remedy = "Reject a row inside its turn of the loop.",
    remedy_zh = "请在循环轮到该行时拒收。",
    example = [[local r for row in csv.parse("a\n1\n2\n") do if r then r:reject("late") end r = row end]],
  },
  ["csv.unknown_column"] = {
    en = "The file has no column of that name.",
    zh = "文件没有该列。",
    remedy = "Compare the name with the header: reader:columns().",
    remedy_zh = "请与表头核对：reader:columns()。",
    example = [[for row in csv.parse("name\nM8\n") do row:get("size") end]],
  },
  ["csv.unreadable"] = {
    en = "The file is there and cannot be read: it is a directory, no plain file, or not yours to read.",
    zh = "文件存在但无法读取：它是目录、不是普通文件，或无权读取。",
    remedy = "Give a file's path that you may read.",
    remedy_zh = "请给出您有权读取的文件路径。",
  },
  ["csv.unwritable"] = {
    en = "The file cannot be written: its folder is missing, it is not yours to write, or the disk is full.",
    zh = "文件无法写入：目录不存在、无权写入，或磁盘已满。",
    remedy = "Check the path, the permission and the space left.",
    remedy_zh = "请检查路径、权限和剩余空间。",
  },
  ["csv.utf8"] = {
    en = "A field holds bytes that are not UTF-8, mostly because the file was saved in another encoding.",
    zh = "字段含有并非 UTF-8 的字节，多因文件以其他编码保存。",
    remedy = "Save the file as CSV UTF-8.",
    remedy_zh = "请把文件存为 CSV UTF-8。",
  },
  ["customer.industry.format"] = {
    en = "The class of an industry is not written as GB/T 4754 does.",
    zh = "行业代码不是 GB/T 4754 的写法。",
    remedy = "Write a section letter and 2 to 4 digits, as C3742.",
    remedy_zh = "请写门类字母加 2 至 4 位数字，例如 C3742。",
    example = [[industry.check("37x")]],
  },
  ["customer.industry.section"] = {
    en = "The section letter does not hold the division of the class.",
    zh = "门类字母与大类数字不符。",
    remedy = "Check the class and its edition.",
    remedy_zh = "请核对行业代码及其版本。",
    example = [[industry.check("A3742")]],
  },
  ["customer.uscc.alphabet"] = {
    en = "A unified social credit code holds a character that no such code has: I, O, S, V, Z or a sign.",
    zh = "统一社会信用代码含有不允许的字符：I、O、S、V、Z 或符号。",
    remedy = "Compare it with the business licence; uscc.repair puts look-alikes right.",
    remedy_zh = "请与营业执照核对；uscc.repair 可更正形近字符。",
    example = [[uscc.check("91440300192203821@")]],
  },
  ["customer.uscc.checksum"] = {
    en = "The last character of a unified social credit code does not fit the others: a digit is wrong or two are swapped.",
    zh = "统一社会信用代码的校验码不符：有数字写错或颠倒。",
    remedy = "Compare it with the business licence.",
    remedy_zh = "请与营业执照核对。",
    example = [[uscc.check("914403001922038217")]],
  },
  ["customer.uscc.length"] = {
    en = "A unified social credit code has 18 characters, and this one has not.",
    zh = "统一社会信用代码应为 18 位，此处不是。",
    remedy = "Compare it with the business licence.",
    remedy_zh = "请与营业执照核对。",
    example = [[uscc.check("123")]],
  },
  ["daily.day"] = {
    en = "A daily report is for a day that has not come.",
    zh = "日报的日期尚未到来。",
    remedy = "Give today or a day before.",
    remedy_zh = "请给出今天或之前的日期。",
    example = [[daily.facts{rep = 1, day = date"2030-01-01"}]],
  },
  ["daily.lesson"] = {
    en = "A report without a lesson is to be shared in the knowledge base.",
    zh = "要分享到知识库的日报没有心得。",
    remedy = "Give lesson = text.",
    remedy_zh = "请给出 lesson = 文字。",
    example = [[daily.report{rep = 1, results = "3 visits", share = true}]],
  },
  ["daily.rep"] = {
    en = "The rep had not joined, or had left, on that day.",
    zh = "该销售代表在该日尚未入职或已离职。",
    remedy = "Give a day between joining and leaving.",
    remedy_zh = "请给出在职期间的日期。",
    example = [[daily.report{rep = reps:create{name = "离职", left_on = date"2026-01-01"}, results = "x"}]],
  },
  ["day.partial"] = {
    en = "A date is moved by hours, and dates move by whole days only.",
    zh = "日期按小时移动，而日期只能按整天移动。",
    remedy = "Use whole days, or an instant.",
    remedy_zh = "请使用整天，或用时刻。",
    example = [[return date"2026-06-30" + hours(4)]],
  },
  ["day.range"] = {
    en = "The result is no day of the calendar from year 1 to 9999.",
    zh = "结果不是公元 1 至 9999 年的日期。",
    remedy = "Check year, month and day.",
    remedy_zh = "请检查年、月、日。",
    example = [[return date"9999-12-31" + days(1)]],
  },
  ["day.syntax"] = {
    en = "The text is not a date.",
    zh = "该文字不是日期。",
    remedy = "Write it as 2026-06-30.",
    remedy_zh = "请写作 2026-06-30。",
    example = [[return date"30.6.2026"]],
  },
  ["delegation.chain"] = {
    en = "A rep passes on a role that was itself only delegated.",
    zh = "销售代表把受托的角色再转授他人。",
    remedy = "Let the one whose role it is delegate it.",
    remedy_zh = "请由角色的本人授权。",
  },
  ["delegation.circle"] = {
    en = "Two reps would stand in for each other in the same days.",
    zh = "两位销售代表会在同一时期互相代行。",
    remedy = "Delegate to someone who does not delegate the role in those days.",
    remedy_zh = "请授权给这些日子里未转授该角色的人。",
    example = [[
local a, b = reps:create{name = "甲", role = "sales_manager"}, reps:create{name = "乙", role = "sales_manager"}
approval.delegate{by = a, to = b, upto = date"2026-07-10"}
approval.delegate{by = b, to = a, upto = date"2026-07-10"}]],
  },
  ["delegation.days"] = {
    en = "A delegation has no last day, or ends before it begins.",
    zh = "授权没有最后一天，或结束早于开始。",
    remedy = 'Give upto = date"…" on or after from.',
    remedy_zh = '请给出不早于 from 的 upto = date"…"。',
    example = [[approval.delegate{by = reps:create{name = "经理", role = "sales_manager"}, to = 1, reason = "away"}]],
  },
  ["delegation.role"] = {
    en = "The rep does not have the role that is to be handed over.",
    zh = "该销售代表没有要交出的角色。",
    remedy = "Delegate the own role, or set the rep's role.",
    remedy_zh = "请授出本人的角色，或设置其角色。",
    example = [[approval.delegate{by = reps:create{name = "新人"}, to = 1, upto = date"2026-07-10"}]],
  },
  ["delegation.self"] = {
    en = "A rep delegates to himself or herself.",
    zh = "销售代表授权给自己。",
    remedy = "Give another rep as to.",
    remedy_zh = "请在 to 中给出另一位销售代表。",
    example = [[
local boss = reps:create{name = "经理", role = "sales_manager"}
approval.delegate{by = boss, to = boss, upto = date"2026-07-10"}]],
  },
  ["deliverable.day"] = {
    en = "A deliverable is handed in on a day that has not come, or before its opportunity was opened.",
    zh = "交付物的提交日尚未到来，或早于商机建立。",
    remedy = "Give the day it was handed in.",
    remedy_zh = "请给出提交之日。",
  },
  ["divide.zero"] = {
    en = "Something is divided by zero, or by an amount or span of zero.",
    zh = "除数为零、零金额或零时长。",
    remedy = "Check the divisor first.",
    remedy_zh = "请先检查除数。",
    example = [[return money"100":divide(0, "half_up")]],
  },
  ["entity.field"] = {
    en = "A record, a query or a table of results has no field of that name.",
    zh = "记录、查询或结果表没有该字段。",
    remedy = "Use the name that the remedy suggests; fields(collection) lists them all.",
    remedy_zh = "请使用提示的名称；fields(集合) 列出全部字段。",
    example = [[return customers:first().ammount]],
  },
  ["execution.missing"] = {
    en = "The store knows no execution of that number.",
    zh = "数据文件中没有该编号的执行。",
    remedy = "Take a number from tenon schedule history.",
    remedy_zh = "请使用 tenon schedule history 列出的编号。",
  },
  ["field.check"] = {
    en = "A value breaks a check of its field.",
    zh = "值不符合其字段的检查规则。",
    remedy = "The message says what the field asks for.",
    remedy_zh = "消息说明字段的要求。",
  },
  ["field.choice"] = {
    en = "A field that holds one of a few words was given another.",
    zh = "只能取若干词之一的字段得到了别的词。",
    remedy = "Use one of the words that the message lists.",
    remedy_zh = "请使用消息所列的词之一。",
    example = [[agents:create{name = "x", state = "asleep"}]],
  },
  ["field.reference"] = {
    en = "A field that refers to another record was given what is no id of one.",
    zh = "引用其他记录的字段得到的不是记录编号。",
    remedy = "Give the record, its id or its code.",
    remedy_zh = "请给出记录、其编号或代码。",
  },
  ["field.required"] = {
    en = "A field that must be filled is empty.",
    zh = "必填字段为空。",
    remedy = "Give it a value.",
    remedy_zh = "请给它一个值。",
    example = [[reps:create{code = "R-NEW"}]],
  },
  ["field.slot"] = {
    en = "A column of a write names a place that the record does not have.",
    zh = "写入的列指向记录没有的位置。",
    remedy = "This is a fault of the program that wrote: report it.",
    remedy_zh = "这是写入程序的错误：请报告。",
  },
  ["field.syntax"] = {
    en = "A text of a file cannot be read as a value of the field's type.",
    zh = "文件中的文字不能读作该字段类型的值。",
    remedy = "Write it as the message says, or map the column to another field.",
    remedy_zh = "请按消息书写，或把该列映射到其他字段。",
  },
  ["field.text"] = {
    en = "A text holds a NUL character, or bytes that are not UTF-8.",
    zh = "文字含 NUL 字符或并非 UTF-8 的字节。",
    remedy = "Remove them, or convert the text to UTF-8.",
    remedy_zh = "请去掉它们，或转换为 UTF-8。",
    example = [[reps:create{code = "x", name = "a\0b"}]],
  },
  ["field.type"] = {
    en = "A value is of another type than its field, as a text in a field of money.",
    zh = "值的类型与字段不符，例如把文字写入金额字段。",
    remedy = "Give a value of the field's type, as wan(5) for money.",
    remedy_zh = "请给出该类型的值，例如金额写 wan(5)。",
    example = [[customers:first().credit = "high"]],
  },
  ["file.command"] = {
    en = "The program to which output was to go could not be run.",
    zh = "要接收输出的程序无法运行。",
    remedy = "Check its name.",
    remedy_zh = "请检查其名称。",
  },
  ["file.format"] = {
    en = "The name of the file to save ends in nothing that says its form, or the program writes no files of values.",
    zh = "要保存的文件扩展名不能说明格式，或该程序不写值的文件。",
    remedy = "Give it an ending: csv, tsv, json, jsonl, md, html, txt or lua.",
    remedy_zh = "请给出扩展名：csv、tsv、json、jsonl、md、html、txt 或 lua。",
  },
  ["file.missing"] = {
    en = "There is no file at the path that the command names.",
    zh = "命令所指的路径没有文件。",
    remedy = "Check the path and the working folder.",
    remedy_zh = "请检查路径与当前目录。",
  },
  ["file.unreadable"] = {
    en = "The file cannot be read.",
    zh = "文件无法读取。",
    remedy = "Check that it is a file that you may read.",
    remedy_zh = "请确认它是您有权读取的文件。",
  },
  ["file.unwritable"] = {
    en = "The file, or standard output, cannot be written.",
    zh = "文件或标准输出无法写入。",
    remedy = "Check the folder, its permissions and the free space.",
    remedy_zh = "请检查目录、权限和剩余空间。",
  },
  ["forecast.amount"] = {
    en = "What an opportunity or a call brings is below zero or no money, or a difference is taken where a whole is asked for.",
    zh = "商机或销售判断的金额小于零、不是金额，或以差额代替总额。",
    remedy = "Correct the amount, or let the rule give money or nothing.",
    remedy_zh = "请更正金额，或让规则给出金额或不给出。",
    example = [[forecast.call{period = date"2026-07-15", amount = yuan(-1)}]],
  },
  ["forecast.by"] = {
    en = "Deals or forecasts are grouped by a word that they do not have.",
    zh = "按没有的词对商机或预测分组。",
    remedy = "Use a period, as month, or one of the words that the remedy names.",
    remedy_zh = "请使用期间，例如 month，或提示所列的词。",
    example = [[forecast.pipeline{by = "colour"}]],
  },
  ["forecast.cause"] = {
    en = "The forecast policy has no cause of deviation of that name.",
    zh = "预测策略没有该偏差原因。",
    remedy = "Use a cause of the policy forecasting.",
    remedy_zh = "请使用预测策略中的原因。",
    example = [[
local s = forecast.series{as_of = date"2026-05-31"}
local f = forecast.save(forecast.run{series = s, method = "naive", horizon = 1})
forecast.cause{forecast = f, cause = "gods"}]],
  },
  ["forecast.close"] = {
    en = "The expected close that a rule gave is no date.",
    zh = "规则给出的预计成交日不是日期。",
    remedy = "Let the rule give a date, or nothing.",
    remedy_zh = "请让规则给出日期，或不给出。",
  },
  ["forecast.days"] = {
    en = "The days from since to upto are no stretch, or too long a one.",
    zh = "since 到 upto 不是一段日期，或过长。",
    remedy = "Give upto on or after since, within the limit of the message.",
    remedy_zh = "请让 upto 不早于 since，且不超过消息的上限。",
    example = [[forecast.calendar{since = date"2026-06-30", upto = date"2026-06-01"}]],
  },
  ["forecast.empty"] = {
    en = "There is nothing to forecast from: the query or list has no points.",
    zh = "没有可供预测的数据：查询或列表为空。",
    remedy = "Give records with a day and a value, or a list of numbers.",
    remedy_zh = "请给出有日期和值的记录，或数字列表。",
    example = [[forecast.run{series = {}}]],
  },
  ["forecast.factor"] = {
    en = "A factor of a regression has another number of values than y.",
    zh = "回归因子的值数与 y 不同。",
    remedy = "Give each factor one value a point.",
    remedy_zh = "每个因子对每个点都须有一个值。",
    example = [[forecast.regress{y = {1, 2, 3}, factors = {a = {1, 2}}}]],
  },
  ["forecast.horizon"] = {
    en = "The number of steps to forecast is below 1 or over the limit.",
    zh = "预测步数小于 1 或超过上限。",
    remedy = "Give a number of steps in the range of the message.",
    remedy_zh = "请给出消息范围内的步数。",
    example = [[forecast.run{series = {1, 2, 3}, method = "naive", horizon = 0}]],
  },
  ["forecast.level"] = {
    en = "The level of an interval is not between 0 and 1.",
    zh = "预测区间的置信水平不在 0 与 1 之间。",
    remedy = "Give a share, as 0.8.",
    remedy_zh = "请给出比例，例如 0.8。",
    example = [[forecast.run{series = {1, 2, 3}, method = "naive", level = 80}]],
  },
  ["forecast.long"] = {
    en = "The series has more points than are forecast from.",
    zh = "序列的点数超过上限。",
    remedy = "Give since = …, or longer periods.",
    remedy_zh = "请给出 since = …，或更长的期间。",
  },
  ["forecast.method"] = {
    en = "There is no method of that name.",
    zh = "没有该预测方法。",
    remedy = 'Use one of the methods that the remedy names, or "auto".',
    remedy_zh = '请使用提示所列的方法，或 "auto"。',
    example = [[forecast.run{series = {1, 2, 3}, method = "tea leaves"}]],
  },
  ["forecast.none"] = {
    en = "None of the methods that were asked for can run on this series.",
    zh = "所要求的方法都不能用于该序列。",
    remedy = "Name one method to see what it lacks.",
    remedy_zh = "请指名一种方法，看它缺什么。",
  },
  ["forecast.number"] = {
    en = "A value of a series is no finite number and no amount.",
    zh = "序列的值不是有限数，也不是金额。",
    remedy = "Leave the point out, or say what it was.",
    remedy_zh = "请去掉该点，或说明其真值。",
    example = [[forecast.run{series = {1, "two", 3}}]],
  },
  ["forecast.open"] = {
    en = "The period of the step is not over, so there is nothing to compare with.",
    zh = "该步的期间未结束，无从比较。",
    remedy = "Ask for a step whose period is over.",
    remedy_zh = "请指定期间已结束的一步。",
    example = [[
local f = forecast.save(forecast.run{series = forecast.series{by = "month"}, method = "naive", horizon = 2})
forecast.deviation{forecast = f, step = 2}]],
  },
  ["forecast.overflow"] = {
    en = "The method gives no finite number, or more than money can hold.",
    zh = "该方法得不出有限数，或超出金额范围。",
    remedy = "Forecast fewer steps, take another method, or use smaller units.",
    remedy_zh = "请减少步数、换方法或用较小的单位。",
  },
  ["forecast.parameter"] = {
    en = "A parameter of a method is outside 0 to 1, or the method has no such parameter.",
    zh = "方法的参数超出 0 到 1，或该方法没有此参数。",
    remedy = "Give a number from 0 to 1, or leave it out to have it fitted.",
    remedy_zh = "请给出 0 到 1 的数，或不给而由拟合求得。",
    example = [[forecast.run{series = {1, 2, 3, 4}, method = "ses", alpha = 2}]],
  },
  ["forecast.periods"] = {
    en = "The forecast of a plain list has no periods to compare with later, so it cannot be kept.",
    zh = "普通列表的预测没有期间可供日后比对，不能保存。",
    remedy = 'Take the series of forecast.series, or give by = "month" and from = date"…".',
    remedy_zh = '请用 forecast.series 的序列，或给出 by = "month" 与 from = date"…"。',
    example = [[forecast.save(forecast.run{series = {yuan(1), yuan(2)}, method = "naive", horizon = 1})]],
  },
  ["forecast.positive"] = {
    en = "The method multiplies by seasons and needs values above zero.",
    zh = "该方法按季节相乘，需要大于零的值。",
    remedy = "Take a method that adds seasons, or one without.",
    remedy_zh = "请用季节相加的方法，或不含季节的方法。",
    example = [[forecast.run{series = {1, 0, 1, 2, 1, 0, 1, 2}, method = "holt_winters_multiplicative", season = 4}]],
  },
  ["forecast.probability"] = {
    en = "The probability that a rule gives for a deal is no share of 0 to 1.",
    zh = "规则给出的商机概率不是 0 到 1 的比例。",
    remedy = "Give a share, as 0.4.",
    remedy_zh = "请给出比例，例如 0.4。",
    example = [[
opportunities:create{playbook = "fastener", stage = "proposal", status = "open", name = "x", amount = wan(10), opened_on = today(), expected_close = date"2026-07-31"}
forecast.pipeline{probability = "2"}]],
  },
  ["forecast.reason"] = {
    en = "A forecast is adjusted without a reason.",
    zh = "调整预测却没有说明原因。",
    remedy = 'Give reason = "…".',
    remedy_zh = '请写明 reason = "…"。',
    example = [[forecast.adjust{period = date"2026-07-15", amount = wan(12)}]],
  },
  ["forecast.runs"] = {
    en = "The simulation has no runs, or too many.",
    zh = "模拟次数为零或过多。",
    remedy = "Give runs within the range of the message.",
    remedy_zh = "请给出消息范围内的次数。",
    example = [[forecast.simulate{runs = 0}]],
  },
  ["forecast.scope"] = {
    en = "The records that are forecast know no region, rep or product to narrow by.",
    zh = "所预测的记录没有可用来缩小的地区、销售代表或产品。",
    remedy = "Narrow the query itself with :where(…).",
    remedy_zh = "请直接用 :where(…) 缩小查询。",
    example = [[forecast.series{of = products, value = "unit_price", day = "created_on", region = "east"}]],
  },
  ["forecast.season"] = {
    en = "The method needs a season, and none or a useless one is given.",
    zh = "该方法需要季节周期，而没有给出或不成周期。",
    remedy = "Give season = 12 for months of a year, or take a method without seasons.",
    remedy_zh = "一年按月请写 season = 12，或用不含季节的方法。",
    example = [[forecast.run{series = {1, 2, 3, 4, 5, 6, 7, 8}, method = "seasonal_naive", season = 1}]],
  },
  ["forecast.share"] = {
    en = "model_share is no share of 0 to 1.",
    zh = "model_share 不是 0 到 1 的比例。",
    remedy = "1 takes the model alone, 0 the call alone.",
    remedy_zh = "1 表示只取模型，0 表示只取销售判断。",
    example = [[forecast.save(forecast.run{series = forecast.series{by = "month"}, method = "naive", horizon = 1}, {model_share = 2})]],
  },
  ["forecast.short"] = {
    en = "The series has fewer points than the method needs.",
    zh = "序列的点数少于该方法所需。",
    remedy = "Give a longer series or a simpler method.",
    remedy_zh = "请给更长的序列或更简单的方法。",
    example = [[forecast.run{series = {1, 2, 3}, method = "holt_winters_additive", season = 4}]],
  },
  ["forecast.singular"] = {
    en = "A factor of a regression says nothing of its own: it is constant, or made up of others.",
    zh = "回归因子没有独立信息：恒定，或由其他因子组成。",
    remedy = "Leave that factor out, or one of the others.",
    remedy_zh = "请去掉该因子，或其余之一。",
    example = [[forecast.regress{y = {1, 2, 4, 3}, factors = {a = {1, 2, 3, 4}, b = {2, 4, 6, 8}}}]],
  },
  ["forecast.slip"] = {
    en = "The slip of a simulation is no share and number of days.",
    zh = "模拟的延期不是比例和天数。",
    remedy = "As slip = {share = 0.3, days = 30}.",
    remedy_zh = "例如 slip = {share = 0.3, days = 30}。",
    example = [[forecast.simulate{slip = {share = 3, days = 30}}]],
  },
  ["forecast.step"] = {
    en = "The forecast has no step of that number.",
    zh = "预测没有该步。",
    remedy = "Ask for one of its steps, from 1.",
    remedy_zh = "请指定从 1 起的某一步。",
    example = [[
local f = forecast.save(forecast.run{series = forecast.series{by = "month"}, method = "naive", horizon = 2})
forecast.deviation{forecast = f, step = 9}]],
  },
  ["forecast.unit"] = {
    en = "A series mixes amounts and numbers, or a forecast of numbers is to be kept, which holds money only.",
    zh = "序列混有金额和数字，或要保存数字的预测，而只保存金额。",
    remedy = "Give a value that is always money, or always a number.",
    remedy_zh = "请让值始终是金额，或始终是数字。",
    example = [[forecast.run{series = {1, yuan(2), 3}}]],
  },
  ["forecast.weights"] = {
    en = "The weights of a moving average are none, negative or all zero.",
    zh = "移动平均的权重为空、为负或全为零。",
    remedy = "Give weights = {0.5, 0.3, 0.2}, the newest first.",
    remedy_zh = "请写 weights = {0.5, 0.3, 0.2}，最新的在前。",
    example = [[forecast.run{series = {1, 2, 3, 4}, method = "weighted_moving_average", weights = {0, 0}}]],
  },
  ["forecast.window"] = {
    en = "A moving average has a window of less than one point.",
    zh = "移动平均的窗口不足一个点。",
    remedy = "Give window = 3.",
    remedy_zh = "请写 window = 3。",
    example = [[forecast.run{series = {1, 2, 3, 4}, method = "moving_average", window = 0}]],
  },
  ["frame.column"] = {
    en = "The frame has no column of that name, or two columns would have the same.",
    zh = "数据框没有该列，或有两列同名。",
    remedy = 'frame.columns lists them; name columns as name = "field".',
    remedy_zh = 'frame.columns 列出各列；请以 名称 = "字段" 命名。',
    example = [[return orders:frame{"amount"}:sum("profit")]],
  },
  ["frame.join"] = {
    en = "Frames are joined by a column that does not refer to the records of the other, or columns would clash.",
    zh = "连接所用的列不指向另一数据框的记录，或列名冲突。",
    remedy = "Give a column that holds the other records' ids.",
    remedy_zh = "请给出存放对方编号的列。",
    example = [[return orders:frame{"amount"}:join(customers:frame{"region"}, "amount")]],
  },
  ["frame.key"] = {
    en = "A key of a grouping is not there, is there twice, or holds no days for a period.",
    zh = "分组的键不存在、重复，或没有可按期间分组的日期。",
    remedy = "Give a column, or a column of days for a period.",
    remedy_zh = "请给出列，期间则给日期列。",
    example = [[return orders:frame{"amount"}:group_by{month = "amount"}]],
  },
  ["frame.measure"] = {
    en = "A column cannot be measured that way, as a sum of words.",
    zh = "该列不能这样度量，例如对词求和。",
    remedy = "Count it, or give a column of money or numbers.",
    remedy_zh = "请计数，或给出金额或数字列。",
    example = [[return orders:frame{"status"}:sum("status")]],
  },
  ["frame.path"] = {
    en = "A column leads through a field that refers to no other record.",
    zh = "列经过的字段不指向其他记录。",
    remedy = 'Give a field, or ref.field, as "customer.region".',
    remedy_zh = '请给字段或 ref.field，例如 "customer.region"。',
    example = [[return orders:frame{"amount.region"}]],
  },
  ["frame.range"] = {
    en = "A value is larger than a column of a frame can hold.",
    zh = "有值超出数据框列的范围。",
    remedy = "Leave the record out, or leave the column out.",
    remedy_zh = "请去掉该记录或该列。",
  },
  ["frame.share"] = {
    en = "A quantile is asked for that is no share of 0 to 1.",
    zh = "分位数不是 0 到 1 的比例。",
    remedy = "Give 0.5 for the median, 0.9 for the upper tenth.",
    remedy_zh = "中位数为 0.5，最高一成为 0.9。",
    example = [[return orders:frame{"amount"}:quantile("amount", 50)]],
  },
  ["frame.size"] = {
    en = "A query has more records than a frame holds.",
    zh = "查询的记录多于数据框的容量。",
    remedy = "Narrow it with :where{…} before :frame{…}.",
    remedy_zh = "请先用 :where{…} 缩小，再用 :frame{…}。",
  },
  ["frame.where"] = {
    en = "A condition of a frame does not fit its column, as bounds for words.",
    zh = "数据框的条件不适合该列，例如对词设上下限。",
    remedy = "Give a value, a list of values, or bounds for numbers, amounts and days.",
    remedy_zh = "请给值、值的列表，或对数字、金额、日期给上下限。",
    example = [[return orders:frame{"amount"}:where{amount = {period = "2026-Q2"}}]],
  },
  ["funnel.split"] = {
    en = "A funnel is grouped by a word that opportunities and customers do not have.",
    zh = "按商机和客户没有的词拆分漏斗。",
    remedy = "Use a period, as quarter, or a field, as rep or level.",
    remedy_zh = "请使用期间，例如 quarter，或字段，例如 rep、level。",
    example = [[funnel.cohort{by = "colour"}]],
  },
  ["funnel.stages"] = {
    en = "A playbook has more stages up to the sale than a funnel can count.",
    zh = "销售流程到成交的阶段数超过漏斗的上限。",
    remedy = "Join some of its stages.",
    remedy_zh = "请合并一些阶段。",
  },
  ["funnel.window"] = {
    en = "The window of a funnel ends before it begins, or after the day on which it is asked.",
    zh = "漏斗窗口结束早于开始，或晚于询问日。",
    remedy = "Give upto at the latest as of the asking day.",
    remedy_zh = "请让 upto 不晚于询问日。",
    example = [[funnel.cohort{from = date"2026-06-30", upto = date"2026-01-01"}]],
  },
  ["health.as_of"] = {
    en = "Health is asked for a day that has not come.",
    zh = "询问的健康度日期尚未到来。",
    remedy = "Give today or a day before.",
    remedy_zh = "请给出今天或之前的日期。",
    example = [[health.score(customers:get(1), {as_of = date"2030-01-01"})]],
  },
  ["health.band"] = {
    en = "The health model has no band of that name.",
    zh = "健康模型没有该档位。",
    remedy = "Use a band of the model's policy.",
    remedy_zh = "请使用该模型策略中的档位。",
    example = [[health.movers{model = "health_signals", from = date"2026-03-31", band = "purple"}]],
  },
  ["health.horizon"] = {
    en = "A back-test's outcome is not known yet, or its horizon is no span of a day or more.",
    zh = "回测的结果尚不可知，或观察期不足一天。",
    remedy = "End earlier, or give a shorter horizon, as days(90).",
    remedy_zh = "请提前结束，或给较短的观察期，例如 days(90)。",
    example = [[health.backtest{model = "health_signals", from = date"2025-09-30", to = date"2026-06-30"}]],
  },
  ["health.level"] = {
    en = "There is no level of customers of that name.",
    zh = "没有该客户等级。",
    remedy = "Use a level, as A.",
    remedy_zh = "请使用等级，例如 A。",
    example = [[health.movers{model = "health_signals", from = date"2026-03-31", level = "Z"}]],
  },
  ["health.metric"] = {
    en = "The health model reads no metric of that name.",
    zh = "健康模型没有该指标。",
    remedy = "Use a metric of the model's policy.",
    remedy_zh = "请使用该模型策略中的指标。",
    example = [[health.reading{customer = 1, metric = "mood", value = 1}]],
  },
  ["health.order"] = {
    en = "Health was kept for a later day already, and is swept day by day upward.",
    zh = "健康度已算到更晚的日子，只能按日期向前扫描。",
    remedy = "health.score(customer, {as_of = …}) tells of a past day without keeping it.",
    remedy_zh = "health.score(customer, {as_of = …}) 可查过去某日而不保存。",
    example = [[
health.sweep{model = "health_signals"}
health.sweep{model = "health_signals", as_of = date"2026-01-31"}]],
  },
  ["health.value"] = {
    en = "A reading is no finite number, or outside what its metric can be.",
    zh = "读数不是有限数，或超出其指标的可能值。",
    remedy = "Give a finite number, or leave the day out.",
    remedy_zh = "请给有限数，或不给该日。",
    example = [[health.reading{customer = 1, metric = "logins", value = 0/0}]],
  },
  ["health.window"] = {
    en = "The days of a question about health are none, or too many steps.",
    zh = "健康度的日期范围为空，或步数过多。",
    remedy = "Give a from before to, and a longer step.",
    remedy_zh = "请让 from 早于 to，或给更长的步长。",
    example = [[health.backtest{model = "health_signals", from = date"2026-03-31", to = date"2025-09-30"}]],
  },
  ["help.unknown"] = {
    en = "Neither the language nor the command knows that name.",
    zh = "语言和命令都没有该名称。",
    remedy = "tenon help lists every name.",
    remedy_zh = "tenon help 列出全部名称。",
  },
  ["host.class"] = {
    en = "A value crossed from the program to a script without being declared; this is a fault of the program.",
    zh = "值未经声明就传入脚本；这是程序的错误。",
    remedy = "Report it with the script that shows it.",
    remedy_zh = "请连同脚本一起报告。",
  },
  ["host.error"] = {
    en = "Something went wrong below the script that has no code of its own.",
    zh = "脚本之下发生了没有专门代码的错误。",
    remedy = "Read the message; report it if it makes no sense.",
    remedy_zh = "请看消息；若无法理解请报告。",
  },
  ["host.functions"] = {
    en = "The program defines more functions than an interpreter takes; this is a fault of the program.",
    zh = "程序定义的函数超过解释器的容量；这是程序的错误。",
    remedy = "Report it.",
    remedy_zh = "请报告。",
  },
  ["import.column"] = {
    en = "Two columns are for the same field, or a column of the file is for no field of the entity.",
    zh = "两列对应同一字段，或某列没有对应的字段。",
    remedy = "Map the column to a field, or to nothing.",
    remedy_zh = "请把该列映射到字段，或不映射。",
  },
  ["import.empty"] = {
    en = "The file has a header and no rows.",
    zh = "文件只有表头，没有数据行。",
    remedy = "Check that it is the right file.",
    remedy_zh = "请确认文件无误。",
  },
  ["import.key"] = {
    en = "The key by which rows are known again is no unique field with a column in the file.",
    zh = "用来识别已有记录的键不是文件中有对应列的唯一字段。",
    remedy = "Give id or a unique field, as code.",
    remedy_zh = "请给 id 或唯一字段，例如 code。",
  },
  ["import.rejected"] = {
    en = "Rows were refused, and --strict stores all or nothing.",
    zh = "有行被拒收，而 --strict 要求全部存入或都不存入。",
    remedy = "Correct them, or leave --strict out to store the others.",
    remedy_zh = "请更正这些行，或去掉 --strict 以存入其余行。",
  },
  ["improvement.early"] = {
    en = "An improvement is judged before it has been in effect for as long as the policy asks.",
    zh = "改进措施生效的时间未达策略要求就评价。",
    remedy = "Judge it after the day that the remedy names.",
    remedy_zh = "请在提示的日期之后评价。",
  },
  ["improvement.effective"] = {
    en = "An improvement is judged that has no day from which it works, or works only later.",
    zh = "评价的改进措施没有生效日，或之后才生效。",
    remedy = "Set effective_on, or ask as of a later day.",
    remedy_zh = "请设置 effective_on，或以更晚的日子询问。",
  },
  ["improvement.order"] = {
    en = "An improvement takes effect before it was started.",
    zh = "改进措施的生效日早于启动日。",
    remedy = "Give the earlier day as started_on.",
    remedy_zh = "请把较早的日期写作 started_on。",
    example = [[service.improve{cause = "packaging", measure = "oil paper", title = "rust", owner = 1, started_on = date"2026-06-10", effective_on = date"2026-06-01"}]],
  },
  ["incentive.award"] = {
    en = "An award is no money to the fen.",
    zh = "奖励不是精确到分的金额。",
    remedy = "As yuan(5000), or yuan(-500) for a penalty.",
    remedy_zh = "例如 yuan(5000)，罚扣为 yuan(-500)。",
    example = [[incentive.award{rep = 1, kind = "champion", amount = 5000}]],
  },
  ["incentive.closed"] = {
    en = "The period was closed, and what was closed is final.",
    zh = "该期间已关账，不可再改。",
    remedy = "incentive.correct{period = …} enters the difference in an open period.",
    remedy_zh = "incentive.correct{period = …} 把差额记入未关账的期间。",
    example = [[
incentive.close{period = "2020-Q2", on = date"2020-07-01"}
incentive.close{period = "2020-Q2", on = date"2020-07-01"}]],
  },
  ["incentive.component"] = {
    en = "The plan has no component of that name that pays for orders of one's own.",
    zh = "计划没有按本人订单计的该部分。",
    remedy = "Use a component that the remedy names.",
    remedy_zh = "请使用提示所列的部分。",
    example = [[incentive.orders{rep = 1, period = "2020-Q2", component = "luck"}]],
  },
  ["incentive.figure"] = {
    en = "A figure that the pay of a rep depends on is no number, or outside what the plan allows.",
    zh = "计薪所依据的数据不是数字，或超出计划允许的范围。",
    remedy = "Give a number, or nil where there is none.",
    remedy_zh = "请给数字，没有则为 nil。",
    example = [[incentive.pay{period = "2020-Q2", figures = 7}]],
  },
  ["incentive.open"] = {
    en = "The period is still open and needs no correction.",
    zh = "该期间尚未关账，不需要更正。",
    remedy = "incentive.accrue{period = …} enters what has changed.",
    remedy_zh = "incentive.accrue{period = …} 记入其后的变化。",
    example = [[
incentive.accrue{period = "2020-Q2"}
incentive.correct{period = "2020-Q2", into = "2020-Q3"}]],
  },
  ["incentive.parameter"] = {
    en = "The plan has no parameter of that name to vary.",
    zh = "计划没有可变动的该参数。",
    remedy = "Give a path, as components.commission.rate.",
    remedy_zh = "请给路径，例如 components.commission.rate。",
    example = [[incentive.try(nil, {vary = {luck = {1, 2}}, period = "2020-Q2"})]],
  },
  ["incentive.path"] = {
    en = "A path leads to no place of the plan.",
    zh = "路径在计划中没有对应位置。",
    remedy = "Follow the keys of incentive.plan().",
    remedy_zh = "请按 incentive.plan() 的键书写。",
    example = [[incentive.try(nil, {vary = {["components.luck.rate"] = {1, 2}}, period = "2020-Q2"})]],
  },
  ["incentive.period"] = {
    en = "The plan is reckoned by another period than the one that is given.",
    zh = "计划的核算期间与所给的不同。",
    remedy = "Give a period of the plan's kind, as 2026-Q2.",
    remedy_zh = "请给该计划类型的期间，例如 2026-Q2。",
    example = [[incentive.pay{period = "2020-05"}]],
  },
  ["incentive.running"] = {
    en = "The period is not over, so it cannot be closed.",
    zh = "期间未结束，不能关账。",
    remedy = "Close it later, or give on = a day after it.",
    remedy_zh = "请晚些关账，或给 on = 其后的日期。",
    example = [[incentive.close{period = "2026-Q3"}]],
  },
  ["incentive.split"] = {
    en = "The shares of an order among reps are no parts of 1, or do not sum to 1.",
    zh = "订单在销售代表间的份额不是 1 的一部分，或之和不为 1。",
    remedy = "Let them sum to 1; for thirds give 0.3333, 0.3333, 0.3334.",
    remedy_zh = "请让其和为 1；三等分请写 0.3333、0.3333、0.3334。",
    example = [[incentive.split{order = orders:first(), shares = {{rep = 1, share = 0.5}, {rep = 2, share = 0.4}}}]],
  },
  ["incentive.statuses"] = {
    en = "Orders have more different statuses than can be told apart.",
    zh = "订单的状态种类过多，无法区分。",
    remedy = "Use the words of the order policy.",
    remedy_zh = "请使用订单策略中的词。",
  },
  ["incentive.unaccrued"] = {
    en = "Nothing was entered for the period yet.",
    zh = "该期间尚未记账。",
    remedy = "Enter it: incentive.accrue{period = …}.",
    remedy_zh = "请记账：incentive.accrue{period = …}。",
    example = [[incentive.statement{rep = 1, period = "2019-Q1"}]],
  },
  ["incentive.variant"] = {
    en = "The grid has no variant of that number.",
    zh = "方案网格没有该方案。",
    remedy = "Give a number from 1 to the number of variants.",
    remedy_zh = "请给 1 到方案数的编号。",
    example = [[
local g = incentive.try(nil, {vary = {["components.commission.rate"] = {0.03, 0.04}}, period = "2020-Q2"})
g:plan(99)]],
  },
  ["incentive.vary"] = {
    en = "There is nothing to vary, a list has no values, or there are too many variants.",
    zh = "没有可变动的内容、列表为空，或方案过多。",
    remedy = "As vary = {rate = {0.02, 0.025, 0.03}}.",
    remedy_zh = "例如 vary = {rate = {0.02, 0.025, 0.03}}。",
    example = [[incentive.try(nil, {vary = {}, period = "2020-Q2"})]],
  },
  ["instant.range"] = {
    en = "The result is no moment of the years 1 to 9999.",
    zh = "结果不是公元 1 至 9999 年的时刻。",
    remedy = "Check the date.",
    remedy_zh = "请检查日期。",
    example = [[return instant"9999-12-31T23:00:00" + hours(48)]],
  },
  ["instant.syntax"] = {
    en = "The text is not a moment.",
    zh = "该文字不是时刻。",
    remedy = "Write it as 2026-03-31T09:00:00+08:00.",
    remedy_zh = "请写作 2026-03-31T09:00:00+08:00。",
    example = [[return instant"tomorrow"]],
  },
  ["job.busy"] = {
    en = "The job is at work in another process, and never runs twice at a time.",
    zh = "该定时任务正在另一个进程中执行；同一任务不会同时执行两次。",
    remedy = "Wait until it has ended.",
    remedy_zh = "请等待其结束。",
  },
  ["job.cut_off"] = {
    en = "An execution was cut off without a word: its process was killed, or the machine went down. What it did since its last checkpoint was taken back.",
    zh = "执行中断而没有留下记录：进程被终止，或机器停机。最后一个检查点之后的变更已回退。",
    remedy = "Nothing is to be done: it is tried again as the job's retries allow.",
    remedy_zh = "无需操作：会按该任务的重试次数再次执行。",
  },
  ["job.daemon"] = {
    en = "Another daemon runs the jobs of this store already.",
    zh = "另一个守护进程已在执行此数据文件的定时任务。",
    remedy = "Stop it first, or leave the jobs to it.",
    remedy_zh = "请先停止它，或由它执行定时任务。",
  },
  ["job.ended"] = {
    en = "The work of an execution was to begin, and the execution has ended.",
    zh = "要开始某次执行的工作，而该执行已经结束。",
    remedy = "Run the job with tenon schedule run.",
    remedy_zh = "请用 tenon schedule run 执行该任务。",
  },
  ["job.exit"] = {
    en = "The process of a job ended with an exit status other than 0 and noted no error itself.",
    zh = "定时任务的进程以非 0 的退出码结束，且自身没有记下错误。",
    remedy = "Read what it printed: tenon schedule output.",
    remedy_zh = "请查看其输出：tenon schedule output。",
  },
  ["job.name"] = {
    en = "A job's name is empty, longer than 64 bytes, begins with - or a point, or has a character that is no letter, digit, -, _ or point.",
    zh = "定时任务的名称为空、超过 64 字节、以 - 或点开头，或含有字母、数字、-、_ 和点以外的字符。",
    remedy = "Give a short name, as nightly or churn-report.",
    remedy_zh = "请给出简短的名称，例如 nightly 或 churn-report。",
    example = [[jobs:create{name = "-x", script = "x.lua", script_hash = "1", schedule = "0 8 * * *"}]],
  },
  ["job.nested"] = {
    en = "A checkpoint is set in a rule that runs over records, where a run cannot be divided.",
    zh = "在逐条记录运行的规则中设置检查点，而运行在该处不能分开。",
    remedy = "Set it between the updates.",
    remedy_zh = "请在各次更新之间设置。",
  },
  ["job.script_changed"] = {
    en = "The script is no longer the one that was scheduled, and the job refuses changed scripts.",
    zh = "脚本已不是安排时的脚本，而该任务拒绝执行变更过的脚本。",
    remedy = "Look at what it does, then take it in with tenon schedule change.",
    remedy_zh = "请查看它做什么，再用 tenon schedule change 采用。",
  },
  ["job.script_missing"] = {
    en = "The script of a job is not where it was when it was scheduled.",
    zh = "定时任务的脚本不在安排时的位置。",
    remedy = "Put it back, or name another with tenon schedule change NAME --script FILE.",
    remedy_zh = "请放回原处，或用 tenon schedule change 名称 --script 文件 另行指定。",
  },
  ["job.signal"] = {
    en = "A signal ended the process of a job, as kill sends it or the system where memory runs out.",
    zh = "信号终止了定时任务的进程，例如由 kill 发出，或系统内存不足时发出。",
    remedy = "Read what it printed: tenon schedule output; give it less work or more memory.",
    remedy_zh = "请查看其输出：tenon schedule output；减少工作量或增加内存。",
  },
  ["job.start"] = {
    en = "The process of a job could not be started: the system has no memory or no process left.",
    zh = "无法启动定时任务的进程：系统没有剩余的内存或进程。",
    remedy = "Free memory or processes; what was due is tried again.",
    remedy_zh = "请释放内存或进程；到期的任务会再次尝试。",
  },
  ["job.unknown"] = {
    en = "The store has no job of that name.",
    zh = "数据文件中没有该名称的定时任务。",
    remedy = "Take a name that tenon schedule lists, or add the job.",
    remedy_zh = "请使用 tenon schedule 列出的名称，或添加该任务。",
  },
  ["job.value"] = {
    en = "A checkpoint is to keep what cannot be written down, as a function, a record or a query, or a value of more than 1 MB.",
    zh = "检查点要保存无法记下的值，例如函数、记录或查询，或超过 1 MB 的值。",
    remedy = "Keep numbers, texts, money, dates, spans, or tables of them, as the id to go on with.",
    remedy_zh = "请保存数字、文本、金额、日期、时长或由其组成的表，例如继续处理时的 id。",
    example = [[job.checkpoint(print)]],
  },
  ["kit.circular"] = {
    en = "A kit holds itself, directly or through another kit.",
    zh = "套件直接或经由其他套件包含自身。",
    remedy = "Delete one of the kit_items that the message names.",
    remedy_zh = "请删除消息所列的一条 kit_items。",
    example = [[
local a, b = products:create{name = "a", kind = "kit"}, products:create{name = "b", kind = "kit"}
kit_items:create{kit = a, product = b, quantity = 1}
kit_items:create{kit = b, product = a, quantity = 1}
quoting.quote{customer = 1, lines = {{kit = a, quantity = 1}}}]],
  },
  ["kit.empty"] = {
    en = "The product is priced as a kit, and nothing is in it.",
    zh = "产品按套件定价，但其中没有内容。",
    remedy = "Give its contents as kit_items.",
    remedy_zh = "请用 kit_items 给出其内容。",
    example = [[quoting.quote{customer = 1, lines = {{kit = 1, quantity = 1}}}]],
  },
  ["kit.quantity"] = {
    en = "The pieces in the kits are more than can be counted.",
    zh = "套件内的件数过大，无法计数。",
    remedy = "Ask for fewer kits.",
    remedy_zh = "请减少套数。",
  },
  ["knowledge.kind"] = {
    en = "The knowledge base has no kind of article of that name.",
    zh = "知识库没有该文章类别。",
    remedy = "Use a kind of the policy knowledge.",
    remedy_zh = "请使用知识库策略中的类别。",
    example = [[knowledge.add{kind = "gossip", title = "x", body = "y"}]],
  },
  ["knowledge.needs"] = {
    en = "An article of this kind must say more than it does.",
    zh = "该类文章须写明的内容不全。",
    remedy = "Give what the message names, or take another kind.",
    remedy_zh = "请给出消息所列的内容，或换一个类别。",
    example = [[knowledge.add{kind = "talk_track", title = "x"}]],
  },
  ["knowledge.query"] = {
    en = "There is nothing to look for in the text, or too much.",
    zh = "检索文字中没有可检索的内容，或过长。",
    remedy = "Give letters, digits or Chinese characters.",
    remedy_zh = "请给字母、数字或汉字。",
    example = [[knowledge.search("!!")]],
  },
  ["knowledge.scene"] = {
    en = "The knowledge base has no scene of that name.",
    zh = "知识库没有该场景。",
    remedy = "Use a scene of the policy knowledge.",
    remedy_zh = "请使用知识库策略中的场景。",
    example = [[knowledge.add{kind = "talk_track", title = "x", scene = "moon", body = "y"}]],
  },
  ["kpi.card"] = {
    en = "There is no scorecard of that name, or the rep's role has none.",
    zh = "没有该考核表，或该销售代表的角色没有考核表。",
    remedy = 'Name one: card = "quarter".',
    remedy_zh = '请指定：card = "quarter"。',
    example = [[kpi.scorecard(reps:get(1), {period = "2026-Q2", card = "decade"})]],
  },
  ["kpi.check"] = {
    en = "There is no self-check of that name.",
    zh = "没有该自检。",
    remedy = "Use a self-check of the policy.",
    remedy_zh = "请使用策略中的自检。",
    example = [[kpi.self_check{check = "x"}]],
  },
  ["kpi.definition"] = {
    en = "The definition of a key figure lacks a name, unit or formula, or has a part that none has.",
    zh = "关键指标的定义缺少名称、单位或公式，或含有不存在的部分。",
    remedy = 'As kpi.define{name = "revenue", unit = "yuan", from = "orders", …}.',
    remedy_zh = '例如 kpi.define{name = "revenue", unit = "yuan", from = "orders", …}。',
    example = [[kpi.define{name = "x", colour = "red"}]],
  },
  ["kpi.duplicate"] = {
    en = "There is a key figure of that name already.",
    zh = "已有该名称的关键指标。",
    remedy = "Give another name, or replace = true.",
    remedy_zh = "请换名称，或写 replace = true。",
    example = [[kpi.define{name = "revenue", unit = "yuan", from = "orders", day = "ordered_on", columns = {"amount"}, value = "sum('amount')"}]],
  },
  ["kpi.group"] = {
    en = "The key figure has no such group in the period.",
    zh = "该期间该指标没有这样的组。",
    remedy = "kpi.value(name, {by = …}) lists the groups.",
    remedy_zh = "kpi.value(name, {by = …}) 列出各组。",
    example = [[kpi.why("revenue", {period = "2026-Q2", by = "region", group = {region = "moon"}})]],
  },
  ["kpi.period"] = {
    en = "No period is given, or its days are none.",
    zh = "没有给出期间，或其日期为空。",
    remedy = 'As {period = "2026-Q2"} or {from = date"…", upto = date"…"}.',
    remedy_zh = '例如 {period = "2026-Q2"} 或 {from = date"…", upto = date"…"}。',
    example = [[kpi.value("revenue", {from = date"2026-06-30", upto = date"2026-01-01"})]],
  },
  ["kpi.points"] = {
    en = "Points given by hand are no points of 0 to 100, or are for somebody who is not assessed.",
    zh = "人工给出的分数不在 0 到 100，或给了未被考核的人。",
    remedy = "As given = {[rep] = {part = points}}.",
    remedy_zh = "例如 given = {[销售代表] = {项目 = 分数}}。",
    example = [[kpi.assess{card = "month", period = "2026-06", given = 5}]],
  },
  ["kpi.question"] = {
    en = "The self-check does not ask that question, or answers are no true and false.",
    zh = "自检没有该问题，或回答不是 true 和 false。",
    remedy = "Give answers = {question = true or false}.",
    remedy_zh = "请给 answers = {问题 = true 或 false}。",
    example = [[kpi.self_check{answers = {is_it_raining = true}}]],
  },
  ["kpi.source"] = {
    en = "The source of a key figure gives no frame, or its days and times are no columns of days.",
    zh = "指标的来源没有给出数据框，或其日期列不是日期。",
    remedy = 'As from = "orders", with day = a column of days.',
    remedy_zh = '例如 from = "orders"，并以 day 给出日期列。',
    example = [[kpi.define{name = "x", unit = "yuan", from = 5, value = "count()"}]],
  },
  ["kpi.split"] = {
    en = "A key figure is split by a word that its source does not have.",
    zh = "按来源没有的词拆分指标。",
    remedy = "Use one of the words that the remedy names.",
    remedy_zh = "请使用提示所列的词。",
    example = [[kpi.value("revenue", {period = "2026-Q2", by = "colour"})]],
  },
  ["kpi.unit"] = {
    en = "There is no unit of that name for key figures.",
    zh = "指标没有该单位。",
    remedy = "Use yuan, share, number or another that the remedy names.",
    remedy_zh = "请使用 yuan、share、number 或提示所列的单位。",
    example = [[kpi.define{name = "x", unit = "bananas", from = "orders", day = "ordered_on", value = "count()"}]],
  },
  ["kpi.unknown"] = {
    en = "There is no key figure of that name.",
    zh = "没有该关键指标。",
    remedy = "kpi.names() lists them.",
    remedy_zh = "kpi.names() 列出全部。",
    example = [[kpi.get("luck")]],
  },
  ["kpi.value"] = {
    en = "The formula of a key figure gave a value that does not fit its unit.",
    zh = "指标公式得到的值与其单位不符。",
    remedy = "Give money, a number, or nil where there are no data.",
    remedy_zh = "请给金额、数字，没有数据则为 nil。",
    example = [[
kpi.define{name = "x", unit = "yuan", from = "orders", day = "ordered_on", value = "count()"}
kpi.value("x", {period = "2026-Q2"})]],
  },
  ["kpi.where"] = {
    en = "A key figure is narrowed by a word that its source does not have.",
    zh = "按来源没有的词筛选指标。",
    remedy = 'As where = {region = "east"}.',
    remedy_zh = '例如 where = {region = "east"}。',
    example = [[kpi.value("revenue", {period = "2026-Q2", where = {colour = "red"}})]],
  },
  ["kpi.writes"] = {
    en = "The formula of a key figure changes records, and it may only read.",
    zh = "指标公式修改了记录，而它只能读取。",
    remedy = "Keep its value with kpi.snapshot{}.",
    remedy_zh = "请用 kpi.snapshot{} 保存其值。",
  },
  ["lead.closed"] = {
    en = "The lead was converted or disqualified, so it is not assigned any more.",
    zh = "线索已转化或判为无效，不再分配。",
    remedy = "Open it again first: qualification.reopen{lead = …}, or go on with its opportunity.",
    remedy_zh = "请先重开：qualification.reopen{lead = …}，或沿用其商机。",
    example = [[
local l = qualification.take{company = "Star Ltd."}
qualification.disqualify{lead = l, reason = "no budget"}
qualification.assign{lead = l}]],
  },
  ["lead.duplicate"] = {
    en = "The lead may be a customer or lead that is there already.",
    zh = "该线索可能是已有的客户或线索。",
    remedy = 'Give customer = …, or duplicates = "allow" where it is another firm.',
    remedy_zh = '请给 customer = …；若是另一家企业，写 duplicates = "allow"。',
    example = [[
local l = qualification.take{company = customers:get(1).name, budget = 90, authority = 80, need = 90, timing = 80, size = 80, fit = 80, source = "web"}
qualification.grade{lead = l}
qualification.convert{lead = l}]],
  },
  ["lead.future"] = {
    en = "A moment of a lead has not come.",
    zh = "线索的某个时刻尚未到来。",
    remedy = "Give a moment that has been.",
    remedy_zh = "请给已过去的时刻。",
    example = [[qualification.take{company = "Star Ltd.", arrived_at = now() + hours(5)}]],
  },
  ["lead.grade"] = {
    en = "The grade of the lead is not one that is converted.",
    zh = "线索的等级不属于可转化的等级。",
    remedy = "Learn more of it and grade it again.",
    remedy_zh = "请多了解情况后重新评级。",
  },
  ["lead.model"] = {
    en = "The lead policy has no scoring model of that name.",
    zh = "线索策略没有该评分模型。",
    remedy = "qualification.models() lists them.",
    remedy_zh = "qualification.models() 列出全部。",
    example = [[qualification.score(qualification.take{company = "Star Ltd."}, {model = "stars"})]],
  },
  ["lead.order"] = {
    en = "Moments of a lead do not follow each other, as an answer before its arrival.",
    zh = "线索的各时刻先后不对，例如响应早于到达。",
    remedy = "Correct the moment that the message names.",
    remedy_zh = "请更正消息所列的时刻。",
    example = [[qualification.follow_up{lead = qualification.take{company = "Star Ltd."}, at = now() - hours(9)}]],
  },
  ["lead.period"] = {
    en = "The first day of the period is after its last.",
    zh = "期间的首日晚于末日。",
    remedy = "Give from and to the other way round.",
    remedy_zh = "请把 from 与 to 对调。",
    example = [[qualification.sources{from = date"2026-06-30", to = date"2026-01-01"}]],
  },
  ["lead.reason"] = {
    en = "A lead is nurtured, disqualified or reopened without a reason.",
    zh = "培育、判无效或重开线索却没有说明原因。",
    remedy = 'Give reason = "…".',
    remedy_zh = '请写明 reason = "…"。',
    example = [[qualification.disqualify{lead = qualification.take{company = "Star Ltd."}}]],
  },
  ["lead.source"] = {
    en = "The lead policy has no source of that name.",
    zh = "线索策略没有该来源。",
    remedy = "Use a source of the policy leads.",
    remedy_zh = "请使用线索策略中的来源。",
    example = [[qualification.take{company = "Star Ltd.", source = "moon"}]],
  },
  ["lead.status"] = {
    en = "The lead's status does not allow the step.",
    zh = "线索的状态不允许该操作。",
    remedy = "The message says what it is and what it can become.",
    remedy_zh = "消息说明其状态以及可以变为什么。",
    example = [[qualification.reopen{lead = qualification.take{company = "Star Ltd."}, reason = "again"}]],
  },
  ["lead.ungraded"] = {
    en = "A lead is converted before it was graded.",
    zh = "线索未评级就要转化。",
    remedy = "Grade it first: qualification.grade{lead = …}.",
    remedy_zh = "请先评级：qualification.grade{lead = …}。",
    example = [[qualification.convert{lead = qualification.take{company = "Star Ltd."}}]],
  },
  ["ledger.final"] = {
    en = "Records of a ledger, as invoices or moves, are final: they are neither changed nor deleted.",
    zh = "流水账的记录（如发票、变动）不可更改或删除。",
    remedy = "Take it back by a new record, as receivables.reverse{…}.",
    remedy_zh = "请用新记录冲回，例如 receivables.reverse{…}。",
    example = [[receivables.invoice{customer = 1, amount = yuan(500)}.amount = yuan(1)]],
  },
  ["lifecycle.period"] = {
    en = "The first day of the period is after its last.",
    zh = "期间的首日晚于末日。",
    remedy = "Give from and to the other way round.",
    remedy_zh = "请把 from 与 to 对调。",
    example = [[lifecycle.actuals{from = date"2026-06-30", to = date"2026-01-01"}]],
  },
  ["limit.deadline"] = {
    en = "The run took longer than it was allowed and was stopped; the store is as it was.",
    zh = "运行超过允许的时间而被停止；数据文件保持原样。",
    remedy = "Raise the limit with --timeout SECONDS, or do the work in bulk.",
    remedy_zh = "请用 --timeout 秒数 提高上限，或批量处理。",
  },
  ["limit.memory"] = {
    en = "The script needed more memory than it was allowed and was stopped; the store is as it was.",
    zh = "脚本占用的内存超过上限而被停止；数据文件保持原样。",
    remedy = "Raise the limit with --memory MB, or stream with :each() instead of collecting.",
    remedy_zh = "请用 --memory MB 提高上限，或用 :each() 逐条处理。",
  },
  ["loyalty.churn"] = {
    en = "The churn of a lifetime value is no share over 0: at 0 nobody is ever lost and the value has no limit.",
    zh = "终身价值的流失率不是大于 0 的比例：为 0 时价值没有极限。",
    remedy = "Give a share over 0 and up to 1, as 0.2.",
    remedy_zh = "请给大于 0、不超过 1 的比例，例如 0.2。",
    example = [[loyalty.ltv{margin = wan(10), churn = 0}]],
  },
  ["loyalty.cohorts"] = {
    en = "The cohorts would be of more periods than can be shown.",
    zh = "同期群的期间数过多。",
    remedy = "Give a later from, or a longer period.",
    remedy_zh = "请给较晚的 from，或更长的期间。",
  },
  ["loyalty.discount"] = {
    en = "The discount of a lifetime value is no share between 0 and 1.",
    zh = "终身价值的贴现率不是 0 到 1 的比例。",
    remedy = "As discount = 0.05 for 5 %.",
    remedy_zh = "例如 5 % 写作 discount = 0.05。",
    example = [[loyalty.ltv{variant = "discounted", margin = wan(10), churn = 0.2, discount = 5}]],
  },
  ["loyalty.margin"] = {
    en = "What a customer earns in a year is not over 0.",
    zh = "客户一年的毛利不大于 0。",
    remedy = "Give an amount, as wan(10).",
    remedy_zh = "请给金额，例如 wan(10)。",
    example = [[loyalty.ltv{margin = yuan(0), churn = 0.2}]],
  },
  ["loyalty.measure"] = {
    en = "There is no measure or variant of that name for cohorts and lifetime values.",
    zh = "同期群和终身价值没有该度量。",
    remedy = "Use one of those that the remedy names.",
    remedy_zh = "请使用提示所列之一。",
    example = [[loyalty.cohorts{measure = "smiles"}]],
  },
  ["loyalty.period"] = {
    en = "The period ends before it begins or after the day of the run, or has too many parts.",
    zh = "期间结束早于开始、晚于运行之日，或分段过多。",
    remedy = "Give an earlier from, or to at the latest the day of the run.",
    remedy_zh = "请给较早的 from，或让 to 不晚于运行之日。",
    example = [[loyalty.retention{from = date"2026-06-30", to = date"2026-01-01"}]],
  },
  ["loyalty.reading"] = {
    en = "A reading that a share of wallet rests on is no amount over 0.",
    zh = "钱包份额所依据的读数不是大于 0 的金额。",
    remedy = "Correct the reading.",
    remedy_zh = "请更正该读数。",
  },
  ["loyalty.segment"] = {
    en = "The policy has no segment of that name.",
    zh = "策略没有该分群。",
    remedy = "Use a segment of the policy.",
    remedy_zh = "请使用策略中的分群。",
    example = [[loyalty.rfm{segment = "dragons"}]],
  },
  ["loyalty.split"] = {
    en = "The figure cannot be split by that word.",
    zh = "该数据不能按此词拆分。",
    remedy = "Give a word of customers, as level, or a period where it has periods.",
    remedy_zh = "请给客户的词，例如 level，或期间。",
    example = [[loyalty.retention{by = "colour"}]],
  },
  ["loyalty.variant"] = {
    en = "A lifetime value is asked for with terms that its variant does not take.",
    zh = "终身价值的条件与其变体不符。",
    remedy = "Leave margin and churn out of the historic value, or ask for simple or discounted.",
    remedy_zh = "历史价值请去掉 margin 与 churn，或改求 simple 或 discounted。",
    example = [[loyalty.ltv{variant = "historic", margin = wan(10)}]],
  },
  ["milestone.day"] = {
    en = "A milestone is signed before the one ahead of it, or before the deal was won.",
    zh = "里程碑的签字早于前一个里程碑或赢单日。",
    remedy = "Give the day of the signature.",
    remedy_zh = "请给签字之日。",
  },
  ["milestone.exists"] = {
    en = "The milestones of this opportunity are laid out already.",
    zh = "该商机的里程碑已经排定。",
    remedy = "See selling.milestones(opportunity).",
    remedy_zh = "请看 selling.milestones(opportunity)。",
    example = [[
local o = opportunities:create{playbook = "fastener", stage = "contract_signed", status = "won", name = "x", customer = 1, amount = yuan(1), opened_on = date"2026-06-01", closed_on = date"2026-06-10"}
selling.lay_milestones(o)
selling.lay_milestones(o)]],
  },
  ["milestone.role"] = {
    en = "The role does not sign milestones.",
    zh = "该角色不签署里程碑。",
    remedy = "Use a role of the policy.",
    remedy_zh = "请使用策略中的角色。",
  },
  ["milestone.signed"] = {
    en = "The role has signed this milestone before.",
    zh = "该角色已签署过此里程碑。",
    remedy = "Each role signs a milestone once.",
    remedy_zh = "每个角色对一个里程碑只签一次。",
  },
  ["milestone.signer"] = {
    en = "Nobody signs, or a contact of another customer does.",
    zh = "没有签署人，或签署人是别的客户的联系人。",
    remedy = "Give by = a rep, or a contact of the opportunity's customer.",
    remedy_zh = "请给 by = 销售代表，或该商机客户的联系人。",
  },
  ["milestone.status"] = {
    en = "Only what was won is delivered, and this opportunity was not.",
    zh = "只有赢单的才交付，而该商机没有赢单。",
    remedy = "Win it first: selling.win.",
    remedy_zh = "请先赢单：selling.win。",
    example = [[selling.lay_milestones(selling.open{customer = 1, amount = wan(30)})]],
  },
  ["milestone.turn"] = {
    en = "Milestones or roles before this one have not signed.",
    zh = "在此之前的里程碑或角色尚未签署。",
    remedy = "Have them signed first.",
    remedy_zh = "请先签署它们。",
  },
  ["milestone.word"] = {
    en = "The opportunity has no milestone of that name.",
    zh = "该商机没有该里程碑。",
    remedy = "Lay them out: selling.lay_milestones(opportunity).",
    remedy_zh = "请排定：selling.lay_milestones(opportunity)。",
    example = [[
local o = opportunities:create{playbook = "fastener", stage = "contract_signed", status = "won", name = "x", customer = 1, amount = yuan(1), opened_on = date"2026-06-01", closed_on = date"2026-06-10"}
selling.lay_milestones(o)
selling.sign(o, "party", {role = "sales", by = 1})]],
  },
  ["money.inexact"] = {
    en = "The result is no whole number of 1/10,000 yuan, and nobody said how to round it.",
    zh = "结果不是 1/10,000 元的整数倍，而没有说明如何舍入。",
    remedy = 'Spell the rounding, as m:divide(3, "half_up"), or share it out with m:allocate(n).',
    remedy_zh = '请写明舍入，例如 m:divide(3, "half_up")，或用 m:allocate(n) 分摊。',
    example = [[return money"1" / 3]],
  },
  ["money.overflow"] = {
    en = "The result is larger than money can hold, ±922,337,203,685,477.5807 yuan.",
    zh = "结果超出金额范围 ±922,337,203,685,477.5807 元。",
    remedy = "Compute with smaller amounts; look for a wrong one.",
    remedy_zh = "请用较小的金额计算，并查找错误金额。",
    example = [[return wan(10000000000) * 1000]],
  },
  ["money.syntax"] = {
    en = "The text is not an amount of money.",
    zh = "该文字不是金额。",
    remedy = "Write it as 12.50, -1,234.5678 or ¥12.",
    remedy_zh = "请写作 12.50、-1,234.5678 或 ¥12。",
    example = [[return money"twelve"]],
  },
  ["need.dimension"] = {
    en = "The needs policy has no dimension of that name.",
    zh = "需求策略没有该维度。",
    remedy = "Use a dimension of the policy.",
    remedy_zh = "请使用策略中的维度。",
    example = [[selling.need(selling.open{customer = 1, amount = wan(30)}, {dimension = "mood", kind = "explicit", finding = "x"})]],
  },
  ["need.kind"] = {
    en = "The needs policy has no kind of need of that name.",
    zh = "需求策略没有该需求类别。",
    remedy = "Use a kind of the policy.",
    remedy_zh = "请使用策略中的类别。",
    example = [[selling.need(selling.open{customer = 1, amount = wan(30)}, {dimension = "business", kind = "secret", finding = "x"})]],
  },
  ["nine_box.rep"] = {
    en = "A name or code stands for no rep, or for more than one, at the end of the period.",
    zh = "期末没有该姓名或代码的销售代表，或不止一位。",
    remedy = "Give the code of a rep.",
    remedy_zh = "请给销售代表的代码。",
    example = [[planning.nine_box{period = "2026-Q2", results = {Nobody = 0.9}}]],
  },
  ["offers.basket"] = {
    en = "There is nothing beside which something could be suggested, or more than one thing.",
    zh = "没有可据以推荐的内容，或给出了多于一种。",
    remedy = "Give one of quote, customer and products.",
    remedy_zh = "请给 quote、customer、products 之一。",
    example = [[offers.suggest{}]],
  },
  ["offers.days"] = {
    en = "The days of a look back are not in order.",
    zh = "回看的日期先后不对。",
    remedy = 'As on = date"2026-03-31", between since and upto.',
    remedy_zh = '例如 on = date"2026-03-31"，介于 since 与 upto 之间。',
    example = [[offers.accuracy{}]],
  },
  ["opportunity.close"] = {
    en = "The expected close lies before the opportunity was opened.",
    zh = "预计成交日早于商机建立日。",
    remedy = "Give a later expected_close.",
    remedy_zh = "请给较晚的 expected_close。",
    example = [[selling.open{customer = 1, amount = wan(30), expected_close = date"2020-01-01"}]],
  },
  ["opportunity.closed"] = {
    en = "The opportunity is won or lost, so it does not move any more.",
    zh = "商机已赢单或输单，不再变动。",
    remedy = "Open it again first: selling.reopen.",
    remedy_zh = "请先重开：selling.reopen。",
    example = [[
local o = selling.open{customer = 1, amount = wan(30)}
selling.lose(o, {reason = "price"})
selling.revise(o, {amount = wan(1)})]],
  },
  ["opportunity.competitor"] = {
    en = "There is no competitor of that code.",
    zh = "没有该代码的竞争对手。",
    remedy = "Note it first: competitors:create{code = …, name = …}.",
    remedy_zh = "请先登记：competitors:create{code = …, name = …}。",
    example = [[selling.open{customer = 1, amount = wan(30), competitor = "NOBODY"}]],
  },
  ["opportunity.reason"] = {
    en = "A deal is lost or reopened without a reason, or with one that is no word of the policy.",
    zh = "输单或重开没有原因，或原因不是策略中的词。",
    remedy = "Give reason = one of the words that the remedy names.",
    remedy_zh = "请给 reason = 提示所列的词之一。",
    example = [[selling.lose(selling.open{customer = 1, amount = wan(30)}, {})]],
  },
  ["opportunity.stage"] = {
    en = "The opportunity is at that stage already, or the stage is where deals are won.",
    zh = "商机已在该阶段，或该阶段是赢单之处。",
    remedy = "selling.revise notes that it was looked after; selling.win wins it.",
    remedy_zh = "selling.revise 记录其状态已复核；selling.win 赢单。",
    example = [[
local o = selling.open{customer = 1, amount = wan(30)}
selling.move(o, o.stage)]],
  },
  ["opportunity.status"] = {
    en = "The opportunity cannot be reopened: it is open, or the policy does not reopen what was won.",
    zh = "商机不能重开：它仍在进行，或策略不允许重开赢单。",
    remedy = "A mistaken run is undone with undo.",
    remedy_zh = "误操作的运行请用 undo 撤销。",
    example = [[selling.reopen(selling.open{customer = 1, amount = wan(30)}, {reason = "again"})]],
  },
  ["opportunity.time"] = {
    en = "A move is noted before the last one, or in the future; a history goes forward only.",
    zh = "变动早于最近一次，或在将来；历史只能向前。",
    remedy = "Give a time from the last move up to now.",
    remedy_zh = "请给最近变动之后、到现在为止的时间。",
    example = [[selling.open{customer = 1, amount = wan(30), at = date"2030-01-01"}]],
  },
  ["order.accepted"] = {
    en = "The delivery was accepted before.",
    zh = "该交货此前已验收。",
    remedy = "Goods that are not right come back: ordering.take_back{line = …}.",
    remedy_zh = "有问题的货物请退回：ordering.take_back{line = …}。",
  },
  ["order.contract"] = {
    en = "The quote has become a contract, and orders go by that.",
    zh = "报价单已转为合同，请按合同下单。",
    remedy = "Order by it: ordering.place{contract = …}.",
    remedy_zh = "请据此下单：ordering.place{contract = …}。",
  },
  ["order.day"] = {
    en = "A day of an order or delivery lies before one that must come first.",
    zh = "订单或交货的日期早于应在其前的日期。",
    remedy = "Give days that follow each other.",
    remedy_zh = "请让各日期前后相接。",
    example = [[
local q = quoting.quote{customer = 1, lines = {{product = 1, quantity = 1000}}}
quoting.send{quote = q}
quoting.accept{quote = q}
ordering.place{quote = q, on = date"2020-01-01"}]],
  },
  ["order.line"] = {
    en = "The line is no ordered one: it has no pieces.",
    zh = "该行不是订货行：没有件数。",
    remedy = "Give a line of more than 0 pieces.",
    remedy_zh = "请给件数大于 0 的行。",
  },
  ["order.open"] = {
    en = "More is to be delivered or cancelled than is open.",
    zh = "交货或取消的件数多于未交货数。",
    remedy = "See ordering.open{order = …}.",
    remedy_zh = "请看 ordering.open{order = …}。",
    example = [[
local q = quoting.quote{customer = 1, lines = {{product = 1, quantity = 1000}}}
quoting.send{quote = q}
quoting.accept{quote = q}
ordering.deliver{line = ordering.place{quote = q}:order_lines():first(), quantity = 1001}]],
  },
  ["order.pieces"] = {
    en = "The pieces of an order are more than can be counted.",
    zh = "订单的件数过多，无法计数。",
    remedy = "Look for a wrong quantity in its lines and deliveries.",
    remedy_zh = "请在其行和交货中查找错误数量。",
  },
  ["order.placed"] = {
    en = "The quote was ordered before.",
    zh = "该报价单此前已下单。",
    remedy = "Go on with that order, or cancel it first.",
    remedy_zh = "请沿用该订单，或先取消。",
    example = [[
local q = quoting.quote{customer = 1, lines = {{product = 1, quantity = 1000}}}
quoting.send{quote = q}
quoting.accept{quote = q}
ordering.place{quote = q}
ordering.place{quote = q}]],
  },
  ["order.quantity"] = {
    en = "It is not said how many pieces, or the number is none.",
    zh = "没有说明件数，或不是件数。",
    remedy = "Give quantity = whole pieces from 1.",
    remedy_zh = "请给 quantity = 从 1 起的整件数。",
    example = [[
local q = quoting.quote{customer = 1, lines = {{product = 1, quantity = 1000}}}
quoting.send{quote = q}
quoting.accept{quote = q}
ordering.deliver{line = ordering.place{quote = q}:order_lines():first(), quantity = 0}]],
  },
  ["order.quote"] = {
    en = "The lines of the quote do not make its amount, or there are none.",
    zh = "报价单各行与其总额不符，或没有行。",
    remedy = "Set the amounts right first.",
    remedy_zh = "请先更正金额。",
  },
  ["order.reason"] = {
    en = "An order is cancelled or goods are taken back without a reason.",
    zh = "取消订单或退货却没有说明原因。",
    remedy = 'Give reason = "…".',
    remedy_zh = '请写明 reason = "…"。',
    example = [[ordering.cancel{order = orders:first()}]],
  },
  ["order.returned"] = {
    en = "More is taken back than the customer has.",
    zh = "退货件数多于客户手中的数量。",
    remedy = "Take back at most what was delivered and not returned.",
    remedy_zh = "最多退回已交付且未退的数量。",
    example = [[
local q = quoting.quote{customer = 1, lines = {{product = 1, quantity = 1000}}}
quoting.send{quote = q}
quoting.accept{quote = q}
ordering.take_back{line = ordering.place{quote = q}:order_lines():first(), quantity = 1, reason = "rust"}]],
  },
  ["order.status"] = {
    en = "The order's status does not allow the step.",
    zh = "订单的状态不允许该操作。",
    remedy = "The message says what it is and what it can become.",
    remedy_zh = "消息说明其状态以及可以变为什么。",
  },
  ["pattern.too_complex"] = {
    en = "A pattern of find, match, gmatch or gsub needs far more steps than its text has bytes.",
    zh = "find、match、gmatch 或 gsub 的模式所需步数远超文本的字节数。",
    remedy = "Use fewer of * + - in one pattern, anchor it with ^, or find a plain text first.",
    remedy_zh = "请在一个模式中少用 * + -，用 ^ 固定开头，或先查找纯文本。",
    example = [[(("a"):rep(3000)):find(".-.-.-b")]],
  },
  ["period.unknown"] = {
    en = "The text is no period.",
    zh = "该文字不是期间。",
    remedy = "Write it as 2026, 2026-Q2, 2026-06 or 2026-W27.",
    remedy_zh = "请写作 2026、2026-Q2、2026-06 或 2026-W27。",
    example = [[kpi.value("revenue", {period = "last summer"})]],
  },
  ["picture.empty"] = {
    en = "The report has nothing to draw.",
    zh = "该报告没有可绘制的内容。",
    remedy = "Save it as .html or .txt, or print it.",
    remedy_zh = "请存为 .html 或 .txt，或直接打印。",
    example = [[report{title = "x", {"a", 1}}:picture()]],
  },
  ["picture.failed"] = {
    en = "gnuplot, which draws the pictures, could not be run or failed.",
    zh = "绘图程序 gnuplot 无法运行或失败。",
    remedy = "See that it runs, and that its version is 5.2 or later.",
    remedy_zh = "请确认它能运行，且版本为 5.2 或更新。",
  },
  ["picture.format"] = {
    en = "A picture is saved under a name whose ending says no format.",
    zh = "图片的文件扩展名不表示任何格式。",
    remedy = "End it in .html, .svg or .txt.",
    remedy_zh = "请以 .html、.svg 或 .txt 结尾。",
  },
  ["picture.tool"] = {
    en = "gnuplot, which draws curves, is not installed.",
    zh = "没有安装绘制曲线的 gnuplot。",
    remedy = "Install it, on Debian by: apt install gnuplot-nox.",
    remedy_zh = "请安装，Debian 上：apt install gnuplot-nox。",
  },
  ["plan.figure"] = {
    en = "A goal is set for a figure that the plan does not know.",
    zh = "目标所指的数据项计划中不存在。",
    remedy = "Use a figure that the remedy names.",
    remedy_zh = "请使用提示所列的数据项。",
  },
  ["plan.format"] = {
    en = "The file is no plan that tenon plan -o wrote.",
    zh = "该文件不是 tenon plan -o 写出的预演。",
    remedy = "Make one with: tenon plan SCRIPT -o PLAN.",
    remedy_zh = "请生成：tenon plan SCRIPT -o PLAN。",
  },
  ["plan.goals"] = {
    en = "The goals of a phase cannot be read.",
    zh = "阶段的目标无法读取。",
    remedy = "Write them as customers=5..10 or revenue=100000.00.. .",
    remedy_zh = "请写作 customers=5..10 或 revenue=100000.00.. 。",
  },
  ["plan.phase"] = {
    en = "The plan has no phase of that name.",
    zh = "计划没有该阶段。",
    remedy = "planning.plan(pack) lists its phases.",
    remedy_zh = "planning.plan(pack) 列出其阶段。",
    example = [[planning.self_check{phase = "retirement", from = date"2026-04-01", answers = {}}]],
  },
  ["plan.stale"] = {
    en = "The script or the store has changed since the plan was made, so applying it would do something else.",
    zh = "预演之后脚本或数据文件已变，应用会产生不同的结果。",
    remedy = "Plan again, look at the changes, and apply the new plan.",
    remedy_zh = "请重新预演，查看变更，再应用新的预演。",
  },
  ["planning.day"] = {
    en = "A milestone is done before its phase begins, or in the future.",
    zh = "里程碑的完成早于其阶段开始，或在将来。",
    remedy = "Give a day from the phase's first on, up to today.",
    remedy_zh = "请给阶段首日之后、到今天为止的日期。",
    example = [[
planning.start{policy = "planning_launch", from = date"2026-01-01"}
planning.milestone_done(plan_milestones:first(), {on = date"2025-01-20"})]],
  },
  ["planning.done"] = {
    en = "The milestone was reached before.",
    zh = "该里程碑此前已达成。",
    remedy = "Take it back first, where that was wrong: its done_on = nil.",
    remedy_zh = "若有误，请先取消：done_on = nil。",
    example = [[
planning.start{policy = "planning_launch", from = date"2026-01-01"}
planning.milestone_done(plan_milestones:first(), {on = date"2026-01-20"})
planning.milestone_done(plan_milestones:first(), {on = date"2026-01-20"})]],
  },
  ["planning.started"] = {
    en = "A plan of that name is in the book already.",
    zh = "该名称的计划已在册。",
    remedy = "Give another name as plan =, or look at planning.progress{plan = …}.",
    remedy_zh = "请另取名 plan =，或查看 planning.progress{plan = …}。",
    example = [[
planning.start{policy = "planning_launch", from = date"2026-01-01"}
planning.start{policy = "planning_launch", from = date"2026-01-01"}]],
  },
  ["planning.unknown"] = {
    en = "There is no plan of that name in the book.",
    zh = "册中没有该名称的计划。",
    remedy = 'Begin one: planning.start{policy = "planning_launch"}.',
    remedy_zh = '请开始一个：planning.start{policy = "planning_launch"}。',
    example = [[planning.progress{plan = "nothing"}]],
  },
  ["playbook.missing"] = {
    en = "The opportunity lacks something that the stage asks for.",
    zh = "商机缺少该阶段所要求的内容。",
    remedy = "selling.missing(opportunity, stage) lists what.",
    remedy_zh = "selling.missing(opportunity, stage) 列出所缺。",
  },
  ["playbook.move"] = {
    en = "The playbook does not let an opportunity go from its stage to that one.",
    zh = "销售流程不允许商机从当前阶段转到该阶段。",
    remedy = "The remedy says where it can go.",
    remedy_zh = "提示说明可以转到哪里。",
    example = [[
local o = selling.open{customer = 1, amount = wan(30)}
selling.move(o, "negotiation")]],
  },
  ["playbook.node"] = {
    en = "The playbook has no node of that name.",
    zh = "销售流程没有该节点。",
    remedy = "playbooks.show(name).nodes lists them.",
    remedy_zh = "playbooks.show(name).nodes 列出全部。",
    example = [[selling.deliver(selling.open{customer = 1, amount = wan(30)}, "party", {document = "x"})]],
  },
  ["playbook.stage"] = {
    en = "The playbook has no open stage of that name.",
    zh = "销售流程没有该进行中阶段。",
    remedy = "playbooks.show(name).stages lists them.",
    remedy_zh = "playbooks.show(name).stages 列出全部。",
    example = [[selling.move(selling.open{customer = 1, amount = wan(30)}, "party")]],
  },
  ["playbook.unknown"] = {
    en = "There is no playbook of that name.",
    zh = "没有该销售流程。",
    remedy = "playbooks.names() lists them; one of your own stands once playbooks.use(table) was called.",
    remedy_zh = "playbooks.names() 列出全部；自定的流程须先调用 playbooks.use(table)。",
    example = [[playbooks.show("no_such_playbook")]],
  },
  ["playbook.version"] = {
    en = "The opportunity stands at a stage that this version of its playbook no longer has.",
    zh = "商机所处阶段在当前版本的销售流程中已不存在。",
    remedy = "Give the playbook under which it was opened as playbook = table.",
    remedy_zh = "请以 playbook = table 给出其建立时的流程。",
  },
  ["playbook.won"] = {
    en = "The playbook names no stage as won.",
    zh = "销售流程没有指明赢单阶段。",
    remedy = 'Write won = "…" into it; playbooks.lint shows what else is doubtful.',
    remedy_zh = '请在其中写 won = "…"；playbooks.lint 指出其他疑点。',
  },
  ["policy.duplicate"] = {
    en = "A policy names something twice.",
    zh = "策略中有内容重复。",
    remedy = "Rename one of the two.",
    remedy_zh = "请给其中一个改名。",
    example = [[
local p = approval.policy("approvals")
p.stages[2] = p.stages[1] approval.lint{policy = p}]],
  },
  ["policy.field"] = {
    en = "A policy looks at a field that is not there, or is of another type than the policy needs.",
    zh = "策略引用的字段不存在，或类型不符。",
    remedy = "Use a field of the entity that has the type.",
    remedy_zh = "请使用该实体中类型相符的字段。",
    example = [[
local p = tiering.policy("fastener")
p.writes = "nickname"
tiering.apply{policy = p}]],
  },
  ["policy.gap"] = {
    en = "The bands of a policy leave values that none of them takes.",
    zh = "策略的区间留有未覆盖的值。",
    remedy = "Leave the last band open, or close the gap.",
    remedy_zh = "请让最后区间没有终点，或补上缺口。",
    example = [[
local p = tiering.policy("fastener")
p.levels[#p.levels] = nil tiering.apply{policy = p}]],
  },
  ["policy.key"] = {
    en = "A policy has a key that is not read there, mostly because it is misspelt.",
    zh = "策略含有不被读取的键，多因拼写错误。",
    remedy = "Use the key that the remedy suggests, or leave it out.",
    remedy_zh = "请使用提示的键，或去掉它。",
    example = [[
local p = approval.policy("approvals")
p.colour = "red"
approval.lint{policy = p}]],
  },
  ["policy.missing"] = {
    en = "A policy lacks something that it must say.",
    zh = "策略缺少必须写明的内容。",
    remedy = "Give what the message names.",
    remedy_zh = "请给出消息所列的内容。",
    example = [[
local p = approval.policy("approvals")
p.stages = nil approval.lint{policy = p}]],
  },
  ["policy.overlap"] = {
    en = "Two parts of a policy take the same values, so it is not clear which counts.",
    zh = "策略的两个部分接收相同的值，不清楚以哪个为准。",
    remedy = "Let each part begin where the one before ends.",
    remedy_zh = "请让每个部分从前一个的终点开始。",
  },
  ["policy.rule"] = {
    en = "A rule in a policy is no expression that can be read.",
    zh = "策略中的规则不是可读取的表达式。",
    remedy = 'Write one Lua expression, as "annual_purchase > wan(50)".',
    remedy_zh = '请写一个 Lua 表达式，例如 "annual_purchase > wan(50)"。',
    example = [[
local p = approval.policy("approvals")
p.stages[1].when = "amount >"
approval.lint{policy = p}]],
  },
  ["policy.source"] = {
    en = "A policy or a part of it does not say where it is from.",
    zh = "策略或其部分没有写明出处。",
    remedy = 'Write source = "S0 §6.2.1 (CU7)", or source = "ours (why)".',
    remedy_zh = '请写 source = "S0 §6.2.1 (CU7)"，或 source = "ours (原因)"。',
    example = [[
local p = tiering.policy("fastener")
p.source = nil tiering.apply{policy = p}]],
  },
  ["policy.type"] = {
    en = "A value in a policy is of another type than the place wants.",
    zh = "策略中的值类型与该处要求不符。",
    remedy = "Give a value of the type that the message names.",
    remedy_zh = "请给出消息所列类型的值。",
    example = [[
local p = tiering.policy("fastener")
p.levels = 5 tiering.apply{policy = p}]],
  },
  ["policy.uncovered"] = {
    en = "Some customers would match no part of the policy.",
    zh = "有客户不匹配策略的任何部分。",
    remedy = "Add a last part without conditions.",
    remedy_zh = "请加一个不设条件的末项。",
  },
  ["policy.unknown"] = {
    en = "There is no policy of that name, or a policy has no entry of that name.",
    zh = "没有该名称的策略，或策略中没有该条目。",
    remedy = "policies.names() lists the policies.",
    remedy_zh = "policies.names() 列出全部策略。",
    example = [[policies.get("no_such_policy")]],
  },
  ["policy.unreachable"] = {
    en = "A part of a policy can never apply, because those before it take all of its cases.",
    zh = "策略的某部分永不适用，因为前面的部分已接收其全部情形。",
    remedy = "Put the narrower part first, or leave it out.",
    remedy_zh = "请把较窄的放在前面，或去掉它。",
  },
  ["policy.value"] = {
    en = "A value in a policy is none that the place can have, as a share of 2.",
    zh = "策略中的值不是该处可取的值，例如比例为 2。",
    remedy = "Give a value that the message allows.",
    remedy_zh = "请给出消息允许的值。",
    example = [[
local p = pricing.policy("pricing")
p.compose = "sum"
pricing.price{product = 1, quantity = 1, policy = p}]],
  },
  ["policy.weights"] = {
    en = "Weights that must sum to 100 do not.",
    zh = "应合计 100 的权重不等于 100。",
    remedy = "Change a weight.",
    remedy_zh = "请修改一个权重。",
    example = [[
local p = policies.get("scorecards")
p.cards[1].parts[1].weight = 1 kpi.scorecard(reps:get(1), {period = "2026-Q2", policy = p})]],
  },
  ["price.additive"] = {
    en = "Discounts that are added up come to more than the whole price.",
    zh = "相加的折扣超过整个价格。",
    remedy = "Compose them sequentially, or give smaller discounts.",
    remedy_zh = "请依次叠加，或给较小的折扣。",
  },
  ["price.agreement"] = {
    en = "The agreement does not hold on the day of the price.",
    zh = "协议在定价之日无效。",
    remedy = "Renew it first, or price without it.",
    remedy_zh = "请先续签，或不按协议定价。",
  },
  ["price.floor"] = {
    en = "The price is under the floor of the product, and the policy refuses it.",
    zh = "价格低于产品底价，策略不允许。",
    remedy = "Give less discount, or ask for approval under a policy that allows it.",
    remedy_zh = "请减小折扣，或在允许的策略下申请审批。",
  },
  ["price.lines"] = {
    en = "The columns of priced lines have different lengths, or lack product or quantity.",
    zh = "定价各列的长度不同，或缺少产品或数量。",
    remedy = "Give one value for all lines, or one a line.",
    remedy_zh = "请给所有行一个值，或每行一个。",
    example = [[pricing.lines{product = {1, 2}, quantity = {1, 2, 3}}]],
  },
  ["price.list"] = {
    en = "The product has no list price above zero.",
    zh = "产品没有大于零的目录价。",
    remedy = "Set its unit_price.",
    remedy_zh = "请设置其 unit_price。",
    example = [[pricing.price{product = products:create{name = "new"}, quantity = 1}]],
  },
  ["price.precision"] = {
    en = "The price needs more digits than can be kept exactly.",
    zh = "价格所需位数超过可精确保存的位数。",
    remedy = "Give discounts with fewer decimals, or smaller quantities.",
    remedy_zh = "请用小数较少的折扣，或较小的数量。",
  },
  ["price.quantity"] = {
    en = "The quantity is no number of whole pieces.",
    zh = "数量不是整件数。",
    remedy = "Give whole pieces from 1.",
    remedy_zh = "请给从 1 起的整件数。",
    example = [[pricing.price{product = 1, quantity = 0}]],
  },
  ["price.rule"] = {
    en = "A rule of the price policy gave what is no discount, price or condition.",
    zh = "价格策略的规则得出的不是折扣、价格或条件。",
    remedy = "Return a discount from 0 to 1, a price as money, nil, or true or false for a condition.",
    remedy_zh = "请返回 0 到 1 的折扣、金额形式的价格、nil，条件则为 true 或 false。",
  },
  ["price.terms"] = {
    en = "A term of a price is none, as a prepaid share of 2, or none that the policy knows.",
    zh = "价格条件无效，例如预付比例为 2，或策略没有该条件。",
    remedy = "Give a share from 0 to 1, or a word of the policy.",
    remedy_zh = "请给 0 到 1 的比例，或策略中的词。",
    example = [[pricing.price{product = 1, quantity = 1, prepaid = 2}]],
  },
  ["price.waterfall"] = {
    en = "The text is no waterfall that the price engine wrote, or was cut.",
    zh = "该文字不是价格引擎写出的价格瀑布，或被截断。",
    remedy = "Read it from the field waterfall of a line.",
    remedy_zh = "请从行的 waterfall 字段读取。",
    example = [[pricing.waterfall("x")]],
  },
  ["prospect.list"] = {
    en = "The prospect policy has no list of that name.",
    zh = "潜客策略没有该名单。",
    remedy = "Use a list of the policy prospects.",
    remedy_zh = "请使用潜客策略中的名单。",
    example = [[prospects.list{list = "dreams"}]],
  },
  ["prospect.score"] = {
    en = "The prospect policy has no score of that name.",
    zh = "潜客策略没有该评分。",
    remedy = "Use a score of the policy prospects.",
    remedy_zh = "请使用潜客策略中的评分。",
    example = [[prospects.score{score = "dreams"}]],
  },
  ["quote.code"] = {
    en = "The number of a quote is not one that quoting.quote gives, so it has no next version.",
    zh = "报价单号不是 quoting.quote 给出的，因此没有下一版本。",
    remedy = "Make a new quote.",
    remedy_zh = "请另建报价单。",
  },
  ["quote.customer"] = {
    en = "Lines are quoted that have no customer.",
    zh = "要报价的行没有客户。",
    remedy = "Give customer = … to pricing.lines.",
    remedy_zh = "请给 pricing.lines 写 customer = …。",
    example = [[quoting.batch{lines = pricing.lines{product = 1, quantity = 100}:price()}]],
  },
  ["quote.expired"] = {
    en = "The quote's days are over.",
    zh = "报价单已过有效期。",
    remedy = "Revise it: quoting.revise{quote = …}.",
    remedy_zh = "请修订：quoting.revise{quote = …}。",
    example = [[
local q = quoting.quote{customer = 1, lines = {{product = 1, quantity = 1}}}
quoting.send{quote = q}
quoting.accept{quote = q, on = date"2030-01-01"}]],
  },
  ["quote.lines"] = {
    en = "A quote has no lines, or lines of one quote differ in customer, day or terms.",
    zh = "报价单没有行，或同一报价单的行客户、日期、条件不同。",
    remedy = "As lines = {{product = 1, quantity = 100}}.",
    remedy_zh = "例如 lines = {{product = 1, quantity = 100}}。",
    example = [[quoting.quote{customer = 1, lines = {}}]],
  },
  ["quote.reason"] = {
    en = "A quote is declined without a reason.",
    zh = "客户拒绝报价却没有说明原因。",
    remedy = 'Give reason = "…".',
    remedy_zh = '请写明 reason = "…"。',
    example = [[quoting.decline{quote = quoting.quote{customer = 1, lines = {{product = 1, quantity = 1}}}}]],
  },
  ["quote.status"] = {
    en = "The quote's status does not allow the step, as accepting a draft.",
    zh = "报价单的状态不允许该操作，例如接受草稿。",
    remedy = "The message says what it is and what it can become.",
    remedy_zh = "消息说明其状态以及可以变为什么。",
    example = [[
local q = quoting.quote{customer = 1, lines = {{product = 1, quantity = 1}}}
quoting.decline{quote = q, reason = "no"}
quoting.accept{quote = q}]],
  },
  ["quote.validity"] = {
    en = "The days for which a quote holds lead out of the calendar.",
    zh = "报价的有效天数超出日历范围。",
    remedy = "Give days from 0.",
    remedy_zh = "请给从 0 起的天数。",
    example = [[
pricing.price{product = 1, quantity = 1}
quoting.quote{customer = 1, valid_days = -1, lines = {{product = 1, quantity = 1}}}]],
  },
  ["rate.overflow"] = {
    en = "A rate has more digits than it can hold.",
    zh = "费率的位数超过容量。",
    remedy = "Use fewer decimals.",
    remedy_zh = "请减少小数位。",
  },
  ["rate.syntax"] = {
    en = "A number or text is no rate of at most 18 decimals.",
    zh = "数字或文字不是至多 18 位小数的费率。",
    remedy = "Write it as 0.95, 5% or 1e-3.",
    remedy_zh = "请写作 0.95、5% 或 1e-3。",
    example = [[return yuan(0/0)]],
  },
  ["rebate.day"] = {
    en = "An entry would stand before the last one of its account, or before the period.",
    zh = "记录早于其账户的最近一条，或早于期间。",
    remedy = "Enter the difference on the later day.",
    remedy_zh = "请在较晚的日期记入差额。",
    example = [[rebates.accrue{program = "yearly", period = "2026", on = date"2020-01-01"}]],
  },
  ["rebate.open"] = {
    en = "A rebate is settled before its period is over.",
    zh = "期间未结束就兑付返利。",
    remedy = 'Settle it later, or set settles = "any_time" in the policy.',
    remedy_zh = '请晚些兑付，或在策略中设 settles = "any_time"。',
    example = [[rebates.settle{program = "yearly", period = "2026"}]],
  },
  ["rebate.period"] = {
    en = "The text is no period of the rebate's kind.",
    zh = "该文字不是该返利类型的期间。",
    remedy = "Write it as the remedy shows, as 2026 for a year.",
    remedy_zh = "请按提示书写，例如年度写 2026。",
    example = [[rebates.accrue{program = "yearly", period = "2026-Q1"}]],
  },
  ["rebate.rule"] = {
    en = "A condition of the rebate policy gave neither true nor false.",
    zh = "返利策略的条件未得出真假。",
    remedy = "Write a comparison, as kind == 'agent'.",
    remedy_zh = "请写比较式，例如 kind == 'agent'。",
  },
  ["receivable.amount"] = {
    en = "An amount is not above 0, has parts of a fen, or is of another type than money.",
    zh = "金额不大于 0、含不足一分的部分，或不是金额。",
    remedy = "Give an amount above 0 in whole fen.",
    remedy_zh = "请给大于 0 的整分金额。",
    example = [[receivables.invoice{customer = 1, amount = yuan(0)}]],
  },
  ["receivable.contract"] = {
    en = "The contract is cancelled, so it is neither invoiced nor paid.",
    zh = "合同已取消，不开发票也不收款。",
    remedy = "Invoice what is owed all the same by customer and amount.",
    remedy_zh = "仍有欠款的请按客户和金额开票。",
    example = [[receivables.schedule{contract = contracts:create{customer = 1, amount = wan(1), status = "cancelled"}}]],
  },
  ["receivable.credit_sales"] = {
    en = "The rule that tells credit sales gave neither true nor false.",
    zh = "判定赊销的规则未得出真假。",
    remedy = "Write a comparison, as due_on > issued_on.",
    remedy_zh = "请写比较式，例如 due_on > issued_on。",
  },
  ["receivable.customer"] = {
    en = "The invoice is of another customer than the payment.",
    zh = "发票与回款不属于同一客户。",
    remedy = "Name invoices of the customer who paid.",
    remedy_zh = "请指定付款客户的发票。",
    example = [[
local i = receivables.invoice{customer = 2, amount = yuan(500)}
local p = receivables.receive{customer = 1, amount = yuan(300)}
receivables.allocate{payment = p, invoice = i}]],
  },
  ["receivable.day"] = {
    en = "A day lies before one that must come first, as a write-off before its invoice.",
    zh = "日期早于应在其前的日期，例如坏账核销早于开票。",
    remedy = "Give the later day.",
    remedy_zh = "请给较晚的日期。",
    example = [[receivables.dso{since = date"2026-06-30", upto = date"2026-01-01"}]],
  },
  ["receivable.invoiced"] = {
    en = "More is to be invoiced than the thing is worth.",
    zh = "开票金额超过标的金额。",
    remedy = "Invoice at most what is left, or reverse an invoice first.",
    remedy_zh = "最多开剩余金额，或先冲销一张发票。",
    example = [[
local o = orders:create{customer = 1, amount = yuan(100), ordered_on = today()}
receivables.invoice{order = o}
receivables.invoice{order = o}]],
  },
  ["receivable.node"] = {
    en = "The contract has no such point of payment, or has not reached it, so that no due day is known.",
    zh = "合同没有该付款节点，或尚未到达，因而没有到期日。",
    remedy = "Note it: receivables.reach{contract = …, node = …}, or give due_on.",
    remedy_zh = "请登记：receivables.reach{contract = …, node = …}，或给 due_on。",
    example = [[receivables.reach{contract = contracts:create{customer = 1, amount = wan(1), status = "signed"}, node = "accepted"}]],
  },
  ["receivable.number"] = {
    en = "The numbers of invoices under this prefix are used up.",
    zh = "该前缀的发票号已用完。",
    remedy = "Set another prefix in the policy: numbers = { prefix = …, digits = … }.",
    remedy_zh = "请在策略中换前缀：numbers = { prefix = …, digits = … }。",
  },
  ["receivable.over_invoice"] = {
    en = "More is paid or given up than the invoice has open.",
    zh = "核销或放弃的金额超过发票未收款。",
    remedy = "Take at most what is open, or choose another invoice.",
    remedy_zh = "最多取未收款，或选另一张发票。",
    example = [[receivables.write_off{invoice = receivables.invoice{customer = 1, amount = yuan(500)}, amount = yuan(501), reason = "bankrupt"}]],
  },
  ["receivable.over_payment"] = {
    en = "More is allocated than is left of the payment.",
    zh = "核销金额超过回款余额。",
    remedy = "Allocate at most what is left, or choose another payment.",
    remedy_zh = "最多核销余额，或选另一笔回款。",
    example = [[
local p = receivables.receive{customer = 1, amount = yuan(300)}
local i = receivables.invoice{customer = 1, amount = yuan(500)}
receivables.allocate{payment = p, invoice = i, amount = yuan(400)}]],
  },
  ["receivable.overpaid"] = {
    en = "A payment is more than is open, and the policy does not keep the rest.",
    zh = "回款超过未收款，而策略不保留余额。",
    remedy = 'Take what is open, or set on_surplus = "credit" in the policy.',
    remedy_zh = '请只收未收款，或在策略中设 on_surplus = "credit"。',
  },
  ["receivable.reached"] = {
    en = "The contract reached that point of payment before.",
    zh = "合同此前已到达该付款节点。",
    remedy = "To correct the day, set due_on of the instalment.",
    remedy_zh = "更正日期请设该分期的 due_on。",
    example = [[
local c = contracts:create{customer = 1, amount = wan(10), status = "signed"}
receivables.schedule{contract = c}
receivables.reach{contract = c, node = "accepted"}
receivables.reach{contract = c, node = "accepted"}]],
  },
  ["receivable.reason"] = {
    en = "Something is taken back or given up without a reason.",
    zh = "冲销或放弃债权却没有说明原因。",
    remedy = 'Give reason = "…".',
    remedy_zh = '请写明 reason = "…"。',
    example = [[receivables.reverse{invoice = receivables.invoice{customer = 1, amount = yuan(500)}}]],
  },
  ["receivable.reversal"] = {
    en = "A reversal is itself to be reversed, paid or written off.",
    zh = "要对冲销本身再冲销、付款或坏账核销。",
    remedy = "Enter the thing anew instead.",
    remedy_zh = "请重新录入。",
    example = [[
local i = receivables.invoice{customer = 1, amount = yuan(500)}
receivables.reverse{invoice = receivables.reverse{invoice = i, reason = "wrong"}, reason = "again"}]],
  },
  ["receivable.reversed"] = {
    en = "It was taken back before.",
    zh = "此前已冲销。",
    remedy = "There is nothing left to reverse.",
    remedy_zh = "没有可再冲销的。",
    example = [[
local i = receivables.invoice{customer = 1, amount = yuan(500)}
receivables.reverse{invoice = i, reason = "wrong"}
receivables.reverse{invoice = i, reason = "wrong"}]],
  },
  ["receivable.scheduled"] = {
    en = "The contract is paid by instalments, so it is scheduled once, and its orders are not invoiced themselves.",
    zh = "合同按分期付款：只排定一次，且订单本身不开票。",
    remedy = "Invoice the instalments: receivables.invoice{instalment = …}.",
    remedy_zh = "请按分期开票：receivables.invoice{instalment = …}。",
    example = [[
local c = contracts:create{customer = 1, amount = wan(1), status = "signed"}
receivables.schedule{contract = c}
receivables.schedule{contract = c}]],
  },
  ["receivable.subject"] = {
    en = "It is not said what is invoiced or reversed, or more than one thing is.",
    zh = "没有说明开票或冲销的标的，或给出了多于一个。",
    remedy = "Give exactly one of those that the remedy names.",
    remedy_zh = "请恰好给出提示所列之一。",
    example = [[receivables.invoice{amount = yuan(5)}]],
  },
  ["record.ambiguous"] = {
    en = "Several records have that name.",
    zh = "有多条记录使用该名称。",
    remedy = "Give the id, or the code where there is one.",
    remedy_zh = "请给出编号；有代码的给出代码。",
  },
  ["record.dead"] = {
    en = "A record was kept beyond the rule that it was handed to.",
    zh = "记录在交给它的规则之外被使用。",
    remedy = "Keep its id and :get(id) it again, or use :each().",
    remedy_zh = "请保存其编号并再次 :get(id)，或用 :each()。",
    example = [[
local kept customers:sum(function(c) kept = c return 1 end)
return kept.name]],
  },
  ["record.duplicate"] = {
    en = "A unique value, as a code, belongs to another record already.",
    zh = "唯一值（如代码）已属于另一条记录。",
    remedy = "Give another value, or change the other record.",
    remedy_zh = "请换一个值，或修改另一条记录。",
    example = [[reps:create{code = reps:first().code, name = "张三"}]],
  },
  ["record.exists"] = {
    en = "There is a record of that id already.",
    zh = "已有该编号的记录。",
    remedy = "Give another id, or none.",
    remedy_zh = "请换编号，或不给。",
  },
  ["record.id"] = {
    en = "The value is no id, or an id is to be changed.",
    zh = "该值不是编号，或要更改编号。",
    remedy = "Ids are whole numbers from 1 that never change.",
    remedy_zh = "编号是从 1 起、永不更改的整数。",
    example = [[customers:first().id = 5]],
  },
  ["record.missing"] = {
    en = "There is no record of that id or code.",
    zh = "没有该编号或代码的记录。",
    remedy = 'List the ids with :each(), or the codes with :select("code").',
    remedy_zh = '请用 :each() 列出编号，或用 :select("code") 列出代码。',
    example = [[receivables.invoice{customer = 999999, amount = yuan(5)}]],
  },
  ["record.not_a_record"] = {
    en = "A method of records was called on something else.",
    zh = "对并非记录的值调用了记录的方法。",
    remedy = "Call it on a record, with a colon.",
    remedy_zh = "请用冒号对记录调用。",
  },
  ["record.reference"] = {
    en = "A record that others refer to is to be deleted, or a reference leads nowhere.",
    zh = "要删除的记录被其他记录引用，或引用没有对象。",
    remedy = "Change or delete those that refer first.",
    remedy_zh = "请先修改或删除引用它的记录。",
    example = [[customers:where("order_count > 0"):delete()]],
  },
  ["registration.direct"] = {
    en = "The customer is a key account and is served directly, so agents do not register it.",
    zh = "该客户是大客户，由我方直接服务，代理商不能报备。",
    remedy = "Pass it to the key-account manager.",
    remedy_zh = "请转给大客户经理。",
    example = [[channels.register{agent = agents:create{name = "West", rank = "gold", state = "active"}, customer = customers:where("level == 'A'"):first()}]],
  },
  ["registration.held"] = {
    en = "Another agent has registered the customer.",
    zh = "另一代理商已报备该客户。",
    remedy = "Wait until it has run out, or agree on a split.",
    remedy_zh = "请等它到期，或商定分成。",
    example = [[
local a, b = agents:create{name = "A", rank = "gold", state = "active"}, agents:create{name = "B", rank = "gold", state = "active"}
local c = customers:where("level == 'C'"):first()
channels.authorise{agent = a, region = c.region}
channels.authorise{agent = b, region = c.region}
channels.register{agent = a, customer = c}
channels.register{agent = b, customer = c}]],
  },
  ["registration.open"] = {
    en = "The agent has registered the customer already.",
    zh = "该代理商已报备该客户。",
    remedy = "Register again once it has run out.",
    remedy_zh = "到期后请重新报备。",
    example = [[
local a = agents:create{name = "A", rank = "gold", state = "active"}
local c = customers:where("level == 'C'"):first()
channels.authorise{agent = a, region = c.region}
channels.register{agent = a, customer = c}
channels.register{agent = a, customer = c}]],
  },
  ["registration.rest"] = {
    en = "The agent lost the customer without a sale and must wait before registering it again.",
    zh = "该代理商未成交而失去客户，须等待后才能再次报备。",
    remedy = "Wait until the day that the remedy names.",
    remedy_zh = "请等到提示的日期。",
  },
  ["registration.state"] = {
    en = "The registration is not open any more.",
    zh = "该报备已不再有效。",
    remedy = "Only an open one can be let go.",
    remedy_zh = "只有有效的报备可以放弃。",
    example = [[
local a = agents:create{name = "A", rank = "gold", state = "active"}
local c = customers:where("level == 'C'"):first()
channels.authorise{agent = a, region = c.region}
local r = channels.register{agent = a, customer = c}
channels.release(r, "no time")
channels.release(r, "no time")]],
  },
  ["registration.territory"] = {
    en = "The customer lies outside the areas of the agent.",
    zh = "该客户不在代理商的区域之内。",
    remedy = "Register customers of its own areas.",
    remedy_zh = "请在自己的区域内报备客户。",
  },
  ["report.part"] = {
    en = "A part of a report is no {name, value}, or two have the same name.",
    zh = "报告的某部分不是 {name, value}，或有两个同名。",
    remedy = 'As report{title = "Today", {"orders", orders:count()}}.',
    remedy_zh = '例如 report{title = "Today", {"orders", orders:count()}}。',
    example = [[return report{title = "Today", 5}]],
  },
  ["review.day"] = {
    en = "A deliverable is reviewed before it was handed in, or in the future.",
    zh = "评审早于提交，或在将来。",
    remedy = "Give the day of the verdict.",
    remedy_zh = "请给评审之日。",
  },
  ["review.done"] = {
    en = "The role has reviewed this version before.",
    zh = "该角色已评审过此版本。",
    remedy = "Hand a new version in: selling.deliver.",
    remedy_zh = "请提交新版本：selling.deliver。",
  },
  ["review.role"] = {
    en = "The node is not reviewed by that role.",
    zh = "该节点不由此角色评审。",
    remedy = "Use a role that the remedy names.",
    remedy_zh = "请使用提示所列的角色。",
  },
  ["review.version"] = {
    en = "A version is reviewed that was followed by another.",
    zh = "评审的版本已有后续版本。",
    remedy = "Review the newest version.",
    remedy_zh = "请评审最新版本。",
  },
  ["risk.closed"] = {
    en = "The risk was closed, so it is not reviewed.",
    zh = "风险已关闭，不再复查。",
    remedy = "Enter a new one.",
    remedy_zh = "请登记新的。",
    example = [[
local r = planning.risk{kind = "staff"}
planning.review(r, {state = "closed"})
planning.review(r, {impact = 1})]],
  },
  ["risk.day"] = {
    en = "A risk is looked at before it was entered, or in the future.",
    zh = "复查日早于登记，或在将来。",
    remedy = "Give a day from then on, up to today.",
    remedy_zh = "请给登记之后、到今天为止的日期。",
    example = [[planning.review(planning.risk{kind = "staff"}, {on = date"2020-01-01"})]],
  },
  ["risk.kind"] = {
    en = "The planning policy has no kind of risk of that name.",
    zh = "计划策略没有该风险类别。",
    remedy = "Use a kind of the policy.",
    remedy_zh = "请使用策略中的类别。",
    example = [[planning.risk{kind = "meteor"}]],
  },
  ["risk.scale"] = {
    en = "Impact or probability lies outside the scale.",
    zh = "影响或概率超出量表。",
    remedy = "1 is the least; the remedy names the most.",
    remedy_zh = "1 最小；提示说明最大值。",
    example = [[planning.risk{kind = "staff", impact = 99}]],
  },
  ["rule.result"] = {
    en = "A rule returned what no field holds, as a table or a function.",
    zh = "规则返回了字段不能存放的值，例如表或函数。",
    remedy = "Return a string, number, boolean, money, date or nil.",
    remedy_zh = "请返回字符串、数字、布尔值、金额、日期或 nil。",
    example = [[return customers:max(function(c) return {} end)]],
  },
  ["rule.syntax"] = {
    en = "A rule is no Lua expression.",
    zh = "规则不是 Lua 表达式。",
    remedy = 'Write one, as "annual_purchase > wan(50)".',
    remedy_zh = '请写一个，例如 "annual_purchase > wan(50)"。',
    example = [[return customers:where("annual_purchase >"):count()]],
  },
  ["rule.unknown_name"] = {
    en = "A rule names what is neither a field of the entity nor a function that rules may use.",
    zh = "规则中的名称既不是字段也不是规则可用的函数。",
    remedy = "Use the field that the remedy suggests.",
    remedy_zh = "请使用提示的字段。",
    example = [[return customers:where("anual_purchase > wan(50)"):count()]],
  },
  ["run.blocked"] = {
    en = "The run cannot be undone, because what it changed was changed again since.",
    zh = "该运行不能撤销，因为它的变更之后又被更改。",
    remedy = "Undo the later run first, or change the value back.",
    remedy_zh = "请先撤销后来的运行，或改回该值。",
  },
  ["run.failed"] = {
    en = "A chunk of the open run failed and was taken back; the rest is not kept without being asked for.",
    zh = "打开的运行中有一段失败并已回退；其余部分未经确认不予保留。",
    remedy = "rollback(), or commit{anyway = true} to keep the rest.",
    remedy_zh = "请 rollback()，或用 commit{anyway = true} 保留其余部分。",
  },
  ["run.fields"] = {
    en = "The run changed fields that this program no longer has, or has with another type.",
    zh = "该运行改过的字段在本程序中已不存在或类型不同。",
    remedy = "Undo it with the program that wrote it.",
    remedy_zh = "请用当时写入的程序撤销。",
  },
  ["run.interrupted"] = {
    en = "The run was stopped by Ctrl-C or a signal; the store is as it was.",
    zh = "运行被 Ctrl-C 或信号中断；数据文件保持原样。",
    remedy = "Run it again.",
    remedy_zh = "请重新运行。",
  },
  ["run.missing"] = {
    en = "There is no run of that number.",
    zh = "没有该编号的运行。",
    remedy = "runs() or tenon runs lists them.",
    remedy_zh = "runs() 或 tenon runs 列出全部。",
    example = [[undo(999)]],
  },
  ["run.none"] = {
    en = "There is no run that could be taken back.",
    zh = "没有可撤销的运行。",
    remedy = "tenon runs lists them.",
    remedy_zh = "tenon runs 列出全部。",
  },
  ["run.open"] = {
    en = "A run is open at the console already, and one is open at a time.",
    zh = "控制台已有打开的运行，一次只能打开一个。",
    remedy = "End it with commit() or rollback().",
    remedy_zh = "请用 commit() 或 rollback() 结束它。",
  },
  ["run.refused"] = {
    en = "A question was answered with no, so nothing was changed.",
    zh = "对提问的回答为否，因此没有任何变更。",
    remedy = "Run it again and answer yes, or give --yes.",
    remedy_zh = "请重新运行并回答 yes，或使用 --yes。",
  },
  ["run.twice"] = {
    en = "A run undoes two others, and it may undo one.",
    zh = "一次运行要撤销两个运行，只能撤销一个。",
    remedy = "Use another run.",
    remedy_zh = "请另开一个运行。",
  },
  ["run.undone"] = {
    en = "The run was undone before.",
    zh = "该运行此前已被撤销。",
    remedy = "Undo the run that undid it to do it again.",
    remedy_zh = "要重做，请撤销那次撤销。",
  },
  ["run.wide"] = {
    en = "A run would change more records than go unasked, and nobody was there to ask.",
    zh = "运行将更改的记录超过免询问的数目，而无人可询问。",
    remedy = "Look at it with tenon plan, then say --yes.",
    remedy_zh = "请先用 tenon plan 查看，再加 --yes。",
  },
  ["sample.count"] = {
    en = "A sample has fewer than 0 or more than a million customers.",
    zh = "示例客户数小于 0 或超过一百万。",
    remedy = "Give a number up to 1000000.",
    remedy_zh = "请给不超过 1000000 的数。",
  },
  ["sample.names"] = {
    en = "The profile of the sample has too few names for so many records.",
    zh = "示例概要的名称不足以支持这么多记录。",
    remedy = "Give the profile more characters, trades or cities.",
    remedy_zh = "请给示例概要更多的字、行业或城市。",
  },
  ["sample.unknown"] = {
    en = "There is no profile of samples of that name.",
    zh = "没有该示例概要。",
    remedy = "Use aerospace, or another that the remedy names.",
    remedy_zh = "请使用 aerospace 或提示所列的概要。",
  },
  ["sandbox.collectgarbage"] = {
    en = "A script asked the collector for more than a count, which the sandbox does not allow.",
    zh = "脚本对垃圾回收器提出计数以外的要求，沙箱不允许。",
    remedy = 'collectgarbage("count") tells the memory in use.',
    remedy_zh = 'collectgarbage("count") 给出占用内存。',
    example = [[collectgarbage("stop")]],
  },
  ["sandbox.file"] = {
    en = "A script reads or writes a file that it was not granted.",
    zh = "脚本读写未获准的文件。",
    remedy = "Run it with --allow-read DIR or --allow-write DIR.",
    remedy_zh = "请用 --allow-read 目录 或 --allow-write 目录 运行。",
    example = [[csv.rows("accounts.csv")]],
  },
  ["sandbox.gc"] = {
    en = "A metatable has __gc, which the sandbox does not allow.",
    zh = "元表含有沙箱不允许的 __gc。",
    remedy = "Use a `local x <close>` variable.",
    remedy_zh = "请用 `local x <close>` 变量。",
    example = [[setmetatable({}, {__gc = function() end})]],
  },
  ["sandbox.grant"] = {
    en = "A program that embeds the host grants scripts a name that cannot be granted.",
    zh = "嵌入本宿主的程序授予了不可授予的名称。",
    remedy = "Grant one of the names that the error lists, such as os.getenv or io.",
    remedy_zh = "请授予错误中列出的名称，如 os.getenv 或 io。",
  },
  ["sandbox.safe"] = {
    en = "The session began with --safe, and what was asked touches files.",
    zh = "会话以 --safe 开始，而所求涉及文件。",
    remedy = "Begin another session for it.",
    remedy_zh = "请另开会话。",
  },
  ["scenario.decided"] = {
    en = "The scenario was promoted or dropped before.",
    zh = "该情景此前已采纳或放弃。",
    remedy = "Define another one, under a name of its own.",
    remedy_zh = "请另定义一个，另取名称。",
    example = [[
scenario.define{name = "tight", script = "customers:update{credit = 1}"}
scenario.drop("tight")
scenario.drop("tight")]],
  },
  ["scenario.name"] = {
    en = "A scenario has no name, or the name that stands for things as they are.",
    zh = "情景没有名称，或用了代表现状的名称。",
    remedy = "Give it a name of its own.",
    remedy_zh = "请给它自己的名称。",
    example = [[scenario.define{name = "now", script = "return 1"}]],
  },
  ["scenario.unknown"] = {
    en = "There is no scenario of that name.",
    zh = "没有该情景。",
    remedy = "scenarios:rows() lists them.",
    remedy_zh = "scenarios:rows() 列出全部。",
    example = [[scenario.try("nothing")]],
  },
  ["schedule.field"] = {
    en = "A field of a cron expression holds what its unit has not, as minute 60 or a step of 0.",
    zh = "cron 表达式的某个字段含有其单位没有的值，例如第 60 分钟或步长 0。",
    remedy = "Write it as *, 5, 1-5, 1,15 or */2, within the range that the message states.",
    remedy_zh = "请写作 *、5、1-5、1,15 或 */2，并在消息所示的范围之内。",
    example = [[schedule.next("60 8 * * *")]],
  },
  ["schedule.impossible"] = {
    en = "A schedule means a day that never comes, as 31 February or the 40th working day of a month.",
    zh = "时间表所指的日子永远不会到来，例如 2 月 31 日或一个月的第 40 个工作日。",
    remedy = "Give a day that its months have, or the last working day.",
    remedy_zh = "请给出这些月份有的日子，或用 last working day。",
    example = [[schedule.next("0 0 31 2 *")]],
  },
  ["schedule.syntax"] = {
    en = "The text is no schedule: neither a cron expression of five fields nor working days in words.",
    zh = "该文字不是时间表：既不是五个字段的 cron 表达式，也不是用文字写的工作日。",
    remedy = 'Write it as "30 8 * * 1-5" or "last working day 18:00".',
    remedy_zh = '请写作 "30 8 * * 1-5" 或 "last working day 18:00"。',
    example = [[schedule.next("soon")]],
  },
  ["schedule.time"] = {
    en = "A schedule in words names no time of day, or one that no clock shows.",
    zh = "用文字写的时间表没有写时刻，或写了不存在的时刻。",
    remedy = "Write it behind the day, as 18:00, from 00:00 to 23:59.",
    remedy_zh = "请把时刻写在日子之后，例如 18:00，范围为 00:00 至 23:59。",
    example = [[schedule.next("last working day")]],
  },
  ["script.argument"] = {
    en = "A function was called with something that it cannot take, or without something that it needs.",
    zh = "调用函数的参数不合要求，或缺少必需的参数。",
    remedy = "The remedy shows how to call it; help(name) tells more.",
    remedy_zh = "提示说明如何调用；help(名称) 有更多说明。",
    example = [[return wan("fifty")]],
  },
  ["script.closed"] = {
    en = "The interpreter was used after it was closed; this is a fault of the program.",
    zh = "解释器关闭后仍被使用；这是程序的错误。",
    remedy = "Report it.",
    remedy_zh = "请报告。",
  },
  ["script.coroutines"] = {
    en = "More coroutines are alive than a script may have.",
    zh = "存活的协程数超过脚本允许的上限。",
    remedy = "Let them end and forget them, or do the work in a loop.",
    remedy_zh = "请让协程结束并不再引用，或改用循环。",
    example = [[local all = {}; for i = 1, 60000 do all[i] = coroutine.create(pairs) end]],
  },
  ["script.depth"] = {
    en = "Calls are nested too deep, within the script or between it and the program.",
    zh = "脚本内部或脚本与程序之间的调用嵌套过深。",
    remedy = "Look for a rule or function that calls itself without end.",
    remedy_zh = "请查找无休止调用自身的规则或函数。",
    example = [[local function f(n) return 1 + f(n + 1) end return f(1)]],
  },
  ["script.error"] = {
    en = "The script, or Lua itself, raised an error: a missing value was used, or error(…) was called.",
    zh = "脚本或 Lua 本身报错：使用了空值，或调用了 error(…)。",
    remedy = "Look at the line that is shown; a field that is empty is nil.",
    remedy_zh = "请看所示的行；空字段为 nil。",
    example = [[local t = nil return t.x]],
  },
  ["script.missing"] = {
    en = "There is no script of that name in the folders where scripts are looked for.",
    zh = "查找脚本的目录中没有该脚本。",
    remedy = "Check the name; the remedy lists where it was looked for.",
    remedy_zh = "请检查名称；提示列出了查找过的位置。",
    example = [[require "no_such_module"]],
  },
  ["script.read_only"] = {
    en = "Something is assigned to that only the program changes.",
    zh = "对只能由程序更改的内容赋值。",
    remedy = "Make a copy, or call the function that changes it.",
    remedy_zh = "请复制一份，或调用相应的函数。",
    example = [[customers.name = 1]],
  },
  ["script.require_circle"] = {
    en = "Modules require each other in a circle, so none of them can be finished first.",
    zh = "模块互相 require 成环，没有一个能先完成。",
    remedy = "Take the part that both need into a third module.",
    remedy_zh = "请把双方都需要的部分放进第三个模块。",
  },
  ["script.syntax"] = {
    en = "The text is no Lua program.",
    zh = "该文字不是 Lua 程序。",
    remedy = "Look at the place that is shown and just before it.",
    remedy_zh = "请看所示位置及其之前。",
    example = [[customers:first(]],
  },
  ["script.undefined_name"] = {
    en = "The script uses a name that is not defined, or assigns to one that was not declared.",
    zh = "脚本使用了未定义的名称，或给未声明的名称赋值。",
    remedy = "Declare it with local, or use the name that the remedy suggests.",
    remedy_zh = "请用 local 声明，或使用提示的名称。",
    example = [[return custommers]],
  },
  ["script.unknown_member"] = {
    en = "Something has no method or member of that name.",
    zh = "该对象没有此方法或成员。",
    remedy = "Use the name that help shows.",
    remedy_zh = "请使用帮助所示的名称。",
    example = [[return customers:wherre{}]],
  },
  ["script.unreadable"] = {
    en = "The script is there and cannot be read.",
    zh = "脚本存在但无法读取。",
    remedy = "Check its permissions.",
    remedy_zh = "请检查其权限。",
  },
  ["script.utf8"] = {
    en = "A text is not valid UTF-8.",
    zh = "文字不是有效的 UTF-8。",
    remedy = "Save or convert it as UTF-8.",
    remedy_zh = "请存为或转换为 UTF-8。",
    example = [[print("\xff")]],
  },
  ["seek.bracket"] = {
    en = "The target does not lie between what the formula gives at the two ends.",
    zh = "目标不在公式两端的值之间。",
    remedy = "Move an end until the target lies between.",
    remedy_zh = "请移动一端，使目标落在其间。",
    example = [[forecast.seek{f = function(x) return x end, target = 10, from = 0, to = 1}]],
  },
  ["seek.finite"] = {
    en = "The formula gives no finite number somewhere between the ends.",
    zh = "公式在两端之间某处得不出有限数。",
    remedy = "Choose ends between which it is always a number.",
    remedy_zh = "请选择其间始终有数值的两端。",
    example = [[forecast.seek{f = function(x) return 1 / x end, target = 10, from = 0, to = 1}]],
  },
  ["seek.iterations"] = {
    en = "The search did not come close enough to the target.",
    zh = "求解未能足够接近目标。",
    remedy = "Give a wider tolerance, or closer ends.",
    remedy_zh = "请放宽容差，或缩小两端。",
  },
  ["seek.number"] = {
    en = "Money and numbers are mixed in a search.",
    zh = "求解中混用金额和数字。",
    remedy = "Let target and formula both be money or both be numbers, and from and to as well.",
    remedy_zh = "请让目标与公式同为金额或同为数字，from 与 to 亦然。",
    example = [[forecast.seek{f = function(x) return x end, target = wan(1), from = 0, to = 1}]],
  },
  ["self_check.question"] = {
    en = "The phase does not ask that question.",
    zh = "该阶段没有此问题。",
    remedy = "Use a question that the remedy names.",
    remedy_zh = "请使用提示所列的问题。",
    example = [[planning.self_check{phase = "from_0_to_1", from = date"2026-04-01", answers = {is_it_raining = true}}]],
  },
  ["service.split"] = {
    en = "A report of tickets is split by a word that tickets and customers do not have.",
    zh = "按工单和客户没有的词拆分工单报告。",
    remedy = "Use a period, or a field, as kind or owner.",
    remedy_zh = "请使用期间或字段，例如 kind、owner。",
    example = [[service.sla{by = "colour"}]],
  },
  ["service.window"] = {
    en = "The first day of the window is after its last.",
    zh = "时段的首日晚于末日。",
    remedy = "Give from and to the other way round.",
    remedy_zh = "请把 from 与 to 对调。",
    example = [[service.sla{from = date"2026-06-30", to = date"2026-01-01"}]],
  },
  ["span.days"] = {
    en = "A day is moved by a span that is not of whole days.",
    zh = "日期按不足整天的时长移动。",
    remedy = "Use an instant, or a span of whole days.",
    remedy_zh = "请用时刻，或整天的时长。",
  },
  ["span.overflow"] = {
    en = "A span is longer than about 292 million years, or is multiplied by a part.",
    zh = "时长超过约 2.92 亿年，或乘以非整数。",
    remedy = "Use a shorter span, and whole numbers.",
    remedy_zh = "请用较短的时长和整数。",
    example = [[return days(90) * 1.5]],
  },
  ["span.syntax"] = {
    en = "The text is not a span of time.",
    zh = "该文字不是时长。",
    remedy = "Write it as 90d, 48h or 1d12h.",
    remedy_zh = "请写作 90d、48h 或 1d12h。",
    example = [[return span"soon"]],
  },
  ["startup.setting"] = {
    en = "An init.lua gives a setting that there is not, or a value that the setting cannot have.",
    zh = "init.lua 给出了不存在的设置，或该设置不能取的值。",
    remedy = "Use a setting and a value that the message names, or remove the line; --no-rc leaves these files out.",
    remedy_zh = "请使用消息所列的设置和值，或删去该行；--no-rc 不读取这些文件。",
  },
  ["startup.writes"] = {
    en = "An init.lua changes records. It runs at every start, so it may define and set, and change nothing.",
    zh = "init.lua 更改了记录。它在每次启动时运行，只可定义和设置，不得更改任何记录。",
    remedy = "Move it to a script of its own; nothing was changed.",
    remedy_zh = "请移到单独的脚本中；没有任何变更。",
  },
  ["store.aborted"] = {
    en = "The run was taken back after an error of the store.",
    zh = "数据文件出错后，运行已回退。",
    remedy = "See the first error, then run again.",
    remedy_zh = "请看第一个错误，再重新运行。",
  },
  ["store.busy"] = {
    en = "Another run holds the store, or another process makes the same file. On Linux the message names the process.",
    zh = "另一个运行占用着数据文件，或另一个进程正在建立同一文件。在 Linux 上消息会指明进程。",
    remedy = "Wait for it to end, then run again.",
    remedy_zh = "请等它结束后再运行。",
  },
  ["store.closed"] = {
    en = "The store was used after it was closed.",
    zh = "数据文件关闭后仍被使用。",
    remedy = "Open it again.",
    remedy_zh = "请重新打开。",
  },
  ["store.conflict"] = {
    en = "Another run changed the store after this one had begun to read.",
    zh = "本次开始读取后，另一个运行更改了数据文件。",
    remedy = "Run it again.",
    remedy_zh = "请重新运行。",
  },
  ["store.corrupt"] = {
    en = "A page, a value or a recorded change of the store is damaged, or contradicts the history of runs.",
    zh = "数据文件的某一页、某个值或某次记录的变更已损坏，或与运行历史矛盾。",
    remedy = "Restore it from a backup; tenon doctor tells what is damaged.",
    remedy_zh = "请从备份恢复；tenon doctor 说明损坏之处。",
  },
  ["store.exists"] = {
    en = "There is already a file at the path, or the log of a store that is gone, which would be read as that of the new one.",
    zh = "该路径已有文件，或有一个已不存在的数据文件留下的日志，它会被当作新文件的日志。",
    remedy = "Give another path, or use that one.",
    remedy_zh = "请换一个路径，或使用已有的文件。",
  },
  ["store.foreign"] = {
    en = "The file is not a Tenon store.",
    zh = "该文件不是 Tenon 数据文件。",
    remedy = "Give the path of a store.",
    remedy_zh = "请给数据文件的路径。",
  },
  ["store.full"] = {
    en = "The disk is full, or your share of it, or the file may not grow further; the store is as it was.",
    zh = "磁盘已满、配额已用完，或文件不能再增大；数据文件保持原样。",
    remedy = "Free some space, then run again.",
    remedy_zh = "请腾出空间后再运行。",
  },
  ["store.io"] = {
    en = "The disk or the system refused to read, write, sync, open or lock the file; the message has the system's own words.",
    zh = "磁盘或系统拒绝读取、写入、落盘、打开或锁定文件；消息中有系统的原文。",
    remedy = "Check the path, its permissions and the disk, then run tenon doctor.",
    remedy_zh = "请检查路径、权限和磁盘，再运行 tenon doctor。",
  },
  ["store.memory"] = {
    en = "There is no memory left for the store.",
    zh = "数据文件操作内存不足。",
    remedy = "Close other programs, or ask for less at once.",
    remedy_zh = "请关闭其他程序，或减少一次处理的数量。",
  },
  ["store.missing"] = {
    en = "There is no store at the path, or what is asked needs one and none is open.",
    zh = "该路径没有数据文件，或所求需要数据文件而没有打开。",
    remedy = "Make one with tenon init, or give one with --store FILE.",
    remedy_zh = "请用 tenon init 建立，或用 --store 文件 指定。",
  },
  ["store.nested"] = {
    en = "A run is begun inside another on the same store.",
    zh = "在同一数据文件的运行之内又开始运行。",
    remedy = "End the first, or use savepoint.",
    remedy_zh = "请先结束前一个，或用 savepoint。",
  },
  ["store.newer"] = {
    en = "The store was made by a newer program.",
    zh = "数据文件由更新的程序建立。",
    remedy = "Use a newer tenon.",
    remedy_zh = "请使用更新的 tenon。",
  },
  ["store.older"] = {
    en = "The store lacks tables or fields of this program and is open for reading only.",
    zh = "数据文件缺少本程序的表或字段，且仅以只读方式打开。",
    remedy = "Open it for writing once.",
    remedy_zh = "请以可写方式打开一次。",
  },
  ["store.readonly"] = {
    en = "The store cannot be written: the file or the folder of its log is read-only, or it was opened so.",
    zh = "数据文件不可写：文件或其日志所在目录只读，或以只读方式打开。",
    remedy = "Check the file's permissions.",
    remedy_zh = "请检查文件权限。",
  },
  ["store.stale"] = {
    en = "Something of a run was used after that run had ended.",
    zh = "在运行结束之后使用了它的内容。",
    remedy = "Read and write inside the run.",
    remedy_zh = "请在运行之内读写。",
  },
  ["success.closed"] = {
    en = "The success plan was ended.",
    zh = "成功计划已结束。",
    remedy = "Write a new one.",
    remedy_zh = "请另写一个。",
    example = [[
local p = success.plan{customer = 1, goal = "x", owner = 1}
success.close(p)
success.close(p)]],
  },
  ["success.customer"] = {
    en = "The contract of a success plan is of another customer.",
    zh = "成功计划的合同属于另一客户。",
    remedy = "Give a contract of the plan's customer.",
    remedy_zh = "请给该计划客户的合同。",
  },
  ["success.day"] = {
    en = "A day of a plan or review does not fit: it ends before it begins, or lies outside.",
    zh = "计划或回顾的日期不合：结束早于开始，或超出范围。",
    remedy = "Give days in order, within the plan.",
    remedy_zh = "请按先后给出计划之内的日期。",
    example = [[success.review(1, {from = date"2026-06-30", to = date"2026-01-01"})]],
  },
  ["success.days"] = {
    en = "The days to look ahead lie outside 1 to 3660.",
    zh = "提前天数不在 1 到 3660 之间。",
    remedy = "As days = 90.",
    remedy_zh = "例如 days = 90。",
    example = [[success.renewals{days = 0}]],
  },
  ["success.done"] = {
    en = "The milestone of a plan was reached before.",
    zh = "成功计划的里程碑此前已达成。",
    remedy = "What was measured later is a milestone of its own.",
    remedy_zh = "之后度量的内容另设里程碑。",
  },
  ["success.manager"] = {
    en = "The customer has no success manager to hand over to.",
    zh = "客户没有可交接的客户成功经理。",
    remedy = "Give to = a rep.",
    remedy_zh = "请给 to = 销售代表。",
    example = [[success.hand_over(contracts:create{customer = 1, amount = wan(10), status = "signed", signed_on = date"2026-06-30"})]],
  },
  ["success.metric"] = {
    en = "The policy has no metric of success of that name.",
    zh = "策略没有该成功指标。",
    remedy = "Use a metric of the policy.",
    remedy_zh = "请使用策略中的指标。",
    example = [[success.plan{customer = 1, goal = "x", owner = 1, milestones = {{title = "t", metric = "smiles", target = 1, due_on = date"2026-09-30"}}}]],
  },
  ["success.needs"] = {
    en = "The plan lacks something that the step asks for.",
    zh = "计划缺少该步骤所要求的内容。",
    remedy = "Fill it in first.",
    remedy_zh = "请先补全。",
  },
  ["success.none"] = {
    en = "The customer has no open hand-over.",
    zh = "客户没有进行中的交接。",
    remedy = "Begin one: success.hand_over(contract, {to = rep}).",
    remedy_zh = "请开始：success.hand_over(contract, {to = rep})。",
    example = [[success.accept(1)]],
  },
  ["success.open"] = {
    en = "Tasks of the hand-over are not done.",
    zh = "交接任务尚未完成。",
    remedy = "inbox.done(task) each of them first.",
    remedy_zh = "请先对每一项 inbox.done(task)。",
    example = [[
success.hand_over(contracts:create{customer = 1, amount = wan(10), status = "signed", signed_on = date"2026-06-30"}, {to = 2})
success.accept(1)]],
  },
  ["success.reading"] = {
    en = "A reading that a price or review rests on is no amount.",
    zh = "报价或回顾所依据的读数不是金额。",
    remedy = "Correct the reading.",
    remedy_zh = "请更正该读数。",
  },
  ["success.status"] = {
    en = "Nothing was sold by the contract or opportunity, so there is nothing to hand over.",
    zh = "该合同或商机没有成交，无可交接。",
    remedy = "Hand over what is signed or won.",
    remedy_zh = "请交接已签订或已赢单的。",
    example = [[success.hand_over(contracts:create{customer = 1, amount = wan(10), status = "draft"}, {to = 2})]],
  },
  ["success.step"] = {
    en = "A success plan has no such step, or cannot go to it from where it is.",
    zh = "成功计划没有该步骤，或不能从当前步骤转到。",
    remedy = "The remedy says where it can go.",
    remedy_zh = "提示说明可以转到哪里。",
    example = [[
local p = success.plan{customer = 1, goal = "x", owner = 1}
success.step(p, "dance")]],
  },
  ["sum.kind"] = {
    en = "A field is summed that holds no numbers or money.",
    zh = "求和的字段不存放数字或金额。",
    remedy = "Sum a number or money field, or compare texts.",
    remedy_zh = "请对数字或金额字段求和。",
    example = [[return customers:sum("name")]],
  },
  ["sum.mixed"] = {
    en = "A rule gave money for some records and numbers for others.",
    zh = "规则对一些记录给出金额，对另一些给出数字。",
    remedy = "Let it give only amounts, or only numbers.",
    remedy_zh = "请让它只给出金额，或只给出数字。",
    example = [[return customers:sum(function(c) return c.id == 1 and wan(1) or 1 end)]],
  },
  ["sum.overflow"] = {
    en = "A sum is larger than can be held exactly.",
    zh = "求和超出可精确保存的范围。",
    remedy = "Sum fewer records, or look for a wrong value.",
    remedy_zh = "请减少求和的记录，或查找错误的值。",
    example = [[return customers:sum(function() return 9223372036854775807 end)]],
  },
  ["survey.day"] = {
    en = "An answer is of a day that has not come.",
    zh = "回答的日期尚未到来。",
    remedy = "Give the day of the answer.",
    remedy_zh = "请给回答之日。",
    example = [[surveys.answer{kind = "nps", customer = 1, score = 9, on = date"2030-01-01"}]],
  },
  ["survey.figure"] = {
    en = "The survey does not give that figure.",
    zh = "该调查不给出此指标。",
    remedy = "Ask for a kind of survey that does.",
    remedy_zh = "请使用给出该指标的调查。",
    example = [[surveys.nps{kind = "csat"}]],
  },
  ["survey.kind"] = {
    en = "There is no survey of that name.",
    zh = "没有该调查。",
    remedy = "Use a survey of the policy.",
    remedy_zh = "请使用策略中的调查。",
    example = [[surveys.answer{kind = "tea", customer = 1, score = 1}]],
  },
  ["survey.score"] = {
    en = "The score is no answer of the survey's scale.",
    zh = "该分数不在调查的量表之内。",
    remedy = "Give a whole number of the scale.",
    remedy_zh = "请给量表之内的整数。",
    example = [[surveys.answer{kind = "nps", customer = 1, score = 11}]],
  },
  ["survey.split"] = {
    en = "A survey is split by a word that answers and customers do not have.",
    zh = "按回答和客户没有的词拆分调查。",
    remedy = "Use a period, or a field, as rep or level.",
    remedy_zh = "请使用期间或字段，例如 rep、level。",
    example = [[surveys.nps{by = "colour"}]],
  },
  ["survey.window"] = {
    en = "The first day of the window is after its last.",
    zh = "时段的首日晚于末日。",
    remedy = "Give from and to the other way round.",
    remedy_zh = "请把 from 与 to 对调。",
    example = [[surveys.nps{from = date"2026-06-30", to = date"2026-01-01"}]],
  },
  ["table.too_deep"] = {
    en = "A table that is handed to the program holds itself, or is nested very deep.",
    zh = "传给程序的表包含自身，或嵌套过深。",
    remedy = "Pass a table without cycles, nested at most 64 deep.",
    remedy_zh = "请传入没有循环、嵌套不超过 64 层的表。",
    example = [[
local t = {}
t.t = t tiering.apply{policy = t}]],
  },
  ["table.too_large"] = {
    en = "A table that is handed to the program has more than 16 million pairs with the tables in it.",
    zh = "传给程序的表连同其中的表超过一千六百万个键值对。",
    remedy = "Pass it in parts; a table that stands in two places counts twice.",
    remedy_zh = "请分批传入；出现在两处的表计两次。",
  },
  ["target.amount"] = {
    en = "The value of a target does not fit its metric, is below 0, or has parts of a fen.",
    zh = "目标值与指标不符、小于 0 或含不足一分的部分。",
    remedy = "Give amount = yuan(…) for money, number = n for pieces.",
    remedy_zh = "金额请给 amount = yuan(…)，件数请给 number = n。",
    example = [[target.set{period = "2026-Q2", amount = yuan(-1)}]],
  },
  ["target.by"] = {
    en = "A target cannot be split by that word, or says it already.",
    zh = "目标不能按此词拆分，或已经指明。",
    remedy = "Split by something that it does not say yet, as month or area.",
    remedy_zh = "请按尚未指明的内容拆分，例如 month、area。",
    example = [[target.split{target = target.set{period = "2026-Q2", amount = wan(100)}, by = "colour"}]],
  },
  ["target.depth"] = {
    en = "Targets are parts of parts beyond every measure: mostly one is its own part.",
    zh = "目标层级过深：多因某目标成为自身的一部分。",
    remedy = "Look at the parents.",
    remedy_zh = "请查看上级。",
  },
  ["target.empty"] = {
    en = "The target has no value.",
    zh = "目标没有数值。",
    remedy = "Set it again: target.set{…}.",
    remedy_zh = "请重新设定：target.set{…}。",
  },
  ["target.history"] = {
    en = "Nothing was reached in the years before, so nothing can be weighed or raised.",
    zh = "往年没有业绩，无从加权或增长。",
    remedy = 'Give weights or an amount, or otherwise = "even".',
    remedy_zh = '请给权重或金额，或 otherwise = "even"。',
    example = [[target.set{period = "2001", growth = 0.2}]],
  },
  ["target.level"] = {
    en = "The target policy has no level of that name.",
    zh = "目标策略没有该层级。",
    remedy = "Use a level of the policy, as company or rep.",
    remedy_zh = "请使用策略中的层级，例如 company、rep。",
    example = [[target.set{period = "2026-Q2", amount = wan(1), level = "planet"}]],
  },
  ["target.line"] = {
    en = "No record has that product line, region or kind.",
    zh = "没有记录具有该产品线、地区或类别。",
    remedy = "Use a word that records have.",
    remedy_zh = "请使用记录中已有的词。",
    example = [[target.set{period = "2026-Q2", amount = wan(1), product = "teapots"}]],
  },
  ["target.metric"] = {
    en = "The target policy has no metric of that name.",
    zh = "目标策略没有该指标。",
    remedy = "Use a metric of the policy.",
    remedy_zh = "请使用策略中的指标。",
    example = [[target.set{period = "2026-Q2", amount = wan(1), metric = "smiles"}]],
  },
  ["target.none"] = {
    en = "There is no target of that description.",
    zh = "没有这样的目标。",
    remedy = 'Set one: target.set{period = "2026-Q2", amount = wan(100)}.',
    remedy_zh = '请设定：target.set{period = "2026-Q2", amount = wan(100)}。',
    example = [[target.attainment{period = "2026-Q2"}]],
  },
  ["target.overflow"] = {
    en = "A target is larger than can be held.",
    zh = "目标超出容量。",
    remedy = "Split the period.",
    remedy_zh = "请拆分期间。",
  },
  ["target.parent"] = {
    en = "A target is no part of the one that is given as its parent.",
    zh = "该目标不是所给上级目标的一部分。",
    remedy = "A part has the same metric and lies within its period, level and lines.",
    remedy_zh = "部分须指标相同，且在其期间、层级和产品线之内。",
    example = [[target.set{period = "2026-Q2", amount = wan(1), parent = target.set{period = "2026-Q1", amount = wan(9)}}]],
  },
  ["target.parts"] = {
    en = "There is nothing that the target could be split into.",
    zh = "没有可供目标拆分的内容。",
    remedy = "Fill the field in the records first, as reps.team.",
    remedy_zh = "请先在记录中填写该字段，例如 reps.team。",
  },
  ["target.pieces"] = {
    en = "A target of pieces is no whole number.",
    zh = "件数目标不是整数。",
    remedy = "Count what comes in whole pieces.",
    remedy_zh = "请计以整件计的内容。",
  },
  ["target.product"] = {
    en = "The metric is not known by product line.",
    zh = "该指标不按产品线统计。",
    remedy = "Leave product out, or take a metric that has lines.",
    remedy_zh = "请去掉 product，或选分产品线的指标。",
  },
  ["target.split"] = {
    en = "The target has parts already.",
    zh = "目标已有分解。",
    remedy = "Give replace = true to delete them and all theirs.",
    remedy_zh = "请写 replace = true，以删除它们及其下级。",
    example = [[
local t = target.set{period = "2026-Q2", amount = wan(1)}
target.split{target = t, by = "month", weights = "even"}
target.split{target = t, by = "area", weights = "even"}]],
  },
  ["target.taken"] = {
    en = "The part that a split would make is a part of another target already.",
    zh = "拆分产生的部分已属于另一目标。",
    remedy = "Split one of the two only, or delete that part.",
    remedy_zh = "请只拆分其中一个，或删除该部分。",
  },
  ["target.unit"] = {
    en = "The unit or rep does not fit the level of the target.",
    zh = "单位或销售代表与目标的层级不符。",
    remedy = "Give unit with its level, rep at the level rep.",
    remedy_zh = "请让 unit 与其层级一致，rep 用于销售代表层级。",
    example = [[target.set{period = "2026-Q2", amount = wan(1), level = "rep"}]],
  },
  ["target.weights"] = {
    en = "The weights of a split are no word of the policy, do not sum to 100, or do not fit the parts.",
    zh = "拆分的权重不是策略中的词、之和不为 100，或与各部分不符。",
    remedy = 'As "last_year", "history", "even" or a table of percents.',
    remedy_zh = '例如 "last_year"、"history"、"even" 或百分数的表。',
    example = [[target.split{target = target.set{period = "2026-Q2", amount = wan(1)}, by = "month", weights = {50, 40, 5}}]],
  },
  ["task.done"] = {
    en = "The task was done before.",
    zh = "该任务此前已完成。",
    remedy = "Open another.",
    remedy_zh = "请另建任务。",
    example = [[
local t = inbox.task{kind = "call", title = "ask", due_on = date"2026-06-30"}
inbox.done(t)
inbox.done(t)]],
  },
  ["territory.dates"] = {
    en = "A territory would end before it begins.",
    zh = "区域授权的结束早于开始。",
    remedy = "Give upto on or after from.",
    remedy_zh = "请让 upto 不早于 from。",
    example = [[channels.authorise{agent = agents:create{name = "West", rank = "gold", state = "active"}, region = "west", from = date"2026-07-31", upto = date"2026-07-01"}]],
  },
  ["territory.exclusive"] = {
    en = "Two agents would have an area that one of them has alone.",
    zh = "区域由一家独占，却要授予两家代理商。",
    remedy = "End that territory first, or give other days or another product line.",
    remedy_zh = "请先结束该区域授权，或换日期或产品线。",
    example = [[
local a, b = agents:create{name = "A", rank = "gold", state = "active"}, agents:create{name = "B", rank = "gold", state = "active"}
channels.authorise{agent = a, region = "west", exclusive = true}
channels.authorise{agent = b, region = "west"}]],
  },
  ["territory.rank"] = {
    en = "An agent of this rank may not have an area alone.",
    zh = "该级别的代理商不得独占区域。",
    remedy = "Give it without exclusive, or to an agent of a higher rank.",
    remedy_zh = "请不写 exclusive，或授予更高级别的代理商。",
    example = [[channels.authorise{agent = agents:create{name = "Others", state = "active"}, region = "west", exclusive = true}]],
  },
  ["test.failed"] = {
    en = "What a test expects does not hold.",
    zh = "测试的期望不成立。",
    remedy = "The message shows what was expected and what came.",
    remedy_zh = "消息显示期望的值与实际的值。",
  },
  ["test.none"] = {
    en = "No test was found in the files that were named, or none passes the filter.",
    zh = "所给文件中没有测试，或没有测试符合筛选。",
    remedy = 'A file says test("name", function() … end); look at --filter.',
    remedy_zh = '文件中应写 test("name", function() … end)；请检查 --filter。',
  },
  ["test.only"] = {
    en = "The function belongs to tests, and the script does not run as one.",
    zh = "该函数只用于测试，而脚本不是作为测试运行。",
    remedy = "Run the file with: tenon test FILE.",
    remedy_zh = "请用 tenon test 文件 运行。",
    example = [[expect(1):equals(1)]],
  },
  ["test.suite"] = {
    en = "Two tests of a file have the same name, or what suite{…} says cannot be read.",
    zh = "文件中有两个测试同名，或 suite{…} 的内容无法读取。",
    remedy = 'Give each test its own name; as_of = "2026-06-30".',
    remedy_zh = '请给每个测试各自的名称；as_of = "2026-06-30"。',
  },
  ["ticket.cause"] = {
    en = "The desk policy has no root cause of that name.",
    zh = "服务台策略没有该根本原因。",
    remedy = "Use a cause of the policy.",
    remedy_zh = "请使用策略中的原因。",
    example = [[service.improve{cause = "ghosts", measure = "salt", title = "x", owner = 1}]],
  },
  ["ticket.channel"] = {
    en = "The desk policy has no channel of that name.",
    zh = "服务台策略没有该渠道。",
    remedy = "Use a channel of the policy, as email.",
    remedy_zh = "请使用策略中的渠道，例如 email。",
    example = [[service.open{kind = "complaint", customer = 1, channel = "pigeon", class = "quality", subject = "x"}]],
  },
  ["ticket.class"] = {
    en = "The kind of ticket has no class of that name.",
    zh = "该类工单没有此类别。",
    remedy = "Use a class of the kind.",
    remedy_zh = "请使用该类工单的类别。",
    example = [[service.open{kind = "complaint", customer = 1, channel = "email", class = "weather", subject = "x"}]],
  },
  ["ticket.closed"] = {
    en = "The ticket is closed or merged, so it does not move any more.",
    zh = "工单已关闭或合并，不再变动。",
    remedy = "Open it again first: service.reopen(ticket, {reason = …}).",
    remedy_zh = "请先重开：service.reopen(ticket, {reason = …})。",
    example = [[
local function t()
return service.open{kind = "complaint", customer = 1, channel = "email", class = "quality", subject = "x"} end local a, b = t(), t()
service.merge(a, b)
service.respond(a)]],
  },
  ["ticket.customer"] = {
    en = "A contact, order or contract of a ticket is of another customer.",
    zh = "工单的联系人、订单或合同属于另一客户。",
    remedy = "Give that customer, or leave it out.",
    remedy_zh = "请给该客户，或不给。",
    example = [[service.open{kind = "complaint", customer = 1, contact = contacts:where("customer ~= 1"):first(), channel = "email", class = "quality", subject = "x"}]],
  },
  ["ticket.future"] = {
    en = "A moment of a ticket has not come.",
    zh = "工单的某个时刻尚未到来。",
    remedy = "Give a moment up to now, or run with a later --as-of.",
    remedy_zh = "请给到现在为止的时刻，或用较晚的 --as-of 运行。",
    example = [[service.open{kind = "complaint", customer = 1, channel = "email", class = "quality", subject = "x", at = now() + hours(5)}]],
  },
  ["ticket.grade"] = {
    en = "Tickets of the kind are not graded, or have no grade of that name.",
    zh = "该类工单不分等级，或没有该等级。",
    remedy = "Leave grade out, or use a grade of the policy.",
    remedy_zh = "请去掉 grade，或使用策略中的等级。",
    example = [[service.open{kind = "complaint", customer = 1, channel = "email", class = "quality", grade = "purple", subject = "x"}]],
  },
  ["ticket.hold"] = {
    en = "A ticket that was resolved is to be put on hold; no clock waits.",
    zh = "要暂停的工单已解决；没有时钟在等待。",
    remedy = "Move it back first where it is not resolved.",
    remedy_zh = "若未解决，请先退回。",
  },
  ["ticket.kind"] = {
    en = "The desk policy has no kind of ticket of that name.",
    zh = "服务台策略没有该工单类别。",
    remedy = "Use a kind of the policy, as complaint.",
    remedy_zh = "请使用策略中的类别，例如 complaint。",
    example = [[service.open{kind = "praise", customer = 1, subject = "x"}]],
  },
  ["ticket.merge"] = {
    en = "Two tickets cannot be merged: they are one, of different customers, or one is closed.",
    zh = "两个工单不能合并：同一工单、不同客户，或其一已关闭。",
    remedy = "Merge open tickets of one customer.",
    remedy_zh = "请合并同一客户未关闭的工单。",
    example = [[
local t = service.open{kind = "complaint", customer = 1, channel = "email", class = "quality", subject = "x"}
service.merge(t, t)]],
  },
  ["ticket.missing"] = {
    en = "A step of a ticket needs something that is not given, as the root cause.",
    zh = "工单的步骤需要未给出的内容，例如根本原因。",
    remedy = "Give it with the move.",
    remedy_zh = "请随变动给出。",
    example = [[
local t = service.open{kind = "complaint", customer = 1, channel = "email", subject = "x"}
service.move(t, "graded")]],
  },
  ["ticket.move"] = {
    en = "The ticket cannot go from its step to that one.",
    zh = "工单不能从当前步骤转到该步骤。",
    remedy = "The remedy says where it can go.",
    remedy_zh = "提示说明可以转到哪里。",
    example = [[
local t = service.open{kind = "complaint", customer = 1, channel = "email", class = "quality", subject = "x"}
service.move(t, "improved")]],
  },
  ["ticket.open"] = {
    en = "Only closed tickets are reopened, and this one is not closed or was merged.",
    zh = "只有已关闭的工单才重开，而它未关闭或已合并。",
    remedy = "Go on with it, or reopen the ticket that it was merged into.",
    remedy_zh = "请沿用它，或重开它合并到的工单。",
    example = [[
local t = service.open{kind = "complaint", customer = 1, channel = "email", class = "quality", subject = "x"}
service.reopen(t, {reason = "again"})]],
  },
  ["ticket.order"] = {
    en = "Moments of a ticket do not follow each other.",
    zh = "工单的各时刻先后不对。",
    remedy = "Correct the moment that the message names.",
    remedy_zh = "请更正消息所列的时刻。",
    example = [[
local t = service.open{kind = "complaint", customer = 1, channel = "email", class = "quality", subject = "x"}
service.respond(t, {at = now() - hours(5)})]],
  },
  ["ticket.overlap"] = {
    en = "A hold of a ticket overlaps another.",
    zh = "工单的暂停与另一段重叠。",
    remedy = "End the other first: service.resume(ticket).",
    remedy_zh = "请先结束另一段：service.resume(ticket)。",
    example = [[
local t = service.open{kind = "complaint", customer = 1, channel = "email", class = "quality", subject = "x"}
service.hold(t, {reason = "customer"})
service.hold(t, {reason = "customer"})]],
  },
  ["ticket.owner"] = {
    en = "The rules of assignment leave nobody for the ticket.",
    zh = "分派规则没有为工单留下人选。",
    remedy = "Give owner = a rep.",
    remedy_zh = "请给 owner = 销售代表。",
  },
  ["ticket.reason"] = {
    en = "A step of a ticket asks for a reason.",
    zh = "工单的步骤须说明原因。",
    remedy = 'Give reason = "…".',
    remedy_zh = '请写明 reason = "…"。',
  },
  ["ticket.reopen"] = {
    en = "The ticket was closed too long ago to be reopened.",
    zh = "工单关闭过久，不能重开。",
    remedy = "Open a new one: service.open.",
    remedy_zh = "请新建：service.open。",
  },
  ["ticket.resume"] = {
    en = "The ticket is not on hold.",
    zh = "工单没有暂停。",
    remedy = "service.hold(ticket, {reason = …}) puts it on hold.",
    remedy_zh = "service.hold(ticket, {reason = …}) 使其暂停。",
    example = [[service.resume(service.open{kind = "complaint", customer = 1, channel = "email", class = "quality", subject = "x"})]],
  },
  ["ticket.step"] = {
    en = "Tickets of the kind have no step of that name.",
    zh = "该类工单没有此步骤。",
    remedy = "Use a step of the policy.",
    remedy_zh = "请使用策略中的步骤。",
    example = [[service.move(service.open{kind = "complaint", customer = 1, channel = "email", class = "quality", subject = "x"}, "dancing")]],
  },
  ["ticket.team"] = {
    en = "The desk policy has no team of that name.",
    zh = "服务台策略没有该团队。",
    remedy = "Use a team of the policy.",
    remedy_zh = "请使用策略中的团队。",
    example = [[service.open{kind = "complaint", customer = 1, channel = "email", class = "quality", subject = "x", team = "choir"}]],
  },
  ["training.day"] = {
    en = "A course was taken before its rep joined or in the future, or its certificate expires before it.",
    zh = "课程早于入职或在将来，或证书在课程之前到期。",
    remedy = "Give days in order.",
    remedy_zh = "请按先后给出日期。",
    example = [[training.record{rep = 1, course = "x", hours = 1, on = date"2030-01-01"}]],
  },
  ["training.hours"] = {
    en = "A course took no time.",
    zh = "课程时长为零或为负。",
    remedy = "Give how long it took, in hours.",
    remedy_zh = "请以小时给出课程时长。",
    example = [[training.record{rep = 1, course = "x", hours = 0}]],
  },
  ["training.kind"] = {
    en = "The planning policy has no kind of training of that name.",
    zh = "计划策略没有该培训类别。",
    remedy = "Use a kind of the policy.",
    remedy_zh = "请使用策略中的类别。",
    example = [[training.record{rep = 1, course = "x", hours = 1, kind = "magic"}]],
  },
  ["training.left"] = {
    en = "The rep had left by then.",
    zh = "该销售代表届时已离职。",
    remedy = "Give somebody who is with us, or the day of the course.",
    remedy_zh = "请给在职人员，或课程之日。",
    example = [[training.record{rep = reps:create{name = "离职", left_on = date"2026-01-01"}, course = "x", hours = 1}]],
  },
  ["training.programme"] = {
    en = "The planning policy has no programme of that name.",
    zh = "计划策略没有该培训项目。",
    remedy = "Use a programme of the policy, as three_months.",
    remedy_zh = "请使用策略中的项目，例如 three_months。",
    example = [[training.onboard{rep = 1, programme = "magic"}]],
  },
  ["usage.argument"] = {
    en = "A word of a console command is missing, or none that it knows.",
    zh = "控制台命令缺少词，或词不可识别。",
    remedy = ".help shows how each is written.",
    remedy_zh = ".help 说明各命令的写法。",
  },
  ["usage.arguments"] = {
    en = "The words of a command line are not what the command takes.",
    zh = "命令行的参数不合该命令的要求。",
    remedy = "tenon help COMMAND shows its options.",
    remedy_zh = "tenon help 命令 显示其选项。",
  },
  ["usage.command"] = {
    en = "There is no command of that name.",
    zh = "没有该命令。",
    remedy = "tenon help lists the commands.",
    remedy_zh = "tenon help 列出全部命令。",
  },
  ["usage.entity"] = {
    en = "The command line names an entity that there is not.",
    zh = "命令行所指的实体不存在。",
    remedy = "Use a collection, as customers.",
    remedy_zh = "请使用集合名，例如 customers。",
  },
  ["usage.field"] = {
    en = "The command line names a field that the entity does not have.",
    zh = "命令行所指的字段不属于该实体。",
    remedy = "Use the field that the remedy suggests.",
    remedy_zh = "请使用提示的字段。",
  },
  ["usage.option"] = {
    en = "The value of an option cannot be read, or is out of range.",
    zh = "选项的值无法读取或超出范围。",
    remedy = "tenon help COMMAND shows how to write it.",
    remedy_zh = "tenon help 命令 说明其写法。",
  },
  ["value.created"] = {
    en = "The value that was created for a customer is below zero.",
    zh = "为客户创造的价值小于零。",
    remedy = "Give what the customer gained, 0 or more.",
    remedy_zh = "请给客户所得，0 或以上。",
    example = [[offers.value{created = wan(-1)}]],
  },
  ["value.method"] = {
    en = "Money, dates and spans have no method of that name.",
    zh = "金额、日期和时长没有该方法。",
    remedy = "Use the name that help shows, as money:divide.",
    remedy_zh = "请使用帮助所示的名称，例如 money:divide。",
    example = [[return wan(1):half()]],
  },
  ["value.mixed_kinds"] = {
    en = "Two values are reckoned together that do not go together, as money and a date, or a value is missing.",
    zh = "把不能同算的值放在一起，例如金额与日期，或缺少值。",
    remedy = "Use two of a kind, and test a value that may be missing: if x then.",
    remedy_zh = "请用同类的值，可能缺少的值请用 if x then 判断。",
    example = [[return wan(1) + 5]],
  },
  ["value.overflow"] = {
    en = "A span that was computed is out of range.",
    zh = "算出的时长超出范围。",
    remedy = "Use a smaller span.",
    remedy_zh = "请用较短的时长。",
  },
  ["value.price"] = {
    en = "A competitor's price is none.",
    zh = "竞争对手的价格不是价格。",
    remedy = "Give what a piece costs there, above 0.",
    remedy_zh = "请给对方的单价，大于 0。",
    example = [[offers.compare{product = 1, quantity = 10, price = yuan(0)}]],
  },
  ["value.share"] = {
    en = "No share of the value policy is for this customer.",
    zh = "价值策略没有适用于该客户的份额。",
    remedy = "End its shares with one that asks nothing.",
    remedy_zh = "请以一个不设条件的份额结尾。",
  },
  ["zone.range"] = {
    en = "The offset of a zone is not within 18 hours, or not of whole minutes.",
    zh = "时区偏移不在 18 小时之内，或不是整分钟。",
    remedy = "Give whole minutes within ±18 hours.",
    remedy_zh = "请给 ±18 小时以内的整分钟。",
    example = [[return instant"2026-06-30T09:00:00+25:00"]],
  },
}
