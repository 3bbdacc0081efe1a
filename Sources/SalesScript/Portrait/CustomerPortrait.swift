import Lua
import Pictures
import SalesKernel
import SalesStore
import Values

/// All that is known about a customer, in one view.
///
/// ```
///   profile    who it is                behaviour  what passed between us
///   purchases  how often, how much      chain      who decides, whom to see
///   payments   what is owed             service    tickets and what they said of us
///   deals      what is under way        health     how it does, and whether it may leave
///   work       tasks and alerts
/// ```
/// - Source: CU15.
struct CustomerPortrait {
  let host: ScriptHost
  let policies: EnginePolicies
  let row: BlockRow
  let customer: Customer
  let today: Day
  /// What "lately" means.
  let window: PurchaseWindow

  init(_ host: ScriptHost, _ policies: EnginePolicies, of row: BlockRow, asOf today: Day) throws {
    self.host = host
    self.policies = policies
    self.row = row
    self.today = today
    customer = try Customer(reading: row)
    window = try PurchaseWindow(endingOn: today, months: policies.purchases().months)
  }

  func report() throws -> ReportObject {
    let purchases = try PortraitPurchases(self)
    let sections = try [
      profile(), purchases.section(), payments(), deals(), behaviour(), chain(), service(),
      health(), work(),
    ]
    return ReportObject(
      [.init("customer", .string(title))] + sections.map(\.part),
      pictures: try purchases.pictures(), title: title)
  }

  private var title: String {
    ([customer.name, customer.code, customer.level].compactMap { $0 } + ["\(today)"])
      .joined(separator: " · ")
  }

  /// The records of an entity that refer to the customer.
  func related<Record: SalesRecord>(_ type: Record.Type) throws -> [Record] {
    try host.related(type, by: "customer", to: customer.id)
  }

  private func profile() throws -> PortraitSection {
    var section = PortraitSection("profile")
    let names = [
      "uscc", "kind", "size", "industry", "region", "source", "created_on", "stage", "segment",
      "influence", "potential", "credit", "ladder",
    ]
    let onLine: Set = ["kind", "size", "region", "stage", "segment", "ladder"]
    for name in names {
      let value = try row.value(at: row.entity.requireSlot(of: name))
      guard value != .null else { continue }
      section.add(
        name, value.scriptValue, onLine.contains(name) ? value.scriptValue.plain : nil)
    }
    for (name, id) in [("owner", customer.owner), ("csm", customer.csm)] {
      guard let id else { continue }
      let rep = try host.record(Rep.self, id: id)
      section.add(name, .string(rep.name), "\(name) \(rep.name)")
    }
    return section
  }

  private func payments() throws -> PortraitSection {
    var section = PortraitSection("payments")
    let claims = try host.claims(of: customer.id, asOf: today).all
    var (open, overdue, oldest) = (Money.zero, Money.zero, 0)
    for claim in claims {
      let left = try claim.open()
      guard left != .zero else { continue }
      open = try open.adding(left)
      guard claim.daysPastDue(on: today) > 0 else { continue }
      overdue = try overdue.adding(left)
      oldest = max(oldest, claim.daysPastDue(on: today))
    }
    guard !claims.isEmpty else { return section }
    section.add("invoices", Int64(claims.count))
    section.add("open", open, "open \(open.grouped)")
    section.add("overdue", overdue, "overdue \(overdue.grouped)")
    if oldest > 0 {
      section.add("days_past_due", Int64(oldest), "oldest \(oldest) days late")
    }
    return section
  }

  private func chain() throws -> PortraitSection {
    var section = PortraitSection("chain")
    let reader = DecisionReader(host: host, policy: try policies.decisions(), today: today)
    let contacts = try reader.contacts(of: customer.id)
    let chain = try reader.chain(of: customer.id, contacts)
    for link in chain.links where !link.contacts.isEmpty {
      section.say("\(link.role.code) \(link.strength)")
    }
    let coverage = Value.number(reader.policy.coverage(of: contacts).value)
    section.add("coverage", coverage, "coverage \(coverage.shown)")
    if let step = chain.steps.first {
      section.say("see next: \(step.contact?.name ?? "find") (\(step.role.code))")
    }
    section.add("chain", ScriptHost.table(of: chain))
    section.add("next", ScriptHost.table(of: chain.steps))
    return section
  }

  private func work() throws -> PortraitSection {
    var section = PortraitSection("work")
    let subjects = try subjects()
    let tasks = try subjects.flatMap { subject in
      try host.records(DueTask.self, where: [("entity", .text(subject.entity))]).filter {
        $0.doneOn == nil && subject.ids.contains($0.record ?? 0)
      }
    }.sorted { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) }
    let alerts = try subjects.flatMap { subject in
      try host.records(Alert.self, where: [("entity", .text(subject.entity))]).filter {
        $0.isOpen(on: today) && subject.ids.contains($0.record ?? 0)
      }
    }
    let late = tasks.count { $0.dueOn < today }
    section.add("tasks", Int64(tasks.count), tasks.count.text("task"))
    section.add("late", Int64(late), late > 0 ? "\(late) late" : nil)
    section.add("alerts", Int64(alerts.count), alerts.count.text("alert"))
    if let next = tasks.first { section.say("next: \(next.title) by \(next.dueOn)") }
    section.add(
      "to_do",
      ResultTable(
        columns: [.init("due_on"), .init("kind"), .init("title")],
        rows: tasks.map { [.scalar($0.dueOn.scalar), .string($0.kind), .string($0.title)] }))
    section.add(
      "warnings",
      ResultTable(
        columns: [.init("kind"), .init("severity"), .init("message")],
        rows: alerts.map {
          [.string($0.kind), $0.severity.fieldValue.scriptValue, .string($0.message)]
        }))
    return section
  }

  /// What work may be about: the customer, and what is its own.
  private func subjects() throws -> [(entity: String, ids: Set<Int64>)] {
    func own<Record: SalesRecord>(_ type: Record.Type) throws -> (String, Set<Int64>) {
      (type.schema.entity.name, Set(try related(type).map(\.id)))
    }
    return [
      (Customer.schema.entity.name, [customer.id]), try own(Contract.self),
      try own(Agreement.self), try own(Opportunity.self), try own(Ticket.self),
      try own(SuccessPlan.self), try own(Quote.self),
    ]
  }
}
