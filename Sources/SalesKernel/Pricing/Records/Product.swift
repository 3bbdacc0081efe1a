import Values

/// Something we sell.
/// - Source: PR1.
public struct Product: SalesRecord, Hashable {
  /// What part of an offer it can be; a part where it is empty.
  public enum Kind: String, FieldChoice {
    case part, kit, base, module, service
  }

  public var id: Int64
  public var code: String?
  public var name: String
  public var category: String?
  public var grade: String?
  public var surface: String?
  public var standard: String?
  public var unitPrice: Money?
  public var cost: Money?
  public var leadDays: Int64?
  public var kind: Kind?
  public var floorPrice: Money?
  public var logisticsCost: Money?

  public init(id: Int64 = 0, name: String) {
    self.id = id
    self.name = name
  }

  public static func blank(id: Int64) -> Product { Product(id: id, name: "") }

  public static let schema = Schema<Product>(
    "products", singular: "product", label: Label("products", "产品"),
    help: "What we sell, with list price, cost and lead time.",
    columns: [
      Column(
        "code", \.code, .text, Label("product code", "产品编码"), help: "Your own key of the product.",
        unique: true),
      Column(
        "name", \.name, .text, Label("name", "名称"), help: "Name of the product.", source: "PR1",
        required: true),
      Column(
        "category", \.category, .text, Label("category", "类别"), help: "As bolt or washer.",
        source: "PR1"),
      Column(
        "grade", \.grade, .text, Label("grade", "等级"), help: "As economic or high_reliability.",
        source: "PR1"),
      Column(
        "surface", \.surface, .text, Label("surface treatment", "表面处理"),
        help: "Surface treatment.", source: "PR1"),
      Column(
        "standard", \.standard, .text, Label("standard", "标准号"), help: "Standard number.",
        source: "PR1"),
      Column(
        "unit_price", \.unitPrice, .money, Label("unit price", "单价"),
        help: "List price of one piece, to four decimals.", unit: "yuan", source: "PR1",
        bounds: .atLeast(0)),
      Column(
        "cost", \.cost, .money, Label("cost", "成本"), help: "Cost of one piece.", unit: "yuan",
        source: "PR1", bounds: .atLeast(0)),
      Column(
        "lead_days", \.leadDays, .integer, Label("lead time", "交期"),
        help: "Days from order to delivery.", unit: "days", source: "PR1", bounds: .atLeast(0)),
      Column(
        "kind", \.kind, Kind.fieldType, Label("kind of product", "产品形态"),
        help: "What part of an offer it can be; a part where it is empty.", source: "PR10"),
      Column(
        "floor_price", \.floorPrice, .money, Label("floor price", "底价"),
        help: "Price of one piece that no discount may cross.", unit: "yuan", source: "PR7",
        bounds: .atLeast(0)),
      Column(
        "logistics_cost", \.logisticsCost, .money, Label("logistics cost", "物流成本"),
        help: "Cost of bringing one piece to the region of the base rate.", unit: "yuan",
        source: "PR6", bounds: .atLeast(0)),
    ])
}
