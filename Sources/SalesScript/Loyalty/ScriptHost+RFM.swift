import Lua
import Pictures
import SalesKernel
import SalesStore
import Values

/// `loyalty.rfm`: customers by how lately, how often and how much they bought.
extension ScriptHost {
  func defineRFM(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "loyalty.rfm",
        "loyalty.rfm{as_of = day, of = query, segment = word, list = n, customer = c, policy =}",
        "Scores of 1 to 5 for recency, frequency and amount by fifths, ties with the better score, and segments: "
          + "segments (customers, share, amount), list (the best n, of a segment where one is named), customer "
          + "(one customer's scores with why).", returns: "report",
        units:
          "over the policy's months up to as_of, those who bought in them; as_of: the run's day unless given; list: "
          + "1–10000",
        errors: ["loyalty.period", "loyalty.segment", "record.missing", "money.overflow"],
        example: """
          local r = loyalty.rfm{list = 1}
          local n = 0
          for i = 1, #r.segments do n = n + r.segments[i].customers end
          return n == r.customers, r.list[1].recency + r.list[1].frequency + r.list[1].monetary
          """, result: "true  15", seeAlso: ["loyalty.repurchase", "loyalty.ltv"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "loyalty.rfm",
        allowing: ["as_of", "of", "segment", "list", "customer", "policy"])
      try results.add(Value.object(try rfm(options, policies)))
    }
  }

  private func rfm(
    _ options: NamedArguments, _ policies: EnginePolicies
  ) throws -> ReportObject {
    let policy = try policies.loyalty(options["policy"])
    let today = self.options.clock.day()
    let asOf = try options.day("as_of") ?? today
    guard asOf <= today else {
      throw ArgumentError(
        "as_of: \(asOf) is after \(today), the day of this run", code: "loyalty.period",
        remedy: "give \(today) at the latest")
    }
    let segments = policy.rfm.segments.segments
    let segment = try options.string("segment").map { word in
      try segments.firstIndex { $0.key == word }
        ?? {
          throw ArgumentError(
            "there is no segment '\(word)'", code: "loyalty.segment",
            remedy: Suggestion.closest(to: word, among: segments.map(\.key)).map {
              "did you mean '\($0)'?"
            } ?? "there are \(segments.map(\.key).joined(separator: ", "))")
        }()
    }
    let count = try options.integer("list")
    if let count, !(1...10_000).contains(count) {
      throw ArgumentError("list: \(count) is outside 1–10000")
    }
    let chosen = try options["customer"].map {
      try row($0, of: Customer.schema.entity, as: "customer").id
    }
    let book = try LoyaltyReader(host: self).book(
      of: try LoyaltyQuestion.customers(options, self), by: nil)
    let ranking = try RFMRanking(
      book.orders, in: DayWindow(months: policy.rfm.months, endingOn: asOf),
      poll: state.checkStop)
    let report = RFMReport(host: self, book: book, ranking: ranking, policy: policy, asOf: asOf)
    return try report.report(list: count.map(Int.init), of: segment, customer: chosen)
  }
}

private struct RFMReport {
  let host: ScriptHost
  let book: LoyaltyBook
  let ranking: RFMRanking
  let policy: LoyaltyPolicy
  let asOf: Day

  private var segments: [RFMSegments.Segment] { policy.rfm.segments.segments }

  func report(list: Int?, of segment: Int?, customer: Int64?) throws -> ReportObject {
    var counts = [Int](repeating: 0, count: segments.count)
    var units = [Int128](repeating: 0, count: segments.count)
    let places = Dictionary(
      RFMScore.all.map { ($0, policy.rfm.segments.index(of: $0)) }, uniquingKeysWith: { $1 })
    let segmentOf = ranking.customers.map { places[$0.score] ?? 0 }
    for (index, customer) in ranking.customers.enumerated() {
      counts[segmentOf[index]] += 1
      units[segmentOf[index]] += Int128(customer.amount.units)
    }
    var parts: [ReportObject.Part] = [
      .init("as_of", .scalar(asOf.scalar)), .init("customers", Value(ranking.customers.count)),
      .init("segments", .object(try table(counts, units))),
    ]
    if list != nil || segment != nil {
      let members = ranking.customers.indices.filter {
        segment == nil || segmentOf[$0] == segment
      }
      parts.append(.init("list", .object(try listed(members, list ?? members.count, segmentOf))))
    }
    if let customer { parts.append(try one(customer)) }
    return ReportObject(parts, pictures: [picture(counts)])
  }

