import Values

/// Counts clocks that were met and missed, by group and clock.
/// - Source: FU3, FU7, SV3, SV4.
public struct SLATally<Group: Hashable> {
  private var places: [Group: Int] = [:]
  private var groups: [Group] = []
  /// The clocks of a group after those of the one before.
  private var counts: [SLACounts] = []
  private let clocks: Int

  public init(clocks: Int) { self.clocks = clocks }

  /// Where a group counts, for ``add(_:clock:at:)``.
  public mutating func place(of group: Group) -> Int {
    if let place = places[group] { return place }
    places[group] = groups.count
    groups.append(group)
    counts += Array(repeating: SLACounts(), count: clocks)
    return groups.count - 1
  }

  @inline(__always)
  public mutating func add(_ outcome: ClockState.Outcome, clock: Int, at place: Int) {
    counts[place * clocks + clock].add(outcome)
  }

  /// Groups in the order given, each with its clocks that ran at all.
  public func rows(
    by isBefore: (Group, Group) -> Bool
  ) -> [(group: Group, clock: Int, counts: SLACounts)] {
    groups.indices.sorted { isBefore(groups[$0], groups[$1]) }.flatMap { place in
      (0..<clocks).map { (groups[place], $0, counts[place * clocks + $0]) }
        .filter { $0.2.all > 0 }
    }
  }

  /// All groups together.
  public var total: SLACounts {
    counts.reduce(into: SLACounts()) { $0.add($1) }
  }

  /// All groups together, of one clock.
  public func total(of clock: Int) -> SLACounts {
    groups.indices.reduce(into: SLACounts()) { $0.add(counts[$1 * clocks + clock]) }
  }
}

/// How many clocks came to what.
public struct SLACounts: Hashable, Sendable {
  public private(set) var met = 0
  public private(set) var late = 0
  public private(set) var overdue = 0
  public private(set) var open = 0
  public private(set) var waived = 0

  public init() {}

  public var missed: Int { late + overdue }
  public var all: Int { met + missed + open + waived }
  /// Met, of those that were decided; nil where none was.
  public var rate: Double? { met + missed == 0 ? nil : Double(met) / Double(met + missed) }

  @inline(__always)
  public mutating func add(_ outcome: ClockState.Outcome) {
    switch outcome {
    case .met: met += 1
    case .late: late += 1
    case .overdue: overdue += 1
    case .open: open += 1
    case .waived: waived += 1
    }
  }

  public mutating func add(_ other: SLACounts) {
    met += other.met
    late += other.late
    overdue += other.overdue
    open += other.open
    waived += other.waived
  }
}

extension FieldValue {
  /// The order of groups in a report: numbers and words upward, nothing last.
  public static func isGroupedBefore(_ left: FieldValue, _ right: FieldValue) -> Bool {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): left < right
    case (.text(let left), .text(let right)): left < right
    case (.null, _): false
    case (_, .null): true
    default: left.text < right.text
    }
  }
}
