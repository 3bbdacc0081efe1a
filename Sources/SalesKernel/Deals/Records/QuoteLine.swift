import Values

/// One product of a quote at its price.
/// - Source: PR11.
public struct QuoteLine: SalesRecord, Hashable {
  public var id: Int64
  public var quote: Int64
  public var line: Int64
  public var product: Int64
  public var kit: Int64?
  public var quantity: Int64
  public var listPrice: Money?
  public var unitPrice: Money?
  public var amount: Money?
  public var cost: Money?
  public var leadDays: Int64?
  public var waterfall: String?

  public init(id: Int64 = 0, quote: Int64, line: Int64, product: Int64, quantity: Int64) {
    self.id = id
    self.quote = quote
    self.line = line
    self.product = product
    self.quantity = quantity
  }

  public static func blank(id: Int64) -> QuoteLine {
    QuoteLine(id: id, quote: 0, line: 0, product: 0, quantity: 0)
  }

  public static let schema = Schema<QuoteLine>(
    "quote_lines", singular: "quote_line", label: Label("quote lines", "报价单行"),
    help: "Products of a quote, each with its price and waterfall.",
    columns: [
      Column(
        "quote", \.quote, .reference("quotes"), Label("quote", "报价单"),
        help: "Quote it is a line of.", required: true),
      Column(
        "line", \.line, .integer, Label("line", "行号"), help: "Counts from 1.", required: true,
        bounds: .atLeast(1)),
      Column(
        "product", \.product, .reference("products"), Label("product", "产品"),
        help: "What is offered.", required: true),
      Column(
        "kit", \.kit, .reference("products"), Label("kit", "套装"),
        help: "Kit or configuration it is part of.", source: "PR9"),
      Column(
        "quantity", \.quantity, .integer, Label("quantity", "数量"), help: "Pieces offered.",
        unit: "pieces", required: true, bounds: .atLeast(1)),
      Column(
        "list_price", \.listPrice, .money, Label("list price", "目录价"),
        help: "List price of one piece.", unit: "yuan", source: "PR1"),
      Column(
        "unit_price", \.unitPrice, .money, Label("unit price", "单价"),
        help: "Price of one piece, to four decimals.", unit: "yuan"),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"), help: "Price of the line, to the fen.",
        unit: "yuan"),
      Column(
        "cost", \.cost, .money, Label("cost", "成本"), help: "Cost of the line.", unit: "yuan",
        source: "PR6"),
      Column(
        "lead_days", \.leadDays, .integer, Label("lead time", "交期"), help: "Days to delivery.",
        source: "PR2", bounds: .atLeast(0)),
      Column(
        "waterfall", \.waterfall, .text, Label("waterfall", "价格瀑布"),
        help: "Steps from list price to price, see pricing.waterfall.", source: "PR11",
        home: .facts("waterfall")),
    ])
}
