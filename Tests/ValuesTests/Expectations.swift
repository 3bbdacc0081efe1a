// What the tests of Values share: checks of thrown codes, and random values with a printed seed.
import Testing

@testable import Values

/// The code of the error that the expression throws; nil when it does not throw.
func code<T>(_ body: () throws -> T) -> String? {
  do {
    _ = try body()
    return nil
  } catch {
    return (error as? ValueError)?.code ?? "\(error)"
  }
}

/// SplitMix64: the same seed gives the same values everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Prints a fresh seed, so that a failure can be run again with it.
  init(seed: UInt64 = .random(in: 0...UInt64.max), for law: String) {
    print("\(law): seed \(seed)")
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Of every magnitude, with the ends of the range now and then.
  mutating func integer() -> Int64 {
    switch next() % 16 {
    case 0: [Int64.min, .min + 1, -1, 0, 1, .max - 1, .max].randomElement(using: &self) ?? 0
    default: Int64(bitPattern: next()) >> Int64.random(in: 0...63, using: &self)
    }
  }
}
