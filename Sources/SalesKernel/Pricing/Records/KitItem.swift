/// One product of a kit.
/// - Source: PR1, PR9.
public struct KitItem: SalesRecord, Hashable {
  public var id: Int64
  public var kit: Int64
  public var product: Int64
  public var quantity: Int64

  public init(id: Int64 = 0, kit: Int64, product: Int64, quantity: Int64) {
    self.id = id
    self.kit = kit
    self.product = product
    self.quantity = quantity
  }

  public static func blank(id: Int64) -> KitItem {
    KitItem(id: id, kit: 0, product: 0, quantity: 0)
  }

  public static let schema = Schema<KitItem>(
    "kit_items", singular: "kit_item", label: Label("kit items", "套装组成"),
    help: "What a kit is made of, one line a product.",
    columns: [
      Column(
        "kit", \.kit, .reference("products"), Label("kit", "套装"), help: "Product that is the kit.",
        source: "PR9", required: true),
      Column(
        "product", \.product, .reference("products"), Label("product", "产品"),
        help: "What is in it; may be a kit itself.", source: "PR9", required: true),
      Column(
        "quantity", \.quantity, .integer, Label("quantity", "数量"), help: "Pieces of it in one kit.",
        unit: "pieces", source: "PR9", required: true, bounds: .atLeast(1)),
    ])
}
