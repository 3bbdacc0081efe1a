/// Who would have to decide on many cases.
extension ApprovalPolicy {
  /// Whether each stage is needed, by stage in the policy's order and then by case.
  ///
  /// - Complexity: O(cases × stages); conditions see the cases in one go.
  /// - Throws: `approval.rule` where a condition gives no truth value.
  public func needs(of cases: [ApprovalCase]) throws -> [[Bool]] {
    let readers = cases.map { $0.reader as any RecordReader }
    return try stages.map { stage in
      guard let when = stage.when else { return Array(repeating: true, count: cases.count) }
      return try when.evaluate(all: readers).map { value in
        guard case .bool(let holds) = value else { throw noTruth(stage, when) }
        return holds
      }
    }
  }

  func noTruth(_ stage: Stage, _ when: any Rule) -> ValidationError {
    ValidationError(
      "approval.rule", "\(name).\(stage.key): \(when.text) gave no true or false",
      remedy: "write a comparison, as discount > 0.05")
  }
}
