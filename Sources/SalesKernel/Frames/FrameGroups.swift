import Values

/// A frame split by keys; every measure is computed for all groups in one pass, the first time that one is asked.
///
/// ```swift
/// let groups = try FrameGroups(frame, [FrameKey("region", column: "region")])
/// try groups.value(.sum, of: "amount", in: 0)
/// ```
/// Groups go upward by their keys, empty keys first. Used from one thread.
public final class FrameGroups {
  public let frame: Frame
  public let keys: [FrameKey]
  private let slots: FrameSlots
  private var known: [Asked: [FieldValue]] = [:]
  private var narrowed: [String: FrameGroups] = [:]
  private var split: [String: (groups: FrameGroups, places: [[Int]])] = [:]

  private struct Asked: Hashable {
    let measure: FrameMeasure
    let column: String
  }

  /// - Throws: `frame.column`, `frame.key`, `day.range`.
  public init(_ frame: Frame, _ keys: [FrameKey]) throws {
    self.frame = frame
    self.keys = keys
    slots = try FrameSlots(frame, keys)
  }

  private init(_ frame: Frame, _ keys: [FrameKey], _ slots: FrameSlots) {
    (self.frame, self.keys, self.slots) = (frame, keys, slots)
  }

  public var count: Int { slots.groups.count }

  /// One group of no rows, for what has none.
  public private(set) lazy var empty: FrameGroups = {
    let nothing = frame.narrowed(to: .some(FrameBuffer()))
    return FrameGroups(nothing, [], FrameSlots(whole: 0))
  }()

  /// The values of a group's keys, in the order of the keys.
  public func key(_ group: Int) -> [FieldValue] { slots.values(group) }

  /// How many rows a group has.
  public func size(_ group: Int) -> Int { slots.sizes[slots.groups[group]] }

  /// - Throws: `frame.column`, `frame.measure`, `frame.share`, `sum.overflow`.
  public func value(
    _ measure: FrameMeasure, of column: String, in group: Int
  ) throws -> FieldValue {
    try values(measure, of: column)[group]
  }

  /// The values of all groups.
  public func values(_ measure: FrameMeasure, of column: String) throws -> [FieldValue] {
    let asked = Asked(measure: measure, column: column)
    if let values = known[asked] { return values }
    let tally = FrameTally(
      slots: slots, rows: frame.rows, column: try frame.column(column), name: column)
    let values = try tally.values(measure)
    known[asked] = values
    return values
  }

  /// The same groups, of only the rows that a condition admits; kept by the condition's text.
  public func narrowed(
    by text: String, _ rows: () throws -> FrameRows
  ) throws -> FrameGroups {
    if let known = narrowed[text] { return known }
    let kept = try rows()
    let groups = FrameGroups(
      frame.narrowed(to: kept), keys, slots.narrowed(to: places(of: kept)))
    narrowed[text] = groups
    return groups
  }

  /// The groups split further by a column, and which of the parts each group has.
  func nested(_ column: String) throws -> (groups: FrameGroups, places: [[Int]]) {
    if let known = split[column] { return known }
    let inner = try FrameGroups(frame, keys + [FrameKey(" \(column)", column: column)])
    var number: [[FieldValue]: Int] = [:]
    for group in 0..<count { number[key(group)] = group }
    var places = [[Int]](repeating: [], count: count)
    for place in 0..<inner.count {
      if let group = number[Array(inner.key(place).dropLast())] { places[group].append(place) }
    }
    split[column] = (inner, places)
    return (inner, places)
  }

  /// Positions in this frame of rows that are among its own, upward.
  private func places(of rows: FrameRows) -> FrameBuffer<Int32> {
    let places = FrameBuffer<Int32>(capacity: rows.count)
    switch (frame.rows, rows) {
    case (.all, .some(let kept)): return kept
    case (.all, .all(let count)):
      for position in 0..<count { places.append(Int32(truncatingIfNeeded: position)) }
    default:
      var position = 0
      rows.forEach { _, row in
        while position < frame.count, frame.rows[position] < row { position += 1 }
        places.append(Int32(truncatingIfNeeded: position))
      }
    }
    return places
  }

  /// What a group's sum is of the sums of all groups, or of those that have the same values of some keys.
  ///
  /// - Parameter within: Names of keys; empty for the whole frame.
  /// - Returns: nil where that sum is nothing.
  /// - Throws: `frame.key` for what is no key of the groups.
  public func share(of column: String, in group: Int, within: [String] = []) throws -> Double? {
    let places = try within.map { name throws(ValidationError) in
      guard let place = keys.firstIndex(where: { $0.name == name }) else {
        throw ValidationError(
          "frame.key", "the groups have no key \"\(name.excerpt)\"",
          remedy: Suggestion.closest(to: name, among: keys.map(\.name)).map {
            "did you mean \"\($0)\"?"
          } ?? "their keys are \(keys.map(\.name).joined(separator: ", "))")
      }
      return place
    }
    let totals = try self.totals(of: column, within: places)
    guard let own = Self.number(try value(.sum, of: column, in: group)),
      let all = totals[places.map { slots.numbers(group)[$0] }], all != 0
    else { return nil }
    return own / all
  }

  private var knownTotals: [String: [[Int]: Double]] = [:]

  private func totals(of column: String, within places: [Int]) throws -> [[Int]: Double] {
    let name = "\(column) \(places)"
    if let known = knownTotals[name] { return known }
    var totals: [[Int]: Double] = [:]
    for (group, value) in try values(.sum, of: column).enumerated() {
      let key = slots.numbers(group)
      totals[places.map { key[$0] }, default: 0] += Self.number(value) ?? 0
    }
    knownTotals[name] = totals
    return totals
  }

  /// As a double, money in 1/10,000 yuan.
  private static func number(_ value: FieldValue) -> Double? {
    switch value {
    case .money(let money): Double(money.units)
    case .integer(let integer): Double(integer)
    case .number(let number): number
    default: nil
    }
  }
}
