import Lua
import Pictures
import SalesKernel
import SalesStore
import Values

/// What a review tells a customer of a period: bought, delivered, solved, satisfaction, health, value, what is
/// open and what comes next.
/// - Source: CS5.
struct ReviewPack {
  let host: ScriptHost
  let desk: SuccessDesk
  let customer: Customer
  let from: Day
  let to: Day

  private var days: ClosedRange<Day> { from...to }

  func report() throws -> ReportObject {
    let orders = try host.related(Order.self, by: "customer", to: customer.id)
      .filter { $0.amount.units != 0 || $0.status != cancelled }
    let health = try host.related(HealthScore.self, by: "customer", to: customer.id)
      .filter { $0.scoredOn <= to }.sorted { ($0.scoredOn, $0.id) < ($1.scoredOn, $1.id) }
    let parts: [ReportObject.Part] =
      [
        .init("customer", .integer(customer.id)), .init("name", .string(customer.name)),
        .init("level", Value(customer.level)), .init("manager", Value(customer.csm)),
        .init("from", .scalar(from.scalar)), .init("to", .scalar(to.scalar)),
        .init("bought", .object(try bought(orders))),
        .init("products", .object(try products(orders))),
        .init("delivered", .object(try delivered(orders))),
        .init("solved", .object(try solved())),
        .init("satisfaction", .object(try satisfaction())),
        .init("health", .object(Self.healthTable(health.filter { $0.scoredOn >= from }))),
        .init("value", .object(try created())),
      ] + (try outlook())
    return ReportObject(parts, pictures: try pictures(orders, health))
  }

  private var cancelled: String? { try? host.cancelledWord() }

  private func bought(_ orders: [Order]) throws -> ReportObject {
    let figures = try PurchaseComparison(
      orders.map { ($0.orderedOn, $0.amount) }, from: from, to: to)
    return ReportObject([
      .init("orders", Value(figures.orders)), .init("amount", Value(figures.amount)),
      .init("orders_before", Value(figures.ordersBefore)),
      .init("amount_before", Value(figures.before)),
      .init("growth", Value(figures.growth), text: figures.growth.map { ShareText.of($0) }),
    ])
  }

  /// By product, the largest first.
  private func products(_ orders: [Order]) throws -> ResultTable {
    var sums: [Int64: (units: Int128, pieces: Int128)] = [:]
    for order in orders where days.contains(order.orderedOn) {
      for line in try host.related(OrderLine.self, by: "order", to: order.id) {
        let (units, pieces) = sums[line.product ?? 0] ?? (0, 0)
        sums[line.product ?? 0] = (
          units + Int128(line.amount.units), pieces + Int128(line.quantity ?? 0)
        )
      }
    }
    let sorted = sums.sorted { ($1.value.units, $0.key) < ($0.value.units, $1.key) }
    return ResultTable(
      columns: [
        .init("product", .number), .init("name"), .init("quantity", .number),
        .init("amount", .number),
      ],
      rows: try sorted.map { id, sum in
        let name = id == 0 ? "" : try host.record(Product.self, id: id).name
        return [
          id == 0 ? .nil : .integer(id), .string(name),
          .integer(Int64(clamping: sum.pieces)), Value(try FunnelShare.money(sum.units)),
        ]
      })
  }

  /// Due by the contract of the order, else by the product's lead time.
  private func delivered(_ orders: [Order]) throws -> ReportObject {
    var record = DeliveryRecord()
    for order in orders where order.orderedOn <= to {
      let contract = try order.contract.map { try host.record(Contract.self, id: $0) }
      for line in try host.related(OrderLine.self, by: "order", to: order.id) {
        let deliveries = try host.related(Delivery.self, by: "order_line", to: line.id)
          .filter { days.contains($0.deliveredOn) }
        guard !deliveries.isEmpty else { continue }
        let lead = try line.product.flatMap { try host.record(Product.self, id: $0).leadDays }
        let due =
          try contract?.dueOn
          ?? lead.map { try order.orderedOn.adding(days: Int(clamping: $0)) }
        for delivery in deliveries { record.add(delivery.deliveredOn, due: due) }
      }
    }
    return ReportObject([
      .init("deliveries", Value(record.count)), .init("on_time", Value(record.onTime)),
      .init("no_due_day", Value(record.unknown)),
      .init("share", Value(record.share), text: record.share.map { ShareText.of($0) }),
    ])
  }

