import Lua
import SalesKernel
import SalesStore
import Values

/// Turns a lead into a customer with a contact and an opportunity: all of it or nothing.
struct LeadConversion {
  let host: ScriptHost
  let policies: EnginePolicies
  let policy: LeadPolicy
  let lead: Lead

  /// What a lead became.
  struct Result {
    let customer: Int64
    let contact: Int64?
    let opportunity: Int64
  }

  /// - Parameters:
  ///   - existing: The customer that the lead is of; nil for a new one.
  ///   - deal: Options of `selling.open` beside what the lead gives.
  /// - Throws: `lead.status`, `lead.ungraded`, `lead.grade`, `lead.order`, and what opening throws.
  func convert(
    to existing: Int64?, at moment: Instant, deal: Table
  ) throws -> Result {
    try requireConvertible()
    try host.requireAfterArrival(lead, moment, "at")
    return try host.requireSession().savepoint {
      let customer =
        try existing
        ?? host.requireSession().create(
          Customer.schema.entity, self.customer(moment.day()).values)
      let contact = try makeContact(of: customer, moment.day())
      let opportunity = try open(customer, moment, deal)
      var done = lead
      (done.status, done.closedAt) = (.converted, moment)
      (done.customer, done.opportunity) = (customer, opportunity)
      try host.store(done, from: lead)
      return Result(customer: customer, contact: contact, opportunity: opportunity)
    }
  }

  private func requireConvertible() throws {
    if lead.status == .converted {
      throw ValidationError(
        "lead.status",
        "lead \(lead.title) was converted to customer \(lead.customer ?? 0) already",
        remedy: "go on with opportunity \(lead.opportunity ?? 0)", field: "status")
    }
    try policy.require(lead, to: .converted)
    guard let grade = lead.grade else {
      throw ValidationError(
        "lead.ungraded", "lead \(lead.title) is not graded",
        remedy: "grade it first: qualification.grade{lead = …}", field: "grade")
    }
    guard policy.conversion.grades.contains(grade) else {
      throw ValidationError(
        "lead.grade", "lead \(lead.title) has grade \(grade), which is not converted",
        remedy: "converted are \(policy.conversion.grades.joined(separator: ", ")) "
          + "(\(policy.conversion.source)): learn more of it and grade it again", field: "grade")
    }
  }

  private func customer(_ day: Day) -> Customer {
    var customer = Customer(name: lead.company)
    (customer.uscc, customer.region, customer.industry) = (lead.uscc, lead.region, lead.industry)
    (customer.owner, customer.source) = (lead.owner, lead.source)
    (customer.createdOn, customer.updatedOn) = (day, day)
    return customer
  }

  /// The contact that the lead names, unless the customer has one of that name.
  private func makeContact(of customer: Int64, _ day: Day) throws -> Int64? {
    guard let name = lead.contactName else { return nil }
    let known = try host.related(Contact.self, by: "customer", to: customer)
    if let contact = known.first(where: { $0.name == name }) { return contact.id }
    var contact = Contact(customer: customer, name: name)
    (contact.phone, contact.email, contact.createdOn) = (lead.phone, lead.email, day)
    return try host.requireSession().create(Contact.schema.entity, contact.values)
  }

  private func open(_ customer: Int64, _ moment: Instant, _ deal: Table) throws -> Int64 {
    var options = deal
    func give(_ name: String, _ value: Value?) {
      if let value, options[name].isNil { options.fields.append((name, value)) }
    }
    give("customer", .integer(customer))
    give("lead", .integer(lead.id))
    give("at", .scalar(moment.scalar))
    give("rep", lead.owner.map { .integer($0) })
    give("region", lead.region.map(Value.string))
    give("source", lead.source.map(Value.string))
    give("name", .string(lead.company))
    let close = try moment.day().adding(days: policy.conversion.closeDays)
    give("expected_close", .scalar(close.scalar))
    let named = try NamedArguments(
      .table(options), of: "selling.open",
      allowing: SellingFields.free + ["code", "playbook", "at", "reason"])
    return try host.openOpportunity(named, policies)
  }
}
