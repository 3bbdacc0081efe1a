import Values

/// What counts as a response to a campaign: orders of at least an amount, activities of some kinds, between
/// its first and last day.
/// - Source: AU1.
public struct CampaignResponse: Hashable, Sendable {
  /// Whether an order is a response.
  public var orders: Bool
  /// The least amount of such an order.
  public var least: Money
  /// Kinds of activities that are a response; empty for none.
  public var activities: [String]

  public init(orders: Bool, least: Money = .zero, activities: [String] = []) {
    (self.orders, self.least, self.activities) = (orders, least, activities)
  }

  /// Reads `{ orders = true, least = yuan(1000), activities = { "visit" } }`.
  /// - Parameter standing: What holds for keys that are not there; nil where all must be.
  init(_ at: PolicyDecoder, standing: CampaignResponse?) throws(PolicyError) {
    if let standing, !at.isPresent {
      self = standing
      return
    }
    let table = try at.table(keys: ["orders", "least", "activities", "source"])
    if standing == nil { _ = try table.source() }
    orders = try table["orders"].ifPresent?.bool() ?? false
    least = try table["least"].ifPresent?.money() ?? .zero
    activities = try table["activities"].ifPresent?.words() ?? []
    guard least >= .zero else {
      throw PolicyError("policy.value", at: table["least"].path, "\(least) is below zero")
    }
    guard orders || !activities.isEmpty else {
      throw PolicyError(
        "policy.missing", at: at.path, "counts neither orders nor activities",
        remedy: "write orders = true, or activities = {\"visit\"}")
    }
    for kind in activities where kind.contains(where: { ", \n".contains($0) }) {
      throw PolicyError(
        "policy.value", at: table["activities"].path, "\"\(kind)\" is no word of activities.kind")
    }
  }
}

/// When a campaign is stopped before its end.
/// - Source: AU1.
public struct CampaignStop: Hashable, Sendable {
  /// Two-sided confidence with which a treated arm does worse than those held out; nil for never.
  public var harm: Double?
  /// Customers that an arm and the hold-out have at least before harm is told.
  public var least: Int64
  /// Whether it stops when the budget is spent.
  public var budget: Bool

  public init(harm: Double?, least: Int64, budget: Bool) {
    (self.harm, self.least, self.budget) = (harm, least, budget)
  }

  /// Reads `{ harm = 0.99, least = 100, budget = true }`; `harm = false` for never.
  init(_ at: PolicyDecoder, standing: CampaignStop?) throws(PolicyError) {
    if let standing, !at.isPresent {
      self = standing
      return
    }
    let table = try at.table(keys: ["harm", "least", "budget", "source"])
    if standing == nil { _ = try table.source() }
    switch table["harm"].value {
    case .bool(false): harm = nil
    case .null: harm = standing?.harm
    default: harm = try table["harm"].number(in: 0.5...0.9999)
    }
    least =
      try table["least"].ifPresent?.integer(in: 1...1_000_000_000) ?? standing?.least ?? 1
    budget = try table["budget"].ifPresent?.bool() ?? standing?.budget ?? true
  }
}

/// What a campaign was launched with, beside its arms: as the record keeps it, a line a thing.
///
/// ```
/// response orders 1000.00
/// response activity visit
/// stop harm 0.99 100
/// stop budget
/// overlap skip
/// ```
public struct CampaignTerms: Hashable, Sendable {
  public var response: CampaignResponse
  public var stop: CampaignStop
  public var overlap: CampaignPolicy.Overlap

  public init(
    response: CampaignResponse, stop: CampaignStop, overlap: CampaignPolicy.Overlap
  ) {
    (self.response, self.stop, self.overlap) = (response, stop, overlap)
  }

  public var text: String {
    var lines: [String] = []
    if response.orders { lines.append("response orders \(response.least)") }
    lines += response.activities.map { "response activity \($0)" }
    if let harm = stop.harm { lines.append("stop harm \(harm) \(stop.least)") }
    if stop.budget { lines.append("stop budget") }
    lines.append("overlap \(overlap.rawValue)")
    return lines.joined(separator: "\n")
  }

  /// - Throws: `campaign.rules` for a text that ``text`` did not give.
  public init(parsing text: String) throws(ValidationError) {
    response = CampaignResponse(orders: false)
    stop = CampaignStop(harm: nil, least: 1, budget: false)
    overlap = .skip
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch (words.first, words.count > 1 ? words[1] : nil, words.count) {
      case ("response", "orders", 3):
        guard let least = try? Money(parsing: words[2]) else { throw Self.unread(line) }
        (response.orders, response.least) = (true, least)
      case ("response", "activity", 3): response.activities.append(words[2])
      case ("stop", "harm", 4):
        guard let harm = Double(words[2]), let least = Int64(words[3]) else {
          throw Self.unread(line)
        }
        (stop.harm, stop.least) = (harm, least)
      case ("stop", "budget", 2): stop.budget = true
      case ("overlap", let word?, 2):
        guard let known = CampaignPolicy.Overlap(rawValue: word) else { throw Self.unread(line) }
        overlap = known
      default: throw Self.unread(line)
      }
    }
  }

  private static func unread(_ line: Substring) -> ValidationError {
    ValidationError(
      "campaign.rules", "the rules of the campaign hold \"\(String(line).excerpt)\"",
      remedy: "leave them as campaign.launch wrote them", field: "rules")
  }
}