  private func solved() throws -> ReportObject {
    let tickets = try host.related(Ticket.self, by: "customer", to: customer.id)
      .filter { $0.state != .merged }
    let opened = tickets.filter { days.contains($0.openedAt.day()) }
    let resolved = tickets.filter { $0.resolvedAt.map { days.contains($0.day()) } ?? false }
    let open = tickets.filter {
      $0.openedAt.day() <= to && ($0.resolvedAt.map { $0.day() > to } ?? ($0.state == .open))
    }
    let clocks = try clocks(of: opened)
    let hours = resolved.map { ticket in
      Double((ticket.resolvedAt ?? ticket.openedAt).milliseconds - ticket.openedAt.milliseconds)
        / Double(Span.millisecondsPerDay) * 24
    }
    return ReportObject([
      .init("opened", Value(opened.count)), .init("resolved", Value(resolved.count)),
      .init("still_open", Value(open.count)),
      .init(
        "mean_hours", Value(hours.isEmpty ? nil : hours.reduce(0, +) / Double(hours.count))),
      .init("clocks_met", Value(clocks.met)), .init("clocks_missed", Value(clocks.missed)),
      .init("in_time", Value(clocks.rate), text: clocks.rate.map { ShareText.of($0) }),
    ])
  }

  /// Clocks of tickets, as the desk's policy counts them; tickets with moments or holds out of order count nowhere.
  private func clocks(of tickets: [Ticket]) throws -> SLACounts {
    let clocks = TicketClocks(try EnginePolicies(host).desk(), now: host.options.clock)
    var counts = SLACounts()
    for ticket in tickets {
      do {
        let holds = try host.related(TicketHold.self, by: "ticket", to: ticket.id)
        for reading in try clocks.readings(of: ticket, holds) { counts.add(reading.state.outcome) }
      } catch let error as ValidationError where error.isOfOneTicket {
        continue
      }
    }
    return counts
  }

  /// Answers by kind of survey.
  private func satisfaction() throws -> ResultTable {
    let answers = try host.related(SurveyAnswer.self, by: "customer", to: customer.id)
      .filter { days.contains($0.answeredOn) }
    let kinds = Dictionary(grouping: answers, by: \.kind).sorted { $0.key < $1.key }
    return ResultTable(
      columns: [.init("kind"), .init("answers", .number), .init("mean_score", .number)],
      rows: kinds.map { kind, answers in
        let scores = answers.compactMap(\.score).map(Double.init)
        let mean = scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
        return [.string(kind), Value(answers.count), Value(mean)]
      })
  }

  private static func healthTable(_ scores: [HealthScore]) -> ResultTable {
    ResultTable(
      columns: [
        .init("scored_on"), .init("model"), .init("score", .number), .init("band"),
        .init("change", .number),
      ],
      rows: scores.map {
        [
          .scalar($0.scoredOn.scalar), Value($0.model), Value($0.score), Value($0.band),
          Value($0.change),
        ]
      })
  }

  private func created() throws -> ReportObject {
    let rules = desk.policy.renewal
    let book = try RenewalBook(host, rules, of: customer.id)
    let created = try host.createdValue(
      of: customer.id, rules, book, from: from, to: to)
    return ReportObject([
      .init("created", Value(try created.total())),
      .init(
        "readings",
        .object(
          ResultTable(
            columns: [
              .init("metric"), .init("day"), .init("reading", .number), .init("value", .number),
            ],
            rows: created.parts.map {
              [.string($0.metric), Value($0.day), Value($0.reading), Value($0.value)]
            }))),
      .init("why", .object(WhyObject(try created.explanation(source: rules.source))), text: ""),
    ])
  }
}
