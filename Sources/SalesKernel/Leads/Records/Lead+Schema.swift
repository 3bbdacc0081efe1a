import Values

/// The declaration of leads: the one source of columns, CSV headers, Lua names, completion and help.
extension Lead {
  public static let schema = Schema<Lead>(
    "leads", singular: "lead", label: Label("leads", "线索"),
    help: "Firms that may become customers, with their score, grade and clocks.",
    columns: identity + origin + moments + factors + facts)

  private static let identity: [Column<Lead>] = [
    Column(
      "code", \.code, .text, Label("lead number", "线索编号"), help: "Your own key of the lead.",
      unique: true),
    Column(
      "company", \.company, .text, Label("company", "企业名称"), help: "Name of the firm.",
      source: "FU1", required: true),
    Column(
      "uscc", \.uscc, .text, Label("unified social credit code", "统一社会信用代码"),
      help: "18 characters, checked by GB 32100-2015.", source: "FU1",
      check: { value in
        guard case .text(let text) = value else { return value }
        return .text(try USCC(parsing: text).text)
      }),
    Column(
      "contact_name", \.contactName, .text, Label("contact", "联系人"), help: "Whom to speak to.",
      source: "FU1"),
    Column("phone", \.phone, .text, Label("phone", "电话"), help: "Telephone.", source: "FU1"),
    Column("email", \.email, .text, Label("e-mail", "邮箱"), help: "E-mail address.", source: "FU1"),
  ]

  private static let origin: [Column<Lead>] = [
    Column("region", \.region, .text, Label("region", "区域"), help: "As east.", source: "FU3"),
    Column(
      "industry", \.industry, .text, Label("industry class", "行业分类"),
      help: "Class of GB/T 4754, as C3742.", source: "FU1", check: IndustryClass.check),
    Column(
      "source", \.source, .text, Label("source", "来源"),
      help: "Where it came from, a word of the lead policy, as exhibition.", source: "FU1"),
    Column(
      "cost", \.cost, .money, Label("cost", "获客成本"), help: "What it cost to get it.",
      unit: "yuan", source: "FU1", bounds: .atLeast(0)),
    Column(
      "owner", \.owner, .reference("reps"), Label("owner", "负责人"), help: "Rep who looks after it.",
      source: "FU3"),
    Column(
      "status", \.status, Status.fieldType, Label("status", "状态"), help: "What became of it.",
      source: "FU3", required: true),
    Column(
      "reason", \.reason, .text, Label("reason", "原因"), help: "Why it stands where it does.",
      source: "FU3"),
  ]

  private static let moments: [Column<Lead>] = [
    Column(
      "arrived_at", \.arrivedAt, .instant, Label("arrived at", "到达时间"), help: "When it came in.",
      source: "FU3", required: true),
    moment("graded_at", \.gradedAt, Label("graded at", "首次分级时间"), "When it was first graded."),
    moment(
      "grade_since", \.gradeSince, Label("grade since", "计时等级起始时间"),
      "When it got the grade that its clocks go by."),
    moment(
      "followed_up_at", \.followedUpAt, Label("followed up at", "首次跟进时间"),
      "When it was first followed up."),
    moment(
      "nurtured_at", \.nurturedAt, Label("nurtured at", "进入培育池时间"),
      "When it came into the nurture pool."),
    moment(
      "closed_at", \.closedAt, Label("closed at", "结束时间"),
      "When it was converted or disqualified."),
  ]

  private static let factors: [Column<Lead>] = [
    factor("budget", \.budget, Label("budget", "预算"), "Whether there is money for it."),
    factor("authority", \.authority, Label("authority", "决策权"), "How near we are to who decides."),
    factor("need", \.need, Label("need", "需求"), "How real the need is."),
    factor("timing", \.timing, Label("timing", "时间"), "How soon it is to be bought."),
    factor("size", \.size, Label("size", "规模"), "How large the firm is."),
    factor("fit", \.fit, Label("fit", "匹配度"), "How well it fits what we sell."),
    factor("intent", \.intent, Label("intent", "意向"), "How keen it is, by what it does."),
    Column(
      "intent_at", \.intentAt, .instant, Label("intent seen at", "意向时间"),
      help: "When the intent was last seen.", source: "FU2"),
    factor(
      "strategic_fit", \.strategicFit, Label("strategic fit", "战略匹配度"),
      "How well it fits where we want to go."),
  ]

  private static let facts: [Column<Lead>] = [
    Column(
      "score", \.score, .number, Label("lead score", "线索评分"), help: "Score by the lead policy.",
      source: "FU2", home: .facts("grade")),
    Column(
      "grade", \.grade, .text, Label("lead grade", "线索等级"),
      help: "Grade by the lead policy, as A.", source: "FU3", home: .facts("grade")),
    Column(
      "clock_grade", \.clockGrade, .text, Label("grade of the clocks", "计时等级"),
      help: "Grade that its clocks go by: the best that it had.", source: "FU3",
      home: .facts("grade")),
    Column(
      "customer", \.customer, .reference("customers"), Label("customer", "客户"),
      help: "Customer that it became.", source: "FU3"),
    Column(
      "opportunity", \.opportunity, .integer, Label("opportunity", "商机"),
      help: "Id of the opportunity that it became.", source: "FU3"),
  ]

  private static func moment(
    _ name: String, _ path: WritableKeyPath<Lead, Instant?> & Sendable, _ label: Label,
    _ help: String
  ) -> Column<Lead> {
    Column(name, path, .instant, label, help: help, source: "FU3")
  }

  private static func factor(
    _ name: String, _ path: WritableKeyPath<Lead, Double?> & Sendable, _ label: Label,
    _ help: String
  ) -> Column<Lead> {
    Column(name, path, .number, label, help: help, source: "FU2", bounds: .between(0, 100))
  }
}
