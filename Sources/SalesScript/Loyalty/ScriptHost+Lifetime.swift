import Lua
import SalesKernel
import SalesStore
import Values

/// `loyalty.ltv`: what a customer is worth over its life.
extension ScriptHost {
  func defineLifetime(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "loyalty.ltv",
        "loyalty.ltv{variant = word, margin = money, churn = share, discount = share, to = day, of = query, by = word, "
          + "policy =}",
        "What a customer is worth over its life: variant, ltv, margin (a customer's in a year; of all time for historic), "
          + "churn, discount, customers, known_share (of the amount, whose cost is known), groups, why.",
        returns: "report",
        units:
          "simple: margin ÷ churn; discounted: margin ÷ (churn + discount), each year's margin at its end; historic: the "
          + "margin so far. margin and churn: measured over the twelve months up to to unless given; amounts "
          + "without a cost count by the policy's share; yuan, rounded once; no ltv where nobody was lost; by: as of "
          + "loyalty.retention, no periods",
        errors: [
          "loyalty.variant", "loyalty.margin", "loyalty.churn", "loyalty.discount",
          "loyalty.period", "loyalty.split", "money.overflow",
        ],
        example: """
          local simple = loyalty.ltv{margin = wan(10), churn = 0.2}
          local discounted = loyalty.ltv{variant = "discounted", margin = wan(10), churn = 0.2, discount = 0.05}
          return simple.ltv, discounted.ltv, simple.variant
          """,
        result: "money\"500000.00\"  money\"400000.00\"  \"simple\"",
        seeAlso: ["loyalty.retention", "loyalty.rfm"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "loyalty.ltv",
        allowing: ["variant", "margin", "churn", "discount", "to", "of", "by", "policy"])
      let policy = try policies.loyalty(options["policy"])
      let question = try LifetimeQuestion(options, self, policy)
      try results.add(Value.object(try question.report()))
    }
  }
}

/// What is asked of lifetime value, and its figures.
private struct LifetimeQuestion {
  private let host: ScriptHost
  private let policy: LoyaltyPolicy
  private let variant: LifetimeValue.Variant
  private let margin: Money?
  private let churn: Rate?
  private let discount: Rate
  private let to: Day
  private let query: QueryObject?
  private let by: String?

  init(_ options: NamedArguments, _ host: ScriptHost, _ policy: LoyaltyPolicy) throws {
    (self.host, self.policy) = (host, policy)
    variant =
      try host.word(
        options, "variant", ("variant of lifetime value", "loyalty.variant"),
        LifetimeValue.Variant.self) ?? policy.lifetime.variant
    margin = try host.money(options, "margin")
    if let margin, margin <= .zero {
      throw ArgumentError(
        "margin: \(margin) is not over 0", code: "loyalty.margin",
        remedy: "give what a customer earns us in a year, as wan(10)")
    }
    churn = try Self.share(options, "churn")
    if let churn, churn == .zero {
      throw ArgumentError(
        "churn: at 0 nobody is ever lost, so the value has no limit", code: "loyalty.churn",
        remedy: "give a share over 0 and up to 1, as 0.2")
    }
    discount = try Self.share(options, "discount") ?? policy.lifetime.discount
    to = try LoyaltyQuestion.period(options, host).1
    query = try LoyaltyQuestion.customers(options, host)
    by = try options.string("by")
    if let by, Grain(rawValue: by) != nil {
      throw ArgumentError(
        "a lifetime value is not split by \(by)", code: "loyalty.split",
        remedy: "give a word of customers, as level")
    }
    guard variant != .historic || (margin == nil && churn == nil) else {
      throw ArgumentError(
        "the historic value is the margin that there was: it takes no margin and no churn",
        code: "loyalty.variant", remedy: "leave them out, or ask for simple or discounted")
    }
  }

  /// A share between 0 and 1.
  private static func share(_ options: NamedArguments, _ name: String) throws -> Rate? {
    guard let number = try options.number(name) else { return nil }
    guard number.isFinite, (0...1).contains(number) else {
      throw ArgumentError(
        "\(name): \(NumberText.of(number)) is not a share between 0 and 1",
        code: "loyalty.\(name)", remedy: "as \(name) = 0.2 for 20 %")
    }
    return try Rate(exactly: number)
  }

  /// Whether nothing has to be measured.
  private var isGiven: Bool { margin != nil && churn != nil && by == nil }

  func report() throws -> ReportObject {
    if isGiven, let margin, let churn {
      let each = LifetimeValue.Margin(each: margin)
      let value = try value(each, LifetimeValue.Churn(churn))
      return ReportObject(try parts(value, each, LifetimeValue.Churn(churn), tally: nil) + [])
    }
    let (ids, split, _) = try LoyaltyReader(host: host).customers(of: query, by: by)
    let book = try LoyaltyReader(host: host).margins(of: ids)
    let window =
      variant == .historic
      ? DayWindow(after: .min, upto: to.number)
      : try DayWindow(months: policy.lifetime.months, endingOn: to)
    let margins = try book.margins(
      in: window, by: split?.grouping, poll: host.state.checkStop)
    let start = try to.adding(months: -policy.lifetime.months).adding(days: 1)
    let lost = try book.orders.retention(
      from: start, to: to, months: policy.activeMonths, by: split?.grouping,
      poll: host.state.checkStop)
    let total = try figures(margins.total, lost.total)
    var parts = try parts(total.value, total.margin, total.churn, tally: margins.total)
    if let split { parts.append(.init("groups", .object(try table(split, margins, lost)))) }
    return ReportObject(parts)
  }

