import Lua
import SalesKernel
import SalesStore
import Values

/// What calls of `incentive` name: plan, period, rep, figures.
struct IncentiveDesk {
  let host: ScriptHost
  let options: NamedArguments
  let plan: IncentivePlan

  /// - Throws: `policy.unknown`, ``PolicyError``.
  init(_ host: ScriptHost, _ policies: EnginePolicies, _ options: NamedArguments) throws {
    (self.host, self.options) = (host, options)
    plan = try policies.incentive(options["plan"])
  }

  /// With a plan in hand.
  init(_ host: ScriptHost, _ options: NamedArguments, _ plan: IncentivePlan) {
    (self.host, self.options, self.plan) = (host, options, plan)
  }

  func figures() throws -> PayFigures { try PayFigures(host, options["figures"]) }

  func day() throws -> Day { try options.day("on") ?? host.options.clock.day() }

  /// The periods of pay that a call asks for; that of the run's day unless given.
  /// - Throws: `period.unknown`, `incentive.period` for one shorter than the plan's.
  func periods() throws -> [Period] {
    guard let text = try options.string("period") else {
      return [Period(plan.unit, of: host.options.clock.day())]
    }
    let asked = try Period(parsing: text)
    let parts = asked.whole(plan.unit)
    guard !parts.isEmpty else { throw wrong(asked) }
    return parts
  }

  /// The one period of pay that a call is about.
  /// - Throws: `incentive.period` for one of another length.
  func period() throws -> Period {
    guard let text = try options.string("period") else {
      return Period(plan.unit, of: try day())
    }
    let asked = try Period(parsing: text)
    guard asked.unit == plan.unit else { throw wrong(asked) }
    return asked
  }

  private func wrong(_ asked: Period) -> ArgumentError {
    ArgumentError(
      "\(plan.name) is reckoned by the \(plan.unit.rawValue); \(asked.text) is a "
        + asked.unit.rawValue, code: "incentive.period",
      remedy: "give a \(plan.unit.rawValue), or a plan with period = \"\(asked.unit.rawValue)\"")
  }

  /// The rep that a call names; nil for all.
  func rep() throws -> Rep? {
    options["rep"] == nil ? nil : try host.record(Rep.self, options, "rep")
  }
}
