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

  /// - Parameter contacts: All of the customer.
  func chain(of customer: Int64, _ contacts: [Contact]) throws -> DecisionChain {
    try DecisionChain(policy, contacts, lastMet: lastMet(with: customer), asOf: today)
  }

  /// How many customers' contacts are held at a time.
  private static let batch = 1024

  /// The chains of many customers, one after the other.
  /// - Complexity: O(contacts · log contacts + activities) time; memory 16 bytes a contact and a day for each that was
  ///   met.
  func forEachChain(
    of customers: [Int64], _ body: (Int64, DecisionChain) throws -> Void
  ) throws {
    let known = try ContactIndex(host)
    let last = try lastMet()
    var rest = customers[...]
    while !rest.isEmpty {
      try host.state.checkStop()
      let batch = rest.prefix(Self.batch)
      rest = rest.dropFirst(Self.batch)
      var own: [Int64: [Contact]] = [:]
      for contact in try contacts(batch.flatMap { known.contacts(of: $0) }) {
        own[contact.customer, default: []].append(contact)
      }
      for id in batch {
        try body(
          id, DecisionChain(policy, own[id] ?? [], lastMet: last, asOf: today))
      }
    }
  }

  private func contacts(_ ids: [Int64]) throws -> [Contact] {
    let entity = Contact.schema.entity
    let block = try host.requireSession().block(of: entity, ids: ids)
    return try (0..<block.count).map { try Contact(reading: block.reader($0)) }
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

/// Which contacts each customer has, by ids.
private struct ContactIndex {
  /// By customer, then contact.
  private let pairs: [(customer: Int64, contact: Int64)]

  init(_ host: ScriptHost) throws {
    let entity = Contact.schema.entity
    let table = try host.requireSession().columns(
      of: Selection(entity), slots: [try entity.requireSlot(of: "customer")],
      poll: host.state.checkStop)
    pairs = (0..<table.count).map { (table.columns[0].bits($0) ?? 0, table.ids[$0]) }
      .sorted { $0 < $1 }
  }

  func contacts(of customer: Int64) -> [Int64] {
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].customer < customer { low = middle + 1 } else { high = middle }
    }
    return pairs[low...].prefix { $0.customer == customer }.map(\.contact)
  }
}
