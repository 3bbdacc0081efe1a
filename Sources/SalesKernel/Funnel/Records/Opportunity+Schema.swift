extension Opportunity {
  public static let schema = Schema<Opportunity>(
    "opportunities", singular: "opportunity", label: Label("opportunities", "商机"),
    help: "Deals that may be won, each at a stage of its playbook.",
    columns: [
      Column(
        "code", \.code, .text, Label("opportunity number", "商机编号"),
        help: "Your own key of the opportunity.", unique: true),
      Column("name", \.name, .text, Label("name", "名称"), help: "What it is about."),
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "Who may buy; empty where not known yet."),
      Column(
        "product", \.product, .reference("products"), Label("product", "产品"),
        help: "What is mainly asked for."),
      Column(
        "rep", \.rep, .reference("reps"), Label("rep", "销售人员"), help: "Rep who owns it.",
        source: "FU6"),
      Column("region", \.region, .text, Label("region", "区域"), help: "As east.", source: "FU6"),
      Column(
        "source", \.source, .text, Label("source", "来源"), help: "Where it came from.",
        source: "FU1"),
      Column(
        "lead", \.lead, .reference("leads"), Label("lead", "线索"), help: "Lead that became it.",
        source: "FU3"),
      Column(
        "playbook", \.playbook, .text, Label("playbook", "销售流程"),
        help: "Process that it follows, as fastener.", source: "FU4", required: true),
      Column(
        "playbook_version", \.playbookVersion, .text, Label("playbook version", "流程版本"),
        help: "Version of the playbook that it was opened under.", source: "FU4"),
      Column(
        "stage", \.stage, .text, Label("stage", "阶段"), help: "A stage of its playbook.",
        source: "FU4", required: true),
      Column(
        "status", \.status, Status.fieldType, Label("status", "状态"),
        help: "Open until it is won or lost.", source: "FU4", required: true),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"),
        help: "What it is worth when won; empty where not known yet.", unit: "yuan",
        source: "FU6", bounds: .atLeast(0)),
      Column(
        "expected_close", \.expectedClose, .day, Label("expected close", "预计成交日期"),
        help: "Day by which it should be decided.", source: "FU5"),
      Column(
        "opened_on", \.openedOn, .day, Label("opened on", "建立日期"), help: "Day it was opened.",
        source: "FU6", required: true),
      Column(
        "closed_on", \.closedOn, .day, Label("closed on", "结束日期"),
        help: "Day it was won or lost.", source: "FU6"),
      Column(
        "competitor", \.competitor, .text, Label("main competitor", "主要竞争对手"),
        help: "Code of the competitor that matters most.", source: "FU15"),
      Column(
        "reason", \.reason, .text, Label("reason", "原因"), help: "Why it was won or lost.",
        source: "FU6"),
      Column(
        "is_key", \.isKey, .bool, Label("key opportunity", "重点商机"),
        help: "Whether it is tracked as a key opportunity.", source: "FU5"),
      Column(
        "updated_on", \.updatedOn, .day, Label("updated on", "更新日期"),
        help: "Day its state was last looked after.", source: "FU5"),
      Column(
        "order", \.order, .reference("orders"), Label("order", "订单"),
        help: "Order that came of it.", source: "FU7"),
    ])
}
