import Values

/// When what customers agreed to is up for renewal, and what counts as renewed.
/// - Source: CS4, PR12.
public struct RenewalRules: Sendable {
  /// How a reading becomes yuan of created value.
  public struct Worth: Sendable {
    public enum Unit: String, CaseIterable, Sendable {
      /// The reading is a share of what the customer bought of us in the same months.
      case purchase
      case yuan
    }
    public let metric: String
    public let unit: Unit
    public let source: String
  }

  public let list: TaskList
  public let alert: String
  /// Days before the end from which it is due.
  public let days: Int
  /// Days after the end for which it is still looked at.
  public let afterDays: Int
  /// Days before the end from which a new document is its renewal, and not another one beside it.
  public let earlyDays: Int
  /// Days that may lie between the end and the new document.
  public let gapDays: Int
  /// Months whose purchases are the worth of an agreement, and whose readings tell created value.
  public let months: Int
  public let worths: [Worth]
  public let rounding: Rounding
  public let source: String

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(
      keys: [
        "list", "alert", "days", "after_days", "early_days", "gap_days", "months", "created",
        "rounding", "source",
      ])
    list = try TaskList(table["list"])
    alert = try table["alert"].key()
    days = Int(try table["days"].integer(in: 1...3660))
    afterDays = Int(try table["after_days"].integer(in: 0...3660))
    earlyDays = Int(try table["early_days"].integer(in: 0...3660))
    gapDays = Int(try table["gap_days"].integer(in: 0...3660))
    months = Int(try table["months"].integer(in: 1...120))
    worths = try table["created"].filledList { at throws(PolicyError) in
      let worth = try at.table(keys: ["metric", "unit", "source"])
      return Worth(
        metric: try worth["metric"].key(), unit: try worth["unit"].oneOf(Worth.Unit.self),
        source: try worth.source())
    }
    try table["created"].refuseDuplicates(worths.map(\.metric))
    rounding = try table["rounding"].oneOf(Rounding.self)
    source = try table.source()
  }
}

/// Something that ends and can be renewed: a contract or an agreement.
public struct Renewable: Hashable, Sendable {
  public let entity: String
  public let id: Int64
  public let code: String?
  public let customer: Int64
  public let rep: Int64?
  /// What tells apart what cannot renew each other: the kind of an agreement.
  public let kind: String
  /// The day of its signature or first day.
  public let startsOn: Day?
  public let endsOn: Day?
  /// Its worth; nil for what is worth what is bought under it.
  public let amount: Money?

  public init(_ contract: Contract) {
    (entity, id, code) = (Contract.schema.entity.name, contract.id, contract.code)
    (customer, rep, kind) = (contract.customer, contract.rep, "")
    (startsOn, endsOn, amount) = (contract.signedOn, contract.endsOn, contract.amount)
  }

  public init(_ agreement: Agreement) {
    (entity, id, code) = (Agreement.schema.entity.name, agreement.id, agreement.code)
    (customer, rep, kind) = (agreement.customer, nil, agreement.kind)
    (startsOn, endsOn, amount) = (agreement.startsOn, agreement.endsOn, nil)
  }
}

extension RenewalRules {
  /// Whether one document renews another: of the same customer and kind, made later and within the
  /// days around its end, and holding longer.
  public func renews(_ later: Renewable, _ ending: Renewable) -> Bool {
    guard later.entity == ending.entity, later.customer == ending.customer,
      later.kind == ending.kind, later.id != ending.id, let end = ending.endsOn,
      let start = later.startsOn
    else { return false }
    if let own = ending.startsOn, start <= own { return false }
    let distance = start.days(since: end)
    guard distance >= -earlyDays, distance <= gapDays else { return false }
    // An agreement without an end holds on; a contract without one is no framework that goes on.
    guard let laterEnd = later.endsOn else { return later.entity == Agreement.schema.entity.name }
    return laterEnd > end
  }

  /// What renews each document, the first one, by the document's place.
  public func renewals(_ documents: [Renewable]) -> [Int: Renewable] {
    let ofCustomer = Dictionary(grouping: documents.indices) { documents[$0].customer }
    var renewed: [Int: Renewable] = [:]
    for places in ofCustomer.values where places.count > 1 {
      for place in places {
        renewed[place] = places.lazy.map { documents[$0] }
          .filter { renews($0, documents[place]) }
          .min { ($0.startsOn ?? .last, $0.id) < ($1.startsOn ?? .last, $1.id) }
      }
    }
    return renewed
  }
}
