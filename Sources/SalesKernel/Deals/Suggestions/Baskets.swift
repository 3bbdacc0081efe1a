/// Which products were bought together: each basket an order, or all that a customer bought.
///
/// ```
///   add(basket, product) … ──▶ seal() ──▶ one run of different products a basket, both ascending
/// ```
/// - Complexity: sealing is O(lines · log lines); 16 bytes a line before, 4 after.
public struct Baskets: Sendable {
  private var owners: [Int64] = []
  private var bought: [Int64] = []

  /// The products, ascending; elsewhere they are counted by their place here.
  public private(set) var products: [Int64] = []
  /// The baskets, ascending.
  public private(set) var ids: [Int64] = []
  /// Where each basket starts in ``items``; one more than there are baskets.
  private(set) var starts: [Int] = [0]
  private(set) var items: [Int32] = []

  public init() {}

  public var count: Int { ids.count }

  public mutating func add(basket: Int64, product: Int64) {
    owners.append(basket)
    bought.append(product)
  }

  /// Sorts what was added; a product counts once a basket.
  public mutating func seal() {
    products = Self.distinct(bought)
    ids = Self.distinct(owners)
    let (product, basket) = (Self.places(products), Self.places(ids))
    var keys: [UInt64] = []
    keys.reserveCapacity(bought.count)
    for row in bought.indices {
      guard let place = product[bought[row]], let owner = basket[owners[row]] else { continue }
      keys.append(UInt64(owner) << 32 | UInt64(place))
    }
    (owners, bought) = ([], [])
    keys.sort()
    items.reserveCapacity(keys.count)
    starts = []
    starts.reserveCapacity(ids.count + 1)
    var last: UInt64?
    for key in keys where key != last {
      while starts.count <= Int(key >> 32) { starts.append(items.count) }
      items.append(Int32(truncatingIfNeeded: key & 0xFFFF_FFFF))
      last = key
    }
    starts.append(items.count)
  }

  /// The places of a basket's products.
  func products(ofBasket place: Int) -> ArraySlice<Int32> {
    items[starts[place]..<starts[place + 1]]
  }

  /// The products of a basket, ascending.
  public func contents(of place: Int) -> [Int64] {
    products(ofBasket: place).map { products[Int($0)] }
  }

  private static func distinct(_ values: [Int64]) -> [Int64] {
    var sorted = values
    sorted.sort()
    var kept: [Int64] = []
    for value in sorted where value != kept.last { kept.append(value) }
    return kept
  }

  private static func places(_ values: [Int64]) -> [Int64: Int32] {
    var places: [Int64: Int32] = [:]
    places.reserveCapacity(values.count)
    for (place, value) in values.enumerated() { places[value] = Int32(truncatingIfNeeded: place) }
    return places
  }
}
