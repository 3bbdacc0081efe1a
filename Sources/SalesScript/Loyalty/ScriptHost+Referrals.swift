import Lua
import SalesKernel
import SalesStore
import Values

/// `loyalty.referrals`: customers who brought customers.
extension ScriptHost {
  func defineReferrals(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "loyalty.referrals",
        "loyalty.referrals{from = day, to = day, of = query, by = word, policy =}",
        "Customers who were brought by others in a period, and what came of them: referrals, referrers, referral_rate "
          + "(referrers among customers at the end), ordering, conversion, amount (ordered since), groups.",
        returns: "report",
        units:
          "a customer is brought once, by the first; of and by: the customers who brought; by: a word of customers; "
          + "from: the last twelve months",
        errors: ["loyalty.period", "loyalty.split", "money.overflow"],
        example: "local r = loyalty.referrals{}\nreturn r.ordering <= r.referrals", result: "true",
        seeAlso: ["loyalty.retention", "loyalty.cohorts"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "loyalty.referrals", allowing: LoyaltyQuestion.options)
      try results.add(Value.object(try referrals(options, policies)))
    }
  }

  private func referrals(
    _ options: NamedArguments, _ policies: EnginePolicies
  ) throws -> ReportObject {
    let by = try options.string("by")
    if let by, Grain(rawValue: by) != nil {
      throw ArgumentError(
        "referrals are not split by \(by)", code: "loyalty.split",
        remedy: "give from and to, or a word of customers, as level")
    }
    let policy = try policies.loyalty(options["policy"])
    let (from, to) = try LoyaltyQuestion.period(options, self)
    let reader = LoyaltyReader(host: self)
    // Who was brought need not be among those asked about: all are read, and the query says who brought.
    let book = try reader.book(of: nil, by: by)
    let asked = try LoyaltyQuestion.customers(options, self).map {
      Set(try requireSession().ids($0.resolved()))
    }
    let index = RecordIndex(book.ids)
    let pairs = try records(Referral.self).compactMap {
      referral -> (referrer: Int, referred: Int, on: Int32)? in
      guard (from...to).contains(referral.referredOn),
        asked?.contains(referral.customer) ?? true,
        let referrer = index.place(of: referral.customer),
        let referred = index.place(of: referral.referred)
      else { return nil }
      return (referrer, referred, referral.referredOn.number)
    }
    let tally = book.orders.referrals(pairs, asOf: to, by: book.grouping)
    let active = try DayWindow(months: policy.activeMonths, endingOn: to)
    let customers = book.ids.indices.count {
      (asked?.contains(book.ids[$0]) ?? true)
        && book.orders.purchases(of: $0, in: active).count > 0
    }
    return try report(tally, book, (from, to), customers: customers)
  }

  private func report(
    _ tally: FigureGroups<ReferralTally>, _ book: LoyaltyBook, _ days: (from: Day, to: Day),
    customers: Int
  ) throws -> ReportObject {
    let columns = ["referrals", "referrers", "ordering", "conversion", "amount"]
    func cells(_ tally: ReferralTally) throws -> [Value] {
      [
        Value(tally.referrals), Value(tally.referrers), Value(tally.ordering),
        Value(tally.conversion), Value(try tally.amount()),
      ]
    }
    var parts: [ReportObject.Part] = [
      .init("from", .scalar(days.from.scalar)), .init("to", .scalar(days.to.scalar)),
    ]
    parts += zip(columns, try cells(tally.total)).map { .init($0, $1) }
    parts.append(
      .init("referral_rate", Value(FunnelShare.of(tally.total.referrers, customers))))
    if let split = book.split {
      parts.append(
        .init(
          "groups",
          .object(
            ResultTable(
              columns: split.columns + columns.map { .init($0, .number) },
              rows: try split.sorted(tally.groups).map { $0.cells + (try cells($0.tally)) }))))
    }
    return ReportObject(parts)
  }
}
