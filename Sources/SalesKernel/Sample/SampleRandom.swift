/// Random numbers that are the same for a seed on every machine and in every version.
///
/// Each record has a generator of its own, from the seed, the purpose and the record's index, so that a
/// record can be made again without making those before it.
/// - Source: G. Steele et al., SplitMix64.
struct SampleRandom {
  /// What numbers are drawn for; drawing for one does not move the others.
  enum Purpose: UInt64 {
    case plan = 1
    case rep, customer, contact, order, activity, name, code
  }

  private var state: UInt64

  init(seed: UInt64, _ purpose: Purpose, index: Int64) {
    let start = Self.mixed(seed &+ purpose.rawValue &* 0xD1B5_4A32_D192_ED03)
    state = Self.mixed(start ^ UInt64(bitPattern: index) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// A number that stands for the whole sequence: the seed of something else.
  var start: UInt64 { state }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// 0 up to but not including `bound`, which is positive; 0 where it is not.
  mutating func below(_ bound: Int64) -> Int64 {
    guard bound > 0 else { return 0 }
    return Int64(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number of the range, both ends included.
  mutating func integer(in range: ClosedRange<Int64>) -> Int64 {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  mutating func happens(_ share: SampleShare) -> Bool { next() >> 11 < share.threshold }

  static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A share of 1, as a threshold for 53 random bits.
struct SampleShare: Sendable {
  let threshold: UInt64

  /// - Parameter share: 0–1.
  init(_ share: Double) {
    threshold = UInt64(min(max(share, 0), 1) * 9_007_199_254_740_992)
  }
}
