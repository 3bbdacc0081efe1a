/// Numbers distinct patterns of 64 bits in order of first sight.
///
/// - Complexity: O(1) a pattern, in open addressing.
struct FramePatterns {
  private(set) var values: [UInt64] = []
  /// Numbers from 1; 0 where free. The count is a power of two.
  private var places = [UInt32](repeating: 0, count: 1024)

  mutating func number(of pattern: UInt64) -> UInt32 {
    var place = Self.hash(pattern) & (places.count - 1)
    while places[place] > 0 {
      let number = places[place] - 1
      if values[Int(number)] == pattern { return number }
      place = (place + 1) & (places.count - 1)
    }
    values.append(pattern)
    places[place] = UInt32(values.count)
    if values.count * 2 > places.count { grow() }
    return UInt32(values.count - 1)
  }

  /// Numbers codes anew so that they go up with their patterns; 0 stays 0.
  /// - Returns: the patterns, upward.
  func rank(_ codes: FrameBuffer<UInt32>) -> [UInt64] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    let ranks = FrameBuffer<UInt32>(repeating: 0, count: values.count + 1)
    for (rank, number) in order.enumerated() { ranks.base[number + 1] = UInt32(rank + 1) }
    let (all, table) = (codes.base, ranks.base)
    for index in 0..<codes.count { all[index] = table[Int(all[index])] }
    return order.map { values[$0] }
  }

  private mutating func grow() {
    places = [UInt32](repeating: 0, count: places.count * 2)
    for (number, value) in values.enumerated() {
      var place = Self.hash(value) & (places.count - 1)
      while places[place] > 0 { place = (place + 1) & (places.count - 1) }
      places[place] = UInt32(number + 1)
    }
  }

  @inline(__always)
  private static func hash(_ pattern: UInt64) -> Int {
    let mixed = (pattern ^ (pattern >> 29)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 32)) & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
