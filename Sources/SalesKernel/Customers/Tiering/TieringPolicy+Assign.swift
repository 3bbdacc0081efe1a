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
    for (position, axis) in axes.enumerated() {
      let primary = try axis.measure.map { try measures[$0].value(of: record, ranks) }
      if position == 0, let measure = axis.measure, case .score = measures[measure].kind,
        case .number(let number)? = primary
      {
        score = number
      }
      guard let band = try band(of: axis, record, primary, ranks) else {
        return Assignment(outcome: nil, score: score, combination: -1)
      }
      combination = combination * axis.bands.count + band
    }
    let outcome = groups.isEmpty ? combination : groupOfCombination[combination]
    return Assignment(outcome: outcome, score: score, combination: combination)
  }

  private func band(
    of axis: Axis, _ record: any RecordReader, _ primary: FieldValue?, _ ranks: Ranks
  ) throws -> Int? {
    for index in axis.bands.indices
    where try holds(axis.bands[index], record, primary ?? .null, ranks) {
      return index
    }
    return nil
  }

  func holds(
    _ band: Band, _ record: any RecordReader, _ primary: FieldValue, _ ranks: Ranks
  ) throws -> Bool {
    if let bounds = band.bounds, !bounds.admits(primary) { return false }
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