  private func table(_ counts: [Int], _ units: [Int128]) throws -> ResultTable {
    ResultTable(
      columns: [
        .init("segment"), .init("title"), .init("名称"), .init("customers", .number),
        .init("share", .number), .init("amount", .number), .init("action"), .init("行动"),
      ],
      rows: try segments.indices.map { index in
        let segment = segments[index]
        return [
          .string(segment.key), .string(segment.title.en), .string(segment.title.zh),
          Value(counts[index]),
          Value(FunnelShare.of(counts[index], ranking.customers.count)),
          Value(try FunnelShare.money(units[index])), .string(segment.action?.en ?? ""),
          .string(segment.action?.zh ?? ""),
        ]
      })
  }

  /// The best first: by the sum of the scores, then by amount.
  private func listed(
    _ members: [Int], _ count: Int, _ segmentOf: [Int]
  ) throws -> ResultTable {
    let best = members.sorted { one, other in
      let (first, second) = (ranking.customers[one], ranking.customers[other])
      if first.score.sum != second.score.sum { return first.score.sum > second.score.sum }
      return first.amount == second.amount
        ? first.place < second.place : first.amount > second.amount
    }.prefix(min(count, 10_000))
    let names = try host.customerNames(best.map { book.ids[ranking.customers[$0].place] })
    return ResultTable(
      columns: [
        .init("customer", .number), .init("name"), .init("recency", .number),
        .init("frequency", .number), .init("monetary", .number), .init("last_order"),
        .init("orders", .number), .init("amount", .number), .init("segment"),
      ],
      rows: try zip(best, names).map { index, name in
        let customer = ranking.customers[index]
        return [
          .integer(book.ids[customer.place]), .string(name), Value(customer.score.recency),
          Value(customer.score.frequency), Value(customer.score.monetary),
          .scalar(try Day(number: customer.last).scalar), Value(customer.orders),
          Value(customer.amount), .string(segments[segmentOf[index]].key),
        ]
      }, omitted: members.count - best.count)
  }

  private func one(_ id: Int64) throws -> ReportObject.Part {
    guard let place = book.ids.firstIndex(of: id),
      let customer = ranking.customers.first(where: { $0.place == place })
    else {
      return .init("customer", .nil)
    }
    let segments = policy.rfm.segments
    let segment = segments.segments[segments.index(of: customer.score)]
    let day = try Day(number: customer.last)
    let of = "of \(ranking.customers.count.text("customer")) who bought"
    let why = Explanation(
      "segment", .step, value: .text(segment.key), reason: customer.score.text,
      source: segment.source,
      children: [
        Explanation(
          "recency", .step, value: .integer(Int64(customer.score.recency)),
          reason: "last ordered on \(day), \(of)", source: policy.rfm.source),
        Explanation(
          "frequency", .step, value: .integer(Int64(customer.score.frequency)),
          reason: "\(customer.orders.text("order")), \(of)", source: policy.rfm.source),
        Explanation(
          "monetary", .step, value: .integer(Int64(customer.score.monetary)),
          reason: "\(customer.amount.grouped), \(of)", source: policy.rfm.source),
      ] + segments.explain(customer.score))
    return .init(
      "customer",
      .object(
        ReportObject([
          .init("recency", Value(customer.score.recency)),
          .init("frequency", Value(customer.score.frequency)),
          .init("monetary", Value(customer.score.monetary)),
          .init("segment", .string(segment.key)), .init("title", segment.title),
          .init(why: why),
        ])))
  }

  private func picture(_ counts: [Int]) -> Picture {
    Picture(
      "RFM 客户分群 segments · \(asOf)",
      .bars(
        segments.indices.map { index in
          let share = FunnelShare.of(counts[index], ranking.customers.count)
          return Picture.Bar(
            segments[index].title.zh, Double(counts[index]),
            note: "\(counts[index])" + (share.map { " · \(ShareText.of($0))" } ?? ""))
        }))
  }
}

extension ScriptHost {
  /// The names of customers, in the order of their ids given.
  func customerNames(_ ids: [Int64]) throws -> [String] {
    let entity = Customer.schema.entity
    let table = try requireSession().columns(
      of: Selection(entity, ids: ids.sorted()), slots: [try entity.requireSlot(of: "name")])
    let index = RecordIndex(table.ids)
    return ids.map { id in
      index.place(of: id).map { table.columns[0].value($0).scriptValue.plain } ?? ""
    }
  }
}
