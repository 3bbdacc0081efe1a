import Values

/// Holidays and make-up workdays as a state announces them, for the whole years that it has.
///
/// Versioned data, made by `dev/generate-calendar`: what it does not cover is not known.
/// - Source: standards "Working calendar"; `stdlib-lua/policy/calendar_cn.lua`.
public struct StatutoryCalendar: Sendable {
  public let header: PolicyHeader
  public let version: String
  /// The days that it covers.
  public let coverage: ClosedRange<Day>
  /// Names of days off, weekends between them among them.
  public let holidays: [Day: Label]
  /// Names of weekend days that are worked.
  public let workdays: [Day: Label]

  /// - Throws: ``PolicyError``; `policy.duplicate` for a day with two meanings.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["version", "first", "last", "names", "holidays", "workdays"])
    header = try PolicyHeader(root)
    version = try root["version"].text()
    coverage = try root.coverage()
    let names = try Self.names(root["names"])
    var days = Days(coverage: coverage, names: names)
    for at in try root["holidays"].list() {
      let entry = try at.table(keys: ["first", "last", "name"])
      let (from, to) = (try entry["first"].day(), try entry["last"].day())
      try days.add(from, to, entry["name"], at: at.path)
    }
    holidays = days.taken
    for at in try root["workdays"].list() {
      let entry = try at.table(keys: ["day", "name"])
      let day = try entry["day"].day()
      try days.add(day, day, entry["name"], at: at.path)
    }
    workdays = days.taken.filter { [holidays] in holidays[$0.key] == nil }
  }

  private static func names(_ at: PolicyDecoder) throws(PolicyError) -> [String: Label] {
    let table = try at.dictionary()
    var names: [String: Label] = [:]
    for key in table.keys { names[key] = try table[key].label() }
    return names
  }
}

/// Days that have got a meaning, each one.
private struct Days {
  let coverage: ClosedRange<Day>
  let names: [String: Label]
  var taken: [Day: Label] = [:]

  mutating func add(
    _ first: Day, _ last: Day, _ name: PolicyDecoder, at path: String
  ) throws(PolicyError) {
    guard first <= last, coverage.contains(first), coverage.contains(last) else {
      throw PolicyError(
        "policy.value", at: path,
        "\(first) to \(last) is not a stretch within "
          + "\(coverage.lowerBound)–\(coverage.upperBound)")
    }
    let label = names[try name.choice(names.keys.sorted())]
    for number in first.number...last.number {
      guard let day = try? Day(number: number) else { continue }
      guard taken[day] == nil else {
        throw PolicyError("policy.duplicate", at: path, "\(day) is there twice")
      }
      taken[day] = label
    }
  }
}
