import SalesKernel
import SalesStore
import Values

/// A role that a rep decides in: the own one, or one that another rep handed over.
struct HeldRole {
  let role: String
  /// Who handed it over; nil for the own role.
  let owner: Int64?

  /// Whether it is the role of an approval, and not handed over by the one who made the quote.
  func mayDecide(_ approval: Approval, on quote: Quote) -> Bool {
    role == approval.role && (owner == nil || owner != quote.rep)
  }
}

extension ScriptHost {
  /// The roles that a rep holds on a day: the own one first, then those of delegations.
  func heldRoles(of rep: Rep, on day: Day) throws -> [HeldRole] {
    var roles = rep.role.map { [HeldRole(role: $0, owner: nil)] } ?? []
    for item in try delegations(where: "delegate", is: rep.id)
    where item.fromOn <= day && day <= item.uptoOn {
      let owner = try Rep(reading: row(.integer(item.rep), of: Rep.schema.entity, as: "rep"))
      guard let own = owner.role, item.role == nil || item.role == own else { continue }
      roles.append(HeldRole(role: own, owner: item.rep))
    }
    return roles
  }

  /// The delegations with a rep in one of their fields; all of them without a field.
  func delegations(where field: String? = nil, is rep: Int64 = 0) throws -> [Delegation] {
    let query = QueryObject(try binding(Delegation.schema.entity), host: self)
    if let field { query.selection.equals = [(try query.slot(field), .integer(rep))] }
    var all: [Delegation] = []
    try query.forEachBlock { block, rows in
      for row in rows { all.append(try Delegation(reading: block.reader(row))) }
      return true
    }
    return all
  }
}
