/// A shuffle of 0 ..< size that needs no table: each number goes to one other, and none to the same.
struct Bijection: Sendable {
  let size: Int64
  private let factor: Int64
  private let offset: Int64

  /// - Parameter size: Above 0 and up to 2^40, so that no product overflows.
  init(size: Int64, seed: UInt64) {
    let size = min(max(size, 1), 1 << 40)
    self.size = size
    var factor = max(1, Int64(Double(size) * 0.618_033_988_749_895))
    while Self.commonDivisor(factor, size) != 1 { factor += 1 }
    self.factor = factor
    offset = Int64(SampleRandom.mixed(seed) % UInt64(size))
  }

  /// Where a number of 0 ..< size goes.
  subscript(number: Int64) -> Int64 {
    let product = factor.multipliedFullWidth(by: number)
    let rest = size.dividingFullWidth(product).remainder
    return (rest + offset) % size
  }

  private static func commonDivisor(_ a: Int64, _ b: Int64) -> Int64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
