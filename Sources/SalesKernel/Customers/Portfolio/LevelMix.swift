import Values

/// Counts customers and revenue by level, against what a policy expects, with concentration.
///
/// Records are fed one by one; memory is 8 bytes a record with revenue.
///
/// ```swift
/// var mix = LevelMix()
/// for customer in customers { mix.add(level: customer.level, revenue: customer.annualPurchase) }
/// let report = try mix.report(against: policy.mix(named: "fastener"))
/// ```
/// - Source: CU8.
public struct LevelMix: Sendable {
  private var counts: [String?: (customers: Int, revenue: Int128)] = [:]
  private var amounts: [Money] = []

  public init() {}

  /// - Complexity: O(1).
  public mutating func add(level: String?, revenue: Money?) {
    counts[level, default: (0, 0)].customers += 1
    guard let revenue else { return }
    counts[level, default: (0, 0)].revenue += Int128(revenue.units)
    amounts.append(revenue)
  }

  /// The mix so far.
  ///
  /// Shares are of the levels that `expected` names; with none, of all records. Customers of other
  /// levels, or of none, stand in rows without an expected share.
  /// - Throws: ``ValueError`` with `money.overflow` where a sum is beyond Money.
  public func report(against expected: MixPolicy.Mix?) throws(ValueError) -> LevelMixReport {
    let named = expected?.levels.map(\.level) ?? []
    let others = counts.keys.filter { !named.contains($0 ?? "") || $0 == nil }
      .sorted { ($0 ?? "\u{10FFFF}") < ($1 ?? "\u{10FFFF}") }
    let base = counts.filter { named.isEmpty || ($0.key.map(named.contains) ?? false) }
    let customers = base.values.reduce(0) { $0 + $1.customers }
    let revenue = base.values.reduce(Int128(0)) { $0 + $1.revenue }
    var rows: [LevelMixReport.Row] = []
    for level in named.map(Optional.some) + others {
      let count = counts[level] ?? (0, 0)
      let wanted = expected?.levels.first { $0.level == level }
      let isCounted = named.isEmpty || wanted != nil
      rows.append(
        LevelMixReport.Row(
          level: level, customers: count.customers, revenue: try Self.money(count.revenue),
          customerShare: isCounted && customers > 0
            ? Double(count.customers) / Double(customers) : nil,
          revenueShare: isCounted && revenue > 0
            ? Double(count.revenue) / Double(revenue) : nil,
          expectedCustomers: wanted?.customers, expectedRevenue: wanted?.revenue))
    }
    return LevelMixReport(
      rows: rows, concentration: Concentration(amounts), source: expected?.source)
  }

  private static func money(_ units: Int128) throws(ValueError) -> Money {
    guard let exact = Int64(exactly: units) else {
      return try Money(units: .max).adding(Money(units: .max))
    }
    return Money(units: exact)
  }
}

/// Actual against expected, level by level.
public struct LevelMixReport: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    /// Nil for customers without a level.
    public let level: String?
    public let customers: Int
    public let revenue: Money
    /// 0–1; nil for levels that the expectation leaves out.
    public let customerShare: Double?
    public let revenueShare: Double?
    public let expectedCustomers: Double?
    public let expectedRevenue: Double?
  }

  public let rows: [Row]
  public let concentration: Concentration
  public let source: String?

  /// The report as a why-tree: each level with its shares and what was expected.
  public var explanation: Explanation {
    let levels = rows.map { row in
      Explanation(
        row.level ?? "no level", .step, value: .integer(Int64(row.customers)),
        reason: [
          Self.compare("customers", row.customerShare, row.expectedCustomers),
          Self.compare("revenue \(row.revenue.grouped),", row.revenueShare, row.expectedRevenue),
        ].joined(separator: "; "), source: row.expectedCustomers == nil ? nil : source)
    }
    let shares = [
      ("top_1", concentration.top1), ("top_5", concentration.top5),
      ("top_10", concentration.top10), ("hhi", concentration.hhi), ("gini", concentration.gini),
    ]
    return Explanation(
      "level_mix", .step, source: source,
      children: levels + shares.map { Explanation($0, .step, value: .number($1)) })
  }

  private static func compare(_ word: String, _ actual: Double?, _ expected: Double?) -> String {
    guard let actual else { return "\(word) not counted" }
    let wanted = expected.map { ", expected \(percent($0))" } ?? ""
    return "\(word) \(percent(actual))\(wanted)"
  }

  /// As `33.3 %`.
  private static func percent(_ share: Double) -> String {
    guard let tenths = Int64(nearest: share * 1000) else { return "\(share)" }
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(Double(tenths) / 10) %"
  }
}
