import Lua
import Pictures
import SalesKernel
import SalesStore
import Values

/// `loyalty.cohorts`: customers by the period of their first order, and what they do since.
extension ScriptHost {
  func defineCohorts(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "loyalty.cohorts",
        "loyalty.cohorts{by = \"quarter\", measure = \"customers\", from = day, to = day, of = query, policy =}",
        "Customers by the period of their first order: shares, one row a cohort and one column a period since (p0 is the "
          + "first), counts or amounts of the same shape, and whole, all cohorts together.",
        returns: "report",
        units:
          "by: day, week, month, quarter or year; measure: customers (with an order in the period, of all in the cohort) "
          + "or amount (of the period, of the first period's); from: the first order ever unless given; periods "
          + "that have not come are empty; the last one may still run",
        errors: ["loyalty.period", "loyalty.cohorts", "loyalty.measure", "money.overflow"],
        example: """
          local c = loyalty.cohorts{by = "year"}
          local n = 0
          for i = 1, #c.counts do n = n + c.counts[i].customers end
          return c.shares[1].p0, n == customers:where("first_order"):count()
          """, result: "1.0  true", seeAlso: ["loyalty.retention", "loyalty.repurchase"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "loyalty.cohorts",
        allowing: ["by", "measure", "from", "to", "of", "policy"])
      try results.add(Value.object(try cohorts(options, policies)))
    }
  }

  private func cohorts(
    _ options: NamedArguments, _ policies: EnginePolicies
  ) throws -> ReportObject {
    let policy = try policies.loyalty(options["policy"])
    let grain = try word(options, "by", CohortWords.period, Grain.self) ?? .quarter
    let measure =
      try word(options, "measure", CohortWords.measure, CohortMeasure.self) ?? .customers
    let (_, to) = try LoyaltyQuestion.period(options.without(["from"]), self)
    let book = try LoyaltyReader(host: self).book(
      of: try LoyaltyQuestion.customers(options, self), by: nil)
    let first = book.orders.days.min().flatMap { try? Day(number: $0) } ?? to
    let from = try options.day("from") ?? first
    guard from <= to else {
      throw ArgumentError(
        "the period is from \(from) to \(to): it ends before it begins", code: "loyalty.period",
        remedy: "give an earlier from, or a later to")
    }
    let table = try PurchaseCohorts(
      book.orders, by: grain, from: from, to: to, most: policy.mostPeriods,
      poll: state.checkStop)
    return try CohortReport(table, measure, to: to).report()
  }

  /// A word of a closed list among the options.
  func word<Word: CaseIterable & RawRepresentable>(
    _ options: NamedArguments, _ name: String, _ words: (what: String, code: String),
    _ type: Word.Type
  ) throws -> Word? where Word.RawValue == String {
    guard let text = try options.string(name) else { return nil }
    guard let word = Word(rawValue: text) else {
      let all = Word.allCases.map(\.rawValue)
      throw ArgumentError(
        "there is no \(words.what) '\(text)'", code: words.code,
        remedy: Suggestion.closest(to: text, among: all).map { "did you mean '\($0)'?" }
          ?? "there are \(all.joined(separator: ", "))")
    }
    return word
  }
}

/// How errors name the words of cohorts.
private enum CohortWords {
  static let period = (what: "period", code: "loyalty.period")
  static let measure = (what: "measure", code: "loyalty.measure")
}

/// What a cohort table counts.
enum CohortMeasure: String, CaseIterable { case customers, amount }

/// A cohort table as a report.
struct CohortReport {
  private let table: PurchaseCohorts
  private let measure: CohortMeasure
  private let to: Day

  init(_ table: PurchaseCohorts, _ measure: CohortMeasure, to: Day) {
    (self.table, self.measure, self.to) = (table, measure, to)
  }

  private var width: Int { table.cohorts.first?.counts.count ?? 0 }

  private func share(_ cohort: PurchaseCohorts.Cohort, _ period: Int) -> Double? {
    guard period < cohort.counts.count else { return nil }
    return measure == .customers ? cohort.share(period) : cohort.amountShare(period)
  }

  func report() throws -> ReportObject {
    let what = measure == .customers ? "counts" : "amounts"
    return ReportObject(
      [
        .init("by", .string(table.grain.rawValue)), .init("measure", .string(measure.rawValue)),
        .init("to", .scalar(to.scalar)),
        .init("shares", .object(try rows { Value(share($0, $1)) })),
        .init(what, .object(try rows(amounts))),
        .init("whole", .object(whole)),
      ], pictures: pictures)
  }

  private func amounts(_ cohort: PurchaseCohorts.Cohort, _ period: Int) throws -> Value {
    guard period < cohort.counts.count else { return .nil }
    return measure == .customers
      ? Value(cohort.counts[period]) : Value(try cohort.amount(period))
  }

  private func rows(
    _ cell: (PurchaseCohorts.Cohort, Int) throws -> Value
  ) throws -> ResultTable {
    ResultTable(
      columns: [.init("cohort"), .init("customers", .number)]
        + (0..<width).map { .init("p\($0)", .number) },
      rows: try table.cohorts.map { cohort in
        [.string(table.grain.text(of: cohort.start)), Value(cohort.customers)]
          + (try (0..<width).map { try cell(cohort, $0) })
      })
  }

  /// Of all customers whose period so long after their first has come, those who ordered in it.
  private var whole: ResultTable {
    ResultTable(
      columns: ["period", "customers", "counted", "share"].map { .init($0, .number) },
      rows: (0..<width).map { period in
        let (customers, counted) = table.whole(period)
        return [
          Value(period), Value(customers), Value(counted),
          Value(FunnelShare.of(counted, customers)),
        ]
      })
  }

  /// The cohorts as curves over the periods since, the latest ones, and all together.
  private var pictures: [Picture] {
    guard width > 1 else { return [] }
    let latest = table.cohorts.filter { $0.customers > 0 }.suffix(Self.mostCurves)
    var curves = latest.map { cohort in
      Picture.Curves.Curve(
        table.grain.text(of: cohort.start), (0..<width).map { share(cohort, $0) })
    }
    if measure == .customers {
      curves.insert(
        Picture.Curves.Curve(
          "全部 all",
          (0..<width).map {
            let (customers, counted) = table.whole($0)
            return FunnelShare.of(counted, customers)
          }), at: 0)
    }
    let title = measure == .customers ? "同期群留存 cohorts" : "同期群金额 cohort amounts"
    return [
      Picture(
        "\(title) · \(to)",
        .curves(Picture.Curves(steps: (0..<width).map { "p\($0)" }, curves: curves)))
    ]
  }

  /// More curves than this cannot be told apart.
  private static let mostCurves = 6
}
