import Values

/// A stretch of time that does not count for a clock: waiting for the customer.
public struct Hold: Hashable, Sendable {
  public let from: Instant
  /// Nil while it lasts.
  public let to: Instant?

  /// - Throws: `calendar.order` where it ends before it begins.
  public init(from: Instant, to: Instant?) throws(ValidationError) {
    if let to, to < from {
      throw ValidationError(
        "calendar.order", "a hold from \(from) ends earlier, at \(to)",
        remedy: "give the earlier moment first")
    }
    (self.from, self.to) = (from, to)
  }

  private init(checked from: Instant, _ to: Instant?) { (self.from, self.to) = (from, to) }

  /// The same time without overlaps, in order, from a moment on.
  static func merged(_ holds: [Hold], from start: Instant) -> [Hold] {
    var merged: [Hold] = []
    var reached = start
    for hold in holds.sorted(by: { $0.from < $1.from }) {
      if let to = hold.to, to <= reached { continue }
      merged.append(Hold(checked: max(hold.from, reached), hold.to))
      guard let to = hold.to else { break }
      reached = to
    }
    return merged
  }
}
