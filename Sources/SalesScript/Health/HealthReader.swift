import Lua
import SalesKernel
import SalesStore
import Values

/// The customers whose health is asked for, by place.
struct HealthCustomers {
  /// Upward.
  let ids: [Int64]
  let index: RecordIndex

  init(_ ids: [Int64]) {
    self.ids = ids
    index = RecordIndex(ids)
  }

  var count: Int { ids.count }
}

/// Fills a ``HealthBoard`` from the store: one pass over each source that the model reads, some rows at a
/// time; of one customer alone only what refers to it.
struct HealthReader {
  let host: ScriptHost
  let policies: EnginePolicies
  let policy: HealthPolicy
  let customers: HealthCustomers
  let asOf: Day

  /// - Throws: `survey.kind`, `day.range`.
  func board() throws -> HealthBoard {
    var board = try HealthBoard(policy, asOf: asOf, count: customers.count)
    try readOrders(into: &board)
    try readActivities(into: &board)
    try readTickets(into: &board)
    try readPayments(into: &board)
    try readSurveys(into: &board)
    try readReadings(into: &board)
    try readContacts(into: &board)
    try readCustomers(into: &board)
    return board
  }

  // MARK: What the readers of the sources share

  var session: Session { get throws { try host.requireSession() } }

  /// The last moment that is known.
  var end: Instant { get throws { min(try Instant(endOf: asOf), host.options.clock) } }

  /// The records of an entity that may be of these customers.
  func selection(_ entity: Entity) throws -> Selection {
    guard customers.count == 1 else { return Selection(entity) }
    return Selection(
      entity,
      equals: [(slot: try entity.requireSlot(of: "customer"), value: .integer(customers.ids[0]))])
  }

  func slots(_ entity: Entity, _ names: [String]) throws -> [Int] {
    try names.map { try entity.requireSlot(of: $0) }
  }

  /// What fields held on the day asked about, where runs have changed them since.
  func past(_ entity: Entity, _ slots: [Int]) throws -> PastValues? {
    guard asOf < host.options.clock.day() else { return nil }
    let past = try session.past(
      entity, slots: slots, at: try Instant(endOf: asOf), clock: host.options.clock)
    return past.isEmpty ? nil : past
  }

  func forEachChunk(
    _ selection: Selection, _ slots: [Int], _ body: (ColumnChunk) throws -> Void
  ) throws {
    try session.forEachChunk(of: selection, slots: slots) { chunk in
      try host.state.checkStop()
      try body(chunk)
    }
  }

  @inline(__always)
  func place(_ chunk: ColumnChunk, _ column: Int, _ row: Int) -> Int? {
    chunk.nulls(column)[row] ? nil : customers.index.place(of: chunk.bits(column)[row])
  }
}

/// Which texts of a column are among some words; asked once a text.
struct WordFilter {
  private let words: Set<String>
  private var admitted: [Bool] = []

  /// The only word there is; empty where there are others.
  var word: String { words.count == 1 ? words.first ?? "" : "" }

  /// - Parameter words: Empty where all texts are admitted.
  init(_ words: [String]) { self.words = Set(words) }

  @inline(__always)
  mutating func admits(_ chunk: ColumnChunk, _ column: Int, _ row: Int) -> Bool {
    if words.isEmpty { return true }
    let code = Int(chunk.bits(column)[row])
    if code == 0 { return false }
    while admitted.count < code {
      admitted.append(words.contains(chunk.text(column, admitted.count + 1)))
    }
    return admitted[code - 1]
  }
}

extension ColumnChunk {
  /// The day of an instant; nil where there is none.
  func day(_ column: Int, _ row: Int) -> Int32? {
    guard !nulls(column)[row] else { return nil }
    return (try? Instant(milliseconds: bits(column)[row]))?.day().number
  }
}
