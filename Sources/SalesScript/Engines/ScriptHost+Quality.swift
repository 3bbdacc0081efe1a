import Lua
import SalesKernel
import SalesStore
import Values

/// `quality`: how complete, how fresh and how unique customer records are.
extension ScriptHost {
  func defineQuality(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "quality.report", "quality.report{of = query}",
        "The quality of customers: records, completeness, goal, fields, stale, same_uscc, "
          + "same_name and why.", returns: "report",
        units: "shares 0–1", errors: ["policy.type", "limit.memory"],
        example:
          "local r = quality.report{}\nreturn r.records, r.fields[1].field, r.fields[1].share",
        result: "200  \"name\"  1.0", seeAlso: ["quality.completeness", "mix.report"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "quality.report", allowing: ["of"])
      let report = try qualityReport(try customers(options, "of"), by: policies.quality())
      try results.add(Value.object(report.object))
    }
    try define(
      HelpEntry(
        "quality.completeness", "quality.completeness(customer)",
        "How complete a customer's record is: share, missing fields and why.", returns: "report",
        units: "share 0–1",
        errors: ["policy.type"],
        example:
          "local q = quality.completeness(customers:get(1))\nreturn q.share + #q.missing / 12 == 1",
        result: "true", seeAlso: ["quality.report"])
    ) { [unowned self] arguments, results in
      let row = try customer(arguments, of: "quality.completeness")
      let (share, missing, why) = try policies.quality().completeness(of: row)
      try results.add(
        Value.object(
          ReportObject([
            .init("share", share: share),
            .init(
              "missing", .table(Table(list: missing.map { .string($0) })),
              text: missing.joined(separator: ", ")),
            .init(why: why),
          ])))
    }
  }

  /// Streams the records; memory is what ``DataQuality`` keeps, 16 bytes a record and key.
  private func qualityReport(
    _ query: QueryObject, by policy: QualityPolicy
  ) throws -> QualityReport {
    var quality = DataQuality(policy: policy, asOf: options.clock.day())
    let slots = Set(policy.counted + policy.freshness.map(\.slot)).sorted()
    try query.forEachBlock(reading: slots) { block, rows in
      for row in rows { try quality.add(block.reader(row)) }
      return true
    }
    return quality.report()
  }
}

extension QualityReport {
  /// Groups of duplicates that a table shows.
  private static let shownGroups = 1000

  var object: ReportObject {
    ReportObject([
      .init("records", .integer(Int64(records))),
      .init("completeness", share: completeness),
      .init("goal", share: goal),
      .init("meets_goal", .bool(meetsGoal)),
      .init("complete_records", .integer(Int64(completeRecords))),
      .init("fields", .object(fieldTable)),
      .init("stale", .object(staleTable)),
      .init("same_uscc", .object(Self.groupTable(sameCode))),
      .init("same_name", .object(Self.groupTable(sameName))),
      .init("source", .string(source)),
      .init("why", .object(WhyObject(explanation)), text: ""),
    ])
  }

  private var fieldTable: ResultTable {
    ResultTable(
      columns: [
        .init("field"), .init("filled", .number), .init("records", .number),
        .init("share", .number),
      ],
      rows: fields.map {
        [
          .string($0.field), .integer(Int64($0.filled)), .integer(Int64($0.records)),
          .number($0.share),
        ]
      })
  }

  private var staleTable: ResultTable {
    ResultTable(
      columns: [
        .init("field"), .init("stale", .number), .init("unknown", .number), .init("source"),
      ],
      rows: staleness.map {
        [
          .string($0.field), .integer(Int64($0.stale)), .integer(Int64($0.unknown)),
          .string($0.source),
        ]
      })
  }

  /// A row a group of like records: how many, and their ids.
  private static func groupTable(_ groups: [[Int64]]) -> ResultTable {
    ResultTable(
      columns: [.init("records", .number), .init("ids")],
      rows: groups.prefix(shownGroups).map { ids in
        [.integer(Int64(ids.count)), .table(Table(list: ids.map { .integer($0) }))]
      }, omitted: max(0, groups.count - shownGroups))
  }
}
