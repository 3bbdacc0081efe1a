import Lua
import SalesKernel
import SalesStore
import Values

/// Reads who is known at customers, and when they were met last.
struct DecisionReader {
  let host: ScriptHost
  let policy: DecisionPolicy
  let today: Day

  func contacts(of customer: Int64) throws -> [Contact] {
    try host.related(Contact.self, by: "customer", to: customer)
  }

  func chain(of customer: Int64) throws -> DecisionChain {
    try DecisionChain(
      policy, contacts(of: customer), lastMet: lastMet(with: customer), asOf: today)
  }

  /// The chains of many customers by one pass over contacts and one over activities.
  /// - Complexity: memory for the contacts of these customers.
  func chains(of customers: [Int64]) throws -> [DecisionChain] {
    var places: [Int64: Int] = [:]
    for (place, id) in customers.enumerated() { places[id] = place }
    var contacts = Array(repeating: [Contact](), count: customers.count)
    let entity = Contact.schema.entity
    let owner = try entity.requireSlot(of: "customer")
    let fields = Array(entity.fields.indices)
    try host.requireSession().forEachBlock(Selection(entity), slots: fields) { block in
      for row in 0..<block.count {
        guard case .integer(let customer) = try block.value(row, owner),
          let place = places[customer]
        else { continue }
        contacts[place].append(try Contact(reading: block.reader(row)))
      }
      return true
    }
    let last = try lastMet()
    return try contacts.map { try DecisionChain(policy, $0, lastMet: last, asOf: today) }
  }

  /// Days of the last meeting with each contact, of one customer or of all.
  private func lastMet(with customer: Int64? = nil) throws -> [Int64: Day] {
    let entity = Activity.schema.entity
    let (contact, kind, at) = (
      try entity.requireSlot(of: "contact"), try entity.requireSlot(of: "kind"),
      try entity.requireSlot(of: "at")
    )
    let equals = try customer.map {
      [(slot: try entity.requireSlot(of: "customer"), value: FieldValue.integer($0))]
    }
    var last: [Int64: Day] = [:]
    try host.requireSession().forEachBlock(
      Selection(entity, equals: equals ?? []), slots: [contact, kind, at]
    ) { block in
      for row in 0..<block.count {
        guard case .text(let word) = try block.value(row, kind), policy.sight.kinds.contains(word),
          case .integer(let person) = try block.value(row, contact),
          case .instant(let moment) = try block.value(row, at)
        else { continue }
        let day = moment.day()
        if day <= today { last[person] = max(last[person] ?? day, day) }
      }
      return true
    }
    return last
  }
}
