import Values

/// How deep a discount the roles of a policy may give.
///
/// Each stage may state a limit. A case is allowed where some stage that it needs has a limit that
/// reaches it, or where none of them states one.
/// - Source: PR7; the limits are the policy's.
extension ApprovalPolicy {
  /// The deepest discount that any role may give; nil where no stage states a limit.
  public var ceiling: Rate? { stages.compactMap(\.limit).max() }

  /// The stage with the deepest limit among those that a case needs, where the case is beyond it.
  /// - Throws: what ``chain(for:)`` throws.
  public func beyond(_ item: ApprovalCase) throws -> Stage? {
    let needed = try chain(for: item).filter(\.isNeeded).map(\.stage)
    let deepest = needed.filter { $0.limit != nil }.max {
      ($0.limit ?? .zero) < ($1.limit ?? .zero)
    }
    guard let deepest, deepest.allows(item.discount) == false else { return nil }
    return deepest
  }

  /// The deepest discount that anyone may give on such a case, in steps of a hundredth of a percent.
  ///
  /// Complexity: O(steps from the whole down to the answer × stages).
  /// - Throws: what ``chain(for:)`` throws.
  public func deepestDiscount(for item: ApprovalCase) throws -> Double {
    var trial = item
    var points = 10_000
    while points > 0 {
      trial.discount = Double(points) / 10_000
      if try beyond(trial) == nil { break }
      points -= 1
    }
    return Double(points) / 10_000
  }

  /// - Throws: `approval.beyond` with the discount and the deepest limit of the chain.
  public func requireAllowed(_ item: ApprovalCase, _ what: String) throws {
    guard let stage = try beyond(item), let limit = stage.limit else { return }
    throw ValidationError(
      "approval.beyond",
      "\(what): no approver may give a discount of \(item.discount); the deepest of its chain is "
        + "\(limit), by \(stage.role)",
      remedy: "give less discount, or state a deeper limit in the policy \(name)",
      field: "discount")
  }
}
