import Values

/// Customers who bought in a window, scored by how lately, how often and how much.
public struct RFMRanking: Sendable {
  public struct Customer: Sendable {
    public let place: Int
    public let last: Int32
    public let orders: Int
    public let amount: Money
    public let score: RFMScore
  }

  /// By place.
  public let customers: [Customer]

  /// - Parameter isMember: Whether the customer at a place is among those asked about.
  /// - Throws: `money.overflow`.
  public init(
    _ book: PurchaseBook, in window: DayWindow, poll: () throws -> Void = {},
    where isMember: (Int) -> Bool = { _ in true }
  ) throws {
    var places: [Int] = []
    var (lasts, counts, amounts): ([Int64], [Int64], [Int64]) = ([], [], [])
    try book.forEachCustomer(poll: poll) { place in
      guard isMember(place) else { return }
      let purchases = book.purchases(of: place, in: window)
      guard purchases.count > 0 else { return }
      places.append(place)
      lasts.append(Int64(purchases.last))
      counts.append(Int64(purchases.count))
      amounts.append(try FunnelShare.money(purchases.units).units)
    }
    let recency = Quintiles.of(lasts)
    let frequency = Quintiles.of(counts)
    let monetary = Quintiles.of(amounts)
    customers = places.indices.map { index in
      Customer(
        place: places[index], last: Int32(truncatingIfNeeded: lasts[index]),
        orders: Int(counts[index]), amount: Money(units: amounts[index]),
        score: RFMScore(
          recency: Int(recency[index]), frequency: Int(frequency[index]),
          monetary: Int(monetary[index])))
    }
  }
}
