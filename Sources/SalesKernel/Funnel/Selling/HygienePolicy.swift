import Values

/// What shows that nobody looks after an open opportunity.
/// - Source: FU5; the conditions are the policy's.
public struct HygienePolicy {
  public struct Finding {
    public let key: String
    public let title: Label
    public let source: String
    let rule: any Rule
  }

  /// What conditions read beside an opportunity's fields, in this order.
  public static let measures = ["idle_days", "late_days", "stage_days", "next_steps"]

  public let name: String
  public let source: String
  public let findings: [Finding]

  /// - Throws: ``PolicyError`` with the place in the table.
  public init(decoding value: PolicyValue, compiler: any RuleCompiler) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(keys: PolicyHeader.keys + ["findings"])
    let header = try PolicyHeader(root)
    (name, source) = (header.name, header.source)
    findings = try root["findings"].filledList { at throws(PolicyError) in
      let table = try at.table(keys: ["key", "when", "title", "source"])
      return Finding(
        key: try table["key"].key(), title: try table["title"].label(),
        source: try table.source(),
        rule: try table["when"].rule(
          compiler, entity: Opportunity.schema.entity, extra: Self.measures))
    }
    try root["findings"].refuseDuplicates(findings.map(\.key))
  }

  /// What an opportunity shows, in the policy's order.
  /// - Throws: what a condition throws.
  public func findings(of item: HygieneCase) throws -> [Finding] {
    try findings.filter { finding in
      switch try finding.rule.evaluate(item) {
      case .null, .bool(false): false
      default: true
      }
    }
  }
}

/// An opportunity with the measures that conditions of hygiene read behind its fields.
public struct HygieneCase: RecordReader {
  public let opportunity: Opportunity
  private let measures: [FieldValue]

  /// - Parameters:
  ///   - stageSince: Day of its last change of stage.
  ///   - nextSteps: Open tasks about it.
  public init(_ opportunity: Opportunity, on day: Day, stageSince: Day?, nextSteps: Int) {
    func days(since start: Day) -> FieldValue {
      .integer(Int64(day.number) - Int64(start.number))
    }
    self.opportunity = opportunity
    measures = [
      days(since: opportunity.updatedOn ?? opportunity.openedOn),
      opportunity.expectedClose.map(days) ?? .null,
      days(since: stageSince ?? opportunity.openedOn), .integer(Int64(nextSteps)),
    ]
  }

  public var entity: Entity { Opportunity.schema.entity }
  public var id: Int64 { opportunity.id }

  public func value(at slot: Int) throws -> FieldValue {
    let extra = slot - entity.fields.count
    return measures.indices.contains(extra)
      ? measures[extra] : Opportunity.schema.value(of: opportunity, slot: slot)
  }

  /// A measure by its name; null for any other.
  public func measure(_ name: String) -> FieldValue {
    HygienePolicy.measures.firstIndex(of: name).map { measures[$0] } ?? .null
  }
}
