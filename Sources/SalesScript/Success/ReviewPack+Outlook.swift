import Lua
import Pictures
import SalesKernel
import SalesStore
import Values

/// What is open at the end of a review, what comes next, and the pictures.
extension ReviewPack {
  func outlook() throws -> [ReportObject.Part] {
    [
      .init("open", .object(try openItems())), .init("milestones", .object(try milestones())),
      .init("renewals", .object(try renewals())),
      .init("opportunities", .object(try opportunities())),
    ]
  }

  /// Tasks and alerts about the customer and its contracts.
  private func openItems() throws -> ResultTable {
    let contracts = try host.related(Contract.self, by: "customer", to: customer.id)
    let records =
      [(Customer.schema.entity.name, customer.id)]
      + contracts.map { (Contract.schema.entity.name, $0.id) }
    let tasks = try records.flatMap { entity, id in
      try host.records(
        DueTask.self, where: [("entity", .text(entity)), ("record", .integer(id))])
    }.filter { $0.doneOn == nil }.sorted { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) }
    let alerts = try records.flatMap { entity, id in
      try host.records(Alert.self, where: [("entity", .text(entity)), ("record", .integer(id))])
    }.filter { $0.isOpen(on: desk.today) }.sorted { ($0.raisedAt, $0.id) < ($1.raisedAt, $1.id) }
    return ResultTable(
      columns: [.init("what"), .init("kind"), .init("title"), .init("due_on")],
      rows: tasks.map {
        [.string("task"), .string($0.kind), .string($0.title), .scalar($0.dueOn.scalar)]
      }
        + alerts.map {
          [
            .string("alert"), .string($0.kind), .string($0.message),
            .scalar($0.raisedAt.day().scalar),
          ]
        })
  }

  /// Of the customer's open plans, those not reached.
  private func milestones() throws -> ResultTable {
    let plans = try host.related(SuccessPlan.self, by: "customer", to: customer.id)
      .filter { $0.closedOn == nil }
    let rows = try plans.flatMap { plan -> [[Value]] in
      let milestones = try host.related(SuccessMilestone.self, by: "plan", to: plan.id)
      return PlanProgress(milestones, on: desk.today).marks.filter { $0.state != .done }.map {
        [
          .string(plan.name), .string($0.milestone.title), Value($0.milestone.dueOn),
          .string($0.state.rawValue),
        ]
      }
    }
    return ResultTable(
      columns: [.init("plan"), .init("title"), .init("due_on"), .init("state")], rows: rows)
  }

  private func renewals() throws -> ResultTable {
    let rules = desk.policy.renewal
    let book = try RenewalBook(host, rules, of: customer.id)
    let ending = book.ending(from: to, to: try to.adding(days: rules.days)).filter {
      book.renewals[$0] == nil
    }
    return ResultTable(
      columns: [.init("entity"), .init("document", .number), .init("code"), .init("ends_on")],
      rows: ending.map {
        let document = book.documents[$0]
        return [
          .string(document.entity), .integer(document.id), Value(document.code),
          Value(document.endsOn),
        ]
      })
  }

  private func opportunities() throws -> ResultTable {
    let open = try host.related(Opportunity.self, by: "customer", to: customer.id)
      .filter { $0.status == .open }
    return ResultTable(
      columns: [
        .init("opportunity", .number), .init("code"), .init("stage"), .init("amount", .number),
        .init("expected_close"),
      ],
      rows: open.map {
        [
          .integer($0.id), Value($0.code), .string($0.stage), Value($0.amount),
          Value($0.expectedClose),
        ]
      })
  }

  /// Purchases of the last twelve months by month, and health.
  func pictures(_ orders: [Order], _ health: [HealthScore]) throws -> [Picture] {
    var steps: [String] = []
    var amounts: [Double?] = []
    for back in (0..<12).reversed() {
      let start = try to.startOfMonth.adding(months: -back)
      let next = try start.adding(months: 1)
      let units = orders.filter { start <= $0.orderedOn && $0.orderedOn < next }
        .reduce(Int128(0)) { $0 + Int128($1.amount.units) }
      steps.append(Grain.month.text(of: start))
      amounts.append(Double(units) / 100_000_000)
    }
    var pictures = [
      Picture(
        "\(customer.name) 采购额 purchases · \(to)",
        .curves(
          Picture.Curves(
            steps: steps, curves: [Picture.Curves.Curve("万元 10k yuan", amounts)],
            unit: "万元")))
    ]
    if health.count > 1 {
      pictures.append(
        Picture(
          "健康度 health · \(to)",
          .curves(
            Picture.Curves(
              steps: health.map(\.scoredOn.description),
              curves: [Picture.Curves.Curve("健康度 health", health.map { $0.score })]))))
    }
    return pictures
  }
}
