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

  fileprivate init(checked from: Instant, _ to: Instant?) { (self.from, self.to) = (from, to) }

  /// As it was known at a moment: nil where it had not begun, without an end where it had not ended.
  public func known(at now: Instant) -> Hold? {
    if from > now { return nil }
    return Hold(checked: from, to.flatMap { $0 <= now ? $0 : nil })
  }
}

/// Holds of one clock, in order and without overlaps, so that one walk over them counts each time once.
///
/// A list is a stretch of an array, which many lists may share: nothing is copied for a clock.
public struct HoldList: Sendable {
  let holds: ArraySlice<Hold>

  public static let none = HoldList(checked: [])

  /// The same time without overlaps.
  public init(_ holds: [Hold]) {
    var merged: [Hold] = []
    merged.reserveCapacity(holds.count)
    for hold in holds.sorted(by: { $0.from < $1.from }) {
      guard let last = merged.last else {
        merged.append(hold)
        continue
      }
      guard let reached = last.to else { break }
      if hold.from >= reached {
        merged.append(hold)
      } else if hold.to.map({ $0 > reached }) ?? true {
        merged[merged.count - 1] = Hold(checked: last.from, hold.to)
      }
    }
    self.holds = merged[...]
  }

  /// - Parameter holds: In order, each beginning no earlier than the one before ends.
  init(checked holds: ArraySlice<Hold>) { self.holds = holds }
}
