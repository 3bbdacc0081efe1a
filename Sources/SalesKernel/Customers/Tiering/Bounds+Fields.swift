extension Bounds {
  /// Reads what a table of conditions asks of a field: a value, a list of values, or limits.
  /// - Throws: ``PolicyError``.
  init(reading at: PolicyDecoder, of field: Field) throws(PolicyError) {
    guard case .table = at.value else {
      let choices = try at.oneOrMore().map { value throws(PolicyError) in
        try Self.value(value, field)
      }
      guard !choices.isEmpty else {
        throw PolicyError("policy.missing", at: at.path, "has no value and no limit")
      }
      self.init(choices: choices)
      return
    }
    let table = try at.table(keys: ["from", "over", "below", "upto"])
    func edge(_ inner: String, _ outer: String) throws(PolicyError) -> Bounds.Edge? {
      if let at = table[inner].ifPresent {
        return Bounds.Edge(value: try Self.value(at, field), isIncluded: true)
      }
      return try table[outer].ifPresent.map { at throws(PolicyError) in
        Bounds.Edge(value: try Self.value(at, field), isIncluded: false)
      }
    }
    let lower = try edge("from", "over")
    let upper = try edge("upto", "below")
    guard lower != nil || upper != nil else {
      throw PolicyError("policy.missing", at: at.path, "has no limit (from, over, below, upto)")
    }
    self.init(lower: lower, upper: upper, isWhole: field.type == .integer)
  }

  private static func value(_ at: PolicyDecoder, _ field: Field) throws(PolicyError) -> FieldValue {
    guard let value = at.value.fieldValue, let valid = try? field.validated(value), !valid.isNull
    else { throw at.unexpected(field.expectation) }
    return valid
  }
}
