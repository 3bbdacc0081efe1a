import Values

/// The open deals played through many times: each is won or lost by its probability, and may slip.
///
/// Whether a deal is won in a run depends on the seed, the run and the deal's place alone, so
/// that the
/// same seed gives the same result. Sums are exact.
/// - Complexity: O(runs × deals), two multiplications a deal.
public struct PipelineSimulation {
  /// The amounts won in each run, least first: of all, and of each group.
  public struct Outcome: Sendable {
    public let total: [Int64]
    public let groups: [[Int64]]
  }

  /// A deal as the loop reads it.
  private struct Chance {
    /// 0 for a deal that is never won.
    let amount: Int64
    /// It is won where its random number is not above this.
    let threshold: UInt64
    let slipped: Int
  }

  /// Group by group, so that the loop adds up a group in one place.
  private let chances: [Chance]
  private let ranges: [Range<Int>]
  /// A deal that is won slips where its second number is not above this; nil for no slips.
  private let slip: UInt64?

  /// - Parameters:
  ///   - count: Of groups; deals of other groups count in the nearest.
  ///   - slip: Probability that a won deal slips to its later group.
  /// - Throws: `money.overflow` where all deals together are more than money can hold.
  public init(
    _ deals: [PipelineDeal], groups count: Int, slip: Double
  ) throws(ValueError) {
    var sum = Money.zero
    for deal in deals { sum = try sum.adding(deal.amount) }
    let last = max(count, 1) - 1
    var parts = [[Chance]](repeating: [], count: last + 1)
    for deal in deals {
      parts[min(max(deal.group, 0), last)].append(
        Chance(
          amount: deal.probability > 0 ? deal.amount.units : 0,
          threshold: Self.threshold(deal.probability), slipped: min(max(deal.slipped, 0), last)))
    }
    chances = parts.flatMap { $0 }
    var ranges: [Range<Int>] = []
    for part in parts {
      let start = ranges.last?.upperBound ?? 0
      ranges.append(start..<(start + part.count))
    }
    self.ranges = ranges
    self.slip = slip > 0 ? Self.threshold(slip) : nil
  }

  /// The greatest random number that still counts.
  private static func threshold(_ probability: Double) -> UInt64 {
    let scaled = probability * 18_446_744_073_709_551_616
    return scaled >= 18_446_744_073_709_551_615 ? .max : UInt64(scaled)
  }

  /// - Parameter poll: Called now and then with the runs done, to stop by throwing.
  public func run(_ runs: Int, seed: UInt64, poll: (Int) throws -> Void) rethrows -> Outcome {
    var totals = [Int64](repeating: 0, count: runs)
    var sums = [Int64](repeating: 0, count: runs * ranges.count)
    for run in 0..<runs {
      if run % 64 == 0 { try poll(run) }
      sums.withUnsafeMutableBufferPointer { all in
        let own = UnsafeMutableBufferPointer(
          rebasing: all[(run * ranges.count)..<((run + 1) * ranges.count)])
        play(run, seed, own)
        totals[run] = own.reduce(0, &+)
      }
    }
    let ordered = ranges.indices.map { group in
      (0..<runs).map { sums[$0 * ranges.count + group] }.sorted()
    }
    totals.sort()
    return Outcome(total: totals, groups: ordered)
  }

  /// One run. All deals together fit in an amount, so no part of them can overflow.
  private func play(_ run: Int, _ seed: UInt64, _ sums: UnsafeMutableBufferPointer<Int64>) {
    var state = Self.mixed(seed &+ UInt64(bitPattern: Int64(run)) &* 0xD1B5_4A32_D192_ED03)
    chances.withUnsafeBufferPointer { chances in
      for (group, range) in ranges.enumerated() {
        var sum = Int64(0)
        for place in range {
          state &+= 0x9E37_79B9_7F4A_7C15
          let number = Self.mixed(state)
          let chance = chances[place]
          // Masks, as a branch on chance is guessed wrong every other time.
          let won = Self.mask(number <= chance.threshold) & chance.amount
          if let slip {
            let late = Self.mask(Self.mixed(~number) <= slip) & won
            sum &+= won &- late
            sums[chance.slipped] &+= late
          } else {
            sum &+= won
          }
        }
        sums[group] &+= sum
      }
    }
  }

  @inline(__always)
  private static func mask(_ condition: Bool) -> Int64 { condition ? -1 : 0 }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
