import Lua
import SalesKernel
import SalesStore
import Values

/// `success.renewals`: what ends and must be renewed.
extension ScriptHost {
  func defineRenewals(_ policies: EnginePolicies) throws {
    try defineRenewalList(policies)
    try defineOpenRenewals(policies)
    try defineRenewalRate(policies)
    try defineRenewalQuote(policies)
  }

  static let renewalExample = """
    contracts:create{code = "K-OLD", customer = 1, amount = wan(50), status = "signed", signed_on = date"2025-07-01",
      ends_on = date"2026-08-29"}

    """

  private func defineRenewalList(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "success.renewals",
        "success.renewals{days = n, as_of = day, of = query, by = word, policy =}",
        "Contracts and agreements that end within the policy's days, or ended lately, and are not renewed: list "
          + "(document, code, customer, ends_on, days_left, value, state), value, renewed (how many of those that end "
          + "are), groups.", returns: "report",
        units:
          "days: ahead, the policy's unless given; value: the contract's amount, of an agreement what its customer bought "
          + "in the policy's months; state: due or expired; of: customers; by: a word of customers, rep",
        errors: ["success.days", "loyalty.split", "day.range", "money.overflow"],
        example: "local r\nplan(function()\n" + Self.renewalExample
          + "  r = success.renewals{}\nend)\nreturn r.list[1].days_left, r.list[1].value",
        result: "60  money\"500000.00\"",
        seeAlso: ["success.open_renewals", "success.renewal_quote", "success.renewal_rate"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.renewals", allowing: ["days", "as_of", "of", "by", "policy"])
      let desk = try SuccessDesk(self, policies, options)
      try results.add(Value.object(try renewalList(options, desk)))
    }
  }

  private func renewalList(_ options: NamedArguments, _ desk: SuccessDesk) throws -> ReportObject {
    let rules = desk.policy.renewal
    let days = try options.integer("days").map(Int.init(clamping:)) ?? rules.days
    guard (1...3660).contains(days) else {
      throw ArgumentError(
        "days: \(days) is outside 1–3660", code: "success.days", remedy: "as days = \(rules.days)")
    }
    let asOf = try options.day("as_of") ?? desk.today
    let split = try options.string("by").map {
      try LoyaltyReader(host: self).customers(of: nil, by: $0)
    }
    if let split, split.split == nil {
      throw ArgumentError(
        "renewals are not split by \(try options.string("by") ?? "")", code: "loyalty.split",
        remedy: "give a word of customers, as level")
    }
    let asked = try LoyaltyQuestion.customers(options, self).map {
      Set(try requireSession().ids($0.resolved()))
    }
    let book = try RenewalBook(self, rules)
    let ending = book.ending(
      from: try asOf.adding(days: -rules.afterDays), to: try asOf.adding(days: days)
    ).filter { asked?.contains(book.documents[$0].customer) ?? true }
    let open = ending.filter { book.renewals[$0] == nil }
    let worths = try book.worths(of: open, on: asOf)
    let table = try renewalTable(book, open, worths, desk, asOf)
    var parts: [ReportObject.Part] = [
      .init("as_of", .scalar(asOf.scalar)), .init("days", Value(days)),
      .init("due", Value(open.count)), .init("renewed", Value(ending.count - open.count)),
      .init("value", Value(try open.reduce(Money.zero) { try $0.adding(worths[$1] ?? .zero) })),
      .init("list", .object(table)),
    ]
    if let split, let words = split.split {
      parts.append(
        .init("groups", .object(try renewalGroups(book, open, worths, (split.ids, words)))))
    }
    return ReportObject(parts)
  }

  private func renewalTable(
    _ book: RenewalBook, _ places: [Int], _ worths: [Int: Money], _ desk: SuccessDesk, _ asOf: Day
  ) throws -> ResultTable {
    ResultTable(
      columns: [
        .init("entity"), .init("document", .number), .init("code"), .init("customer", .number),
        .init("name"), .init("level"), .init("manager", .number), .init("ends_on"),
        .init("days_left", .number), .init("value", .number), .init("state"),
      ],
      rows: try places.map { place in
        let document = book.documents[place]
        let customer = try desk.customer(document.customer)
        let left = document.endsOn.map { $0.days(since: asOf) } ?? 0
        return [
          .string(document.entity), .integer(document.id), Value(document.code),
          .integer(customer.id), .string(customer.name), Value(customer.level),
          Value(customer.csm), Value(document.endsOn), Value(left), Value(worths[place]),
          .string(left < 0 ? "expired" : "due"),
        ]
      })
  }

  private func renewalGroups(
    _ book: RenewalBook, _ places: [Int], _ worths: [Int: Money],
    _ split: (ids: [Int64], words: FigureSplit)
  ) throws -> ResultTable {
    let index = RecordIndex(split.ids)
    var groups: [Int32?: (count: Int, value: Money)] = [:]
    for place in places {
      guard case .codes(let codes) = split.words.grouping,
        let customer = index.place(of: book.documents[place].customer)
      else { continue }
      let key = codes[customer] < 0 ? nil : codes[customer]
      let (count, value) = groups[key] ?? (0, .zero)
      groups[key] = (count + 1, try value.adding(worths[place] ?? .zero))
    }
    return ResultTable(
      columns: split.words.columns + [.init("due", .number), .init("value", .number)],
      rows: split.words.sorted(groups).map {
        $0.cells + [Value($0.tally.count), Value($0.tally.value)]
      })
  }

