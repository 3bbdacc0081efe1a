import Lua
import SalesKernel
import SalesStore
import Values

/// What the records tell of a rep's day and of the next working day.
struct DailyFacts {
  let rep: Rep
  let day: Day
  let nextDay: Day
  /// Customers reached, by id.
  private(set) var reached: [Int64] = []
  private(set) var converted: [Int64] = []
  private(set) var tasksDone = 0
  private(set) var due: [DueTask] = []
  /// Key accounts of the next working day, the most urgent first, with why each is one.
  private(set) var accounts: [(customer: Customer, reason: String)] = []

  /// - Throws: `calendar.coverage` where the next working day is not known.
  init(
    _ host: ScriptHost, _ policies: EnginePolicies, _ policy: DailyPolicy, rep: Rep, on day: Day
  ) throws {
    (self.rep, self.day) = (rep, day)
    nextDay = try policies.calendar().day(1, workingDaysAfter: day)
    let activities = try host.records(Activity.self, where: [("rep", .integer(rep.id))])
    let reached = Set(
      activities.filter { $0.at.day() == day && policy.reaches.contains($0.kind) }
        .map(\.customer))
    self.reached = reached.sorted()
    try readConversions(host, policy, of: reached)
    let tasks = try host.records(DueTask.self, where: [("owner", .integer(rep.id))])
    tasksDone = tasks.count { $0.doneOn == day }
    due = tasks.filter { $0.doneOn == nil && $0.dueOn <= nextDay }
      .sorted { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) }
    try readAccounts(host, most: policy.accounts)
  }

  /// Reached customers who ordered, or whose opportunity moved to another stage.
  private mutating func readConversions(
    _ host: ScriptHost, _ policy: DailyPolicy, of reached: Set<Int64>
  ) throws {
    var converted: Set<Int64> = []
    for order in try host.records(Order.self, where: [("ordered_on", .day(day))])
    where reached.contains(order.customer) {
      let words = policy.except.flatMap { slot, words in
        words.contains(Order.schema.value(of: order, slot: slot).word ?? "") ? [slot] : []
      }
      if words.isEmpty { converted.insert(order.customer) }
    }
    for customer in reached where !converted.contains(customer) {
      for deal in try host.related(Opportunity.self, by: "customer", to: customer) {
        let moves = try host.related(StageMove.self, by: "opportunity", to: deal.id)
        let moved = moves.contains {
          $0.movedAt.day() == day && $0.fromStage != nil && $0.fromStage != $0.stage
        }
        if moved { converted.insert(customer) }
      }
    }
    self.converted = converted.sorted()
  }

  private mutating func readAccounts(_ host: ScriptHost, most: Int) throws {
    var seen: Set<Int64> = []
    func add(_ id: Int64, _ reason: String, to list: inout [(Customer, String)]) throws {
      guard list.count < most, seen.insert(id).inserted else { return }
      list.append((try host.record(Customer.self, id: id), reason))
    }
    var list: [(Customer, String)] = []
    for task in due where task.entity == Customer.schema.entity.name {
      if let id = task.record { try add(id, task.title, to: &list) }
    }
    let deals = try host.records(
      Opportunity.self,
      where: [("rep", .integer(rep.id)), ("status", .text(Opportunity.Status.open.rawValue))]
    ).sorted { one, other in
      let (mine, its) = (one.isKey == true, other.isKey == true)
      if mine != its { return mine }
      let (first, second) = (one.amount ?? .zero, other.amount ?? .zero)
      return first == second ? one.id < other.id : first > second
    }
    for deal in deals {
      guard let customer = deal.customer else { continue }
      try add(customer, deal.name ?? deal.code ?? "opportunity \(deal.id)", to: &list)
    }
    accounts = list.map { (customer: $0.0, reason: $0.1) }
  }

  /// What the day gave, as a report says it where the rep says nothing.
  var resultsText: String? {
    reached.isEmpty && tasksDone == 0
      ? nil
      : "\(reached.count.text("customer")) reached, \(converted.count) converted, "
        + "\(tasksDone.text("task")) done"
  }

  /// The key accounts, as a report says them where the rep says nothing.
  var planText: String? {
    accounts.isEmpty
      ? nil : accounts.map { "\($0.customer.name): \($0.reason)" }.joined(separator: "; ")
  }

  func report() throws -> ReportObject {
    ReportObject([
      .init("rep", .string(rep.name)), .init("day", .scalar(day.scalar)),
      .init("reached", Value(reached.count)), .init("converted", Value(converted.count)),
      .init("tasks_done", Value(tasksDone)), .init("next_day", .scalar(nextDay.scalar)),
      .init("due", .object(SuccessDesk.table(of: due, on: day)), text: due.isEmpty ? "" : nil),
      .init(
        "accounts",
        .object(
          ResultTable(
            columns: [.init("customer", .number), .init("name"), .init("reason")],
            rows: accounts.map {
              [.integer($0.customer.id), .string($0.customer.name), .string($0.reason)]
            })), text: accounts.isEmpty ? "" : nil),
    ])
  }
}