  private func value(
    _ margin: LifetimeValue.Margin, _ churn: LifetimeValue.Churn?
  ) throws -> LifetimeValue {
    try LifetimeValue(
      variant, margin, churn: churn, discount: discount, rounding: policy.rounding)
  }

  private func figures(
    _ margins: MarginTally, _ lost: RetentionTally
  ) throws -> (value: LifetimeValue, margin: LifetimeValue.Margin, churn: LifetimeValue.Churn?) {
    let measured =
      try margin.map { LifetimeValue.Margin(each: $0) }
      ?? margins.margin(share: policy.lifetime.margin)
    let ends =
      try churn.map { LifetimeValue.Churn($0) }
      ?? (lost.start > 0 ? LifetimeValue.Churn(lost: lost.lost, of: lost.start) : nil)
    return (try value(measured, ends), measured, ends)
  }

  private func table(
    _ split: FigureSplit, _ margins: FigureGroups<MarginTally>,
    _ lost: FigureGroups<RetentionTally>
  ) throws -> ResultTable {
    let joined = Dictionary(
      uniqueKeysWithValues: margins.groups.map { key, tally in
        (key, (tally, lost.groups[key] ?? RetentionTally()))
      })
    let rows = try split.sorted(joined).map { cells, both in
      let (tally, lost) = both
      let figures = try figures(tally, lost)
      return cells + [
        Value(tally.customers), Value(try figures.margin.each(rounding: policy.rounding)),
        Value(variant == .historic ? nil : figures.churn?.double), Value(figures.value.value),
        Value(margin == nil ? tally.knownShare : nil), .string(figures.value.absence ?? ""),
      ]
    }
    return ResultTable(
      columns: split.columns
        + ["customers", "margin", "churn", "ltv", "known_share"].map {
          .init($0, .number)
        } + [.init("absence")], rows: rows)
  }

  private func parts(
    _ value: LifetimeValue, _ margin: LifetimeValue.Margin, _ churn: LifetimeValue.Churn?,
    tally: MarginTally?
  ) throws -> [ReportObject.Part] {
    let each = try margin.each(rounding: policy.rounding)
    let isHistoric = variant == .historic
    return [
      .init("variant", .string(variant.rawValue)), .init("to", .scalar(to.scalar)),
      .init("ltv", Value(value.value)),
      .init("absence", value.absence.map(Value.string) ?? .nil),
      .init("margin", Value(each)),
      .init("churn", Value(isHistoric ? nil : churn?.double)),
      .init("discount", Value(variant == .discounted ? discount.double : nil)),
      .init("customers", tally.map { Value($0.customers) } ?? .nil),
      .init("known_share", Value(self.margin == nil ? tally?.knownShare : nil)),
      .init("why", .object(WhyObject(explanation(value, each, churn, tally))), text: ""),
    ]
  }

  private func explanation(
    _ value: LifetimeValue, _ each: Money?, _ churn: LifetimeValue.Churn?, _ tally: MarginTally?
  ) -> Explanation {
    let formula =
      switch variant {
      case .simple: "margin ÷ churn"
      case .discounted: "margin ÷ (churn + discount), each year's margin at its end"
      case .historic: "the margin up to \(to)"
      }
    var children = [
      Explanation(
        "margin", margin == nil ? .step : .input, value: each.map(FieldValue.money) ?? .null,
        reason: margin == nil ? marginReason(tally) : "given", source: policy.lifetime.source)
    ]
    if variant != .historic {
      children.append(
        Explanation(
          "churn", self.churn == nil ? .step : .input,
          value: churn.map { .number($0.double) } ?? .null,
          reason: self.churn == nil
            ? churn.map { "\($0.lost) of \($0.of) lost in the year up to \(to)" }
              ?? "nobody to lose"
            : "given", source: policy.activeSource))
    }
    if variant == .discounted {
      children.append(Explanation("discount", .input, value: .number(discount.double)))
    }
    return Explanation(
      "ltv", .step, value: value.value.map(FieldValue.money) ?? .null,
      reason: value.absence ?? "\(variant.rawValue): \(formula)", source: policy.lifetime.source,
      children: children)
  }

  private func marginReason(_ tally: MarginTally?) -> String {
    guard let tally else { return "" }
    let known = tally.knownShare.map { ShareText.of($0) } ?? "0 %"
    return "mean of \(tally.customers.text("customer")): cost is known for \(known) of the amount, "
      + "for the rest \(ShareText.of(policy.lifetime.margin.double)) is margin"
  }
}
