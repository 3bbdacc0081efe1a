import Values

/// Measures the quality of records that are fed one by one: completeness, duplicates, staleness.
///
/// Memory is 16 bytes a record and kind of duplicate: keys are kept as 64-bit fingerprints, never
/// as text. Two different keys share a fingerprint about once in 10¹⁹ pairs, so a duplicate is a
/// candidate to look at, as it would be anyway.
///
/// ```swift
/// var quality = DataQuality(policy: policy, asOf: today)
/// for record in records { try quality.add(record) }
/// quality.report().completeness  // 0.613
/// ```
/// - Source: CU14.
public struct DataQuality {
  public let policy: QualityPolicy
  public let asOf: Day
  private var records = 0
  private var complete = 0
  private var filled: [Int]
  private var ages: [(stale: Int, unknown: Int)]
  private var codes = DuplicateFinder()
  private var names = DuplicateFinder()

  public init(policy: QualityPolicy, asOf: Day) {
    self.policy = policy
    self.asOf = asOf
    self.filled = Array(repeating: 0, count: policy.counted.count)
    self.ages = Array(repeating: (0, 0), count: policy.freshness.count)
  }

  /// Counts one record.
  /// - Complexity: O(counted fields).
  /// - Throws: what the record throws.
  public mutating func add(_ record: any RecordReader) throws {
    records += 1
    var present = 0
    for (index, slot) in policy.counted.enumerated() where try !record.value(at: slot).isBlank {
      filled[index] += 1
      present += 1
    }
    if present == policy.counted.count { complete += 1 }
    for (index, rule) in policy.freshness.enumerated() {
      switch rule.state(try record.value(at: rule.slot), asOf) {
      case .unknown: ages[index].unknown += 1
      case .stale: ages[index].stale += 1
      case .fresh: break
      }
    }
    if let slot = policy.uniqueSlot, case .text(let code) = try record.value(at: slot) {
      let plain = USCC.normalised(code)
      if !plain.isEmpty {
        codes.add(Fingerprint.of(plain.unicodeScalars.lazy.map(\.value)), record.id)
      }
    }
    if let slot = policy.nameSlot, case .text(let name) = try record.value(at: slot),
      let fingerprint = policy.names.fingerprint(name)
    {
      names.add(fingerprint, record.id)
    }
  }

  /// What has been seen so far.
  /// - Complexity: O(n log n), for the duplicates.
  public func report() -> QualityReport {
    let cells = records * policy.counted.count
    let fields = zip(policy.counted, filled).map { slot, count in
      QualityReport.FieldCompleteness(
        field: policy.entity.fields[slot].name, filled: count, records: records)
    }
    let ages = zip(policy.freshness, ages).map { rule, count in
      QualityReport.Staleness(
        field: rule.field, stale: count.stale, unknown: count.unknown, source: rule.source)
    }
    return QualityReport(
      records: records, fields: fields,
      completeness: cells == 0 ? 0 : Double(filled.reduce(0, +)) / Double(cells),
      completeRecords: complete, goal: policy.goal, staleness: ages,
      sameCode: codes.groups, sameName: names.groups, source: policy.header.source)
  }
}

extension QualityPolicy.Freshness {
  enum State: Hashable { case fresh, stale, unknown }

  /// Stale once more than the allowed time has passed.
  func state(_ value: FieldValue, _ today: Day) -> State {
    guard case .day(let day) = value else { return .unknown }
    return today.span(since: day) > staleAfter ? .stale : .fresh
  }
}

/// Finds equal fingerprints among many.
struct DuplicateFinder {
  private var seen: [(fingerprint: UInt64, id: Int64)] = []

  mutating func add(_ fingerprint: UInt64, _ id: Int64) { seen.append((fingerprint, id)) }

  /// Ids that share a fingerprint, each group ascending, groups by their first id.
  var groups: [[Int64]] {
    let sorted = seen.sorted { ($0.fingerprint, $0.id) < ($1.fingerprint, $1.id) }
    var groups: [[Int64]] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].fingerprint == sorted[start].fingerprint { end += 1 }
      if end - start > 1 { groups.append(sorted[start..<end].map(\.id)) }
      start = end
    }
    return groups.sorted { $0[0] < $1[0] }
  }
}
