import Lua
import SalesKernel
import SalesStore
import Values

/// Opens the tasks of success, and knows who is who at a customer.
final class SuccessDesk {
  let host: ScriptHost
  let policy: SuccessPolicy
  let today: Day
  private var customers: [Int64: Customer] = [:]

  init(_ host: ScriptHost, _ policies: EnginePolicies, _ options: NamedArguments) throws {
    self.host = host
    policy = try policies.success(options["policy"])
    today = host.options.clock.day()
  }

  func customer(_ id: Int64) throws -> Customer {
    if let known = customers[id] { return known }
    let customer = try host.record(Customer.self, id: id)
    customers[id] = customer
    return customer
  }

  /// Forgets what was read of a customer, which has changed.
  func forget(_ id: Int64) { customers[id] = nil }

  /// A record of a customer as tasks name it.
  ///
  /// - Parameters:
  ///   - id: Of the record.
  ///   - code: As people know it; nothing for the customer itself.
  ///   - rep: Of the record.
  func subject(
    _ entity: Entity, _ id: Int64, of customer: Int64, code: String? = nil, rep: Int64? = nil
  ) throws -> TaskSubject {
    let known = try self.customer(customer)
    var people: [TaskList.Owner: Int64] = [:]
    people[.manager] = known.csm
    people[.owner] = known.owner
    people[.rep] = rep
    let name = code.map { "\($0) \(known.name)" } ?? known.name
    return TaskSubject(entity, id, name: name, people: people)
  }

  /// Opens the tasks of an occasion, each once.
  /// - Returns: how many are new.
  @discardableResult
  func open(
    _ list: TaskList, _ subject: TaskSubject, on anchor: Day, mark: String?
  ) throws -> Int {
    let slot = try DueTask.schema.entity.requireSlot(of: "key")
    var opened = 0
    for task in try list.tasks(of: subject, on: anchor, mark: mark, today: today) {
      let known = try host.requireSession().holder(
        DueTask.schema.entity, slot: slot, value: .text(task.key))
      guard known == nil else { continue }
      _ = try host.openTask(task)
      opened += 1
    }
    return opened
  }

  /// Tasks of a list about a record, by due day.
  func tasks(of list: TaskList, about entity: Entity, _ id: Int64) throws -> [DueTask] {
    try host.records(
      DueTask.self,
      where: [
        ("kind", .text(list.kind)), ("entity", .text(entity.name)), ("record", .integer(id)),
      ]
    ).sorted { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) }
  }

  /// Tasks as a table.
  static func table(of tasks: [DueTask], on today: Day) -> ResultTable {
    ResultTable(
      columns: [
        .init("task", .number), .init("title"), .init("owner", .number), .init("due_on"),
        .init("done_on"), .init("days_late", .number),
      ],
      rows: tasks.map { task in
        let late = (task.doneOn ?? today).days(since: task.dueOn)
        return [
          .integer(task.id), .string(task.title), task.owner.map { .integer($0) } ?? .nil,
          .scalar(task.dueOn.scalar), task.doneOn.map { .scalar($0.scalar) } ?? .nil,
          late > 0 ? Value(late) : .nil,
        ]
      })
  }
}

extension Value {
  init(_ day: Day?) { self = day.map { .scalar($0.scalar) } ?? .nil }
  init(_ text: String?) { self = text.map { .string($0) } ?? .nil }
  init(_ id: Int64?) { self = id.map { .integer($0) } ?? .nil }
}
