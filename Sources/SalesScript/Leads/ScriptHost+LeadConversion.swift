import Lua
import SalesKernel
import SalesStore
import Values

/// `qualification.convert`: a lead becomes a customer with a contact and an opportunity.
extension ScriptHost {
  /// What a conversion passes on to the opportunity.
  private static let dealOptions = [
    "amount", "expected_close", "product", "name", "competitor", "is_key", "playbook", "reason",
  ]

  func defineLeadConversion(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "qualification.convert",
        "qualification.convert{lead = lead, customer = c, duplicates = \"allow\", amount = money, product =, "
          + "expected_close = day, name =, competitor =, is_key =, playbook =, reason =, at = instant, policy =}",
        "Makes a customer, a contact where the lead names one, and an opportunity with its first stage move, in one "
          + "go: all of it or nothing. With customer, the lead is that customer's. Where a customer or another lead "
          + "may be the same firm it is refused, unless customer is given or duplicates = \"allow\". Gives customer, "
          + "contact and opportunity, as records.", returns: "report",
        units: "expected_close: unless given, the policy's days after at",
        changes: "one new customer, contact and opportunity with its stage move; the lead",
        errors: [
          "lead.status", "lead.ungraded", "lead.grade", "lead.duplicate", "lead.order",
          "lead.future",
          "record.missing", "playbook.unknown", "opportunity.close",
        ],
        example: "local r, l\nplan(function()\n" + Self.leadExample
          + "  l = lead()\n  qualification.grade{lead = l}\n"
          + "  r = qualification.convert{lead = l, amount = wan(30)}\n"
          + "  r = {l.status, r.customer.name, r.opportunity.amount, r.opportunity:stage_moves():count()}\nend)\n"
          + "return table.unpack(r)",
        result: "\"converted\"  \"Star Ltd.\"  money\"300000.00\"  1",
        seeAlso: ["qualification.duplicates", "selling.open", "qualification.grade"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "qualification.convert",
        allowing: Self.dealOptions + ["lead", "customer", "duplicates", "at", "policy"])
      let policy = try policies.leads(options["policy"])
      let lead = try record(Lead.self, options, "lead")
      let conversion = LeadConversion(
        host: self, policies: policies, policy: policy, lead: lead)
      let existing = try options["customer"].map {
        try row($0, of: Customer.schema.entity, as: "customer").id
      }
      if existing == nil, lead.status.isAlive, try !allowsDuplicates(options) {
        try refuseDuplicates(of: lead, policies, policy)
      }
      let deal = Table(
        fields: Self.dealOptions.compactMap { name in options[name].map { (name, $0) } })
      let made = try conversion.convert(to: existing, at: try moment(options, "at"), deal: deal)
      try results.add(Value.object(try report(of: made)))
    }
  }

  private func allowsDuplicates(_ options: NamedArguments) throws -> Bool {
    guard let word = try options.string("duplicates") else { return false }
    guard word == "allow" else {
      throw ArgumentError(
        "duplicates: there is no \"\(word)\"",
        remedy: "write duplicates = \"allow\", or leave it out")
    }
    return true
  }

  /// - Throws: `lead.duplicate`.
  private func refuseDuplicates(
    of lead: Lead, _ policies: EnginePolicies, _ policy: LeadPolicy
  ) throws {
    let found = try duplicates(of: lead, policies, policy)
    guard let first = found.first else { return }
    let what = first.entity == Lead.schema.entity.name ? Lead.schema.entity : Customer.schema.entity
    let more = found.count > 1 ? ", and \(found.count - 1) more" : ""
    throw ValidationError(
      "lead.duplicate",
      "lead \(lead.title) may be \(what.singular) \(first.code ?? "\(first.id)") (\(first.name)), by "
        + first.by.map(\.rawValue).joined(separator: ", ") + more,
      remedy: what.name == Customer.schema.entity.name
        ? "give customer = \(first.id), or duplicates = \"allow\" where it is another firm"
        : "disqualify one of the leads, or give duplicates = \"allow\" where it is another firm")
  }

  private func report(of made: LeadConversion.Result) throws -> ReportObject {
    ReportObject([
      .init("customer", try binding(Customer.schema.entity).record(made.customer)),
      .init(
        "contact", try made.contact.map { try binding(Contact.schema.entity).record($0) } ?? .nil),
      .init("opportunity", try binding(Opportunity.schema.entity).record(made.opportunity)),
    ])
  }
}
