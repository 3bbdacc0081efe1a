import Values

/// What is given instead of a price cut: the cheapest items whose value reaches the gap.
/// - Source: PR8, PR9.
public struct ValuePackage {
  /// An item at its worth for the deal, and why it is in the package or not.
  public struct Entry {
    public let item: ValuePolicy.Item
    public let cost: Money
    public let value: Money
    public let isChosen: Bool
    public let reason: String
  }

  /// In the policy's order.
  public let entries: [Entry]
  /// What the value should reach.
  public let need: Money
  public let cost: Money
  public let value: Money
  /// What the deal leaves after all costs; nil where its cost is not known.
  public let margin: Double?

  public var chosen: [Entry] { entries.filter(\.isChosen) }
  public var covers: Bool { value >= need }

  /// What of the need stays open.
  public var open: Money {
    value >= need ? .zero : (try? need.subtracting(value)) ?? .zero
  }
}

extension ValuePolicy {
  /// The package against a gap: of all that keep the least margin, the cheapest whose value reaches the
  /// need; where none reaches it, the one that is worth most. Of equals the one with fewer items, then
  /// the one worth more, then by the policy's order.
  ///
  /// - Parameters:
  ///   - amount: What the customer pays.
  ///   - cost: Of the deal; nil where it is not known, and the margin is then not looked at.
  ///   - gap: What we are dearer; nothing is needed where it is none.
  ///   - customer: Nil where no customer is known.
  ///
  /// Complexity: O(2^items); a policy has ``mostItems`` at most.
  /// - Throws: ``ValueError``.
  public func package(
    for amount: Money, cost: Money?, gap: Money, customer: (any RecordReader)?
  ) throws -> ValuePackage {
    let need = gap > .zero ? try gap.times(cover, rounding: .up, to: .document) : .zero
    var making = PackageMaking(need: need, most: try mostCost(amount, cost))
    for item in items {
      let worth = (
        cost: try item.cost.of(amount, rounding), value: try item.value.of(amount, rounding)
      )
      making.candidates.append(
        .init(cost: worth.cost, value: worth.value, failure: try item.when.failure(customer)))
    }
    making.choose()
    let entries = zip(items, making.candidates).map { item, candidate in
      ValuePackage.Entry(
        item: item, cost: candidate.cost, value: candidate.value, isChosen: candidate.isChosen,
        reason: candidate.reason)
    }
    let spent = making.cost
    let total = try cost.map { try $0.adding(spent) }
    let margin =
      try amount.isZero ? nil : total.map { try amount.subtracting($0).ratio(to: amount) }
    return ValuePackage(
      entries: entries, need: need, cost: spent, value: making.value, margin: margin)
  }

  /// What a package may cost; nil without a limit.
  private func mostCost(_ amount: Money, _ cost: Money?) throws -> Money? {
    guard let cost else { return nil }
    let left = try amount.times(packageMargin.complement(), rounding: .down, to: .document)
    return try left.subtracting(cost)
  }
}

/// A package while it is made.
private struct PackageMaking {
  struct Candidate {
    let cost: Money
    let value: Money
    /// Why it is not for the customer.
    let failure: String?
    var isChosen = false
    var reason = ""
  }

  /// Some of the candidates, as bits.
  private struct Choice {
    var bits: UInt32 = 0
    var cost: Int128 = 0
    var value: Int128 = 0
  }

  let need: Money
  let most: Money?
  var candidates: [Candidate] = []
  var cost = Money.zero
  var value = Money.zero

  init(need: Money, most: Money?) {
    self.need = need
    self.most = most
  }

  mutating func choose() {
    var best = Choice()
    extend(Choice(), from: 0, &best)
    cost = Money(units: Int64(clamping: best.cost))
    value = Money(units: Int64(clamping: best.value))
    for index in candidates.indices {
      candidates[index].isChosen = best.bits & 1 << index != 0
      candidates[index].reason = reason(candidates[index])
    }
  }

  private func extend(_ choice: Choice, from start: Int, _ best: inout Choice) {
    if isBetter(choice, than: best) { best = choice }
    for index in start..<max(start, candidates.count) where candidates[index].failure == nil {
      var more = choice
      more.bits |= 1 << index
      more.cost += Int128(candidates[index].cost.units)
      more.value += Int128(candidates[index].value.units)
      if let most, more.cost > Int128(most.units) { continue }
      extend(more, from: index + 1, &best)
    }
  }

  private func isBetter(_ one: Choice, than other: Choice) -> Bool {
    let goal = Int128(need.units)
    let (reaches, reached) = (one.value >= goal, other.value >= goal)
    if reaches != reached { return reaches }
    if !reaches, one.value != other.value { return one.value > other.value }
    if one.cost != other.cost { return one.cost < other.cost }
    let (few, many) = (one.bits.nonzeroBitCount, other.bits.nonzeroBitCount)
    if few != many { return few < many }
    return one.value > other.value
  }

  private func reason(_ candidate: Candidate) -> String {
    if let failure = candidate.failure { return failure }
    if candidate.isChosen {
      return "worth \(candidate.value.grouped) at a cost of \(candidate.cost.grouped)"
    }
    if need.isZero { return "nothing is needed" }
    if value >= need { return "the others reach \(need.grouped) for less" }
    return "\(candidate.cost.grouped) more would leave too little margin: a package may cost "
      + max(most ?? .zero, .zero).grouped
  }
}
