import Lua
import SalesKernel
import SalesStore
import Values

/// `channels.register` and `channels.release`: customers that agents claim.
extension ScriptHost {
  func defineRegistrations(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "channels.register",
        "channels.register{agent = a, customer = c, product = category, note = text, policy =}",
        "Registers a customer for an agent for so many days as the policy says; refused where another agent holds it, "
          + "where it is a key account that is served directly, outside the agent's areas, or too soon after a claim "
          + "that came to nothing. Gives the registration.", returns: "registration",
        units: "days: of the policy (90)", changes: "one new registration",
        errors: [
          "registration.held", "registration.open", "registration.direct", "registration.rest",
          "registration.territory", "agent.idle", "record.missing",
        ],
        example: Self.channelExample + """
            r = channels.register{agent = a, customer = c}.expires_on
          end)
          return r
          """, result: "date\"2026-09-28\"", seeAlso: ["channels.sweep", "channels.release"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "channels.register",
        allowing: ["agent", "customer", "product", "note", "policy"])
      let policy = try policies.channels(options["policy"])
      let agent = try record(Agent.self, options, "agent")
      let customer = try row(options["customer"], of: Customer.schema.entity, as: "customer").id
      var sale = try ChannelBook(self, policy, customer: customer).sale(
        agent, customer: customer, on: self.options.clock.day())
      sale.category = try options.string("product")
      var claim = try policy.registration(sale)
      claim.note = try options.string("note")
      let id = try requireSession().create(Registration.schema.entity, claim.values)
      try results.add(try binding(Registration.schema.entity).record(id))
    }
    try define(
      HelpEntry(
        "channels.release", "channels.release(registration[, reason])",
        "Lets a registration go on the run's day, so that another agent may claim the customer.",
        changes: "state, expires_on and reason of the registration",
        errors: ["registration.state", "record.missing"],
        example: Self.channelExample + """
            channels.release(channels.register{agent = a, customer = c}, "no budget")
            r = channels.register{agent = b, customer = c}.agent == b.id
          end)
          return r
          """, result: "true", seeAlso: ["channels.register"])
    ) { [unowned self] arguments, _ in
      let claim = try Registration(
        reading: row(arguments[0], of: Registration.schema.entity, as: "registration"))
      try release(claim, try arguments.decode(1, as: String?.self))
    }
  }

  private func release(_ claim: Registration, _ reason: String?) throws {
    guard claim.state == .open else {
      throw ValidationError(
        "registration.state",
        "the registration of customer \(claim.customer) by agent \(claim.agent) is \(claim.state.rawValue)",
        remedy: "only an open one can be let go")
    }
    let end = max(claim.registeredOn, min(claim.expiresOn, options.clock.day()))
    try set(
      Registration.self, claim.id,
      [
        "state": .text(Registration.State.rejected.rawValue), "expires_on": .day(end),
        "reason": reason.fieldValue,
      ])
  }
}
