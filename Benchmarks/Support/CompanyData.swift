import Foundation
import SalesKernel
import SalesScript
import SalesStore
import Values

/// A company of a million customers, the same on every machine: reps, customers, orders, invoices with their
/// payments, tickets.
public enum CompanyData {
  public static let customers: Int64 = 1_000_000
  public static let orders: Int64 = 5_000_000
  public static let tickets: Int64 = 1_000_000
  public static let invoices: Int64 = 1_000_000

  /// Makes a store of it.
  public static func make(at path: String) throws {
    let store = try Store.create(at: path, catalog: .sales)
    let header = RunHeader(
      kind: .script, script: "bench", arguments: [],
      clock: try Instant(parsing: "2026-06-30T09:00:00"), actor: "bench")
    _ = try store.transaction(header, mode: .apply) { try fill($0) }
    store.close()
  }

  public static func fill(_ session: Session) throws {
    try people(session)
    try money(session)
    try tickets(session)
  }

  public static func people(_ session: Session) throws {
    var random = BenchRandom()
    let first = try Day(parsing: "2024-01-01")
    let reps = try RecordFeed<Rep>(session)
    for id in 1...200 {
      var rep = Rep(id: Int64(id), name: "rep \(id)")
      rep.role = "key_account"
      try reps.append(rep)
    }
    try reps.finish()
    let feed = try RecordFeed<Customer>(session)
    for id in 1...customers {
      var customer = Customer(id: id, name: "firm \(id)")
      customer.level = ["A", "B", "B", "C", "C", "C"][Int(random.below(6))]
      customer.region = ["east", "central", "west"][Int(id % 3)]
      customer.owner = random.below(200) + 1
      customer.createdOn = first
      try feed.append(customer)
    }
    try feed.finish()
  }

  public static func money(_ session: Session) throws {
    var random = BenchRandom()
    let first = try Day(parsing: "2024-07-01")
    let orders = try RecordFeed<Order>(session)
    for id in 1...Self.orders {
      var order = Order(
        id: id, customer: random.below(UInt64(customers)) + 1,
        amount: Money(units: (random.below(900) + 100) * 1_000_000),
        orderedOn: try first.adding(days: Int(random.below(729))))
      order.rep = order.customer % 200 + 1
      order.status = "delivered"
      try orders.append(order)
    }
    try orders.finish()
    var owed: [(customer: Int64, amount: Money, due: Day, paid: Day?)] = []
    let invoices = try RecordFeed<Invoice>(session)
    for id in 1...Self.invoices {
      let issued = try first.adding(days: Int(random.below(700)))
      let bill = (
        customer: random.below(UInt64(customers)) + 1,
        amount: Money(units: (random.below(900) + 100) * 1_000_000),
        due: try issued.adding(days: 30),
        paid: random.below(10) > 0 ? try issued.adding(days: Int(random.below(45))) : nil
      )
      owed.append(bill)
      try invoices.append(
        Invoice(
          id: id, customer: bill.customer, issuedOn: issued, dueOn: bill.due, amount: bill.amount))
    }
    try invoices.finish()
    let paid = owed.enumerated().filter { $0.element.paid != nil }
    let payments = try RecordFeed<Payment>(session)
    for (place, item) in paid.enumerated() {
      let bill = item.element
      try payments.append(
        Payment(
          id: Int64(place + 1), customer: bill.customer, receivedOn: bill.paid ?? bill.due,
          amount: bill.amount))
    }
    try payments.finish()
    let allocations = try RecordFeed<SalesKernel.Allocation>(session)
    for (place, item) in paid.enumerated() {
      var part = SalesKernel.Allocation(
        id: Int64(place + 1), invoice: Int64(item.offset + 1), kind: .payment,
        allocatedOn: item.element.paid ?? item.element.due, amount: item.element.amount)
      part.payment = Int64(place + 1)
      try allocations.append(part)
    }
    try allocations.finish()
  }

  public static func tickets(_ session: Session) throws {
    var random = BenchRandom()
    let first = try Instant(parsing: "2024-07-01T00:00:00")
    let feed = try RecordFeed<Ticket>(session)
    for id in 1...Self.tickets {
      let isComplaint = random.below(4) == 0
      let opened = try first.adding(.minutes(random.below(1_049_000)))
      var ticket = Ticket(
        id: id, kind: isComplaint ? "complaint" : "enquiry", subject: "s",
        step: isComplaint ? "recorded" : "opened", openedAt: opened)
      ticket.customer = random.below(UInt64(customers)) + 1
      ticket.level = ["A", "B", "C", "D"][Int(random.below(4))]
      ticket.channel = ["hotline", "online", "email"][Int(random.below(3))]
      ticket.grade = isComplaint ? ["general", "serious", "major"][Int(random.below(3))] : nil
      ticket.owner = random.below(200) + 1
      ticket.respondedAt = try opened.adding(.minutes(random.below(400)))
      if random.below(20) > 0 {
        ticket.resolvedAt = try opened.adding(.minutes(random.below(6000) + 400))
        ticket.closedAt = ticket.resolvedAt
        ticket.state = .closed
      }
      try feed.append(ticket)
    }
    try feed.finish()
  }
}
