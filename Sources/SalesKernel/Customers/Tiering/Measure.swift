import Values

/// What a policy looks at: a field, a score, a rank among all records, or a rule of its author.
public struct Measure {
  public enum Kind {
    case field(slot: Int)
    case score(Score)
    /// Cumulative share before the record, by a money field; `table` is its place in ``Ranks``.
    case rank(slot: Int, table: Int)
    case rule(any Rule)
  }

  public let name: String
  public let kind: Kind
  public let source: String?

  func value(of record: any RecordReader, _ ranks: Ranks) throws -> FieldValue {
    switch kind {
    case .field(let slot): try record.value(at: slot)
    case .score(let score):
      try score.value(of: record, asOf: ranks.asOf).map(FieldValue.number) ?? .null
    case .rank(_, let table): ranks.shareBefore(record.id, table).map(FieldValue.number) ?? .null
    case .rule(let rule): try rule.evaluate(record)
    }
  }

  func explain(_ record: any RecordReader, _ ranks: Ranks) throws -> Explanation {
    switch kind {
    case .field(let slot):
      return Explanation(name, .input, value: try record.value(at: slot))
    case .score(let score):
      var node = try score.explain(name, record, asOf: ranks.asOf)
      node.source = source
      return node
    case .rank(let slot, _):
      let field = record.entity.fields[slot].name
      let value = try value(of: record, ranks)
      let reason =
        value.isNull
        ? "\(field) is empty or negative, so it has no rank"
        : "share of all \(field) that stands before this record, largest first, ties by id"
      return Explanation(
        name, .step, value: value, reason: reason, source: source,
        children: [Explanation(field, .input, value: try record.value(at: slot))])
    case .rule(let rule):
      let trace = try rule.trace(record)
      return Explanation(
        name, .step, value: trace.value, reason: rule.text, source: source,
        children: trace.inputs.map { Explanation($0.field, .input, value: $0.value) })
    }
  }
}

/// What measures read beside the record: rank tables, made by ``TieringPolicy/prepare(ranked:)``, and
/// the moment to which evidence ages.
public struct Ranks: Sendable {
  public let tables: [RankTable]
  public var asOf: Instant?

  public init(_ tables: [RankTable] = [], asOf: Instant? = nil) {
    self.tables = tables
    self.asOf = asOf
  }

  func shareBefore(_ id: Int64, _ table: Int) -> Double? {
    tables.indices.contains(table) ? tables[table].shareBefore(id) : nil
  }
}

/// A record on which rules can also read a policy's measures, at the slots after the entity's
/// fields.
struct MeasuredRecord: RecordReader {
  let base: any RecordReader
  let measures: [Measure]
  let ranks: Ranks

  var entity: Entity { base.entity }
  var id: Int64 { base.id }

  func value(at slot: Int) throws -> FieldValue {
    let extra = slot - base.entity.fields.count
    guard measures.indices.contains(extra) else { return try base.value(at: slot) }
    return try measures[extra].value(of: base, ranks)
  }
}
