/// Assigning: the fast path. No string, array or dictionary is made here.
extension TieringPolicy {
  /// The outcome of a record.
  ///
  /// ```swift
  /// policy.code(of: try policy.assign(record))  // "A"
  /// ```
  /// - Complexity: O(bands), without allocation apart from what rules do.
  /// - Throws: what the record or a rule throws.
  public func assign(_ record: any RecordReader, ranks: Ranks = Ranks()) throws -> Assignment {
    var combination = 0
    var score: Double?
    for position in program.indices {
      let axis = program[position]
      let primary = try value(of: axis, record, ranks)
      if position == 0, axis.isScore, case .number(let number) = primary { score = number }
      guard let band = try band(of: axis, position, record, primary, ranks) else {
        return Assignment(outcome: nil, score: score, combination: -1)
      }
      combination = combination * axis.steps.count + band
    }
    let outcome = groups.isEmpty ? combination : groupOfCombination[combination]
    return Assignment(outcome: outcome, score: score, combination: combination)
  }

  private func value(
    of axis: AxisProgram, _ record: any RecordReader, _ ranks: Ranks
  ) throws -> FieldValue {
    if axis.slot >= 0 { return try record.value(at: axis.slot) }
    return axis.measure >= 0 ? try measures[axis.measure].value(of: record, ranks) : .null
  }

  private func band(
    of axis: AxisProgram, _ position: Int, _ record: any RecordReader, _ primary: FieldValue,
    _ ranks: Ranks
  ) throws -> Int? {
    for index in axis.steps.indices {
      if axis.steps[index].hasBounds, !axis.steps[index].test.admits(primary) { continue }
      if !axis.steps[index].hasMore { return index }
      if try holdsFurther(axes[position].bands[index], record, ranks) { return index }
    }
    return nil
  }

  private func holdsFurther(
    _ band: Band, _ record: any RecordReader, _ ranks: Ranks
  ) throws -> Bool {
    for condition in band.also {
      let value = try measures[condition.measure].value(of: record, ranks)
      guard condition.bounds.admits(value) else { return false }
    }
    guard let rule = band.when else { return true }
    return try rule.evaluate(scope(record, ranks)).isTrue
  }

  /// What rules read: the record, and the declared measures where there are any.
  func scope(_ record: any RecordReader, _ ranks: Ranks) -> any RecordReader {
    declaredMeasures == 0
      ? record
      : MeasuredRecord(
        base: record, measures: Array(measures.prefix(declaredMeasures)), ranks: ranks)
  }
}

extension FieldValue {
  /// Lua's truth: everything but nothing and false.
  var isTrue: Bool {
    switch self {
    case .null, .bool(false): false
    default: true
    }
  }
}

/// An axis stripped to what assigning reads, so that no label or source is touched on the way.
struct AxisProgram {
  struct Step {
    let hasBounds: Bool
    let test: BoundsTest
    /// Whether the band has further conditions.
    let hasMore: Bool
  }

  /// Slot of a measure that is a plain field; −1 for another or none.
  let slot: Int
  /// Index of the measure; −1 for none.
  let measure: Int
  let isScore: Bool
  let steps: [Step]

  init(_ axis: Axis, _ measures: [Measure]) {
    var slot = -1
    var isScore = false
    switch axis.measure.map({ measures[$0].kind }) {
    case .field(let field)?: slot = field
    case .score?: isScore = true
    case .rank?, .rule?, nil: break
    }
    self.slot = slot
    self.isScore = isScore
    self.measure = axis.measure ?? -1
    self.steps = axis.bands.map { band in
      let none = BoundsTest(lower: nil, upper: nil, choices: [], isWhole: false)
      return Step(
        hasBounds: band.bounds != nil, test: band.bounds?.test ?? none,
        hasMore: !band.also.isEmpty || band.when != nil)
    }
  }
}
