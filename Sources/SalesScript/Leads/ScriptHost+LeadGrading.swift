import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// `qualification.score` and `qualification.grade`.
extension ScriptHost {
  func defineLeadGrading(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "qualification.score",
        "qualification.score(lead, {model = name, as_of = instant, policy =})",
        "What a model gives a lead, without writing it: score, grade, model and why.",
        returns: "report",
        units: "score: on the scale of the model, 0–100 as it ships; as_of: now unless given",
        errors: ["lead.model", "policy.unknown", "record.missing"],
        example: "local s\nplan(function()\n" + Self.leadExample
          + "  s = qualification.score(lead())\nend)\nreturn s.score, s.grade",
        result: "82.0  \"A\"", seeAlso: ["qualification.grade", "qualification.models", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "qualification.score", at: 1, allowing: ["model", "as_of", "policy"])
      let grading = try grading(options, try policies.leads(options["policy"]), "as_of")
      let lead = try lead(arguments)
      let assignment = try grading.model.assign(lead.reader, ranks: grading.ranks)
      try results.add(
        Value.object(
          ReportObject([
            .init("score", assignment.score.map(Value.number) ?? .nil),
            .init("grade", grading.model.code(of: assignment).map(Value.string) ?? .nil),
            .init("model", .string(grading.model.name)),
            .init(why: try grading.explain(lead.reader)),
          ])))
    }
    try define(
      HelpEntry(
        "qualification.grade",
        "qualification.grade{lead = lead or of = query, model = name, policy =}",
        "Scores and grades leads that are open or in the nurture pool, and moves those with a grade of the pool "
          + "into it. The first grading ends the grading clock; a better grade starts the follow-up clock anew, "
          + "a worse one does not loosen it.", returns: "table",
        changes:
          "score, grade, clock_grade, graded_at, grade_since, status and nurtured_at, of leads that change",
        errors: ["lead.model", "lead.order", "lead.source", "policy.unknown", "record.missing"],
        example: "local g, n\nplan(function()\n" + Self.leadExample
          + "  local l = lead()\n  n = qualification.grade{lead = l}.changed\n  g = l.grade\n"
          + "  n = n + qualification.grade{lead = l}.changed\nend)\nreturn g, n",
        result: "\"A\"  1", seeAlso: ["qualification.score", "qualification.clocks", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "qualification.grade", allowing: ["lead", "of", "model", "policy"])
      let policy = try policies.leads(options["policy"])
      let grading = try grading(options, policy, nil)
      let result = try grade(try oneOrMoreLeads(options).query, grading, policy)
      try results.add(SweepResult(result, asOf: self.options.clock.day()).table)
    }
  }

  private func grading(
    _ options: NamedArguments, _ policy: LeadPolicy, _ asOf: String?
  ) throws -> LeadGrading {
    let model = try policy.model(try options.string("model"))
    let now = try asOf.flatMap { try options.moment($0) } ?? self.options.clock
    return LeadGrading(model, nurture: policy.nurture, now: now)
  }

  private func grade(
    _ query: QueryObject, _ grading: LeadGrading, _ policy: LeadPolicy
  ) throws -> (scanned: Int, changed: Int) {
    let entity = query.entity
    var changed: [Int64: [FieldValue]] = [:]
    var scanned = 0
    try query.forEachBlock(reading: Array(entity.fields.indices)) { block, rows in
      for row in rows {
        let lead = try Lead(reading: block.reader(row))
        if let source = lead.source { try policy.requireSource(source) }
        scanned += 1
        let graded = try grading.graded(lead)
        if graded != lead { changed[lead.id] = LeadGrading.values(of: graded) }
      }
      return true
    }
    guard !changed.isEmpty else { return (scanned, 0) }
    for field in ["score", "grade"] {
      provenance.set(field: field, of: entity.name, by: "leads/\(grading.model.name)") { row in
        Self.part(field, of: try grading.explain(row))
      }
    }
    try write(changed, LeadGrading.fields, of: entity)
    return (scanned, changed.count)
  }

  /// Writes fields of many records, the values of each in the fields' order.
  func write(_ values: [Int64: [FieldValue]], _ fields: [String], of entity: Entity) throws {
    let kept = KeptText()
    let rules = try fields.enumerated().map { index, field in
      Session.FieldRule(slot: try entity.requireSlot(of: field), reading: []) {
        [state] block, cells in
        try state.checkStop()
        for row in 0..<block.count {
          guard let value = values[block.ids[row]]?[index] else { continue }
          cells[row] = CellCoding.cell(value) { kept.keep($0) }
        }
      }
    }
    let selection = Selection(entity, ids: values.keys.sorted())
    _ = try withExtendedLifetime(kept) { try requireSession().update(selection, rules) }
  }

  /// `why(lead, "grade")`, by the standing model as of the run's clock.
  func explainLead(_ field: String, _ row: BlockRow) throws -> Explanation {
    let policy = try EnginePolicies(self).leads()
    let grading = LeadGrading(
      try policy.model(nil), nurture: policy.nurture, now: options.clock)
    return Self.part(field, of: try grading.explain(row))
  }

  /// Of the tree of a grade, the score is the first measure.
  private static func part(_ field: String, of grade: Explanation) -> Explanation {
    field == "score" ? grade.children.first ?? grade : grade
  }
}
