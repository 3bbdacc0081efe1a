import Values

/// What a factor of health looks at: a source, and what is taken of it.
///
/// ```lua
/// read = { source = "orders", take = "growth", months = 6 }
/// ```
/// - Source: CS1.
public struct HealthMeasure: Sendable {
  /// Where it is read.
  public enum Source: String, CaseIterable, Sendable {
    case orders, activities, tickets, payments, surveys, readings, contacts, customer
  }

  /// What is taken of the source.
  public enum Take: String, CaseIterable, Sendable {
    /// How many there were in the window.
    case count
    /// Their amounts, or values, added up.
    case sum
    case mean
    /// The last one in the window.
    case latest
    /// The window against the one of the same length before it, less 1.
    case growth
    /// The same of numbers instead of amounts.
    case countGrowth = "count_growth"
    /// Days since the last one ever.
    case daysSince = "days_since"
    /// The share that takes, or took, longer than ``HealthMeasure/within``.
    case lateShare = "late_share"
    /// The share of what fell due that is still open.
    case overdueShare = "overdue_share"
    /// Mean days from the due day to the day it was settled, early ones 0.
    case daysLate = "days_late"
    /// Different departments of the contacts.
    case departments
    /// Σ weight × relationship of the roles that decide.
    case coverage
    /// Weight of the roles that decide of which a contact is known, in percent.
    case penetration
    case field
  }

  public let source: Source
  public let take: Take
  /// Length of the window; 0 where there is none.
  public let months: Int
  /// Words that count: kinds of activities or tickets, the survey, the metric; empty for all.
  public let words: [String]
  /// Roles of the contacts that activities count with; empty for all.
  public let roles: [String]
  /// For ``Take/lateShare`` of tickets.
  public let within: Span?
  /// The field of customers.
  public let slot: Int?

  static let takes: [Source: [Take]] = [
    .orders: [.count, .sum, .growth, .countGrowth, .daysSince],
    .activities: [.count, .countGrowth, .daysSince],
    .tickets: [.count, .countGrowth, .lateShare, .daysSince],
    .payments: [.overdueShare, .lateShare, .daysLate],
    .surveys: [.mean, .latest],
    .readings: [.latest, .sum, .mean, .growth],
    .contacts: [.count, .departments, .coverage, .penetration],
    .customer: [.field],
  ]

  /// The longest window: ten years.
  private static let longest: Int64 = 120

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: [
      "source", "take", "months", "kinds", "roles", "survey", "metric", "within", "field",
    ])
    source = try table["source"].oneOf(Source.self)
    let possible = Self.takes[source] ?? []
    take =
      source == .customer && !table["take"].isPresent
      ? .field
      : Take(rawValue: try table["take"].choice(possible.map(\.rawValue))) ?? .count
    let hasWindow = ![.daysSince, .field].contains(take) && source != .contacts
    months = hasWindow ? Int(try table["months"].integer(in: 1...Self.longest)) : 0
    words = try Self.words(table, source)
    roles = try source == .activities ? table["roles"].ifPresent?.words() ?? [] : []
    within = try source == .tickets && take == .lateShare ? table["within"].duration() : nil
    slot = try source == .customer ? Customer.schema.entity.policySlot(table["field"]) : nil
    try refuseIdle(table, hasWindow: hasWindow)
  }

  private static func words(
    _ table: PolicyTable, _ source: Source
  ) throws(PolicyError) -> [String] {
    switch source {
    case .activities, .tickets: try table["kinds"].ifPresent?.words() ?? []
    case .surveys: [try table["survey"].key()]
    case .readings: [try table["metric"].key()]
    default: []
    }
  }

  /// A key that the source does not read is a slip.
  private func refuseIdle(_ table: PolicyTable, hasWindow: Bool) throws(PolicyError) {
    let idle: [(key: String, isRead: Bool)] = [
      ("months", hasWindow), ("kinds", [.activities, .tickets].contains(source)),
      ("roles", source == .activities), ("survey", source == .surveys),
      ("metric", source == .readings), ("within", within != nil), ("field", slot != nil),
    ]
    for (key, isRead) in idle where !isRead && table[key].isPresent {
      throw PolicyError(
        "policy.key", at: table[key].path, "is not read by \(source.rawValue) \(take.rawValue)",
        remedy: "leave it out")
    }
  }

  /// In words, as `orders growth over 6 months`.
  public var text: String {
    var text = "\(source.rawValue) \(take.rawValue)"
    if let slot { text = "customer \(Customer.schema.entity.fields[slot].name)" }
    if !words.isEmpty { text += " of \(words.joined(separator: ", "))" }
    if !roles.isEmpty { text += " with \(roles.joined(separator: ", "))" }
    if let within { text += " (longer than \(within))" }
    if months > 0 { text += " over \(months.text("month"))" }
    return text
  }
}
