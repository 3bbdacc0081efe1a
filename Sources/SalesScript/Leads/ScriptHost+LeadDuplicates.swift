import Lua
import SalesKernel
import SalesStore
import Values

/// `qualification.duplicates`: records that may be the same firm.
extension ScriptHost {
  func defineLeadDuplicates(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "qualification.duplicates", "qualification.duplicates(lead, {policy =})",
        "Customers and other leads that may be the same firm, by credit code, name without its legal form, telephone "
          + "or e-mail of a contact: entity, id, code, name, status, by. Customers first, the surest first.",
        returns: "results",
        units: "by: the words of the policy that are alike",
        errors: ["record.missing", "policy.unknown"],
        example: "local d\nplan(function()\n"
          + "  local l = qualification.take{company = customers:get(1).name .. \" \"}\n"
          + "  d = qualification.duplicates(l)\nend)\nreturn d[1].entity, d[1].id, d[1].by",
        result: "\"customers\"  1  \"name\"",
        seeAlso: ["qualification.convert", "quality.report"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "qualification.duplicates", at: 1, allowing: ["policy"])
      let found = try duplicates(of: lead(arguments), policies, policies.leads(options["policy"]))
      try results.add(
        Value.object(
          ResultTable(
            columns: [
              .init("entity"), .init("id", .number), .init("code"), .init("name"), .init("status"),
              .init("by"),
            ],
            rows: found.map {
              [
                .string($0.entity), .integer($0.id), $0.code.map(Value.string) ?? .nil,
                .string($0.name), $0.status.map(Value.string) ?? .nil,
                .string($0.by.map(\.rawValue).joined(separator: ", ")),
              ]
            })))
    }
  }

  /// A record that may be the same firm as a lead.
  struct FirmMatch {
    let entity: String
    let id: Int64
    let code: String?
    let name: String
    let status: String?
    var by: [DuplicateRule.Key]
  }

  func duplicates(
    of lead: Lead, _ policies: EnginePolicies, _ policy: LeadPolicy
  ) throws -> [FirmMatch] {
    let (names, rules) = (try policies.quality().names, policy.duplicates)
    let keys = FirmKeys(lead, names: names)
    let customers = try matchingCustomers(keys, names, rules)
    let leads = try typedLeads(query(Lead.self)).filter { $0.id != lead.id }.compactMap { other in
      let by = keys.matches(FirmKeys(other, names: names), rules)
      return by.isEmpty
        ? nil
        : FirmMatch(
          entity: Lead.schema.entity.name, id: other.id, code: other.code, name: other.company,
          status: other.status.rawValue, by: by)
    }
    let order = Dictionary(
      rules.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    func rank(_ match: FirmMatch) -> Int { match.by.first.flatMap { order[$0] } ?? rules.count }
    return customers.sorted { (rank($0), $0.id) < (rank($1), $1.id) }
      + leads.sorted { (rank($0), $0.id) < (rank($1), $1.id) }
  }

  private func matchingCustomers(
    _ keys: FirmKeys, _ names: NameNormaliser, _ rules: [DuplicateRule]
  ) throws -> [FirmMatch] {
    var found: [Int64: FirmMatch] = [:]
    let query = try query(Customer.self)
    let slots = try ["code", "name", "uscc"].map { try query.slot($0) }
    func note(_ block: RowBlock, _ row: Int, _ by: [DuplicateRule.Key]) throws {
      let id = block.ids[row]
      let known = found[id]?.by ?? []
      found[id] = FirmMatch(
        entity: query.entity.name, id: id, code: String(fieldValue: try block.value(row, slots[0])),
        name: String(fieldValue: try block.value(row, slots[1])) ?? "", status: nil,
        by: rules.map(\.key).filter { by.contains($0) || known.contains($0) })
    }
    try query.forEachBlock(reading: slots) { block, rows in
      for row in rows {
        let other = FirmKeys(
          name: String(fieldValue: try block.value(row, slots[1])),
          uscc: String(fieldValue: try block.value(row, slots[2])), phone: nil, email: nil,
          names: names)
        let by = keys.matches(other, rules)
        if !by.isEmpty { try note(block, row, by) }
      }
      return true
    }
    for (customer, by) in try matchingContacts(keys, names, rules).sorted(by: { $0.key < $1.key }) {
      let block = try requireSession().block(of: query.entity, ids: [customer])
      try note(block, 0, by)
    }
    return Array(found.values)
  }

  /// Customers by what their contacts have alike.
  private func matchingContacts(
    _ keys: FirmKeys, _ names: NameNormaliser, _ rules: [DuplicateRule]
  ) throws -> [Int64: [DuplicateRule.Key]] {
    let query = try query(Contact.self)
    let slots = try ["customer", "phone", "email"].map { try query.slot($0) }
    var found: [Int64: [DuplicateRule.Key]] = [:]
    try query.forEachBlock(reading: slots) { block, rows in
      for row in rows {
        let other = FirmKeys(
          name: nil, uscc: nil, phone: String(fieldValue: try block.value(row, slots[1])),
          email: String(fieldValue: try block.value(row, slots[2])), names: names)
        let by = keys.matches(other, rules)
        guard !by.isEmpty, case .integer(let customer) = try block.value(row, slots[0]) else {
          continue
        }
        found[customer, default: []] += by
      }
      return true
    }
    return found
  }
}

extension FirmKeys {
  init(_ lead: Lead, names: NameNormaliser) {
    self.init(
      name: lead.company, uscc: lead.uscc, phone: lead.phone, email: lead.email, names: names)
  }
}
