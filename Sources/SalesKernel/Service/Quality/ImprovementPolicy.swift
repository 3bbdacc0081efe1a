import Values

/// How improvements are numbered, and when one has worked.
/// - Source: SV6.
public struct ImprovementPolicy: Sendable {
  public let number: DocumentNumber
  /// Months before it took effect that are compared.
  public let months: Int
  /// Days that it must have been in effect before it is judged.
  public let leastDays: Int
  /// How likely fewer tickets may be by chance.
  public let significance: Double
  /// Tickets are shown for so many orders.
  public let perOrders: Int
  public let source: String

  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(
      keys: DocumentNumber.keys + [
        "months", "least_days", "significance", "per_orders", "source",
      ])
    number = try DocumentNumber(table)
    months = Int(try table["months"].integer(in: 1...120))
    leastDays = Int(try table["least_days"].integer(in: 1...3_660))
    significance = try table["significance"].number(in: 0...1)
    perOrders = Int(try table["per_orders"].integer(in: 1...1_000_000))
    source = try table.source()
  }
}

/// Whether something happens less often than before, and how likely that is by chance.
///
/// Events of two stretches that come at one rate fall into the second by its share of the exposure: of
/// `before + after` events, as many or fewer than `after` fall there with the chance ``chance``, the lower
/// tail of a binomial distribution. (The exact conditional test of two Poisson rates, one-sided.)
/// - Source: Przyborowski and Wilenski 1940.
public struct RateChange: Hashable, Sendable {
  public let before: Int
  public let after: Int
  /// Days, or orders: what the events are counted over.
  public let exposureBefore: Int
  public let exposureAfter: Int

  public init(before: Int, over exposureBefore: Int, after: Int, over exposureAfter: Int) {
    (self.before, self.exposureBefore) = (max(0, before), max(0, exposureBefore))
    (self.after, self.exposureAfter) = (max(0, after), max(0, exposureAfter))
  }

  public var rateBefore: Double? { Self.rate(before, exposureBefore) }
  public var rateAfter: Double? { Self.rate(after, exposureAfter) }

  private static func rate(_ count: Int, _ exposure: Int) -> Double? {
    exposure == 0 ? nil : Double(count) / Double(exposure)
  }

  /// How much rarer it is: 0.4 for 40 % fewer; negative where it is more frequent.
  public var drop: Double? {
    guard let old = rateBefore, let new = rateAfter, old > 0 else { return nil }
    return 1 - new / old
  }

  /// The chance of so few events after, were nothing changed; nil without events or exposure.
  public var chance: Double? {
    let exposure = Double(exposureBefore) + Double(exposureAfter)
    guard before + after > 0, exposureBefore > 0, exposureAfter > 0 else { return nil }
    return Self.lowerTail(
      upTo: after, of: before + after, share: Double(exposureAfter) / exposure)
  }

  /// P(X ≤ k) of a binomial distribution, by the ratio of each term to the next from the largest on, so
  /// that nothing underflows that counts.
  static func lowerTail(upTo limit: Int, of count: Int, share: Double) -> Double {
    let odds = share / (1 - share)
    let mode = min(count, Int(Double(count + 1) * share))
    var (below, all) = (0.0, 0.0)
    func note(_ k: Int, _ term: Double) {
      all += term
      if k <= limit { below += term }
    }
    note(mode, 1)
    var term = 1.0
    for k in stride(from: mode, to: 0, by: -1) where term > 0 {
      term *= Double(k) / (Double(count - k + 1) * odds)
      note(k - 1, term)
    }
    term = 1
    for k in mode..<max(mode, count) where term > 0 {
      term *= Double(count - k) * odds / Double(k + 1)
      note(k + 1, term)
    }
    return min(1, below / all)
  }
}
