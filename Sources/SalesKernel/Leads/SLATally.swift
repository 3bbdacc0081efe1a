import Values

/// Counts clocks that were met and missed, by group and clock.
/// - Source: FU3, FU7.
public struct SLATally {
  public struct Counts: Hashable, Sendable {
    public internal(set) var met = 0
    public internal(set) var late = 0
    public internal(set) var overdue = 0
    public internal(set) var open = 0
    public internal(set) var waived = 0

    public var missed: Int { late + overdue }
    public var all: Int { met + missed + open + waived }
    /// Met, of those that were decided; nil where none was.
    public var rate: Double? {
      met + missed == 0 ? nil : Double(met) / Double(met + missed)
    }

    mutating func add(_ outcome: ClockState.Outcome) {
      switch outcome {
      case .met: met += 1
      case .late: late += 1
      case .overdue: overdue += 1
      case .open: open += 1
      case .waived: waived += 1
      }
    }
  }

  private var groups: [FieldValue: [Counts]] = [:]
  private let clocks: Int

  public init(clocks: Int) { self.clocks = clocks }

  public mutating func add(_ readings: [LeadClocks.Reading], to group: FieldValue) {
    guard !readings.isEmpty else { return }
    for reading in readings {
      groups[group, default: Array(repeating: Counts(), count: clocks)][reading.clock]
        .add(reading.state.outcome)
    }
  }

  /// Groups in order, nothing last, each with its clocks that ran at all.
  public var rows: [(group: FieldValue, clock: Int, counts: Counts)] {
    groups.sorted { Self.isBefore($0.key, $1.key) }.flatMap { group, counts in
      counts.indices.filter { counts[$0].all > 0 }.map { (group, $0, counts[$0]) }
    }
  }

  /// All groups together.
  public var total: Counts {
    var total = Counts()
    for counts in groups.values.joined() {
      total.met += counts.met
      total.late += counts.late
      total.overdue += counts.overdue
      total.open += counts.open
      total.waived += counts.waived
    }
    return total
  }

  private static func isBefore(_ left: FieldValue, _ right: FieldValue) -> Bool {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): left < right
    case (.text(let left), .text(let right)): left < right
    case (.null, _): false
    case (_, .null): true
    default: left.text < right.text
    }
  }
}
