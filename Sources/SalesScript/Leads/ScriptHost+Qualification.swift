import Lua
import SalesKernel
import SalesStore
import Values

/// `qualification`: from a lead that comes in to a customer with an opportunity.
extension ScriptHost {
  func defineQualification(_ policies: EnginePolicies) throws {
    try defineTaking(policies)
    try defineLeadModels(policies)
    try defineLeadGrading(policies)
    try defineLeadMoves(policies)
    try defineLeadClocks(policies)
    try defineLeadSLA(policies)
    try defineLeadSweep(policies)
    try defineLeadAssignment(policies)
    try defineLeadDuplicates(policies)
    try defineLeadConversion(policies)
    try defineLeadSources(policies)
  }

  /// What the examples of the help qualify: a lead that scores 82.
  ///
  /// 20 × 90 + 15 × 80 + 20 × 90 + 15 × 80 + 10 × 80 + 10 × 80 + 10 × 60 = 8,200.
  static let leadExample = """
    local function lead()
      return qualification.take{company = "Star Ltd.", source = "web", region = "east",
        budget = 90, authority = 80, need = 90, timing = 80, size = 80, fit = 80, intent = 60}
    end

    """

  private func defineTaking(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "qualification.take",
        "qualification.take{company = text, source = word, arrived_at = instant, …}",
        "Takes a lead in: numbered, open, arrived now unless said otherwise. Any field of leads may be given.",
        returns: "lead",
        units: "budget, authority, need, timing, size, fit, intent, strategic_fit: 0–100",
        changes: "one new lead",
        errors: ["lead.source", "lead.future", "lead.order", "field.required"],
        example: "local code\nplan(function()\n" + Self.leadExample
          + "  code = lead().code\nend)\nreturn code:sub(1, 2), #code",
        result: "\"L-\"  8", seeAlso: ["qualification.grade", "qualification.assign"])
    ) { [unowned self] arguments, results in
      let names = Lead.schema.entity.fields.map(\.name).filter {
        !Self.keptByQualification.contains($0)
      }
      let options = try NamedArguments(
        arguments, of: "qualification.take", allowing: names + ["policy"])
      let policy = try policies.leads(options["policy"])
      let id = try take(try draftLead(options, names), policy)
      try results.add(try binding(Lead.schema.entity).record(id))
    }
  }

  /// Fields of leads that are not given but come about.
  private static let keptByQualification = [
    "status", "score", "grade", "clock_grade", "graded_at", "grade_since", "nurtured_at",
    "closed_at", "customer",
    "opportunity",
  ]

  private func draftLead(_ options: NamedArguments, _ names: [String]) throws -> Lead {
    let entity = Lead.schema.entity
    var lead = Lead(company: "", arrivedAt: try moment(options, "arrived_at"))
    for name in names where name != "arrived_at" {
      guard let value = options[name] else { continue }
      let slot = try entity.requireSlot(of: name)
      try Lead.schema.set(&lead, slot: slot, to: fieldValue(value, for: entity.fields[slot]))
    }
    if lead.company.isEmpty { _ = try entity.field(named: "company")?.validated(.null) }
    return lead
  }

  private func take(_ lead: Lead, _ policy: LeadPolicy) throws -> Int64 {
    if let source = lead.source { try policy.requireSource(source) }
    if let at = lead.followedUpAt { try requireAfterArrival(lead, at, "followed_up_at") }
    return try requireSession().savepoint {
      lead.code == nil
        ? try createNumbered(lead, policy.number)
        : try requireSession().create(Lead.schema.entity, lead.values)
    }
  }

  /// - Throws: `lead.order`.
  func requireAfterArrival(_ lead: Lead, _ at: Instant, _ field: String) throws {
    guard at < lead.arrivedAt else { return }
    throw ValidationError(
      "lead.order", "lead \(lead.title): \(field) \(at) is before it arrived, \(lead.arrivedAt)",
      remedy: "give a moment from \(lead.arrivedAt) on", field: field)
  }

  private func defineLeadModels(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "qualification.models", "qualification.models(policy)",
        "The ways to grade leads of a policy, the standing one unless given: model, title, grades, factors, "
          + "standing, source.", returns: "results",
        errors: ["policy.unknown", "policy.value"],
        example: "local m = qualification.models()\nreturn m[1].model, m[1].grades, m[2].factors",
        result: "\"bant\"  \"A B C D\"  8", seeAlso: ["qualification.grade", "policies.get"])
    ) { arguments, results in
      let given = try arguments[0]
      let policy = try policies.leads(given.isNil ? nil : given)
      try results.add(
        Value.object(
          ResultTable(
            columns: [
              .init("model"), .init("title"), .init("标题"), .init("grades"),
              .init("factors", .number), .init("standing", .bool), .init("source"),
            ],
            rows: policy.models.sorted { $0.key < $1.key }.map { key, model in
              [
                .string(key), .string(model.title.en), .string(model.title.zh),
                .string(model.outcomes.map(\.code).joined(separator: " ")),
                .integer(Int64(model.factors)), .bool(key == policy.standing),
                .string(model.source),
              ]
            })))
    }
  }
}
