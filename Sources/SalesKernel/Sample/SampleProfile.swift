import Values

/// What a sample company is like: every word and number of it, decoded from a Lua table.
///
/// ```
///   SampleProfile ─┬─ SampleLevel     purchases, traits and orders of a level
///                  ├─ SampleKind      what firms make, their trades and industry
///                  ├─ SampleCity      where they are
///                  ├─ SampleNames     what they are called
///                  ├─ SampleContacts  who works there
///                  ├─ SampleActivities what happened
///                  ├─ SampleStaff     who sells
///                  └─ SampleProduct   what is sold
/// ```
/// The shape is documented beside its words, in `stdlib-lua/sample/aerospace.lua`.
/// - Source: CU2, CU5, CU7, CU8, PR1.
public struct SampleProfile: Sendable {
  public let name: String
  public let title: Label
  public let source: String

  let levels: Weighted<SampleLevel>
  let outOfDate: SampleShare
  let enteredTwice: SampleShare
  /// Weights of the four quarters.
  let season: [Int64]
  /// Days from the record's making to the first order, and to now where there is none.
  let createdBeforeOrder: ClosedRange<Int64>
  let createdProspect: ClosedRange<Int64>
  /// Days since the record was last confirmed.
  let updated: Weighted<ClosedRange<Int64>>
  let sizes: [Customer.Size: SampleSize]
  let sources: Weighted<String>
  let kinds: [SampleKind]
  /// For each level, the kinds by their share in it.
  let kindsOfLevel: [Weighted<Int>]
  let cities: Weighted<SampleCity>
  let names: SampleNames
  let contacts: SampleContacts
  let activities: SampleActivities
  let staff: SampleStaff
  let orders: SampleOrders
  let products: [SampleProduct]
  /// For each level, the products by grade and own weight.
  let productsOfLevel: [Weighted<Int>]
  /// The product whose pack costs least, for what is left of an order.
  let smallest: Int
  let missing: [SampleGap<Customer>]

  /// - Throws: ``PolicyError`` that names the place.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value, at: "sample").table(keys: Self.keys)
    name = try root["name"].text()
    title = try root["title"].label()
    source = try root.source()
    levels = try Self.levels(root["levels"])
    outOfDate = try root["out_of_date"].share()
    enteredTwice = try root["entered_twice"].share()
    season = try Self.season(root["season"])
    let created = try root["created"].table(keys: ["before_order", "prospect"])
    createdBeforeOrder = try created["before_order"].range(in: Self.days)
    createdProspect = try created["prospect"].range(in: Self.days)
    updated = try Self.updated(root["updated"])
    sizes = try Self.sizes(root["sizes"])
    sources = try root["sources"].weightedWords()
    kinds = try SampleKind.list(root["kinds"], levels: levels.elements)
    kindsOfLevel = try Self.kindsOfLevel(kinds, levels, at: root["kinds"])
    cities = try SampleCity.list(root["cities"])
    names = try SampleNames(decoding: root["names"])
    contacts = try SampleContacts(decoding: root["contacts"])
    activities = try SampleActivities(decoding: root["activities"])
    staff = try SampleStaff(decoding: root["reps"])
    orders = try SampleOrders(decoding: root["orders"])
    let products = try SampleProduct.list(root["products"])
    self.products = products
    productsOfLevel = try Self.productsOfLevel(products, levels, at: root["levels"])
    smallest =
      products.indices.min { products[$0].packUnits < products[$1].packUnits } ?? 0
    missing = try SampleGap.list(root["missing"])
  }

  private static let keys = [
    "name", "title", "source", "levels", "out_of_date", "entered_twice", "season", "created",
    "updated", "sizes", "sources", "kinds", "cities", "names", "contacts", "reps", "activities",
    "orders", "missing", "products",
  ]
  /// About a hundred years.
  static let days: ClosedRange<Int64> = 0...36_500
}

extension SampleProfile {
  private static func levels(
    _ place: PolicyDecoder
  ) throws(PolicyError) -> Weighted<SampleLevel> {
    var pairs: [(element: SampleLevel, weight: Int64)] = []
    for level in try place.list() {
      let decoded = try SampleLevel.decode(level)
      pairs.append((decoded.level, decoded.weight))
    }
    let names = pairs.map(\.element.name)
    for (index, pair) in pairs.enumerated() {
      for other in pair.element.was.elements where !names.contains(other) {
        throw PolicyError(
          "policy.value", at: "\(place.path)[\(index + 1)].was", "there is no level \"\(other)\"",
          remedy: Suggestion.sentence(for: other, among: names))
      }
    }
    return try place.weighted(pairs)
  }

  private static func season(_ place: PolicyDecoder) throws(PolicyError) -> [Int64] {
    let quarters = try place.list()
    guard quarters.count == 4 else { throw place.unexpected("four weights, one a quarter") }
    var weights: [Int64] = []
    for quarter in quarters { weights.append(try quarter.integer(in: 1...1_000_000)) }
    return weights
  }

  private static func updated(
    _ place: PolicyDecoder
  ) throws(PolicyError) -> Weighted<ClosedRange<Int64>> {
    var pairs: [(element: ClosedRange<Int64>, weight: Int64)] = []
    for band in try place.list() {
      let band = try band.table(keys: ["weight", "days"])
      pairs.append(
        (try band["days"].range(in: days), try band["weight"].integer(in: PolicyDecoder.weights)))
    }
    return try place.weighted(pairs)
  }

  private static func sizes(
    _ place: PolicyDecoder
  ) throws(PolicyError) -> [Customer.Size: SampleSize] {
    let table = try place.table(keys: Customer.Size.allCases.map(\.rawValue))
    var sizes: [Customer.Size: SampleSize] = [:]
    for size in Customer.Size.allCases {
      sizes[size] = try SampleSize(decoding: table[size.rawValue])
    }
    return sizes
  }

  private static func kindsOfLevel(
    _ kinds: [SampleKind], _ levels: Weighted<SampleLevel>, at place: PolicyDecoder
  ) throws(PolicyError) -> [Weighted<Int>] {
    var lists: [Weighted<Int>] = []
    for level in levels.elements {
      let shares = kinds.enumerated().map {
        (element: $0.offset, weight: $0.element.share[level.name] ?? 0)
      }
      guard shares.contains(where: { $0.weight > 0 }) else {
        throw PolicyError("policy.value", at: place.path, "no kind has a share of \(level.name)")
      }
      lists.append(Weighted(shares))
    }
    return lists
  }

  private static func productsOfLevel(
    _ products: [SampleProduct], _ levels: Weighted<SampleLevel>, at place: PolicyDecoder
  ) throws(PolicyError) -> [Weighted<Int>] {
    var lists: [Weighted<Int>] = []
    for (index, level) in levels.elements.enumerated() {
      let weights = products.enumerated().map { position, product in
        (element: position, weight: product.weight * (level.grades[product.grade] ?? 0))
      }
      guard weights.contains(where: { $0.weight > 0 }) else {
        throw PolicyError(
          "policy.value", at: "\(place.path)[\(index + 1)].grades", "no product is of these grades")
      }
      lists.append(Weighted(weights))
    }
    return lists
  }
}
