// Arms by a stable hash. Published vectors, and numbers from Python (FNV-1a over the bytes, SplitMix64's finaliser).
import Testing
import Values

@testable import SalesKernel

@Suite struct ArmChoiceTests {
  @Test("FNV-1a and SplitMix64 give their published vectors")
  func vectors() {
    #expect(StableHash.fnv1a("".utf8) == 0xCBF2_9CE4_8422_2325)
    #expect(StableHash.fnv1a("a".utf8) == 0xAF63_DC4C_8601_EC8C)
    #expect(StableHash.fnv1a("foobar".utf8) == 0x8594_4171_F739_67E8)
    // The first output of SplitMix64 from seed 1234567.
    #expect(SampleRandom.mixed(1_234_567 &+ 0x9E37_79B9_7F4A_7C15) == 6_457_827_717_110_365_317)
  }

  @Test("a customer's number in a campaign is that of Python")
  func numbers() {
    let hash = StableHash.OfCampaign("Q2")
    #expect(hash.number(1) == 12_131_196_723_055_516_227)
    #expect(hash.number(2) == 10_366_482_340_970_476_516)
    #expect(hash.number(42) == 11_921_017_452_927_505_243)
    #expect(hash.number(200) == 17_493_630_234_645_476_026)
  }

  @Test("arms divide the line where their shares end")
  func limits() throws {
    // Customer 1 lies at 0.6576, 2 at 0.5620, 3 at 0.3367, 200 at 0.9483.
    let half = try ArmChoice(code: "Q2", parts: rates(0.6, 0.4))
    #expect([1, 2, 3, 200].map { half.place(of: $0) } == [1, 0, 0, 1])
    let three = try ArmChoice(code: "Q2", parts: rates(0.4, 0.2, 0.4))
    #expect([1, 2, 3, 200].map { three.place(of: $0) } == [2, 1, 0, 2])
  }

  @Test("a part of nothing gets nobody, a part of all everybody")
  func edges() throws {
    let none = try ArmChoice(code: "Q2", parts: rates(0, 1))
    let all = try ArmChoice(code: "Q2", parts: rates(1, 0))
    for id in Int64(1)...2000 {
      #expect(none.place(of: id) == 1)
      #expect(all.place(of: id) == 0)
    }
  }

  @Test("shares hold within what sampling allows", arguments: [UInt64](1...20))
  func shares(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let cut = Int64.random(in: 1...98, using: &random)
    let second = Int64.random(in: 1...(99 - cut), using: &random)
    let parts = try [cut, second, 100 - cut - second].map { try Rate(mantissa: $0, scale: 2) }
    let choice = try ArmChoice(code: "C\(seed)", parts: parts)
    let count = 20_000
    var counts = [0, 0, 0]
    let start = Int64.random(in: 1...1_000_000_000, using: &random)
    for id in start..<(start + Int64(count)) { counts[choice.place(of: id)] += 1 }
    #expect(counts.reduce(0, +) == count)
    for (part, found) in zip(parts, counts) {
      // Five standard deviations of a binomial.
      let p = part.double
      let room = 5 * (Double(count) * p * (1 - p)).squareRoot() + 1
      #expect(abs(Double(found) - Double(count) * p) < room, "seed \(seed): \(counts) of \(parts)")
    }
  }

  private func rates(_ shares: Double...) throws -> [Rate] {
    try shares.map { try Rate(exactly: $0) }
  }
}
