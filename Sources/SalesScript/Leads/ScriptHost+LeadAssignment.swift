import Lua
import SalesKernel
import SalesStore
import Values

/// `qualification.assign`: who looks after a lead.
extension ScriptHost {
  func defineLeadAssignment(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "qualification.assign",
        "qualification.assign{lead = lead or of = query, reassign = bool, policy =}",
        "Gives leads that are open or in the nurture pool and have no owner to reps, by the policy's rules: region, "
          + "grade, open leads a rep, ties by id. With reassign = true also those that have one. Gives lead, code, "
          + "owner, name and rule; owner is empty where no rule leaves anybody.",
        returns: "results",
        changes: "owner of the leads",
        errors: ["lead.closed", "policy.unknown", "record.missing"],
        example: "local a, why_text\nplan(function()\n" + Self.leadExample
          + "  local l = lead()\n  a = qualification.assign{lead = l}[1]\n"
          + "  why_text = why(l, \"owner\").children[1].children[1].outcome\nend)\n"
          + "return a.rule, reps:get(a.owner).region, why_text",
        result: "\"in_region\"  \"east\"  \"not_matched\"",
        seeAlso: ["qualification.grade", "qualification.sla", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "qualification.assign", allowing: ["lead", "of", "reassign", "policy"])
      let (query, isOne) = try oneOrMoreLeads(options)
      let assigned = try assign(
        query, isOne: isOne, again: try options.bool("reassign") ?? false,
        by: policies.leads(options["policy"]).assignment)
      try results.add(Value.object(assigned))
    }
  }

  private func assign(
    _ query: QueryObject, isOne: Bool, again: Bool, by assignment: OwnerAssignment
  ) throws -> ResultTable {
    var candidates = try leadCandidates(assignment)
    var places: [Int64: Int] = [:]
    for place in candidates.indices { places[candidates[place].rep.id] = place }
    let day = options.clock.day()
    var (owners, reasons) = ([Int64: [FieldValue]](), [Int64: Explanation]())
    var rows: [[Value]] = []
    for lead in try typedLeads(query) {
      guard lead.status.isAlive else {
        if isOne { throw Self.closed(lead) }
        continue
      }
      guard lead.owner == nil || again else { continue }
      let counts = assignment.load.contains(lead.status.rawValue)
      if counts, let place = lead.owner.flatMap({ places[$0] }) { candidates[place].load -= 1 }
      let (chosen, why) = try assignment.choose(for: lead.reader, among: candidates, on: day)
      reasons[lead.id] = why
      let rep = chosen.map { candidates[$0].rep }
      if counts, let place = chosen ?? lead.owner.flatMap({ places[$0] }) {
        candidates[place].load += 1
      }
      if let rep, rep.id != lead.owner { owners[lead.id] = [.integer(rep.id)] }
      let rule = why.children.first { $0.outcome == .matched }?.label
      rows.append([
        .integer(lead.id), .string(lead.title), rep.map { .integer($0.id) } ?? .nil,
        rep.map { .string($0.name) } ?? .nil, rule.map(Value.string) ?? .nil,
      ])
    }
    if !owners.isEmpty {
      provenance.set(field: "owner", of: query.entity.name, by: "leads") { [unowned self] row in
        try reasons[row.id] ?? explainLeadOwner(row)
      }
      try write(owners, ["owner"], of: query.entity)
    }
    return ResultTable(
      columns: [
        .init("lead", .number), .init("code"), .init("owner", .number), .init("name"),
        .init("rule"),
      ], rows: rows)
  }

  /// - Throws: `lead.closed`.
  private static func closed(_ lead: Lead) -> ValidationError {
    ValidationError(
      "lead.closed", "lead \(lead.title) is \(lead.status.rawValue)",
      remedy: "only leads that are open or in the nurture pool are assigned", field: "status")
  }

  /// Reps with the leads that they have, by id.
  func leadCandidates(_ assignment: OwnerAssignment) throws -> [OwnerAssignment.Candidate] {
    let query = QueryObject(try binding(Lead.schema.entity), host: self)
    let (owner, status) = (try query.slot("owner"), try query.slot("status"))
    var loads: [Int64: Int] = [:]
    try query.forEachBlock(reading: [owner, status]) { block, rows in
      for row in rows {
        guard case .integer(let rep) = try block.value(row, owner),
          case .text(let word) = try block.value(row, status), assignment.load.contains(word)
        else { continue }
        loads[rep, default: 0] += 1
      }
      return true
    }
    return try records(Rep.self).map { .init($0, load: loads[$0.id] ?? 0) }
  }

  func typedLeads(_ query: QueryObject) throws -> [Lead] {
    var leads: [Lead] = []
    try query.forEachBlock(reading: Array(query.entity.fields.indices)) { block, rows in
      for row in rows { leads.append(try Lead(reading: block.reader(row))) }
      return true
    }
    return leads
  }

  /// Who would get a lead now, were it without an owner.
  func explainLeadOwner(_ row: BlockRow) throws -> Explanation {
    let assignment = try EnginePolicies(self).leads().assignment
    let lead = try Lead(reading: row)
    var candidates = try leadCandidates(assignment)
    if assignment.load.contains(lead.status.rawValue),
      let place = candidates.firstIndex(where: { $0.rep.id == lead.owner })
    {
      candidates[place].load -= 1
    }
    return try assignment.choose(for: row, among: candidates, on: options.clock.day()).why
  }
}
