import Lua
import SalesKernel
import SalesStore
import Values

/// `incentive.split`, `incentive.award`: who shares an order, and what is given by name.
extension ScriptHost {
  func defineSplitting(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "incentive.split",
        "incentive.split{order = o, shares = {{rep = r, share = 0.6, role = text}, …}, reason = text}",
        "Says for whom an order counts, and to which part; what was said before is replaced, an empty list gives it "
          + "back to its rep. Gives what counts for each: rep, name, share, role, credit.",
        returns: "results",
        units: "share: 0–1, to nine decimals, together 1; the credits sum to the order",
        changes: "credit_splits",
        errors: ["incentive.split", "record.missing"],
        example: "local t\nplan(function()\n"
          + "  local o = orders:create{customer = 1, rep = 1, amount = money\"100.01\", "
          + "ordered_on = date\"2026-05-04\"}\n"
          + "  t = incentive.split{order = o, shares = {{rep = 1, share = 0.5}, {rep = 2, share = 0.5}}}\n"
          + "end)\nreturn t[1].credit + t[2].credit",
        result: "money\"100.01\"", seeAlso: ["incentive.pay", "incentive.orders"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "incentive.split", allowing: ["order", "shares", "reason"])
      let order = try record(Order.self, options, "order")
      let table = try requireSession().savepoint { try split(order, options) }
      try results.add(Value.object(table))
    }
    try defineAward(policies)
  }

  private func split(_ order: Order, _ options: NamedArguments) throws -> ResultTable {
    guard case .table(let given)? = options["shares"], given.fields.isEmpty, given.others.isEmpty
    else {
      throw ArgumentError(
        "shares: expected a list", remedy: "as {{rep = 1, share = 0.6}, {rep = 2, share = 0.4}}")
    }
    var splits: [CreditSplit] = []
    for element in given.list {
      let one = try NamedArguments(
        element, of: "incentive.split", allowing: ["rep", "share", "role"])
      let rep = try record(Rep.self, one, "rep")
      let share = try one.required("share", try one.number("share"))
      guard share > 0, share <= 1, !splits.contains(where: { $0.rep == rep.id }) else {
        throw ValidationError(
          "incentive.split",
          splits.contains { $0.rep == rep.id }
            ? "\(rep.name) is there twice" : "a share of \(share) is not above 0 and up to 1",
          remedy: "give each rep one share of 1")
      }
      var split = CreditSplit(order: order.id, rep: rep.id, share: share)
      (split.role, split.reason) = (try one.string("role"), try options.string("reason"))
      splits.append(split)
    }
    let credits =
      splits.isEmpty
      ? []
      : try CreditShares.parts(
        of: order.amount, by: splits.map(\.share), "order \(order.id)")
    let (session, entity) = (try requireSession(), CreditSplit.schema.entity)
    let before = try related(CreditSplit.self, by: "order", to: order.id).map(\.id)
    if !before.isEmpty { try session.delete(entity, ids: before) }
    for split in splits { try session.create(entity, split.values) }
    return ResultTable(
      columns: [
        .init("rep", .number), .init("name"), .init("share", .number), .init("role"),
        .init("credit", .number),
      ],
      rows: try zip(splits, credits).map { split, credit in
        [
          .integer(split.rep), .string(try record(Rep.self, id: split.rep).name),
          .number(split.share), Value(split.role), .scalar(credit.scalar),
        ]
      })
  }

  private func defineAward(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "incentive.award",
        "incentive.award{rep = r, kind = word, amount = money, on = day, reason = text, plan =}",
        "Gives a rep a reward, or with a negative amount a penalty, by a word of the plan; it is paid with the "
          + "period of its day. Gives the award.", returns: "award",
        units: "on: the run's day unless given", changes: "one new award",
        errors: ["incentive.award", "record.missing", "policy.unknown"],
        example:
          "local kind\nplan(function()\n  kind = incentive.award{rep = 1, kind = \"champion\", "
          + "amount = yuan(5000)}.kind\nend)\nreturn kind",
        result: "\"champion\"", seeAlso: ["incentive.pay", "incentive.plan"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "incentive.award",
        allowing: ["rep", "kind", "amount", "on", "reason", "plan"])
      let desk = try IncentiveDesk(self, policies, options)
      let rep = try options.required("rep", try desk.rep())
      let word = try desk.plan.awards.require(
        try options.required("kind", try options.string("kind")), "incentive.award",
        "award of \(desk.plan.name)", field: "kind")
      var award = Award(rep: rep.id, kind: word.key, givenOn: try desk.day())
      award.amount = try options.signedAmount("amount")
      award.reason = try options.string("reason")
      let id = try requireSession().create(Award.schema.entity, award.values)
      try results.add(try binding(Award.schema.entity).record(id))
    }
  }
}

extension NamedArguments {
  /// An amount of a document, of either sign.
  fileprivate func signedAmount(_ name: String) throws -> Money? {
    guard let value = self[name] else { return nil }
    guard case .scalar(let scalar) = value, case .money(let money) = try TypedScalar(scalar),
      money.units % Stage.document.quantum == 0
    else {
      throw ArgumentError(
        "\(name): expected money to the fen, got \(value.literal)", code: "incentive.award",
        remedy: "as yuan(5000), or yuan(-500) for a penalty")
    }
    return money
  }
}
