/// The quality of a set of records.
public struct QualityReport: Hashable, Sendable {
  public struct FieldCompleteness: Hashable, Sendable {
    public let field: String
    public let filled: Int
    public let records: Int
    /// 0–1; 0 of no records.
    public var share: Double { records == 0 ? 0 : Double(filled) / Double(records) }
  }

  public struct Staleness: Hashable, Sendable {
    public let field: String
    public let stale: Int
    /// Records without the date.
    public let unknown: Int
    public let source: String
  }

  public let records: Int
  public let fields: [FieldCompleteness]
  /// Filled share of all counted fields of all records, 0–1; also the mean over records.
  public let completeness: Double
  /// Records with every counted field filled.
  public let completeRecords: Int
  public let goal: Double
  public let staleness: [Staleness]
  /// Ids that have the same unified social credit code.
  public let sameCode: [[Int64]]
  /// Ids whose normalised names are the same.
  public let sameName: [[Int64]]
  public let source: String

  public var meetsGoal: Bool { completeness >= goal }

  /// The completeness with each field's part in it.
  public var explanation: Explanation {
    Explanation(
      "completeness", .step, value: .number(completeness),
      reason: "filled fields of \(records) records × \(fields.count) fields; goal "
        + FieldValue.number(goal).display,
      source: source,
      children: fields.map {
        Explanation(
          $0.field, .step, value: .number($0.share), reason: "\($0.filled) of \($0.records) filled")
      })
  }
}

extension QualityPolicy {
  /// One record's completeness, 0–1, with the fields that are missing.
  /// - Throws: what the record throws.
  public func completeness(
    of record: any RecordReader
  ) throws -> (share: Double, missing: [String], explanation: Explanation) {
    var missing: [String] = []
    var children: [Explanation] = []
    for slot in counted {
      let value = try record.value(at: slot)
      let name = entity.fields[slot].name
      if value.isBlank { missing.append(name) }
      children.append(
        Explanation(
          name, value.isBlank ? .notMatched : .matched, value: value,
          reason: value.isBlank ? "missing" : "filled", source: header.source))
    }
    let share = Double(counted.count - missing.count) / Double(counted.count)
    let reason = "\(counted.count - missing.count) of \(counted.count) fields filled"
    return (
      share, missing,
      Explanation(
        "completeness", .step, value: .number(share), reason: reason, source: header.source,
        children: children)
    )
  }
}
