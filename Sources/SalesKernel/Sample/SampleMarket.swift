import Values

/// What firms make: their kind, trades and industry classes.
/// - Source: CU2.
struct SampleKind: Sendable {
  let kind: String
  /// Weight among the customers of each level.
  let share: [String: Int64]
  /// Registering department and category, which open the credit code.
  let register: String
  let industry: Weighted<String>
  let trades: [String]
  let isInstitution: Bool

  static func list(
    _ place: PolicyDecoder, levels: [SampleLevel]
  ) throws(PolicyError) -> [SampleKind] {
    var kinds: [SampleKind] = []
    var owners: [String: String] = [:]
    for element in try place.list() {
      let kind = try SampleKind(decoding: element, levels: levels.map(\.name))
      for trade in kind.trades {
        if let owner = owners.updateValue(kind.kind, forKey: trade) {
          throw PolicyError(
            "policy.duplicate", at: "\(element.path).trades",
            "\"\(trade)\" is already a trade of \(owner); names would not be unique")
        }
      }
      kinds.append(kind)
    }
    return kinds
  }

  private init(decoding place: PolicyDecoder, levels: [String]) throws(PolicyError) {
    let table = try place.table(
      keys: ["kind", "share", "register", "industry", "trades", "is_institution"])
    kind = try table["kind"].text()
    let shares = try table["share"].table(keys: levels)
    var share: [String: Int64] = [:]
    for level in shares.keys {
      share[level] = try shares[level].integer(in: PolicyDecoder.weights)
    }
    self.share = share
    register = try table["register"].text()
    guard register.utf8.count == 2 else {
      throw PolicyError(
        "policy.value", at: table["register"].path, "\"\(register)\" has not two characters")
    }
    industry = try table["industry"].weightedWords()
    for text in industry.elements {
      do {
        _ = try IndustryClass(parsing: text)
      } catch {
        throw PolicyError(
          "policy.value", at: table["industry"].path, error.message, remedy: error.remedy)
      }
    }
    trades = try table["trades"].texts()
    isInstitution = try table["is_institution"].ifPresent?.bool() ?? false
  }
}

/// Where firms are: a city, its sales region and its division code.
struct SampleCity: Sendable {
  let city: String
  let region: String
  /// Six digits.
  let division: String

  static func list(_ place: PolicyDecoder) throws(PolicyError) -> Weighted<SampleCity> {
    var pairs: [(element: SampleCity, weight: Int64)] = []
    var seen: Set<String> = []
    for element in try place.list() {
      let table = try element.table(keys: ["city", "region", "division", "weight"])
      let city = SampleCity(
        city: try table["city"].text(), region: try table["region"].text(),
        division: try table["division"].text())
      guard city.division.utf8.count == 6, city.division.utf8.allSatisfy({ 48...57 ~= $0 }) else {
        throw PolicyError(
          "policy.value", at: table["division"].path, "\"\(city.division)\" is not six digits")
      }
      guard seen.insert(city.city).inserted else {
        throw PolicyError("policy.duplicate", at: element.path, "\(city.city) is there twice")
      }
      pairs.append((city, try table["weight"].integer(in: PolicyDecoder.weights)))
    }
    return try place.weighted(pairs)
  }
}

/// Something that is sold.
/// - Source: PR1.
struct SampleProduct: Sendable {
  let record: Product
  let grade: String
  let price: Money
  /// Pieces that are sold together.
  let pack: Int64
  let weight: Int64

  /// Price of a pack, in 1/10,000 yuan.
  var packUnits: Int64 { price.units * pack }

  static func list(_ place: PolicyDecoder) throws(PolicyError) -> [SampleProduct] {
    var products: [SampleProduct] = []
    for (index, element) in try place.list().enumerated() {
      products.append(try SampleProduct(decoding: element, id: Int64(index) + 1))
    }
    guard !products.isEmpty else { throw place.unexpected("a list of products") }
    return products
  }

  private init(decoding place: PolicyDecoder, id: Int64) throws(PolicyError) {
    let table = try place.table(keys: [
      "code", "name", "category", "grade", "surface", "standard", "price", "cost", "lead_days",
      "pack", "weight",
    ])
    grade = try table["grade"].text()
    price = try table["price"].amount()
    pack = try table["pack"].integer(in: 1...100_000)
    weight = try table["weight"].integer(in: PolicyDecoder.weights)
    try Self.requireFen(Money(units: price.units * pack), at: table["pack"].path)
    var product = Product(id: id, name: try table["name"].text())
    product.code = try table["code"].text()
    product.category = try table["category"].text()
    product.grade = grade
    product.surface = try table["surface"].ifPresent?.text()
    product.standard = try table["standard"].ifPresent?.text()
    product.unitPrice = price
    product.cost = try table["cost"].ifPresent?.amount()
    product.leadDays = try table["lead_days"].ifPresent?.integer(in: SampleProfile.days)
    record = product
  }

  /// Amounts of orders have two decimals, so the price of a pack has.
  private static func requireFen(_ money: Money, at path: String) throws(PolicyError) {
    guard (try? money.rounded(.down, to: .document)) == money else {
      throw PolicyError(
        "policy.value", at: path, "a pack costs \(money.grouped), not a whole number of fen",
        remedy: "choose a pack whose price has two decimals")
    }
  }
}
