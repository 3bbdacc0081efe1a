/// A repeatable source of random numbers for property tests; the seed is printed with a failure.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// TENON_SEED, else the same seed every time.
  static var seed: UInt64 {
    getenv("TENON_SEED").flatMap { UInt64(String(cString: $0)) } ?? 20_261_123
  }

  /// TENON_ROUNDS times the usual number of rounds.
  static func rounds(_ usual: Int) -> Int {
    usual * max(1, getenv("TENON_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 1)
  }
}
