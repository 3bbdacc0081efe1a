import Values

/// How contracts are paid, invoices numbered and aged, and late customers written to.
/// - Source: AU6, FU9, PF5; words and figures are the policy's.
public struct ReceivablesPolicy {
  /// What happens to money beyond what is open.
  public enum Surplus: String, CaseIterable, Sendable {
    /// It stays on the customer's account, allocated to nothing.
    case credit
    /// The payment is refused.
    case refuse
  }

  public let name: String
  public let source: String
  public let plans: [PaymentPlan]
  /// Key of the plan where none is named.
  public let standingPlan: String
  /// Days from an invoice to its due day where nothing else says it.
  public let termsDays: Int64
  public let onSurplus: Surplus
  public let numbers: DocumentNumber
  public let ageing: AgeBuckets
  public let dunning: DunningPolicy
  public let watch: OverdueWatch
  /// Source of the measures of collection.
  public let collectionSource: String
  /// Over an invoice: whether it is a sale on credit.
  public let creditSales: any Rule

  /// - Throws: ``PolicyError`` with the place in the table.
  public init(decoding value: PolicyValue, compiler: any RuleCompiler) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + [
        "nodes", "plan", "plans", "terms_days", "numbers", "on_surplus", "collection", "ageing",
        "dunning", "watch",
      ])
    let header = try PolicyHeader(root)
    (name, source) = (header.name, header.source)
    let nodes = try root["nodes"].words()
    plans = try root["plans"].filledList { at throws(PolicyError) in
      try PaymentPlan(at, nodes: nodes)
    }
    try root["plans"].refuseDuplicates(plans.map(\.name))
    standingPlan = try root["plan"].choice(plans.map(\.name))
    termsDays = try root["terms_days"].integer(in: 0...Self.longestTerm)
    onSurplus = try root["on_surplus"].oneOf(Surplus.self)
    numbers = try DocumentNumber(try root["numbers"].table(keys: DocumentNumber.keys))
    ageing = try AgeBuckets(root["ageing"])
    dunning = try DunningPolicy(root["dunning"])
    watch = try OverdueWatch(root["watch"])
    let collection = try root["collection"].table(keys: ["source", "credit_sales", "note"])
    collectionSource = try collection.source()
    creditSales = try collection["credit_sales"].rule(
      compiler, entity: Invoice.schema.entity, extra: [])
  }

  /// Ten years: more is a slip of the keyboard.
  static let longestTerm: Int64 = 3653

  /// The plan with a name, or the standing one.
  public func plan(named name: String?) -> PaymentPlan? {
    plans.first { $0.name == name ?? standingPlan }
  }

  /// - Throws: `receivable.credit_sales` where the expression gives no truth value.
  public func isCreditSale(_ invoice: Invoice) throws -> Bool {
    switch try creditSales.evaluate(invoice.reader) {
    case .bool(let holds): return holds
    case let other:
      throw ValidationError(
        "receivable.credit_sales",
        "\(name).collection.credit_sales: \(creditSales.text) gave \(other.kind), no true or false",
        remedy: "write a comparison, as due_on > issued_on")
    }
  }
}
