import Values

/// The facts of many price lines, by column: what lines share stands once.
///
/// ```
///            axis "product"        axis "customer"      axis "terms"
///   line 0   code 4 ─▶ record 4    code 0 ─▶ record 0   (one record for all)   quantity 950
///   line 1   code 1 ─▶ record 1    code 0 ─▶ record 0                          quantity 20
/// ```
/// An *axis* is a way in which lines differ: each of its records holds some fields of a line (`slots`),
/// and each line names one of them by its code. Conditions are then asked of records, not of lines.
public struct PriceLines: Sendable {
  public struct Axis: Sendable {
    /// The distinct records; of each only the fields of `slots` count.
    public let records: [PriceLine]
    public let slots: [Int]
    /// A record's index a line; empty where all lines have record 0.
    public let codes: [UInt32]
  }

  public let count: Int
  /// Pieces a line; empty where all lines have `quantity`.
  public let quantities: [Int64]
  /// Pieces of a line where all have the same.
  public let quantity: Int64
  /// The first one is the product's.
  public private(set) var axes: [Axis]

  /// Lines of products, before anything else is known of them.
  ///
  /// - Parameters:
  ///   - products: The distinct products' facts.
  ///   - product: A product's index a line.
  ///   - quantities: Pieces a line, or one number for all.
  /// - Throws: `price.lines` where the columns are of different length or name no product.
  public init(products: [PriceLine], product: [UInt32], quantities: [Int64]) throws {
    guard quantities.count == product.count || quantities.count == 1 else {
      throw Self.unlike("quantity", quantities.count, product.count)
    }
    count = product.count
    self.quantities = quantities.count == 1 ? [] : quantities
    quantity = quantities.first ?? 0
    axes = []
    try add("product", products, fields: PriceLine.productFields, codes: product)
  }

  /// Lets lines differ in some more fields.
  ///
  /// - Parameter codes: A record's index a line; empty where the one record is that of all lines.
  /// - Throws: `price.lines`, `entity.field`.
  public mutating func add(
    _ name: String, _ records: [PriceLine], fields: [String], codes: [UInt32]
  ) throws {
    guard codes.count == count || (codes.isEmpty && records.count == 1) else {
      throw Self.unlike(name, codes.count, count)
    }
    if let most = codes.max(), Int(most) >= records.count {
      throw PriceError("price.lines", "\(name): there is no record \(most)")
    }
    let slots = try fields.map { try PriceLine.schema.entity.requireSlot(of: $0) }
    axes.append(Axis(records: records, slots: slots, codes: codes))
  }

  /// Pieces of a line.
  public func pieces(_ line: Int) -> Int64 { quantities.isEmpty ? quantity : quantities[line] }

  /// The list price of a line's product.
  public func listPrice(_ line: Int) -> Money { axes[0].records[code(line, 0)].listPrice }

  /// Which record of an axis a line has.
  public func code(_ line: Int, _ axis: Int) -> Int {
    axes[axis].codes.isEmpty ? 0 : Int(axes[axis].codes[line])
  }

  /// One line with all its facts.
  public func line(_ index: Int) -> PriceLine {
    var line = PriceLine.blank(id: 0)
    for axis in axes.indices {
      let record = axes[axis].records[code(index, axis)]
      for slot in axes[axis].slots { PriceLine.schema.copy(slot: slot, from: record, to: &line) }
    }
    line.quantity = pieces(index)
    line.price = line.listPrice
    return line
  }

  /// One field of one line; nothing for a slot that lines do not have.
  public func value(_ index: Int, slot: Int) -> FieldValue {
    if slot == Self.quantitySlot { return .integer(pieces(index)) }
    guard let axis = axes.lastIndex(where: { $0.slots.contains(slot) }) else { return .null }
    return PriceLine.schema.value(of: axes[axis].records[code(index, axis)], slot: slot)
  }

  private static let quantitySlot = PriceLine.schema.entity.slot(of: "quantity")

  private static func unlike(_ name: String, _ count: Int, _ lines: Int) -> PriceError {
    PriceError(
      "price.lines", "\(name) has \(count) values for \(lines) lines",
      remedy: "give one for all lines, or one a line")
  }
}

extension PriceLine {
  /// The fields that a product gives.
  public static let productFields = [
    "list_price", "cost", "logistics_cost", "floor_price", "category", "grade", "product_kind",
  ]
  /// The fields that a customer gives.
  public static let customerFields = ["level", "region", "kind", "size"]
}
