/// How much of the endless a test does.
import Foundation

/// `$TENON_ROUNDS` times the usual; once where it is not set.
public enum Rounds {
  public static let times: Int = {
    let given = ProcessInfo.processInfo.environment["TENON_ROUNDS"].flatMap(Int.init) ?? 1
    return min(max(1, given), 1_000_000)
  }()

  public static func of(_ usual: Int) -> Int { usual * times }
}

extension Array {
  /// The usual number of elements at random, `$TENON_ROUNDS` times as many up to the whole, in their order.
  public func share(of usual: Int, _ random: inout SeededRandom) -> [Element] {
    let count = Rounds.of(usual)
    if count >= self.count { return self }
    return indices.shuffled(using: &random).prefix(count).sorted().map { self[$0] }
  }
}
