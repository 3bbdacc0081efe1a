import Values

/// Everything that a health model reads of many customers on one day, by the customer's place; and
/// the scores that it gives. Readers fill it source by source; nothing after the day counts.
public struct HealthBoard: Sendable {
  /// A measure of the model with its place on the board.
  public struct Slot: Sendable {
    public let place: Int
    public let measure: HealthMeasure
  }

  enum Column: Sendable {
    case events(EventTally)
    /// Not a number where nothing is known.
    case numbers([Double])
    /// The number of each customer's word, 0 for none; the words; their points.
    case words([UInt32], [String], [Double?])
  }

  public let policy: HealthPolicy
  public let asOf: Day
  public let count: Int
  /// Every way of every factor to be read, factor by factor.
  public let slots: [Slot]
  private let firsts: [Int]
  private var columns: [Column] = []
  /// Day of the last order; customers without one have nothing to be healthy in.
  private var lastOrders: [Int32]
  private static let never = Int32.min

  /// - Throws: `day.range` at the end of the calendar.
  public init(_ policy: HealthPolicy, asOf: Day, count: Int) throws(ValueError) {
    (self.policy, self.asOf, self.count) = (policy, asOf, count)
    var (slots, firsts): ([Slot], [Int]) = ([], [])
    for factor in policy.factors {
      firsts.append(slots.count)
      for reading in factor.readings {
        slots.append(Slot(place: slots.count, measure: reading.measure))
      }
    }
    (self.slots, self.firsts) = (slots, firsts)
    lastOrders = Array(repeating: Self.never, count: count)
    for slot in slots {
      switch slot.measure.source {
      case .contacts, .customer: columns.append(.numbers([]))
      default: columns.append(.events(try EventTally(slot.measure, asOf: asOf, count: count)))
      }
    }
  }

  /// The measures of a source.
  public func slots(of source: HealthMeasure.Source) -> [Slot] {
    slots.filter { $0.measure.source == source }
  }

  // MARK: Filling

  @inline(__always)
  public mutating func note(orderOf place: Int, on day: Int32) {
    if day <= asOf.number, day > lastOrders[place] { lastOrders[place] = day }
  }

  /// Fills the measures of events given, each with its tally in hand.
  public mutating func fill(_ slots: [Slot], _ body: (inout [EventTally]) throws -> Void) rethrows {
    var tallies: [EventTally] = []
    for slot in slots {
      guard case .events(let tally) = columns[slot.place] else { continue }
      tallies.append(tally)
      columns[slot.place] = .numbers([])
    }
    defer {
      for (slot, tally) in zip(slots, tallies) { columns[slot.place] = .events(tally) }
    }
    try body(&tallies)
  }

  public mutating func fill(from invoices: InvoiceTally) {
    let slots = slots(of: .payments)
    fill(slots) { tallies in
      invoices.forEach { customer, due, claim in
        for (place, slot) in slots.enumerated() {
          switch slot.measure.take {
          case .overdueShare: tallies[place].add(customer, due, claim.open, of: claim.billed)
          case .lateShare: tallies[place].add(customer, due, claim.late, of: claim.billed)
          default: tallies[place].add(customer, due, claim.daysLate)
          }
        }
      }
    }
  }

  public mutating func fill(from contacts: ContactTally) {
    for slot in slots(of: .contacts) {
      columns[slot.place] = .numbers(contacts.numbers(slot.measure.take))
    }
  }

  /// A field of customers that holds numbers, not a number where it is empty.
  public mutating func fill(_ slot: Slot, numbers: [Double]) {
    columns[slot.place] = .numbers(numbers)
  }

  /// A field of customers that holds words: the number of each, 0 for none, and the words from 1.
  public mutating func fill(_ slot: Slot, words: [UInt32], _ texts: [String]) {
    let scale = policy.factors.flatMap(\.readings)[slot.place].scale
    columns[slot.place] = .words(words, texts, [nil] + texts.map { scale.words[$0] })
  }

  // MARK: Reading

  /// Whether a customer has ever ordered, up to the day.
  public func isBuyer(_ place: Int) -> Bool { lastOrders[place] != Self.never }
  public func lastOrder(_ place: Int) -> Int32? { isBuyer(place) ? lastOrders[place] : nil }

  /// What a way of reading gives: the value, and its points; nil where it says nothing.
  @inline(__always)
  func read(_ factor: Int, _ way: Int, _ place: Int) -> (value: Double, points: Double)? {
    switch columns[firsts[factor] + way] {
    case .events(let tally):
      guard let value = tally.value(place) else { return nil }
      return policy.factors[factor].readings[way].scale.points(value).map { (value, $0) }
    case .numbers(let numbers):
      guard place < numbers.count, !numbers[place].isNaN else { return nil }
      let value = numbers[place]
      return policy.factors[factor].readings[way].scale.points(value).map { (value, $0) }
    case .words(let codes, _, let points):
      return points[Int(codes[place])].map { (0, $0) }
    }
  }

  /// The word that a way reads; nil for a number.
  func word(_ factor: Int, _ way: Int, _ place: Int) -> String? {
    guard case .words(let codes, let texts, _) = columns[firsts[factor] + way], codes[place] > 0
    else { return nil }
    return texts[Int(codes[place]) - 1]
  }

  /// The score of a customer to one decimal; nil for one who never ordered, or of whom less is known
  /// than the policy asks for.
  public func score(_ place: Int) -> Double? {
    guard isBuyer(place) else { return nil }
    var (known, weight): (Int64, Int64) = (0, 0)
    var total = 0.0
    for factor in policy.factors.indices {
      let own = policy.factors[factor].weight
      if let points = points(factor, place) {
        known += own
        weight += own
        total += Double(own) * points
      } else if let points = policy.factors[factor].substitute {
        weight += own
        total += Double(own) * points
      }
    }
    guard known >= policy.leastKnown, weight > 0 else { return nil }
    return Self.tenth(total / Double(weight))
  }

  @inline(__always)
  func points(_ factor: Int, _ place: Int) -> Double? {
    for way in policy.factors[factor].readings.indices {
      if let found = read(factor, way, place) { return found.points }
    }
    return nil
  }

  /// To one decimal, halves away from zero: what is shown is what bands and alerts go by.
  static func tenth(_ number: Double) -> Double {
    Int64(nearest: number * 10).map { Double($0) / 10 } ?? number
  }
}
