import Values

/// What years bring and cost, and what somebody claims comes of it.
/// - Source: OR4.
public struct InvestmentCase: Hashable, Sendable {
  public struct Year: Hashable, Sendable {
    public let year: Int64
    public let revenue: Money
    public let cost: Money
    /// Margin that is stated beside; not part of the return.
    public let margin: Rate?

    public init(year: Int64, revenue: Money, cost: Money, margin: Rate?) {
      self.year = year
      self.revenue = revenue
      self.cost = cost
      self.margin = margin
    }
  }

  /// A part of the first year's cost.
  public struct Part: Hashable, Sendable {
    public let title: Label
    public let amount: Money
  }

  public let years: [Year]
  public let parts: [Part]
  /// The return that a document claims, as 2.5.
  public let claim: Double?
  public let source: String

  public init(years: [Year], parts: [Part] = [], claim: Double?, source: String) {
    self.years = years
    self.parts = parts
    self.claim = claim
    self.source = source
  }

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["years", "cost_parts", "claim", "source", "note"])
    years = try table["years"].filledList { at throws(PolicyError) in
      let year = try at.table(keys: ["year", "revenue", "cost", "margin"])
      return Year(
        year: try year["year"].integer(in: 1...9999), revenue: try year["revenue"].money(),
        cost: try year["cost"].money(),
        margin: try year["margin"].ifPresent?.rate(upTo: 1))
    }
    parts =
      try table["cost_parts"].ifPresent?.list(of: { at throws(PolicyError) in
        let part = try at.table(keys: ["title", "amount"])
        return Part(title: try part["title"].label(), amount: try part["amount"].money())
      }) ?? []
    claim = try table["claim"].ifPresent?.number()
    source = try table.source()
  }

  /// Revenue less cost of a year.
  /// - Throws: `money.overflow`.
  public func profit(_ year: Year) throws(ValueError) -> Money {
    try year.revenue.subtracting(year.cost)
  }

  public func profit() throws(ValueError) -> Money {
    var sum = Money.zero
    for year in years { sum = try sum.adding(profit(year)) }
    return sum
  }

  public func cost() throws(ValueError) -> Money {
    var sum = Money.zero
    for year in years { sum = try sum.adding(year.cost) }
    return sum
  }

  /// The return: profit of all years over their cost; nil where nothing was spent.
  public func roi() throws(ValueError) -> Double? {
    let cost = try cost()
    return cost.isZero ? nil : try profit().ratio(to: cost)
  }

  /// What the stated margins would leave, over the cost; nil where a year states none or nothing was spent.
  public func roiByMargins() throws(ValueError) -> Double? {
    let cost = try cost()
    if cost.isZero { return nil }
    var sum = Money.zero
    for year in years {
      guard let margin = year.margin else { return nil }
      sum = try sum.adding(year.revenue.times(margin, rounding: .halfUp, to: .document))
    }
    return sum.ratio(to: cost)
  }

  /// The formula with its numbers, in units of 10,000 yuan.
  public func formula() throws(ValueError) -> String {
    let profits = try years.map { year throws(ValueError) in Self.wan(try profit(year)) }
    return
      "Σ (revenue − cost) / Σ cost = (\(profits.joined(separator: " + "))) / \(Self.wan(try cost()))万"
  }

  private static func wan(_ money: Money) -> String {
    let number = Double(money.units) / 100_000_000
    let text = FieldValue.number(number).display
    return number < 0 ? "−\(text.dropFirst())" : text
  }

  /// - Throws: `money.overflow`.
  public func explanation() throws(ValueError) -> Explanation {
    let roi = try roi()
    var children = try years.map { year throws(ValueError) in
      Explanation(
        "\(year.year)", .input, value: .money(try profit(year)),
        reason: "revenue \(year.revenue.grouped) − cost \(year.cost.grouped)")
    }
    children.append(
      Explanation("cost", .input, value: .money(try cost()), reason: "of all years"))
    if let claim {
      children.append(
        Explanation(
          "claim", .notMatched, value: .number(claim),
          reason: "the source's own figure does not follow from its inputs", source: source))
    }
    return Explanation(
      "roi", .step, value: roi.map(FieldValue.number) ?? .null,
      reason: roi == nil ? "no data: nothing was spent" : try formula(), source: source,
      children: children)
  }
}
