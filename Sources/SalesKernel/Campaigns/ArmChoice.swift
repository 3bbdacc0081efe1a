import Values

/// Which arm a customer of a campaign is in: where the customer's hash lies on a line that the hold-out and
/// the arms divide.
///
/// ```
///   0        h                    h + (1 − h)·share₁                    1
///   ├────────┼─────────────────────────┼────────────────────────────────┤   hash / 2⁶⁴
///    hold-out          arm 1                       arm 2
/// ```
/// The hash depends on the campaign's code and the customer's id alone, so that the same customer gets the
/// same arm in whatever order and whenever the audience is computed.
public struct ArmChoice: Sendable {
  /// Where each part ends, as a part of the whole; the last is 1.
  public let ends: [Rate]
  /// First hash beyond each part; the last part has none.
  private let limits: [UInt64]
  private let hash: StableHash.OfCampaign

  /// - Parameter parts: Shares of the whole, in order; they sum to 1.
  /// - Throws: `rate.overflow`.
  public init(code: String, parts: [Rate]) throws(ValueError) {
    hash = StableHash.OfCampaign(code)
    var (ends, sum): ([Rate], Rate) = ([], .zero)
    for part in parts {
      sum = try sum.adding(part)
      ends.append(sum)
    }
    self.ends = ends
    limits = ends.dropLast().map(Self.limit)
  }

  /// The place of the part that a customer is in.
  @inline(__always)
  public func place(of customer: Int64) -> Int {
    let number = hash.number(customer)
    var place = 0
    while place < limits.count, number >= limits[place] { place += 1 }
    return place
  }

  /// Where the customer lies between 0 and 1, for show.
  public func position(of customer: Int64) -> Double {
    Double(hash.number(customer) >> 11) / 9_007_199_254_740_992
  }

  /// `share · 2⁶⁴`, rounded up: a part of 0 takes no hash. A share of 1 has no number of its own, so the
  /// largest stands for it; what ends at 1 before the last part is followed by parts of 0 alone.
  private static func limit(_ share: Rate) -> UInt64 {
    var power: UInt128 = 1
    for _ in 0..<share.scale { power *= 10 }
    let wide = UInt128(share.mantissa.magnitude) << 64
    return UInt64(exactly: (wide + power - 1) / power) ?? .max
  }
}
