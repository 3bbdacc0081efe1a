/// What kits are made of, kits in kits included.
/// - Source: PR1, PR9.
public struct KitContents: Sendable {
  public struct Part: Hashable, Sendable {
    public let product: Int64
    public let quantity: Int64

    public init(product: Int64, quantity: Int64) {
      self.product = product
      self.quantity = quantity
    }
  }

  private let items: [Int64: [Part]]

  /// - Parameter items: What stands in each kit, by the kit's product.
  public init(_ items: [Int64: [Part]]) { self.items = items }

  public func isKit(_ product: Int64) -> Bool { items[product] != nil }

  /// The parts of so many kits, each product once, in the order of their first appearance.
  ///
  /// - Throws: `kit.empty`, `kit.circular` with the path, `kit.quantity` beyond the range.
  public func parts(of kit: Int64, quantity: Int64) throws(ValidationError) -> [Part] {
    guard isKit(kit) else {
      throw ValidationError(
        "kit.empty", "product \(kit) is no kit: nothing is in it",
        remedy: "give its contents as kit_items")
    }
    var order: [Int64] = []
    var counts: [Int64: Int64] = [:]
    try collect(kit, quantity, path: [], &order, &counts)
    return order.map { Part(product: $0, quantity: counts[$0] ?? 0) }
  }

  private func collect(
    _ product: Int64, _ quantity: Int64, path: [Int64], _ order: inout [Int64],
    _ counts: inout [Int64: Int64]
  ) throws(ValidationError) {
    guard !path.contains(product) else {
      let way = (path.drop { $0 != product } + [product]).map(String.init)
      throw ValidationError(
        "kit.circular", "a kit holds itself: \(way.joined(separator: " → "))",
        remedy: "delete one of these kit_items")
    }
    guard let inside = items[product] else {
      let (sum, overflow) = (counts[product] ?? 0).addingReportingOverflow(quantity)
      guard !overflow else { throw Self.tooMany(product) }
      if counts[product] == nil { order.append(product) }
      counts[product] = sum
      return
    }
    for part in inside {
      let (pieces, overflow) = part.quantity.multipliedReportingOverflow(by: quantity)
      guard !overflow else { throw Self.tooMany(part.product) }
      try collect(part.product, pieces, path: path + [product], &order, &counts)
    }
  }

  private static func tooMany(_ product: Int64) -> ValidationError {
    ValidationError(
      "kit.quantity", "the pieces of product \(product) are too many to count",
      remedy: "ask for fewer kits")
  }
}
