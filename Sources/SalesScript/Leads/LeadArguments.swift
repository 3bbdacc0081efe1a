import Lua
import SalesKernel
import SalesStore
import Values

/// What calls of `qualification` are about: one lead, or a query of leads.
extension ScriptHost {
  /// The lead of a call like `qualification.clocks(lead)`.
  func lead(_ arguments: Arguments) throws -> Lead {
    try Lead(reading: row(try arguments[0], of: Lead.schema.entity, as: "lead"))
  }

  /// The leads that an option names; all of them without it.
  func leads(_ options: NamedArguments, _ name: String = "of") throws -> QueryObject {
    try options.query(name, of: Lead.schema.entity) ?? query(Lead.self)
  }

  /// The one lead of `lead =`, or those of `of =`.
  /// - Returns: the query, and whether it is of one.
  func oneOrMoreLeads(_ options: NamedArguments) throws -> (query: QueryObject, isOne: Bool) {
    guard options["lead"] != nil else { return (try leads(options), false) }
    guard options["of"] == nil else {
      throw ArgumentError("lead and of are both given", remedy: "give one of them")
    }
    let id = try row(options["lead"], of: Lead.schema.entity, as: "lead").id
    let query = QueryObject(try binding(Lead.schema.entity), host: self)
    query.selection = Selection(query.entity, ids: [id])
    return (query, true)
  }

  /// The moment of a call: that of the option, else the run's clock, which it may not be after.
  /// - Throws: `lead.future`.
  func moment(_ options: NamedArguments, _ name: String) throws -> Instant {
    let now = self.options.clock
    guard let at = try options.moment(name) else { return now }
    guard at <= now else {
      throw ValidationError(
        "lead.future", "\(name) \(at) is after now, \(now)", remedy: "give a moment that has been",
        field: name)
    }
    return at
  }

  /// Names of reps, by id.
  func repNames() throws -> [Int64: String] {
    Dictionary(
      try records(Rep.self).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }
}
