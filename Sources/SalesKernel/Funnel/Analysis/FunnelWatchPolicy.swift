import Values

/// When the figures of a funnel call for somebody.
/// - Source: FU14, FU5.
public struct FunnelWatchPolicy: Sendable {
  /// The mean cycle of what was won lately, against the industry's.
  public struct Cycle: Sendable {
    public let industryDays: Double
    /// Share by which it may be longer.
    public let over: Double
    public let months: Int
    /// Wins from which a mean is taken.
    public let least: Int
    /// What it is split by, beside the whole.
    public let by: String
    public let alert: String
    public let action: Label
    public let source: String

    /// Days beyond which it is too long.
    public var limit: Double { industryDays * (1 + over) }
  }

  /// Leads converted in a month over leads that arrived in it, by region.
  public struct Conversion: Sendable {
    public struct Step: Sendable {
      public let months: Int
      public let severity: String
      public let action: Label
    }

    public let least: Double
    public let arrivals: Int
    public let alert: String
    /// From the fewest months running to the most.
    public let steps: [Step]
    public let source: String

    /// The step of so many low months running; nil for none.
    public func step(of months: Int) -> Step? { steps.last { months >= $0.months } }
    /// Months that must be looked at.
    public var reach: Int { steps.last?.months ?? 0 }

    /// Low months running up to the last one.
    ///
    /// - Parameter months: Leads arrived and converted, the last month first.
    public func running(_ months: [(arrived: Int, converted: Int)]) -> Int {
      months.prefix {
        $0.arrived >= arrivals && Double($0.converted) < least * Double($0.arrived)
      }.count
    }
  }

  public let header: PolicyHeader
  public let cycle: Cycle
  public let conversion: Conversion
  /// Words of the hygiene policy, and the kind of alert that they raise.
  public let stale: (findings: [String], alert: String)

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["cycle", "conversion", "stale"])
    header = try PolicyHeader(root)
    cycle = try Cycle(root["cycle"])
    conversion = try Conversion(root["conversion"])
    let stale = try root["stale"].table(keys: ["findings", "alert", "source"])
    _ = try stale.source()
    self.stale = (try stale["findings"].words(), try stale["alert"].key())
  }
}

extension FunnelWatchPolicy.Cycle {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(
      keys: ["industry_days", "over", "months", "least", "by", "alert", "action", "source"])
    industryDays = try table["industry_days"].number(in: 0.1...36_600)
    over = try table["over"].number(in: 0...100)
    months = Int(try table["months"].integer(in: 1...120))
    least = Int(try table["least"].integer(in: 1...1_000_000))
    by = try table["by"].key()
    alert = try table["alert"].key()
    action = try table["action"].label()
    source = try table.source()
  }
}

extension FunnelWatchPolicy.Conversion {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["least", "arrivals", "alert", "steps", "source"])
    least = try table["least"].number(in: 0...1)
    arrivals = Int(try table["arrivals"].integer(in: 1...1_000_000))
    alert = try table["alert"].key()
    source = try table.source()
    steps = try table["steps"].filledList { at throws(PolicyError) in
      let step = try at.table(keys: ["months", "severity", "action"])
      return Step(
        months: Int(try step["months"].integer(in: 1...120)),
        severity: try step["severity"].key(), action: try step["action"].label())
    }
    for (before, step) in zip(steps, steps.dropFirst()) where step.months <= before.months {
      throw PolicyError(
        "policy.unreachable", at: table["steps"].path,
        "\(step.months) months do not come after \(before.months)",
        remedy: "list the steps upward")
    }
  }
}
