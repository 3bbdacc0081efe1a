/// Every two products that stand in one basket, counted.
///
/// - Complexity: O(Σ products of a basket²) counts; a square of all products where that is small, a
///   hash map where it is not.
/// - Source: PR9.
public struct Associations: Sendable {
  public let products: [Int64]
  public let baskets: Int
  /// Baskets of each product.
  private let singles: [Int32]
  /// For each product its neighbours, ascending, and the baskets of both.
  private let starts: [Int]
  private let neighbours: [Int32]
  private let together: [Int32]
  private let places: [Int64: Int32]

  /// As many products squared still stand in one array.
  private static let largestSquare = 2_000

  public init(_ baskets: Baskets) {
    products = baskets.products
    self.baskets = baskets.count
    let count = baskets.products.count
    var singles = [Int32](repeating: 0, count: count)
    for item in baskets.items { singles[Int(item)] += 1 }
    self.singles = singles
    (starts, neighbours, together) =
      count <= Self.largestSquare ? Self.square(baskets, count) : Self.hashed(baskets, count)
    var places: [Int64: Int32] = [:]
    for (place, product) in products.enumerated() {
      places[product] = Int32(truncatingIfNeeded: place)
    }
    self.places = places
  }

  private typealias Pairs = (starts: [Int], neighbours: [Int32], together: [Int32])

  private static func square(_ baskets: Baskets, _ count: Int) -> Pairs {
    var matrix = [Int32](repeating: 0, count: count * count)
    matrix.withUnsafeMutableBufferPointer { matrix in
      for basket in 0..<baskets.count {
        let items = baskets.products(ofBasket: basket)
        for one in items {
          let row = Int(one) * count
          for other in items { matrix[row + Int(other)] += 1 }
        }
      }
    }
    var pairs: Pairs = ([], [], [])
    for one in 0..<count {
      pairs.starts.append(pairs.neighbours.count)
      for other in 0..<count where other != one && matrix[one * count + other] > 0 {
        pairs.neighbours.append(Int32(truncatingIfNeeded: other))
        pairs.together.append(matrix[one * count + other])
      }
    }
    pairs.starts.append(pairs.neighbours.count)
    return pairs
  }

  private static func hashed(_ baskets: Baskets, _ count: Int) -> Pairs {
    var found: [UInt64: Int32] = [:]
    for basket in 0..<baskets.count {
      let items = baskets.products(ofBasket: basket)
      for one in items {
        for other in items where other != one {
          found[UInt64(one) << 32 | UInt64(other), default: 0] += 1
        }
      }
    }
    var pairs: Pairs = ([], [], [])
    for key in found.keys.sorted() {
      while pairs.starts.count <= Int(key >> 32) { pairs.starts.append(pairs.neighbours.count) }
      pairs.neighbours.append(Int32(truncatingIfNeeded: key & 0xFFFF_FFFF))
      pairs.together.append(found[key] ?? 0)
    }
    while pairs.starts.count <= count { pairs.starts.append(pairs.neighbours.count) }
    return pairs
  }

  /// How often the second is bought with the first; nil where never.
  public func association(_ product: Int64, _ other: Int64) -> Association? {
    guard let one = places[product], let two = places[other] else { return nil }
    var (low, high) = (starts[Int(one)], starts[Int(one) + 1])
    while low < high {
      let middle = (low + high) / 2
      if neighbours[middle] < two { low = middle + 1 } else { high = middle }
    }
    guard low < starts[Int(one) + 1], neighbours[low] == two else { return nil }
    return association(Int(one), at: low)
  }

  private func association(_ one: Int, at position: Int) -> Association {
    let other = Int(neighbours[position])
    return Association(
      product: products[one], suggests: products[other], count: Int(together[position]),
      ofProduct: Int(singles[one]), ofSuggested: Int(singles[other]), baskets: baskets)
  }

  /// What is bought with a product.
  public func associations(of product: Int64) -> [Association] {
    guard let one = places[product].map(Int.init) else { return [] }
    return (starts[one]..<starts[one + 1]).map { association(one, at: $0) }
  }

  /// How likely who buys the first is to buy the second: the confidence, drawn toward the share of all
  /// baskets that hold the second as if `prior` baskets more had been seen.
  ///
  /// (n(AB) + prior · n(B) / N) / (n(A) + prior); few baskets so say little.
  public func likelihood(of other: Int64, with product: Int64, prior: Double) -> Double {
    guard let two = places[other], baskets > 0 else { return 0 }
    let usual = Double(singles[Int(two)]) / Double(baskets)
    let seen = Double(places[product].map { singles[Int($0)] } ?? 0)
    guard seen + prior > 0 else { return 0 }
    let both = Double(association(product, other)?.count ?? 0)
    return (both + prior * usual) / (seen + prior)
  }

  /// Those that reach the minimum: by confidence, then by count, then by the ids.
  public func list(_ minimum: Association.Minimum) -> [Association] {
    products.flatMap { associations(of: $0).filter(minimum.admits) }.sorted { left, right in
      if left.isStronger(than: right) { return true }
      if right.isStronger(than: left) { return false }
      return (left.product, left.suggests) < (right.product, right.suggests)
    }
  }

  /// The products by how many baskets hold them; ties by id.
  public var byBaskets: [Int64] {
    products.indices.sorted { (singles[$1], products[$0]) < (singles[$0], products[$1]) }
      .map { products[$0] }
  }
}