  private func defineOpenRenewals(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "success.open_renewals", "success.open_renewals{policy =}",
        "For each contract and agreement that ends within the policy's days and is not renewed: opens value review, need "
          + "upgrade and renewal quote as tasks, and raises an alert, each once; settles the alerts of what is renewed "
          + "or long over.", returns: "table",
        units: "documents: that are due; tasks: new ones; raised, known, settled: alerts",
        changes: "tasks about the documents, alerts of the policy's kind",
        errors: ["alert.kind", "day.range"],
        example: "local first, again\nplan(function()\n" + Self.renewalExample
          + "  first = success.open_renewals{}\n  again = success.open_renewals{}\nend)\n"
          + "return first.tasks, first.raised, again.tasks, again.known",
        result: "3  1  0  1", seeAlso: ["success.renewals", "inbox.due", "inbox.open"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.open_renewals", allowing: ["policy"])
      let desk = try SuccessDesk(self, policies, options)
      try results.add(
        try requireSession().savepoint {
          try openRenewals(desk, AlertDesk(self, policies))
        })
    }
  }

  private func openRenewals(_ desk: SuccessDesk, _ alerts: AlertDesk) throws -> Table {
    let rules = desk.policy.renewal
    let book = try RenewalBook(self, rules)
    let open = book.ending(
      from: try desk.today.adding(days: -rules.afterDays),
      to: try desk.today.adding(days: rules.days)
    ).filter { book.renewals[$0] == nil }
    var opened = 0
    var drafts: [AlertDraft] = []
    for place in open {
      let document = book.documents[place]
      guard let end = document.endsOn else { continue }
      let entity = try catalog.require(document.entity)
      let subject = try desk.subject(
        entity, document.id, of: document.customer, code: document.code, rep: document.rep)
      opened += try desk.open(rules.list, subject, on: end, mark: end.description)
      let left = end.days(since: desk.today)
      drafts.append(
        AlertDraft(
          kind: rules.alert, key: "\(rules.alert)/\(entity.singular)/\(document.id)/\(end)",
          entity: entity.name, record: document.id,
          owner: subject.people[.manager] ?? subject.people[.owner],
          message: "\(entity.singular) \(subject.name) "
            + (left < 0 ? "ended on \(end)" : "ends on \(end), in \(left.text("day"))")))
    }
    let swept = try alerts.sweep(rules.alert, drafts, settledAs: "renewed, or long over")
    return Table(fields: [
      ("documents", Value(open.count)), ("tasks", Value(opened)), ("raised", Value(swept.raised)),
      ("known", Value(swept.known)), ("settled", Value(swept.settled)),
    ])
  }

  private func defineRenewalRate(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "success.renewal_rate", "success.renewal_rate{from = day, to = day, of = query, policy =}",
        "Of the contracts and agreements that ended in a period, those that were renewed: ended, renewed, rate, "
          + "documents (each with what renews it).", returns: "report",
        units:
          "from: the last twelve months; renewed: by what is known today, see the policy's days around the end",
        errors: ["loyalty.period"],
        example: "local r\nplan(function()\n"
          + "  contracts:create{customer = 1, amount = wan(5), status = \"completed\", signed_on = date\"2025-06-01\",\n"
          + "    ends_on = date\"2026-05-31\"}\n"
          + "  contracts:create{customer = 1, amount = wan(6), status = \"signed\", signed_on = date\"2026-05-20\",\n"
          + "    ends_on = date\"2027-05-31\"}\n  r = success.renewal_rate{}\nend)\nreturn r.ended, r.renewed, r.rate",
        result: "1  1  1.0", seeAlso: ["success.renewals", "loyalty.retention"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.renewal_rate", allowing: ["from", "to", "of", "policy"])
      let desk = try SuccessDesk(self, policies, options)
      let (from, to) = try LoyaltyQuestion.period(options, self)
      let asked = try LoyaltyQuestion.customers(options, self).map {
        Set(try requireSession().ids($0.resolved()))
      }
      let book = try RenewalBook(self, desk.policy.renewal)
      let ended = book.ending(from: from, to: to).filter {
        asked?.contains(book.documents[$0].customer) ?? true
      }
      try results.add(Value.object(try Self.rate(book, ended, (from, to), desk)))
    }
  }

  private static func rate(
    _ book: RenewalBook, _ ended: [Int], _ days: (from: Day, to: Day), _ desk: SuccessDesk
  ) throws -> ReportObject {
    let renewed = ended.count { book.renewals[$0] != nil }
    let why = Explanation(
      "renewal rate", .step,
      value: FunnelShare.of(renewed, ended.count).map(FieldValue.number) ?? .null,
      reason:
        "\(renewed) of \(ended.count.text("document")) that ended from \(days.from) to \(days.to)",
      source: desk.policy.renewal.source)
    return ReportObject([
      .init("from", .scalar(days.from.scalar)), .init("to", .scalar(days.to.scalar)),
      .init("ended", Value(ended.count)), .init("renewed", Value(renewed)),
      .init("rate", Value(FunnelShare.of(renewed, ended.count))),
      .init(
        "documents",
        .object(
          ResultTable(
            columns: [
              .init("entity"), .init("document", .number), .init("code"),
              .init("customer", .number), .init("ends_on"), .init("renewed_by", .number),
              .init("renewed_on"),
            ],
            rows: ended.map { place in
              let (document, later) = (book.documents[place], book.renewals[place])
              return [
                .string(document.entity), .integer(document.id), Value(document.code),
                .integer(document.customer), Value(document.endsOn), Value(later?.id),
                Value(later?.startsOn),
              ]
            }))),
      .init("why", .object(WhyObject(why)), text: ""),
    ])
  }
}
