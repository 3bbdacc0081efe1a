import Values

/// Opportunities of one playbook with their moves in order of time, as columns: what every figure of
/// a funnel is computed from.
///
/// ```
///   deal d:  moves starts[d] ..< starts[d + 1]
///            places[m], times[m], amounts[m]        as known after move m
/// ```
/// Nothing that happened after the day asked about is ever read.
public struct FunnelHistory: Sendable {
  /// An opportunity as it stands in the store.
  public struct Deal: Sendable {
    public var id: Int64
    /// Day number.
    public var opened: Int32
    /// Day number; nil while open.
    public var closed: Int32?
    public var place: Int
    /// In 1/10,000 yuan; nil while unknown.
    public var amount: Int64?
    public var expectedClose: Int32?
    /// Whether ``amount`` is what was known on the day asked about, or must be taken from its moves.
    public var isAmountKnown: Bool

    public init(
      id: Int64, opened: Int32, closed: Int32?, place: Int, amount: Int64?, expectedClose: Int32?,
      isAmountKnown: Bool
    ) {
      (self.id, self.opened, self.closed, self.place) = (id, opened, closed, place)
      (self.amount, self.expectedClose) = (amount, expectedClose)
      self.isAmountKnown = isAmountKnown
    }
  }

  /// One move, of the deal with an index.
  public struct Move: Sendable {
    public var deal: Int
    public var place: Int
    /// Milliseconds.
    public var time: Int64
    public var amount: Int64?
    public var expectedClose: Int32?

    public init(deal: Int, place: Int, time: Int64, amount: Int64?, expectedClose: Int32?) {
      (self.deal, self.place, self.time) = (deal, place, time)
      (self.amount, self.expectedClose) = (amount, expectedClose)
    }
  }

  public let stages: FunnelStages
  public let deals: [Deal]
  private(set) var starts: [Int]
  private(set) var places: [UInt8]
  private(set) var times: [Int64]
  /// As known after each move, ``unknown`` where it was not; empty where every deal's amount is known.
  private var amounts: [Int64] = []
  private var closes: [Int32] = []
  private static let unknown: Int64 = -1
  private static let never = Int32.min

  /// Sorts the moves to their deals. A deal without any is taken to have come to its stage when it
  /// was opened, and to have been decided when it was closed.
  ///
  /// - Parameter move: The move at an index of `0..<count`; nil for one to leave out. Asked twice.
  public init(_ stages: FunnelStages, deals: [Deal], moves count: Int, _ move: (Int) -> Move?) {
    self.stages = stages
    self.deals = deals
    starts = [Int](repeating: 0, count: deals.count + 1)
    for index in 0..<count {
      if let deal = move(index)?.deal { starts[deal + 1] += 1 }
    }
    var made: [Move] = []
    for deal in deals.indices where starts[deal + 1] == 0 {
      let own = Self.moves(of: deals[deal], at: deal, stages)
      starts[deal + 1] = own.count
      made += own
    }
    for deal in deals.indices { starts[deal + 1] += starts[deal] }
    places = [UInt8](repeating: 0, count: starts[deals.count])
    times = [Int64](repeating: 0, count: starts[deals.count])
    if deals.contains(where: { !$0.isAmountKnown }) {
      amounts = [Int64](repeating: Self.unknown, count: starts[deals.count])
      closes = [Int32](repeating: Self.never, count: starts[deals.count])
    }
    var filled = starts
    for index in 0..<count {
      if let move = move(index) { put(move, &filled) }
    }
    for move in made { put(move, &filled) }
  }

  private static func moves(of deal: Deal, at index: Int, _ stages: FunnelStages) -> [Move] {
    func move(_ place: Int, _ day: Int32) -> Move {
      Move(
        deal: index, place: place, time: FunnelDay.start(day), amount: deal.amount,
        expectedClose: deal.expectedClose)
    }
    guard deal.place >= stages.won else { return [move(deal.place, deal.opened)] }
    return [move(0, deal.opened), move(deal.place, max(deal.closed ?? deal.opened, deal.opened))]
  }

  /// Moves come nearly in order: each walks back past the later ones of its deal.
  @inline(__always)
  private mutating func put(_ move: Move, _ filled: inout [Int]) {
    var place = filled[move.deal]
    filled[move.deal] += 1
    let first = starts[move.deal]
    while place > first, times[place - 1] > move.time {
      places[place] = places[place - 1]
      times[place] = times[place - 1]
      if !amounts.isEmpty {
        amounts[place] = amounts[place - 1]
        closes[place] = closes[place - 1]
      }
      place -= 1
    }
    places[place] = UInt8(truncatingIfNeeded: move.place)
    times[place] = move.time
    if amounts.isEmpty { return }
    amounts[place] = move.amount ?? Self.unknown
    closes[place] = move.expectedClose ?? Self.never
  }

  /// The amount as known after a move; nil where it was not, or is not kept.
  @inline(__always)
  func amount(_ move: Int) -> Int64? {
    amounts.isEmpty || amounts[move] == Self.unknown ? nil : amounts[move]
  }

  @inline(__always)
  func expectedClose(_ move: Int) -> Int32? {
    closes.isEmpty || closes[move] == Self.never ? nil : closes[move]
  }
}

/// Days and the milliseconds they begin and end at, in the zone of the book.
enum FunnelDay {
  static let length: Int64 = Span.millisecondsPerDay
  private static let offset = Int64(Zone.shanghai.offsetSeconds) * 1000

  static func start(_ day: Int32) -> Int64 { Int64(day) * length - offset }
  /// The last millisecond of a day.
  static func end(_ day: Int32) -> Int64 { start(day) + length - 1 }
  static func day(of time: Int64) -> Int32 {
    let shifted = time + offset
    let day = shifted >= 0 ? shifted / length : (shifted - length + 1) / length
    return Int32(truncatingIfNeeded: day)
  }
  static func days(_ milliseconds: Int64) -> Double { Double(milliseconds) / Double(length) }
}
