/// How often tests of faults go round, and with which numbers.
import Foundation

enum TestRounds {
  /// TENON_ROUNDS times the usual number.
  static func of(_ usual: Int) -> Int {
    let times = ProcessInfo.processInfo.environment["TENON_ROUNDS"].flatMap(Int.init) ?? 1
    return usual * max(1, times)
  }
}

extension TestRandom {
  /// By TENON_SEED, else by a seed of its own each time, which is printed.
  static func seeded(_ test: String) -> TestRandom {
    let given = ProcessInfo.processInfo.environment["TENON_SEED"].flatMap(UInt64.init)
    let seed = given ?? .random(in: 0...999_999)
    print("\(test): seed \(seed)")
    return TestRandom(state: seed)
  }
}
