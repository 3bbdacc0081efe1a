import Values

/// The open deals played through many times: each is won or lost by its probability, and may slip.
///
/// Whether a deal is won in a run depends on the seed, the run and the deal's place alone, so that the
/// same seed gives the same result. Sums are exact.
/// - Complexity: O(runs × deals), two multiplications a deal.
public struct PipelineSimulation {
  /// The amounts won in each run, least first: of all, and of each group.
  public struct Outcome: Sendable {
    public let total: [Int64]
    public let groups: [[Int64]]
  }

  private let amounts: [Int64]
  /// A deal is won where its random number is not above this; nil never happens for 0.
  private let thresholds: [UInt64]
  private let isPossible: [Bool]
  private let groups: [Int]
  private let slipped: [Int]
  private let groupCount: Int
  /// Probability that a deal that is won slips.
  private let slip: UInt64?

  /// - Parameter slip: Probability that a won deal slips to its later group.
  /// - Throws: `money.overflow` where all deals together are more than money can hold.
  public init(
    _ deals: [PipelineDeal], groups count: Int, slip: Double
  ) throws(ValueError) {
    var sum = Int64(0)
    for deal in deals {
      let (next, overflow) = sum.addingReportingOverflow(deal.amount.units)
      if overflow {
        throw ValueError("money.overflow", "the deals sum to more than money can hold")
      }
      sum = next
    }
    amounts = deals.map(\.amount.units)
    thresholds = deals.map { Self.threshold($0.probability) }
    isPossible = deals.map { $0.probability > 0 }
    groups = deals.map { min(max($0.group, 0), max(count - 1, 0)) }
    slipped = deals.map { min(max($0.slipped, 0), max(count - 1, 0)) }
    groupCount = max(count, 1)
    self.slip = slip > 0 ? Self.threshold(slip) : nil
  }

  /// The greatest random number that still counts.
  private static func threshold(_ probability: Double) -> UInt64 {
    let scaled = probability * 18_446_744_073_709_551_616
    return scaled >= 18_446_744_073_709_551_615 ? .max : UInt64(scaled)
  }

  /// - Parameter poll: Called now and then, to stop by throwing.
  public func run(_ runs: Int, seed: UInt64, poll: () throws -> Void) rethrows -> Outcome {
    var totals = [Int64](repeating: 0, count: runs)
    var sums = [Int64](repeating: 0, count: runs * groupCount)
    for run in 0..<runs {
      if run % 64 == 0 { try poll() }
      totals[run] = play(run, seed, &sums)
    }
    let ordered = (0..<groupCount).map { group in
      (0..<runs).map { sums[$0 * groupCount + group] }.sorted()
    }
    totals.sort()
    return Outcome(total: totals, groups: ordered)
  }

  /// One run: adds what is won to its groups.
  /// - Returns: the sum of all that is won.
  private func play(_ run: Int, _ seed: UInt64, _ sums: inout [Int64]) -> Int64 {
    let base = run * groupCount
    var state = Self.mixed(seed &+ UInt64(bitPattern: Int64(run)) &* 0xD1B5_4A32_D192_ED03)
    var total = Int64(0)
    sums.withUnsafeMutableBufferPointer { sums in
      for place in amounts.indices {
        state &+= 0x9E37_79B9_7F4A_7C15
        let number = Self.mixed(state)
        guard number <= thresholds[place], isPossible[place] else { continue }
        var group = groups[place]
        if let slip, Self.mixed(number ^ 0xA5A5_5A5A_C3C3_3C3C) <= slip { group = slipped[place] }
        // All deals together fit, so no part of them can overflow.
        total &+= amounts[place]
        sums[base + group] &+= amounts[place]
      }
    }
    return total
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
