/// How invoices were paid, in flat arrays by the invoice's place: what payment behaviour is read from.
///
/// What was written off was not paid. An invoice that takes another back lessens that one.
public struct InvoiceTally: Sendable {
  private let asOf: Int32
  private var customers: [Int32] = []
  private var dues: [Int32] = []
  private var billed: [Double] = []
  private var paid: [Double] = []
  private var paidByDue: [Double] = []
  private var lastPaid: [Int32] = []
  /// The invoice that one counts with; below 0 for one that is not known on the day asked about.
  private var roots: [Int32] = []
  private var reversals: [(place: Int, of: Int, amount: Double)] = []

  public init(asOf day: Int32) { asOf = day }

  /// Takes the next invoice in the order of ids.
  ///
  /// - Parameter customer: Its place; below 0 for one who is not asked about.
  public mutating func add(customer: Int32, issued: Int32, due: Int32, amount: Double) {
    let isKnown = issued <= asOf
    customers.append(isKnown ? customer : -1)
    dues.append(due)
    billed.append(amount)
    paid.append(0)
    paidByDue.append(0)
    lastPaid.append(.min)
    roots.append(isKnown ? Int32(truncatingIfNeeded: roots.count) : -1)
  }

  /// Says that an invoice takes another back.
  public mutating func reverse(_ place: Int, of other: Int) {
    guard roots.indices.contains(place), roots[place] >= 0 else { return }
    reversals.append((place, other, billed[place]))
  }

  /// To be called between invoices and what was allocated to them.
  public mutating func joinReversals() {
    for (place, other, amount) in reversals
    where other != place && roots.indices.contains(other) && roots[other] >= 0 {
      let root = roots[other]
      roots[place] = root
      customers[place] = -1
      billed[Int(root)] += amount
    }
    reversals = []
  }

  public mutating func pay(_ place: Int, on day: Int32, _ amount: Double) {
    guard day <= asOf, roots[place] >= 0 else { return }
    let root = Int(roots[place])
    paid[root] += amount
    if day <= dues[root] { paidByDue[root] += amount }
    lastPaid[root] = max(lastPaid[root], day)
  }

  /// Gives each claim as an event of its customer on its due day.
  func forEach(_ body: (_ customer: Int, _ due: Int32, _ claim: Claim) -> Void) {
    for place in customers.indices where customers[place] >= 0 && billed[place] > 0 {
      let isOpen = paid[place] < billed[place]
      let settled = isOpen ? asOf : lastPaid[place]
      body(
        Int(customers[place]), dues[place],
        Claim(
          billed: billed[place], open: max(0, billed[place] - paid[place]),
          late: max(0, billed[place] - paidByDue[place]),
          daysLate: max(0, Double(settled) - Double(dues[place]))))
    }
  }

  struct Claim {
    let billed: Double
    let open: Double
    /// What was not paid by the due day.
    let late: Double
    let daysLate: Double
  }
}
