import Lua
import SalesKernel
import SalesStore
import Values

/// `qualification.sla`: how many clocks were met, over many leads, without a call of Lua a lead.
extension ScriptHost {
  func defineLeadSLA(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "qualification.sla",
        "qualification.sla{of = query, by = field, as_of = instant, policy =}",
        "Clocks met and missed: groups (by and clock, leads, met, late, overdue, missed, open, waived, rate), total, "
          + "problems (leads with moments out of order, which count nowhere) and why. By owner, what is missed "
          + "counts against the owner's assessment.", returns: "report",
        units: "by: a field of leads, owner unless given; rate: met / (met + missed), 0–1",
        errors: ["entity.field", "calendar.coverage", "policy.unknown"],
        example: "local s\nplan(function()\n" + Self.leadExample
          + "  local l = lead()\n  lead()\n  qualification.grade{lead = l}\n"
          + "  s = qualification.sla{of = leads:where{company = \"Star Ltd.\"}, as_of = now() + hours(25), by = \"region\"}\nend)\n"
          + "local g = s.groups[1]\nreturn g.region, g.clock, g.met, g.missed, g.rate, s.total.open",
        result: "\"east\"  \"grading\"  1  1  0.5  1",
        seeAlso: ["qualification.clocks", "qualification.breaches", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "qualification.sla", allowing: ["of", "by", "as_of", "policy"])
      let query = try leads(options)
      let by = try query.slot(try options.string("by") ?? "owner")
      let clocks = try leadClocks(options, policies)
      let (tally, problems) = try tally(clocks, query, by: by)
      let source = try policies.leads(options["policy"]).header.source
      try results.add(
        Value.object(try report(tally, clocks, by: query.entity.fields[by], problems, source)))
    }
  }

  /// - Complexity: O(leads × clocks); memory a group.
  private func tally(
    _ clocks: LeadClocks, _ query: QueryObject, by slot: Int
  ) throws -> (SLATally<FieldValue>, problems: [(lead: Int64, what: String)]) {
    var tally = SLATally<FieldValue>(clocks: clocks.clocks.count)
    var problems: [(lead: Int64, what: String)] = []
    try query.forEachBlock(reading: clocks.slots + [slot]) { block, rows in
      for row in rows {
        do {
          let readings = try clocks.readings(of: block.reader(row))
          if readings.isEmpty { continue }
          let place = tally.place(of: try block.value(row, slot))
          for reading in readings {
            tally.add(reading.state.outcome, clock: reading.clock, at: place)
          }
        } catch let error as ValidationError where error.code == "lead.order" {
          problems.append((block.ids[row], error.message))
        }
      }
      return true
    }
    return (tally, problems)
  }

  private func report(
    _ tally: SLATally<FieldValue>, _ clocks: LeadClocks, by field: Field,
    _ problems: [(lead: Int64, what: String)], _ source: String
  ) throws -> ReportObject {
    let isRep = field.type == .reference(Rep.schema.entity.name)
    let names = isRep ? try repNames() : [:]
    let counted = ["leads", "met", "late", "overdue", "missed", "open", "waived", "rate"]
    let rows = tally.rows(by: FieldValue.isGroupedBefore).map { group, clock, counts -> [Value] in
      var row = [group.scriptValue]
      if isRep { row.append(.string(Int64(fieldValue: group).flatMap { names[$0] } ?? "")) }
      return row + [.string(clocks.clocks[clock].key)] + Self.cells(of: counts)
    }
    let total = tally.total
    return ReportObject([
      .init("as_of", .scalar(clocks.now.scalar)),
      .init(
        "groups",
        .object(
          ResultTable(
            columns: [.init(field, of: Lead.schema.entity)] + (isRep ? [.init("name")] : []) + [
              .init("clock")
            ]
              + counted.map { .init($0, .number) },
            rows: rows))),
      .init(
        "total", .table(Table(fields: zip(counted, Self.cells(of: total)).map { ($0, $1) })),
        text: "\(total.met) met, \(total.missed) missed, \(total.open) open"
          + (total.rate.map { ", \(ShareText.of($0))" } ?? "")),
      .init(
        "problems",
        .object(
          ResultTable(
            columns: [.init("lead", .number), .init("what")],
            rows: problems.map { [.integer($0.lead), .string($0.what)] })),
        text: problems.isEmpty ? "" : nil),
      .init("why", .object(WhyObject(Self.explain(total, clocks, source))), text: ""),
    ])
  }

  private static func cells(of counts: SLACounts) -> [Value] {
    [
      counts.all, counts.met, counts.late, counts.overdue, counts.missed, counts.open,
      counts.waived,
    ].map { Value.integer(Int64($0)) } + [counts.rate.map(Value.number) ?? .nil]
  }

  private static func explain(
    _ total: SLACounts, _ clocks: LeadClocks, _ source: String
  ) -> Explanation {
    let inputs = [
      ("met", total.met), ("late", total.late), ("overdue", total.overdue), ("open", total.open),
      ("waived", total.waived),
    ].map { Explanation($0.0, .input, value: .integer(Int64($0.1))) }
    let rules = clocks.clocks.map {
      Explanation(
        $0.key, .matched, reason: "\($0.title.en), \($0.kind.rawValue)", source: $0.source)
    }
    return Explanation(
      "rate", .step, value: total.rate.map(FieldValue.number) ?? .null,
      reason: "met / (met + late + overdue); open and waived count nowhere, as of \(clocks.now)",
      source: source, children: inputs + rules)
  }
}
