import Values

/// Which share of a volume is given back: bands that begin where they say and end where the next one
/// begins.
/// - Source: PR4, CH2; standards: bands are marginal unless stated retroactive.
public struct RebateBands: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// Each band pays on the part of the volume that lies in it.
    case marginal
    /// The band of the whole volume pays on all of it.
    case retroactive
  }

  public struct Band: Hashable, Sendable {
    public let name: String
    /// Where it begins.
    public let start: Money
    /// Whether the volume of its start is in it (`from`) or not (`over`).
    public let holdsStart: Bool
    public let rate: Rate

    func holds(_ volume: Money) -> Bool { holdsStart ? volume >= start : volume > start }
  }

  public let kind: Kind
  public let bands: [Band]

  /// - Throws: ``PolicyError``: `policy.unreachable` for bands that do not go upward.
  init(kind: PolicyDecoder, bands list: PolicyDecoder) throws(PolicyError) {
    self.kind = try kind.oneOf(Kind.self)
    bands = try list.filledList { at throws(PolicyError) in
      let band = try at.table(keys: ["key", "from", "over", "rate"])
      let edges = ["from", "over"].filter { band[$0].isPresent }
      guard let edge = edges.first, edges.count == 1 else {
        throw PolicyError(
          edges.isEmpty ? "policy.missing" : "policy.value", at: at.path,
          "wants one of from and over")
      }
      let start = try band[edge].money()
      guard start >= .zero else {
        throw PolicyError("policy.value", at: band[edge].path, "\(start) is below zero")
      }
      return Band(
        name: try band["key"].key(), start: start, holdsStart: edge == "from",
        rate: try band["rate"].rate(upTo: 1))
    }
    try list.refuseDuplicates(bands.map(\.name))
    for (index, band) in bands.enumerated().dropFirst() where band.start <= bands[index - 1].start {
      throw PolicyError(
        "policy.unreachable", at: "\(list.path)[\(index + 1)]",
        "begins at \(band.start.grouped), the one before at \(bands[index - 1].start.grouped)",
        remedy: "list the bands upward")
    }
  }

  /// The band that a volume is in; nil below the first.
  public func band(of volume: Money) -> Band? { bands.last { $0.holds(volume) } }

  /// The part of a volume that a band pays on.
  /// - Throws: `money.overflow`.
  func base(of index: Int, in volume: Money) throws(ValueError) -> Money {
    switch kind {
    case .retroactive: return bands[index] == band(of: volume) ? volume : .zero
    case .marginal:
      let end = index + 1 < bands.count ? min(volume, bands[index + 1].start) : volume
      return end > bands[index].start ? try end.subtracting(bands[index].start) : .zero
    }
  }

  /// What a volume earns, rounded once to the fen. A volume below the first band earns nothing.
  /// - Throws: `money.overflow`, `price.precision`.
  public func entitlement(
    of volume: Money, rounding: Rounding
  ) throws(ValueError) -> Money {
    var sum = ExactAmount(.zero)
    for index in bands.indices {
      var part = ExactAmount(try base(of: index, in: volume))
      try part.multiply(by: bands[index].rate)
      try sum.add(part)
    }
    return try sum.rounded(rounding, to: .document)
  }

  /// How ``entitlement(of:rounding:)`` comes about: every band, also those that pay nothing.
  /// - Throws: `money.overflow`, `price.precision`.
  public func explain(
    _ volume: Money, rounding: Rounding, source: String
  ) throws(ValueError) -> Explanation {
    var children = [Explanation("volume", .input, value: .money(volume))]
    for (index, band) in bands.enumerated() {
      let base = try base(of: index, in: volume)
      guard base > .zero else {
        children.append(
          Explanation(band.name, .notMatched, reason: Self.reason(band, volume)))
        continue
      }
      var part = ExactAmount(base)
      try part.multiply(by: band.rate)
      children.append(
        Explanation(
          band.name, .matched, value: .text(part.description),
          reason: "\(base.grouped) × \(band.rate), "
            + "\(band.holdsStart ? "from" : "over") \(band.start.grouped)"))
    }
    return Explanation(
      "entitlement", .step, value: .money(try entitlement(of: volume, rounding: rounding)),
      reason: "\(kind.rawValue) bands, rounded \(rounding.rawValue) once", source: source,
      children: children)
  }

  private static func reason(_ band: Band, _ volume: Money) -> String {
    guard !band.holds(volume) else {
      return volume > band.start
        ? "a higher band pays on the whole volume" : "\(volume.grouped) is where it begins"
    }
    let word = band.holdsStart ? "below" : "not over"
    return "\(volume.grouped) is \(word) \(band.start.grouped)"
  }
}
