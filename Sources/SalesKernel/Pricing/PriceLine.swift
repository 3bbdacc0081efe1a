import Values

/// What a line is priced from: the product, the quantity, the customer and the terms on one day.
///
/// It is a record of an entity that no store keeps, so that price rules in Lua read its fields by
/// name, as rules over customers do.
/// - Source: PR1–PR6.
public struct PriceLine: SalesRecord, Hashable {
  public var id: Int64 = 0
  // The product
  public var listPrice: Money
  public var cost: Money?
  public var logisticsCost: Money?
  public var floorPrice: Money?
  public var category: String?
  public var grade: String?
  public var productKind: String?
  // The line
  public var quantity: Int64
  public var on: Day
  // The customer
  public var level: String?
  public var region: String?
  public var kind: String?
  public var size: String?
  public var firstOrder = false
  // The terms
  public var agreement: String?
  public var vmi = false
  public var cash = false
  public var prepaid: Double = 0
  public var renewalYears: Int64 = 0
  public var promotion: String?
  /// Why a promotion that was asked for is not given to the customer.
  public var promotionRefused: String?
  public var referral = false
  /// The price of a piece so far, to four decimals: what a rule sees while a price is made.
  public var price: Money

  public init(listPrice: Money, quantity: Int64, on: Day) {
    self.listPrice = listPrice
    self.quantity = quantity
    self.on = on
    self.price = listPrice
  }

  public static func blank(id: Int64) -> PriceLine {
    PriceLine(listPrice: .zero, quantity: 0, on: .first)
  }

  public static let schema = Schema<PriceLine>(
    "price_lines", singular: "price_line", label: Label("price lines", "计价行"),
    help: "What a line is priced from; rules of price policies read it.",
    columns: product + line + customer + terms)

  private static let product: [Column<PriceLine>] = [
    Column(
      "list_price", \.listPrice, .money, Label("list price", "目录价"),
      help: "List price of one piece.", unit: "yuan", source: "PR1"),
    Column("cost", \.cost, .money, Label("cost", "成本"), help: "Cost of one piece.", unit: "yuan"),
    Column(
      "logistics_cost", \.logisticsCost, .money, Label("logistics cost", "物流成本"),
      help: "Part of the cost that depends on the region.", unit: "yuan", source: "PR6"),
    Column(
      "floor_price", \.floorPrice, .money, Label("floor price", "底价"),
      help: "Price of one piece that no discount may cross.", unit: "yuan", source: "PR7"),
    Column("category", \.category, .text, Label("category", "类别"), help: "As bolt."),
    Column("grade", \.grade, .text, Label("grade", "等级"), help: "As economic."),
    Column(
      "product_kind", \.productKind, .text, Label("kind of product", "产品形态"),
      help: "As part or service."),
  ]

  private static let line: [Column<PriceLine>] = [
    Column(
      "quantity", \.quantity, .integer, Label("quantity", "数量"), help: "Pieces.",
      unit: "pieces", source: "PR2"),
    Column("on", \.on, .day, Label("on", "日期"), help: "Day whose prices hold."),
    Column(
      "price", \.price, .money, Label("price", "当前单价"),
      help: "Price of a piece after the steps before.", unit: "yuan"),
  ]

  private static let customer: [Column<PriceLine>] = [
    Column("level", \.level, .text, Label("level", "客户等级"), help: "As A.", source: "CU7"),
    Column("region", \.region, .text, Label("region", "区域"), help: "As west.", source: "PR6"),
    Column("kind", \.kind, .text, Label("kind of customer", "客户类型"), help: "As launch_vehicle."),
    Column("size", \.size, .text, Label("size grade", "规模"), help: "As large.", source: "PR5"),
    Column(
      "first_order", \.firstOrder, .bool, Label("first order", "首单"),
      help: "Whether the customer has not ordered before.", source: "PR4"),
  ]

  private static let terms: [Column<PriceLine>] = [
    Column(
      "agreement", \.agreement, .text, Label("agreement", "协议"), help: "As framework_1y.",
      source: "PR3"),
    Column(
      "vmi", \.vmi, .bool, Label("VMI", "供应商管理库存"), help: "We manage the stock.", source: "PR3"),
    Column("cash", \.cash, .bool, Label("cash", "现款"), help: "Paid in cash.", source: "PR3"),
    Column(
      "prepaid", \.prepaid, .number, Label("prepaid share", "预付比例"),
      help: "Share paid before delivery.", source: "PR5", bounds: .between(0, 1)),
    Column(
      "renewal_years", \.renewalYears, .integer, Label("renewal years", "续约年限"),
      help: "Years the customer commits to.", source: "PR5", bounds: .atLeast(0)),
    Column(
      "promotion", \.promotion, .text, Label("promotion", "促销代码"), help: "Code of a campaign.",
      source: "PR4"),
    Column(
      "promotion_refused", \.promotionRefused, .text, Label("promotion refused", "促销不适用原因"),
      help: "Why the promotion that was asked for does not hold for the customer.", source: "AU1"),
    Column(
      "referral", \.referral, .bool, Label("referral", "推荐"),
      help: "The customer referred another.", source: "PR4"),
  ]
}
