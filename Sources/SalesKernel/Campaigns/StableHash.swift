/// Numbers that depend on a text alone: the same on every machine, in every run, in every order.
///
/// The bytes of the text in UTF-8 by FNV-1a (64 bits), then the finaliser of SplitMix64, because the high
/// bits of FNV-1a alone are poor for short texts. Published vectors: FNV-1a of nothing is
/// cbf29ce484222325, of `a` af63dc4c8601ec8c, of `foobar` 85944171f73967e8.
/// - Source: G. Fowler, L. Noll, K.-P. Vo; G. Steele et al., SplitMix64.
public enum StableHash {
  public static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a of bytes, going on from a hash before.
  public static func fnv1a(_ bytes: some Sequence<UInt8>, from hash: UInt64 = start) -> UInt64 {
    var hash = hash
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// A number that stands for a customer in a campaign: of the text `CODE/ID`.
  public struct OfCampaign: Sendable {
    private let prefix: UInt64

    public init(_ code: String) { prefix = StableHash.fnv1a("\(code)/".utf8) }

    public func number(_ customer: Int64) -> UInt64 {
      SampleRandom.mixed(StableHash.fnv1a(String(customer).utf8, from: prefix))
    }
  }
}
