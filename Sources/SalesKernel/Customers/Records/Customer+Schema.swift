/// The declaration of customers: the one source of columns, CSV headers, Lua names, completion and
/// help.
extension Customer {
  public static let schema = Schema<Customer>(
    "customers", singular: "customer", label: Label("customers", "客户"),
    help: "Firms that buy or may buy, with their level, segment and purchase facts.",
    columns: identity + judgement + scores + dates + facts)

  private static let identity: [Column<Customer>] = [
    Column(
      "code", \.code, .text, Label("customer code", "客户编码"),
      help: "Your own key of the customer, as in the ERP.", unique: true),
    Column(
      "name", \.name, .text, Label("registered name", "名称"),
      help: "Full registered name.", source: "CU1", required: true),
    Column(
      "uscc", \.uscc, .text, Label("unified social credit code", "统一社会信用代码"),
      help: "18 characters, checked by GB 32100-2015.", source: "CU1", unique: true,
      check: { value in
        guard case .text(let text) = value else { return value }
        return .text(try USCC(parsing: text).text)
      }),
    Column(
      "industry", \.industry, .text, Label("industry class", "行业分类"),
      help: "Class of GB/T 4754, as C3742.", source: "CU1", check: IndustryClass.check),
    Column(
      "industry_edition", \.industryEdition, IndustryClass.Edition.fieldType,
      Label("classification edition", "行业分类版本"),
      help: "Edition of GB/T 4754 that the class is from.", source: "CU1"),
    Column(
      "kind", \.kind, .text, Label("kind of customer", "客户类型"),
      help: "Kind by what the firm makes, a word of the service policy, as satellite_maker.",
      source: "CU2"),
    Column(
      "size", \.size, Size.fieldType, Label("size grade", "规模"),
      help: "Size grade by headcount or revenue.", source: "CU1"),
    Column(
      "headcount", \.headcount, .integer, Label("headcount", "员工人数"),
      help: "People employed.", unit: "people", source: "CU1", bounds: .atLeast(0)),
    Column(
      "revenue", \.revenue, .money, Label("yearly revenue", "年营业收入"),
      help: "The firm's own revenue a year.", unit: "yuan", source: "CU1", bounds: .atLeast(0)),
    Column(
      "region", \.region, .text, Label("region", "区域"),
      help: "Sales region, as east.", source: "CU1"),
    Column(
      "owner", \.owner, .reference("reps"), Label("owner", "负责人"),
      help: "Rep who owns the customer.", source: "CU1"),
    Column(
      "csm", \.csm, .reference("reps"), Label("success manager", "客户成功经理"),
      help: "Who keeps the customer successful after the sale.", source: "CS6"),
    Column(
      "source", \.source, .text, Label("source", "来源"),
      help: "How the customer was won, as exhibition.", source: "CU1"),
  ]

  private static let judgement: [Column<Customer>] = [
    Column(
      "stage", \.stage, Stage.fieldType, Label("lifecycle stage", "生命周期阶段"),
      help: "Stage of the customer's life.", source: "CU12", home: .facts("stage")),
    Column(
      "credit", \.credit, .integer, Label("payment credit", "付款信用"),
      help: "How well the customer pays, by your own assessment.", source: "CU1",
      bounds: .between(0, 100)),
    Column(
      "influence", \.influence, Strength.fieldType, Label("industry influence", "行业影响力"),
      help: "Influence in its industry.", source: "CU1"),
    Column(
      "potential", \.potential, Strength.fieldType, Label("potential", "发展潜力"),
      help: "Growth potential: industry growth, expansion plans, depth.", source: "CU1"),
    Column(
      "repurchase_rate", \.repurchaseRate, .number, Label("repurchase rate", "复购率"),
      help: "Share of purchases that are repeated.", source: "CU9", bounds: .between(0, 1)),
    Column(
      "refer_score", \.referScore, .integer, Label("willingness to refer", "推荐意愿"),
      help: "Answer to “would you recommend us?”.", source: "CU9", bounds: .between(0, 10)),
    Column(
      "ladder", \.ladder, .text, Label("value ladder", "价值阶梯"),
      help: "How far the relationship is, a word of the ladder policy, as partner.", source: "CS8",
      home: .facts("ladder")),
  ]

