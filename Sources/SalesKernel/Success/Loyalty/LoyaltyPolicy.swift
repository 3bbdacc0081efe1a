import Values

/// When a customer is one, and how loyalty and value are measured.
/// - Source: CS7; `stdlib-lua/policy/loyalty.lua`.
public struct LoyaltyPolicy: Sendable {
  /// What a customer's lifetime value is made of where the call says nothing.
  public struct Lifetime: Sendable {
    public let variant: LifetimeValue.Variant
    /// Months over which margin and churn are measured; a year's, so 12.
    public let months: Int
    /// Share of an order's amount that is margin where its cost is not known.
    public let margin: Rate
    /// Discount a year.
    public let discount: Rate
    public let rounding: Rounding
    public let source: String
  }

  public struct Wallet: Sendable {
    /// The reading that holds what a customer spends in all.
    public let metric: String
    public let months: Int
    public let source: String
  }

  public struct RFM: Sendable {
    public let months: Int
    public let segments: RFMSegments
    public let source: String
  }

  public let header: PolicyHeader
  /// Months within which a customer must have ordered to be one.
  public let activeMonths: Int
  public let activeSource: String
  /// Orders in a period that are buying again.
  public let repeatOrders: Int
  public let repeatSource: String
  public let rounding: Rounding
  public let lifetime: Lifetime
  public let wallet: Wallet
  public let rfm: RFM
  /// Periods that a cohort table may have.
  public let mostPeriods: Int

  private static let months: ClosedRange<Int64> = 1...120

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + [
        "active", "repurchase", "rounding", "lifetime", "wallet", "rfm", "cohorts",
      ])
    header = try PolicyHeader(root)
    let active = try root["active"].table(keys: ["months", "source"])
    activeMonths = Int(try active["months"].integer(in: Self.months))
    activeSource = try active.source()
    let again = try root["repurchase"].table(keys: ["orders", "source"])
    repeatOrders = Int(try again["orders"].integer(in: 2...1000))
    repeatSource = try again.source()
    rounding = try root["rounding"].oneOf(Rounding.self)
    lifetime = try Lifetime(root["lifetime"], rounding: rounding)
    let wallet = try root["wallet"].table(keys: ["metric", "months", "source"])
    self.wallet = Wallet(
      metric: try wallet["metric"].key(),
      months: Int(try wallet["months"].integer(in: Self.months)), source: try wallet.source())
    let rfm = try root["rfm"].table(keys: ["months", "segments", "source"])
    self.rfm = RFM(
      months: Int(try rfm["months"].integer(in: Self.months)),
      segments: try RFMSegments(rfm["segments"]), source: try rfm.source())
    let cohorts = try root["cohorts"].table(keys: ["most", "source"])
    mostPeriods = Int(try cohorts["most"].integer(in: 2...1000))
    _ = try cohorts.source()
  }
}

extension LoyaltyPolicy.Lifetime {
  fileprivate init(_ at: PolicyDecoder, rounding: Rounding) throws(PolicyError) {
    let table = try at.table(keys: ["variant", "months", "margin", "discount", "source"])
    variant = try table["variant"].oneOf(LifetimeValue.Variant.self)
    months = Int(try table["months"].integer(in: 12...12))
    margin = try table["margin"].rate(upTo: 1)
    discount = try table["discount"].rate(upTo: 1)
    self.rounding = rounding
    source = try table.source()
  }
}
