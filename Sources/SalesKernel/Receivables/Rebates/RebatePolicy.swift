import Values

/// The rebate programmes: who gets which share of a period's purchases back, and when.
/// - Source: PR4, CH2; programmes and figures are the policy's.
public struct RebatePolicy {
  public struct Program {
    public enum Settling: String, CaseIterable, Sendable {
      case afterPeriod = "after_period"
      case anyTime = "any_time"
    }

    /// Whose purchases count.
    public enum Basis: String, CaseIterable, Sendable {
      case own
      /// Those of customers whom the customer referred, from the day of the referral on.
      case referred
    }

    public let name: String
    public let title: Label
    public let source: String
    public let basis: Basis
    /// Over a customer: whether it takes part.
    public let who: any Rule
    public let unit: RebatePeriod.Unit
    public let settling: Settling
    public let bands: RebateBands
  }

  public let name: String
  public let source: String
  public let rounding: Rounding
  /// Over an order: whether it counts.
  public let counts: any Rule
  public let programs: [Program]

  /// - Throws: ``PolicyError`` with the place in the table.
  public init(decoding value: PolicyValue, compiler: any RuleCompiler) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["rounding", "counts", "programs"])
    let header = try PolicyHeader(root)
    (name, source) = (header.name, header.source)
    rounding = try root["rounding"].oneOf(Rounding.self)
    // As text only: a function of this table would be given customers.
    _ = try root["counts"].text()
    counts = try root["counts"].rule(compiler, entity: Order.schema.entity, extra: [])
    programs = try root["programs"].filledList { at throws(PolicyError) in
      try Program(at, compiler: compiler)
    }
    try root["programs"].refuseDuplicates(programs.map(\.name))
  }

  public func program(named name: String) -> Program? { programs.first { $0.name == name } }
}

extension RebatePolicy.Program {
  init(_ at: PolicyDecoder, compiler: any RuleCompiler) throws(PolicyError) {
    let table = try at.table(
      keys: [
        "key", "title", "source", "who", "of", "period", "settles", "kind", "bands", "note",
      ])
    name = try table["key"].key()
    title = try table["title"].label()
    source = try table.source()
    who = try table["who"].rule(compiler, entity: Customer.schema.entity, extra: [])
    basis = try table["of"].ifPresent?.oneOf(Basis.self) ?? .own
    unit = try table["period"].oneOf(RebatePeriod.Unit.self)
    settling = try table["settles"].oneOf(Settling.self)
    bands = try RebateBands(kind: table["kind"], bands: table["bands"])
  }

  /// - Throws: `rebate.open` where the period must end first.
  public func requireSettleable(_ period: RebatePeriod, on day: Day) throws(ValidationError) {
    guard settling == .afterPeriod, day <= period.last else { return }
    throw ValidationError(
      "rebate.open", "\(name) of \(period.text) is settled after \(period.last); it is \(day)",
      remedy: "settle it later, or set settles = \"any_time\" in the policy")
  }
}
