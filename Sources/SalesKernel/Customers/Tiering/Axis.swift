/// An ordered list of bands over one measure; the first band that holds is the record's.
public struct Axis {
  public let name: String
  public let label: Label
  /// Index of the measure that the bands' own limits are on; nil where every band states its own.
  public let measure: Int?
  public let bands: [Band]
  public let source: String
}

/// One band of an axis, or one level: what it is called and what must hold for it.
public struct Band {
  public let outcome: TierOutcome
  /// Limits on the axis's measure.
  public let bounds: Bounds?
  /// Limits on further measures, all of which must hold.
  public let also: [(measure: Int, bounds: Bounds)]
  /// The author's own condition, which must hold too.
  public let when: (any Rule)?
  let path: String

  public var isUnconditional: Bool { bounds == nil && also.isEmpty && when == nil }
}

/// What a policy gives a record: a code, and what stands behind it.
public struct TierOutcome: Hashable, Sendable {
  /// What is stored: `A`, `win_back`.
  public let code: String
  public let label: Label
  public let strategy: Label?
  public let note: String?
  public let source: String
}

/// A strategy group: the combinations of bands that it takes.
public struct TierGroup {
  public let outcome: TierOutcome
  /// For each axis the bands it takes; nil for any.
  public let pattern: [Set<Int>?]
  let path: String

  func takes(_ bands: [Int]) -> Bool {
    zip(pattern, bands).allSatisfy { $0?.contains($1) ?? true }
  }
}
