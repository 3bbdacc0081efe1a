/// Points for what a factor reads: at some values, in a straight line between them, and no more
/// beyond the first and the last; or for words.
public struct HealthScale: Sendable {
  public struct Knot: Hashable, Sendable {
    public let at: Double
    public let points: Double
  }

  /// Upward by ``Knot/at``; empty where words give points.
  public let knots: [Knot]
  public let words: [String: Double]

  static let points: ClosedRange<Double> = 0...100

  /// - Parameter slot: The field of customers, whose words the scale then names.
  init(_ table: PolicyTable, slot: Int?) throws(PolicyError) {
    if let slot {
      switch Customer.schema.entity.fields[slot].type {
      case .text, .choice:
        (knots, words) = ([], try Self.words(table["points"], slot))
        return
      case .integer, .number, .money: break
      default:
        throw PolicyError(
          "policy.field", at: table.path,
          "\(Customer.schema.entity.fields[slot].name) is neither a number nor a word")
      }
    }
    guard !table["points"].isPresent else {
      throw PolicyError(
        "policy.key", at: table["points"].path, "is for words, and this factor reads a number",
        remedy: "give scale = { { 0, 0 }, { 10, 100 } }")
    }
    (knots, words) = (try Self.knots(table["scale"]), [:])
  }

  private static func words(
    _ at: PolicyDecoder, _ slot: Int
  ) throws(PolicyError) -> [String: Double] {
    let table = try at.dictionary()
    var words: [String: Double] = [:]
    for word in table.keys {
      if case .choice(let known) = Customer.schema.entity.fields[slot].type {
        _ = try PolicyDecoder(.text(word), at: at.path).choice(known)
      }
      words[word] = try table[word].number(in: points)
    }
    guard !words.isEmpty else { throw PolicyError("policy.missing", at: at.path, "is empty") }
    return words
  }

  private static func knots(_ at: PolicyDecoder) throws(PolicyError) -> [Knot] {
    let knots = try at.filledList { at throws(PolicyError) in
      let pair = try at.list()
      guard pair.count == 2 else {
        throw PolicyError(
          "policy.value", at: at.path, "has \(pair.count) numbers, not a value and its points",
          remedy: "write { 10, 100 }")
      }
      return Knot(at: try pair[0].number(), points: try pair[1].number(in: points))
    }
    for (before, knot) in zip(knots, knots.dropFirst()) where knot.at <= before.at {
      throw PolicyError(
        "policy.unreachable", at: at.path,
        "\(FieldValue.number(knot.at).display) does not come after "
          + FieldValue.number(before.at).display,
        remedy: "list the values upward")
    }
    return knots
  }

  /// Points of a number.
  func points(_ value: Double) -> Double? {
    guard !value.isNaN, let first = knots.first, let last = knots.last else { return nil }
    if value <= first.at { return first.points }
    if value >= last.at { return last.points }
    var place = 1
    while knots[place].at < value { place += 1 }
    let (low, high) = (knots[place - 1], knots[place])
    let share = (value - low.at) / (high.at - low.at)
    return low.points + share * (high.points - low.points)
  }
}
