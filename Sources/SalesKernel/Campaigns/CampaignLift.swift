import Values

/// What one arm of a campaign did: customers, who responded, what they bought.
public struct ArmTally: Hashable, Sendable {
  public private(set) var customers = 0
  public private(set) var responded = 0
  /// In 1/10,000 yuan.
  private(set) var units: Int128 = 0
  private(set) var squares = 0.0

  public init() {}

  public mutating func add(responded: Bool, units: Int64) {
    customers += 1
    if responded { self.responded += 1 }
    self.units += Int128(units)
    squares += Double(units) * Double(units)
  }

  public mutating func add(_ other: ArmTally) {
    customers += other.customers
    responded += other.responded
    units += other.units
    squares += other.squares
  }

  public var share: Double? {
    customers == 0 ? nil : Double(responded) / Double(customers)
  }

  /// - Throws: `money.overflow`.
  public func amount() throws(ValueError) -> Money { try Self.money(units, over: 1) }

  /// A customer's mean, half-even to 1/10,000 yuan; nil without customers.
  public func perHead() throws(ValueError) -> Money? {
    customers == 0 ? nil : try Self.money(units, over: Int64(customers))
  }

  static func money(_ units: Int128, over count: Int64) throws(ValueError) -> Money {
    let doubled = Int128(count)
    var (whole, rest) = units.quotientAndRemainder(dividingBy: doubled)
    let twice = rest.magnitude * 2
    if twice > doubled.magnitude || (twice == doubled.magnitude && whole & 1 != 0) {
      whole += units < 0 ? -1 : 1
    }
    guard let small = Int64(exactly: whole) else {
      throw ValueError(
        "money.overflow", "what was bought is more than an amount holds",
        remedy: "count a shorter time")
    }
    return Money(units: small)
  }

  fileprivate var mean: Double { Double(units) / Double(customers) }
  /// Of the sample; nil below two customers.
  fileprivate var variance: Double? {
    guard customers > 1 else { return nil }
    return max(0, (squares - mean * mean * Double(customers)) / Double(customers - 1))
  }
}

/// What a treatment made of the share that responds and of the amount a head, against those held out.
public struct CampaignLift: Hashable, Sendable {
  /// A difference, and where the true one lies with the confidence asked for.
  public struct Interval: Hashable, Sendable {
    public let value: Double
    public let low: Double
    public let high: Double

    /// Whether all of it lies on one side of zero.
    public var isSignificant: Bool { low > 0 || high < 0 }
  }

  public let share: Interval
  /// Yuan a head; nil where either side has fewer than two customers.
  public let amount: Interval?
  /// What the treated bought beyond what as many of those held out bought, to 1/10,000 yuan.
  public let incremental: Money

  /// Nil where either side is empty.
  ///
  /// - Throws: `money.overflow`.
  public init?(
    treated: ArmTally, heldOut: ArmTally, confidence: Double
  ) throws(ValueError) {
    guard treated.customers > 0, heldOut.customers > 0 else { return nil }
    let z = Self.z(confidence)
    guard let share = Self.difference(treated, heldOut, z: z) else { return nil }
    self.share = share
    amount = Self.means(treated, heldOut, z: z)
    let (t, c) = (Int128(treated.customers), Int128(heldOut.customers))
    let (left, over) = treated.units.multipliedReportingOverflow(by: c)
    let (right, beyond) = heldOut.units.multipliedReportingOverflow(by: t)
    let (rest, outside) = left.subtractingReportingOverflow(right)
    guard !over, !beyond, !outside else {
      throw ValueError(
        "money.overflow", "what was bought is more than can be compared exactly",
        remedy: "count a shorter time")
    }
    incremental = try ArmTally.money(rest, over: Int64(c))
  }

  /// The two-sided point of the normal distribution.
  static func z(_ confidence: Double) -> Double {
    confidence == 0.95
      ? Confidence.standard : NormalDistribution.quantile(0.5 + confidence / 2)
  }

  /// Difference of two shares by Newcombe's hybrid of two Wilson intervals (his method 10):
  ///
  ///     low  = p₁ − p₂ − √((p₁ − l₁)² + (u₂ − p₂)²)
  ///     high = p₁ − p₂ + √((u₁ − p₁)² + (p₂ − l₂)²)
  /// - Source: R. Newcombe, Statistics in Medicine 17 (1998) 873–890.
  static func difference(_ a: ArmTally, _ b: ArmTally, z: Double) -> Interval? {
    guard let p = a.share, let q = b.share,
      let first = Confidence(share: a.responded, of: a.customers, z: z),
      let second = Confidence(share: b.responded, of: b.customers, z: z)
    else { return nil }
    func root(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
    return Interval(
      value: p - q, low: p - q - root(p - first.low, second.high - q),
      high: p - q + root(first.high - p, q - second.low))
  }

  /// Difference of two means, with unlike variances, by the normal distribution.
  private static func means(_ a: ArmTally, _ b: ArmTally, z: Double) -> Interval? {
    guard let v = a.variance, let w = b.variance else { return nil }
    let value = (a.mean - b.mean) / 10_000
    let error = (v / Double(a.customers) + w / Double(b.customers)).squareRoot() / 10_000
    return Interval(value: value, low: value - z * error, high: value + z * error)
  }
}

/// What a campaign earned against what it cost: exact in money.
public struct CampaignReturn: Hashable, Sendable {
  public let incremental: Money
  public let margin: Rate
  public let gross: Money
  public let spent: Money
  public let net: Money

  /// Net over spent; nil where nothing was spent.
  public var roi: Double? { spent.isZero ? nil : net.ratio(to: spent) }

  /// - Throws: `money.overflow`.
  public init(incremental: Money, margin: Rate, spent: Money) throws(ValueError) {
    (self.margin, self.spent) = (margin, spent)
    self.incremental = try ExactAmount(incremental).rounded(.halfEven, to: .document)
    var earned = ExactAmount(self.incremental)
    try earned.multiply(by: margin)
    gross = try earned.rounded(.halfUp, to: .document)
    net = try gross.subtracting(spent)
  }
}

extension Confidence {
  /// Of a share by Wilson, with a two-sided confidence of one's own.
  public init?(share count: Int, of all: Int, at confidence: Double) {
    self.init(share: count, of: all, z: CampaignLift.z(confidence))
  }
}
