/// How careful the console and the runner are; decoded from `policy/console.lua`.
public struct ConsolePolicy: Hashable, Sendable {
  public let header: PolicyHeader
  /// More changed records than this are confirmed by a person.
  public let confirmAbove: Int
  /// Units: seconds. A chunk that takes longer says how long.
  public let slow: Double
  /// Values of so many chunks stay at hand.
  public let keptValues: Int

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["confirm_above", "slow_seconds", "kept_values"])
    header = try PolicyHeader(root)
    confirmAbove = Int(try root["confirm_above"].integer(in: 0...1_000_000_000_000))
    slow = try root["slow_seconds"].number(in: 0...86_400)
    keptValues = Int(try root["kept_values"].integer(in: 0...10_000))
  }
}
