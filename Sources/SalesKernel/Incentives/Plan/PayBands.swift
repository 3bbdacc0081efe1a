import Values

/// Which share of a volume is paid: bands that begin where they say, on yuan or on parts of a target.
///
/// A band holds its start and not its end. Below the first band nothing is paid.
/// - Source: PF1, PF2; standards: bands are marginal unless stated retroactive.
public struct PayBands: Hashable, Sendable {
  public enum Style: String, CaseIterable, Sendable {
    /// Each band pays on the part of the volume that lies in it.
    case marginal
    /// The band of the whole volume pays on all of it.
    case retroactive
  }

  /// What the edges of bands are measured on.
  public enum Scale: String, CaseIterable, Sendable {
    /// Yuan of the volume.
    case amount
    /// Parts of the target: 1.2 is 120 %.
    case attainment
  }

  /// Where a band begins or ends.
  enum Edge: Hashable, Sendable {
    case amount(Money)
    case part(Rate)
  }

  public struct Band: Hashable, Sendable {
    let start: Edge
    public let rate: Rate
  }

  public let style: Style
  public let scale: Scale
  public let bands: [Band]

  /// - Throws: ``PolicyError``: `policy.gap`, `policy.overlap`, `policy.unreachable`.
  init(_ table: PolicyTable) throws(PolicyError) {
    let (style, scale, list) = (table["style"], table["on"], table["bands"])
    guard list.isPresent != table["rate"].isPresent else {
      throw PolicyError(
        "policy.value", at: table.path, "wants one of rate and bands",
        remedy: "give rate = 0.02, or bands = { { from = yuan(0), rate = 0.02 }, … }")
    }
    self.style = try style.ifPresent?.oneOf(Style.self) ?? .marginal
    let on = try scale.ifPresent?.oneOf(Scale.self) ?? .amount
    self.scale = on
    guard list.isPresent else {
      bands = [Band(start: .zero(on), rate: try table["rate"].rate(upTo: 1))]
      return
    }
    var bands: [Band] = []
    var end: Edge?
    for (index, at) in try list.filledList(of: { at throws(PolicyError) in at }).enumerated() {
      let band = try at.table(keys: ["from", "upto", "rate"])
      let start =
        try band["from"].ifPresent.map { at throws(PolicyError) in
          try Edge(at, on)
        } ?? (index == 0 ? Edge.zero(on) : end)
      guard let start else {
        throw PolicyError("policy.missing", at: band["from"].path, "is missing")
      }
      if let before = bands.last {
        guard before.start < start else {
          throw PolicyError(
            "policy.unreachable", at: at.path,
            "begins at \(start), the one before at \(before.start)",
            remedy: "list the bands upward")
        }
        try Self.requireNext(start, after: end, at.path)
      }
      end = try band["upto"].ifPresent.map { at throws(PolicyError) in try Edge(at, on) }
      if let end, end <= start {
        throw PolicyError(
          "policy.unreachable", at: at.path, "is empty: from \(start) up to \(end)",
          remedy: "let it end above its start")
      }
      bands.append(Band(start: start, rate: try band["rate"].rate(upTo: 1)))
    }
    if let end {
      throw PolicyError(
        "policy.gap", at: list.path, "nothing is said above \(end)",
        remedy: "leave out upto of the last band")
    }
    self.bands = bands
  }

  private static func requireNext(
    _ start: Edge, after end: Edge?, _ path: String
  ) throws(PolicyError) {
    guard let end, end != start else { return }
    throw end < start
      ? PolicyError(
        "policy.gap", at: path, "begins at \(start), the one before ends at \(end)",
        remedy: "let each band begin where the one before ends")
      : PolicyError(
        "policy.overlap", at: path, "begins at \(start), the one before ends at \(end)",
        remedy: "let each band begin where the one before ends")
  }
}

extension PayBands.Edge: Comparable, CustomStringConvertible {
  init(_ at: PolicyDecoder, _ scale: PayBands.Scale) throws(PolicyError) {
    switch scale {
    case .attainment: self = .part(try at.rate(upTo: 1000))
    case .amount:
      let money = try at.money()
      guard money >= .zero else {
        throw PolicyError("policy.value", at: at.path, "\(money.grouped) is below zero")
      }
      self = .amount(money)
    }
  }

  static func zero(_ scale: PayBands.Scale) -> Self {
    scale == .amount ? .amount(.zero) : .part(.zero)
  }

  static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.amount(let left), .amount(let right)): left < right
    case (.part(let left), .part(let right)): left < right
    case (.amount, .part): true
    case (.part, .amount): false
    }
  }

  var description: String {
    switch self {
    case .amount(let money): money.grouped
    case .part(let rate): "\(rate) of the target"
    }
  }

  /// In yuan; nil for a part of a target that there is not.
  /// - Throws: `price.precision`.
  func amount(of target: Money?) throws(ValueError) -> ExactAmount? {
    switch self {
    case .amount(let money): return ExactAmount(money)
    case .part(let rate):
      guard let target else { return nil }
      var edge = ExactAmount(target)
      try edge.multiply(by: rate)
      return edge
    }
  }
}

extension PayBands {
  /// What one band pays.
  struct Slice {
    let band: Band
    let start: ExactAmount
    /// The part of the volume that it pays on; nil where it pays nothing.
    let base: ExactAmount?
    let pay: ExactAmount
  }

  /// What every band pays on a volume, also those that pay nothing; nil where a target is missing.
  /// - Throws: `price.precision`.
  func slices(of volume: Money, target: Money?) throws(ValueError) -> [Slice]? {
    let whole = ExactAmount(volume)
    var starts: [ExactAmount] = []
    for band in bands {
      guard let start = try band.start.amount(of: target) else { return nil }
      starts.append(start)
    }
    var slices: [Slice] = []
    for (index, band) in bands.enumerated() {
      let end = index + 1 < bands.count ? starts[index + 1] : nil
      let base = try base(whole, from: starts[index], upto: end)
      var pay = base ?? ExactAmount(.zero)
      try pay.multiply(by: band.rate)
      slices.append(Slice(band: band, start: starts[index], base: base, pay: pay))
    }
    return slices
  }

  private func base(
    _ volume: ExactAmount, from start: ExactAmount, upto end: ExactAmount?
  ) throws(ValueError) -> ExactAmount? {
    // A volume below zero is below every band, also below one that begins at zero.
    guard try !volume.isLess(than: start) else { return nil }
    switch style {
    case .retroactive:
      if let end, try !volume.isLess(than: end) { return nil }
      return volume
    case .marginal:
      var base = volume
      if let end, try end.isLess(than: volume) { base = end }
      try base.subtract(start)
      return base
    }
  }
}
