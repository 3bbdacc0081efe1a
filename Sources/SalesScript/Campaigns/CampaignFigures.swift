import Lua
import SalesKernel
import SalesStore
import Values

/// What came of a campaign, in figures and in words.
struct CampaignFigures {
  let book: CampaignBook
  let policy: CampaignPolicy
  let asOf: Day
  let tallies: [ArmTally]
  let treated: ArmTally
  let heldOut: ArmTally
  let lift: CampaignLift?
  let earned: CampaignReturn?

  /// - Parameter margin: Share of a sale that is earned; the policy's unless given.
  init(_ book: CampaignBook, _ policy: CampaignPolicy, margin: Rate?, asOf: Day) throws {
    (self.book, self.policy, self.asOf) = (book, policy, asOf)
    tallies = book.tallies()
    var (treated, heldOut) = (ArmTally(), ArmTally())
    for (arm, tally) in zip(book.arms, tallies) {
      if arm.isHeldOut { heldOut.add(tally) } else { treated.add(tally) }
    }
    (self.treated, self.heldOut) = (treated, heldOut)
    lift = try CampaignLift(treated: treated, heldOut: heldOut, confidence: policy.confidence)
    earned = try lift.map {
      try CampaignReturn(
        incremental: $0.incremental, margin: margin ?? policy.margin,
        spent: book.campaign.spent ?? .zero)
    }
  }

  func verdict() throws -> CampaignVerdict {
    try CampaignVerdict(
      of: book.campaign, book.terms,
      arms: zip(book.arms, tallies).filter { !$0.0.isHeldOut }.map { ($0.0.key, $0.1) },
      heldOut: heldOut, on: asOf)
  }

  func report(_ host: ScriptHost) throws -> ReportObject {
    let campaign = book.campaign
    func money(_ name: String, _ money: Money?) -> ReportObject.Part {
      .init(
        name, money.map { .scalar($0.scalar) } ?? .nil, text: money?.grouped ?? ScriptHost.noData)
    }
    func share(_ name: String, _ share: Double?) -> ReportObject.Part {
      .init(name, Value(share), text: share.map(Self.percent) ?? ScriptHost.noData)
    }
    return ReportObject([
      .init("code", .string(campaign.code)), .init("name", .string(campaign.name)),
      .init("state", .string(campaign.state.rawValue)),
      .init("as_of", .scalar(asOf.scalar)),
      .init("customers", Value(book.customers.count)), .init("treated", Value(treated.customers)),
      .init("held_out", Value(heldOut.customers)),
      .init("arms", .object(try table())),
      share("lift", lift?.share.value), share("lift_low", lift?.share.low),
      share("lift_high", lift?.share.high),
      .init(
        "significant", lift.map { .bool($0.share.isSignificant) } ?? .nil,
        text: lift.map { "\($0.share.isSignificant)" } ?? ScriptHost.noData),
      .init(
        "lift_per_head", Value(lift?.amount?.value),
        text: lift?.amount.map(Self.yuan) ?? ScriptHost.noData),
      .init("lift_per_head_low", Value(lift?.amount?.low), text: ""),
      .init("lift_per_head_high", Value(lift?.amount?.high), text: ""),
      money("incremental", earned?.incremental), money("gross", earned?.gross),
      money("spent", campaign.spent ?? .zero), money("budget", campaign.budget),
      money("net", earned?.net), share("roi", earned?.roi), .init(why: try explanation()),
    ])
  }

  /// One row an arm, then all treated.
  private func table() throws -> ResultTable {
    var rows: [[Value]] = []
    for (arm, tally) in zip(book.arms, tallies) {
      rows.append(try row(arm.key, tally, isHeldOut: arm.isHeldOut))
    }
    if book.arms.count(where: { !$0.isHeldOut }) > 1 {
      rows.append(try row("treated", treated, isHeldOut: false))
    }
    return ResultTable(
      columns: [.init("arm")]
        + [
          "customers", "responded", "share", "low", "high", "amount", "per_head", "lift",
          "lift_low", "lift_high",
        ].map { .init($0, .number) }, rows: rows)
  }

  private func row(_ key: String, _ tally: ArmTally, isHeldOut: Bool) throws -> [Value] {
    let z = Confidence(
      share: tally.responded, of: tally.customers, at: policy.confidence)
    let lift =
      isHeldOut
      ? nil
      : try CampaignLift(treated: tally, heldOut: heldOut, confidence: policy.confidence)
    return [
      .string(key), Value(tally.customers), Value(tally.responded), Value(tally.share),
      Value(z?.low), Value(z?.high), .scalar(try tally.amount().scalar),
      try tally.perHead().map { .scalar($0.scalar) } ?? .nil, Value(lift?.share.value),
      Value(lift?.share.low), Value(lift?.share.high),
    ]
  }

  private func explanation() throws -> Explanation {
    let days = book.days.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "no day yet"
    func side(_ name: String, _ tally: ArmTally) throws -> Explanation {
      Explanation(
        name, .step, value: tally.share.map(FieldValue.number) ?? .null,
        reason: "\(tally.responded) of \(tally.customers.text("customer")) responded",
        children: [Explanation("amount", .input, value: .money(try tally.amount()))])
    }
    guard let lift, let earned else {
      return Explanation(
        "lift", .notMatched, value: .null,
        reason:
          "nobody to compare: \(treated.customers) treated, \(heldOut.customers) held out, \(days)",
        source: policy.header.source)
    }
    let roi = Explanation(
      "roi", .step, value: earned.roi.map(FieldValue.number) ?? .null,
      reason: "incremental \(earned.incremental.grouped) × margin \(earned.margin) = "
        + "\(earned.gross.grouped), less \(earned.spent.grouped) spent = \(earned.net.grouped)",
      children: [
        Explanation(
          "incremental", .step, value: .money(lift.incremental),
          reason: "amount of the treated less amount of those held out × \(treated.customers) / "
            + "\(heldOut.customers)")
      ])
    return Explanation(
      "lift", .step, value: .number(lift.share.value),
      reason: "share of the treated less share of those held out, \(days); "
        + "\(FieldValue.number(policy.confidence).display) interval by Newcombe "
        + "\(Self.percent(lift.share.low)) to \(Self.percent(lift.share.high))",
      source: policy.header.source,
      children: [try side("treated", treated), try side("held_out", heldOut), roi])
  }

  static func percent(_ share: Double) -> String {
    "\(FieldValue.number((share * 10_000).rounded() / 100).display) %"
  }

  private static func yuan(_ interval: CampaignLift.Interval) -> String {
    let all = [interval.value, interval.low, interval.high].map {
      FieldValue.number(($0 * 100).rounded() / 100).display
    }
    return "\(all[0]) yuan (\(all[1]) to \(all[2]))"
  }
}
