// Exact conversion of doubles, against the standard library's.
import Testing

@testable import SalesKernel

@Suite struct Int64WholeTests {
  @Test(arguments: [
    0, -0.0, 1, -1, 0.5, 1e15, 0x1p53, 0x1p62, 0x1p63, -0x1p63, -0x1.0000000000001p63, 1e300,
    .infinity, -.infinity, .nan, 9_007_199_254_740_993, .leastNonzeroMagnitude,
  ])
  func wholeAgreesWithTheStandardLibrary(_ number: Double) {
    #expect(Int64(whole: number) == Int64(exactly: number))
  }

  @Test func nearestAgreesWithRounding() {
    let seed: UInt64 = 52
    var random = SeededGenerator(seed: seed)
    for _ in 0..<5000 {
      let number = Double.random(in: -1e9...1e9, using: &random)
      #expect(Int64(nearest: number) == Int64(number.rounded()), "seed \(seed): \(number)")
    }
    #expect(Int64(nearest: 0.5) == 1 && Int64(nearest: -0.5) == -1)
    #expect(Int64(nearest: .nan) == nil && Int64(nearest: 1e300) == nil)
  }
}
