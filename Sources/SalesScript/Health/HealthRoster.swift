import Lua
import SalesKernel
import SalesStore
import Values

/// What a sweep needs of the customers themselves, by place.
struct HealthRoster {
  let customers: HealthCustomers
  private let table: RecordColumns
  /// Day numbers; ``never`` where there is none.
  let on: [Int32]
  static let never = Int32.min
  private static let names = [
    "level", "owner", "csm", "health", "health_on", "health_model",
  ]

  init(_ host: ScriptHost, _ selection: Selection) throws {
    let entity = Customer.schema.entity
    table = try host.requireSession().columns(
      of: selection, slots: try Self.names.map { try entity.requireSlot(of: $0) },
      poll: host.state.checkStop)
    customers = HealthCustomers(table.ids)
    let days = table.columns[4]
    on = (0..<table.count).map {
      days.bits($0).map { Int32(truncatingIfNeeded: $0) } ?? Self.never
    }
  }

  var count: Int { table.count }

  /// Distinct levels, in the order of their numbers from 1.
  var levels: [String] { table.columns[0].distinctTexts }
  /// The number of a customer's level; 0 for none.
  func level(_ place: Int) -> Int { table.columns[0].code(place) }
  func owner(_ place: Int) -> Int64? { table.columns[1].bits(place) }
  func csm(_ place: Int) -> Int64? { table.columns[2].bits(place) }

  /// - Throws: `health.order`.
  func requireNothingLater(than day: Day) throws {
    var (count, last) = (0, day.number)
    for one in on where one > day.number {
      count += 1
      last = max(last, one)
    }
    guard count > 0 else { return }
    throw ArgumentError(
      "the health of \(count.text("customer")) is as of a later day, up to \(try Day(number: last))",
      code: "health.order",
      remedy: "sweep days upward; health.score(customer, {as_of = …}) tells of a past day")
  }

  /// The score that each customer had last by a model; not a number where there is none.
  ///
  /// Mostly it stands at the customer; where another model scored since, it is read from the history.
  func before(by model: String, _ host: ScriptHost) throws -> [Double] {
    var before = [Double](repeating: .nan, count: count)
    let known = table.columns[5].distinctTexts.firstIndex(of: model).map { $0 + 1 } ?? -1
    var others = false
    for place in before.indices {
      if table.columns[5].code(place) == known, let bits = table.columns[3].bits(place) {
        before[place] = Double(bitPattern: UInt64(bitPattern: bits))
      } else if table.columns[5].code(place) > 0 {
        others = true
      }
    }
    guard others else { return before }
    var days = [Int32](repeating: Self.never, count: count)
    try HealthHistory(host, model: model).forEach { customer, day, score in
      guard let place = customers.index.place(of: customer), table.columns[5].code(place) != known,
        day >= days[place]
      else { return }
      (days[place], before[place]) = (day, score)
    }
    return before
  }
}

/// The scores that a model gave, in the order they were kept.
struct HealthHistory {
  private let host: ScriptHost
  private let selection: Selection
  private let slots: [Int]

  /// - Parameter customer: Nil for those of all customers.
  init(_ host: ScriptHost, model: String, customer: Int64? = nil) throws {
    let entity = HealthScore.schema.entity
    self.host = host
    slots = try ["customer", "scored_on", "score"].map { try entity.requireSlot(of: $0) }
    var equals = [(slot: try entity.requireSlot(of: "model"), value: FieldValue.text(model))]
    if let customer { equals.append((slots[0], .integer(customer))) }
    selection = Selection(entity, equals: equals)
  }

  func forEach(_ body: (_ customer: Int64, _ day: Int32, _ score: Double) -> Void) throws {
    try host.requireSession().forEachChunk(of: selection, slots: slots) { chunk in
      try host.state.checkStop()
      for row in 0..<chunk.count {
        body(
          chunk.bits(0)[row], Int32(truncatingIfNeeded: chunk.bits(1)[row]),
          Double(bitPattern: UInt64(bitPattern: chunk.bits(2)[row])))
      }
    }
  }
}