  private static let scores: [Column<Customer>] = [
    score("size_score", \.sizeScore, Label("size score", "规模评分"), "Size."),
    score("fit_score", \.fitScore, Label("fit score", "匹配度评分"), "Fit with what we sell."),
    score("urgency_score", \.urgencyScore, Label("urgency score", "紧迫度评分"), "Urgency of need."),
    score("budget_score", \.budgetScore, Label("budget score", "预算评分"), "Budget."),
    score(
      "clarity_score", \.clarityScore, Label("decision-chain score", "决策链清晰度评分"),
      "Clarity of the decision chain."),
    score(
      "industry_score", \.industryScore, Label("industry score", "行业评分"),
      "Industry: policy support and growth."),
  ]

  private static let dates: [Column<Customer>] = [
    Column(
      "created_on", \.createdOn, .day, Label("created on", "创建日期"),
      help: "Day the record was made.", source: "CU1"),
    Column(
      "updated_on", \.updatedOn, .day, Label("updated on", "更新日期"),
      help: "Day the record was last confirmed or changed.", source: "CU1"),
  ]

  private static let facts: [Column<Customer>] = [
    Column(
      "level", \.level, .text, Label("level", "客户等级"),
      help: "Level by the level policy, as A.", source: "CU7", home: .facts("level")),
    Column(
      "segment", \.segment, .text, Label("segment", "客户分群"),
      help: "Strategy group by the segment policy.", source: "CU9", home: .facts("segment")),
    Column(
      "grade", \.grade, .text, Label("prospect grade", "潜客分级"),
      help: "Grade by the score policy.", source: "CU10", home: .facts("grade")),
    Column(
      "score", \.score, .number, Label("prospect score", "潜客评分"),
      help: "Score behind the grade.", source: "CU10", home: .facts("grade")),
    Column(
      "annual_purchase", \.annualPurchase, .money, Label("annual purchase", "年采购额"),
      help: "Purchases over the last twelve months.", unit: "yuan", source: "CU1",
      home: .facts("purchase")),
    Column(
      "order_count", \.orderCount, .integer, Label("orders", "订单数"),
      help: "Orders over the last twelve months.", home: .facts("purchase"), bounds: .atLeast(0)),
    Column(
      "first_order", \.firstOrder, .day, Label("first order", "首单日期"),
      help: "Day of the first order ever.", source: "CU1", home: .facts("purchase")),
    Column(
      "last_order", \.lastOrder, .day, Label("last order", "末单日期"),
      help: "Day of the latest order.", source: "CU1", home: .facts("purchase")),
    Column(
      "last_contact", \.lastContact, .day, Label("last contact", "最近联系"),
      help: "Day of the latest contact of any kind.", source: "CU13", home: .facts("contact")),
    Column(
      "last_email_opened", \.lastEmailOpened, .day, Label("last e-mail opened", "最近打开邮件"),
      help: "Day an e-mail of ours was last opened.", source: "CU13", home: .facts("contact")),
    Column(
      "churn", \.churn, .text, Label("churn signal", "流失信号"),
      help: "State by the churn policy, as at_risk.", source: "CU13", home: .facts("churn")),
    Column(
      "health", \.health, .number, Label("health", "健康度"),
      help: "Score by the health policy, 0–100.", source: "CS1", home: .facts("health"),
      bounds: .between(0, 100)),
    Column(
      "health_band", \.healthBand, .text, Label("health band", "健康档位"),
      help: "Band of the health policy, as at_risk.", source: "CS1", home: .facts("health")),
    Column(
      "health_on", \.healthOn, .day, Label("health of", "健康度日期"),
      help: "Day that the health is of.", source: "CS1", home: .facts("health")),
    Column(
      "health_model", \.healthModel, .text, Label("health model", "健康度模型"),
      help: "Health policy that scored, as health_card.", source: "CS1", home: .facts("health")),
  ]

  private static func score(
    _ name: String, _ path: WritableKeyPath<Customer, Int64?> & Sendable, _ label: Label,
    _ help: String
  ) -> Column<Customer> {
    Column(name, path, .integer, label, help: help, source: "CU10", bounds: .between(1, 5))
  }
}
