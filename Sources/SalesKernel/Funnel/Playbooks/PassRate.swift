/// How often what was handed in passed its reviews, and how often at the first time.
///
/// A version counts once its verdict is there: some role failed it, or every role passed it.
/// - Source: FU12.
public struct PassRate: Hashable, Sendable {
  public private(set) var reviewed = 0
  public private(set) var passed = 0
  public private(set) var first = 0
  public private(set) var firstPassed = 0

  public init() {}

  public var share: Double? { reviewed == 0 ? nil : Double(passed) / Double(reviewed) }
  public var firstShare: Double? { first == 0 ? nil : Double(firstPassed) / Double(first) }

  /// Counts a version by its node's reviews.
  public mutating func add(
    _ version: Int64, of node: PlaybookNode, _ reviews: [DeliverableReview]
  ) {
    guard !node.reviews.isEmpty else { return }
    let roles = Set(reviews.filter(\.passed).map(\.role))
    let isPassed = roles.isSuperset(of: node.reviews)
    guard isPassed || reviews.contains(where: { !$0.passed }) else { return }
    reviewed += 1
    if isPassed { passed += 1 }
    guard version == 1 else { return }
    first += 1
    if isPassed { firstPassed += 1 }
  }
}
