import Values

/// What customers of a level buy and are like. A class, since planners look at it many times a customer.
final class SampleLevel: Sendable {
  let name: String
  /// Purchases of twelve months, in 1/10,000 yuan; empty for those who buy nothing.
  let annual: Weighted<Range<Int64>>
  /// Orders in the last twelve months, and in the twelve before.
  let recent: ClosedRange<Int64>
  let earlier: ClosedRange<Int64>
  let contacts: ClosedRange<Int64>
  let activities: ClosedRange<Int64>
  /// How far back activities go.
  let days: Int64
  let credit: ClosedRange<Int64>
  let relationship: ClosedRange<Int64>
  let scores: ClosedRange<Int64>
  let refer: ClosedRange<Int64>
  /// In percent.
  let repurchase: ClosedRange<Int64>
  let influence: Weighted<Customer.Strength>
  let potential: Weighted<Customer.Strength>
  let size: Weighted<Customer.Size>
  let stage: Weighted<Customer.Stage>
  let grades: [String: Int64]
  /// What a label that is out of date says instead.
  let was: Weighted<String>

  private static let keys = [
    "level", "weight", "annual", "recent", "earlier", "contacts", "activities", "days", "credit",
    "relationship", "scores", "refer", "repurchase", "influence", "potential", "size", "stage",
    "grades", "was",
  ]

  static func decode(
    _ place: PolicyDecoder
  ) throws(PolicyError) -> (level: SampleLevel, weight: Int64) {
    let table = try place.table(keys: keys)
    let level = try SampleLevel(decoding: table)
    guard level.annual.isEmpty == (level.recent == 0...0),
      level.recent.lowerBound > 0
        || level.earlier == 0...0
    else {
      throw PolicyError(
        "policy.value", at: "\(place.path).recent",
        "a level with annual purchases has 1 or more recent orders, one without has none at all")
    }
    return (level, try table["weight"].integer(in: PolicyDecoder.weights))
  }

  private init(decoding table: PolicyTable) throws(PolicyError) {
    name = try table["level"].text()
    var bands: [(element: Range<Int64>, weight: Int64)] = []
    for band in try table["annual"].list() {
      let range = try SampleSize.moneyRange(band, extra: ["weight"])
      bands.append((range.units, try range.table["weight"].integer(in: 1...1_000_000)))
    }
    annual = Weighted(bands)
    recent = try table["recent"].range(in: 0...50)
    earlier = try table["earlier"].range(in: 0...50)
    contacts = try table["contacts"].range(in: 0...50)
    activities = try table["activities"].range(in: 0...50)
    days = try table["days"].integer(in: SampleProfile.days)
    credit = try table["credit"].range(in: 0...100)
    relationship = try table["relationship"].range(in: 0...100)
    scores = try table["scores"].range(in: 1...5)
    refer = try table["refer"].range(in: 0...10)
    repurchase = try table["repurchase"].range(in: 0...100)
    influence = try table["influence"].weightedChoices(Customer.Strength.self)
    potential = try table["potential"].weightedChoices(Customer.Strength.self)
    size = try table["size"].weightedChoices(Customer.Size.self)
    stage = try table["stage"].weightedChoices(Customer.Stage.self)
    let words = try table["grades"].weightedWords()
    grades = Dictionary(
      uniqueKeysWithValues: words.elements.indices.map { (words[$0], words.weight(at: $0)) })
    was = try table["was"].weightedWords()
  }
}

/// Headcount and revenue of a size grade.
struct SampleSize: Sendable {
  let headcount: ClosedRange<Int64>
  /// In 1/10,000 yuan, as are the steps that firms state it in.
  let revenue: Range<Int64>
  let revenueStep: Int64

  init(decoding place: PolicyDecoder) throws(PolicyError) {
    let table = try place.table(keys: ["headcount", "revenue"])
    headcount = try table["headcount"].range(in: 0...10_000_000)
    let range = try Self.moneyRange(table["revenue"], extra: ["step"], largest: .max)
    revenue = range.units
    revenueStep = try range.table["step"].amount().units
  }

  /// `{ from = …, below = … }`, in 1/10,000 yuan.
  static func moneyRange(
    _ place: PolicyDecoder, extra: [String] = [], largest: Int64 = 1_000_000_000_000
  ) throws(PolicyError) -> (units: Range<Int64>, table: PolicyTable) {
    let table = try place.table(keys: ["from", "below"] + extra)
    let (from, below) = (try table["from"].money(), try table["below"].money())
    guard from.units > 0, from < below, below.units <= largest else {
      throw PolicyError(
        "policy.value", at: place.path,
        "\(from.grouped) to below \(below.grouped) is not a range above 0 and up to "
          + Money(units: largest).grouped)
    }
    return (from.units..<below.units, table)
  }
}
