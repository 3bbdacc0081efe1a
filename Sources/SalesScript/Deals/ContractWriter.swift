import Lua
import SalesKernel
import SalesStore
import Values

/// Draws contracts up: from a quote, with the clauses of the library filled in.
struct ContractWriter {
  let host: ScriptHost
  let policy: ContractPolicy
  /// Values of a house's own places.
  let values: [String: String]

  init(_ host: ScriptHost, _ policy: ContractPolicy, _ options: NamedArguments) throws {
    self.host = host
    self.policy = policy
    var values: [String: String] = [:]
    if let given = options["values"] {
      guard case .table(let table) = given, table.list.isEmpty, table.others.isEmpty else {
        throw ArgumentError(
          "values: expected {name = text}, got \(given.typeName)",
          remedy: "as values = {place = \"上海\"}")
      }
      for (name, value) in table.fields {
        guard policy.library.values.contains(name) else {
          throw ArgumentError(
            "values has no '\(name)'", code: "contract.placeholder",
            remedy: policy.library.values.isEmpty
              ? "the policy \(policy.name) names no values of its own"
              : Suggestion.sentence(for: name, among: policy.library.values))
        }
        values[name] = value.plain
      }
    }
    self.values = values
  }

  /// Makes the contract with its clauses: all of it or nothing.
  /// - Returns: the contract's id.
  func draw(_ draft: Contract, language: ClauseLibrary.Language) throws -> Int64 {
    let clauses = try policy.library.clauses(of: draft.industry)
    return try host.requireSession().savepoint {
      var contract = draft
      contract.id = try host.createNumbered(draft, policy.number)
      contract.code = try host.contract(.integer(contract.id)).code
      let places = try self.places(of: contract)
      for (index, clause) in clauses.enumerated() {
        var written = ContractClause(
          contract: contract.id, position: Int64(index + 1), clause: clause.key,
          title: clause.title(language), body: try clause.text(language, places))
        written.source = clause.source
        try host.requireSession().create(ContractClause.schema.entity, written.values)
      }
      return contract.id
    }
  }

  /// Writes the days of signature into clauses that name them.
  ///
  /// - Throws: `contract.clause` for one whose text is no longer the library's and may name the old day.
  func rewrite(_ old: Contract, as new: Contract) throws {
    let changed: [(ClauseLibrary.Place, Bool)] = [
      (.dueOn, old.dueOn != new.dueOn), (.endsOn, old.endsOn != new.endsOn),
    ]
    let names = changed.filter(\.1).map(\.0.rawValue)
    guard !names.isEmpty else { return }
    let library = try policy.library.clauses(of: old.industry)
    let (before, after) = (try places(of: old), try places(of: new))
    for stored in try host.related(ContractClause.self, by: "contract", to: old.id) {
      guard let clause = library.first(where: { $0.key == stored.clause }),
        clause.names.contains(where: names.contains)
      else { continue }
      let language = ClauseLibrary.Language.allCases.first {
        (try? clause.text($0, before)) == stored.body
      }
      guard let language else {
        throw ValidationError(
          "contract.clause",
          "clause \(stored.clause) of contract \(old.code ?? "") is not worded as the library's and "
            + "may name another \(names.joined(separator: " or "))",
          remedy:
            "set \(names.joined(separator: " and ")) of the contract and the clause's body first, "
            + "then sign without them")
      }
      try host.set(
        ContractClause.self, stored.id, ["body": .text(try clause.text(language, after))])
    }
  }

  /// What the places of clauses are filled with.
  private func places(of contract: Contract) throws -> [String: String] {
    typealias Place = ClauseLibrary.Place
    let customer = try host.row(
      .integer(contract.customer), of: Customer.schema.entity, as: "customer")
    let quote = try contract.quote.map { try host.quote(.integer($0)) }
    let rep = try contract.rep.map {
      try Rep(reading: host.row(.integer($0), of: Rep.schema.entity, as: "rep")).name
    }
    let known: [Place: String?] = [
      .customer: try customer.text("name"), .code: contract.code, .quote: quote?.code, .rep: rep,
      .amount: contract.amount.grouped, .prepaid: try Self.percent(quote?.prepaid ?? 0),
      .dueOn: contract.dueOn?.description, .endsOn: contract.endsOn?.description,
      .penaltyRate: try contract.penaltyRate.map(Self.percent),
      .penaltyCap: try contract.penaltyCap.map(Self.percent),
    ]
    var places = values
    for (place, value) in known { if let value { places[place.rawValue] = value } }
    return places
  }

  /// A share as contracts write it: `0.1%`.
  private static func percent(_ share: Double) throws -> String {
    "\(try Rate(exactly: share).times(try Rate(mantissa: 100, scale: 0)))%"
  }
}
