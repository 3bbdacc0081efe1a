import Lua
import SalesKernel
import SalesStore
import Values

/// A campaign with the customers it would have: what `campaign.define` shows and `campaign.launch` writes.
struct CampaignPlan {
  let draft: CampaignDraft
  let policy: CampaignPolicy
  let owner: Int64?
  /// The rule that chose the customers, as it was written.
  let audienceText: String
  let audience: Int
  let isEverybody: Bool
  /// Enrolled customers, by id.
  let customers: [Int64]
  /// The part of each: 0 is the hold-out, then the arms.
  let parts: [UInt8]
  /// Shares of the whole, the hold-out first.
  let shares: [Rate]
  /// Customers left out because of another campaign, by that campaign.
  let skipped: [(campaign: String, customers: Int)]
  let counts: [Int]

  var holdOutName: String { policy.holdOutKey }
  var heldOut: Int { counts[0] }
  var treated: Int { customers.count - heldOut }
  var left: Int { audience - customers.count }

  /// Tasks that a launch opens.
  var tasks: Int {
    draft.arms.indices.reduce(0) { $0 + (draft.arms[$1].task == nil ? 0 : counts[$1 + 1]) }
  }

  func key(_ part: Int) -> String { part == 0 ? holdOutName : draft.arms[part - 1].key }

  /// What is worth saying about it.
  var notes: [String] {
    var notes: [String] = []
    if isEverybody { notes.append("the audience is every customer") }
    for other in skipped {
      notes.append(
        "\(other.customers.text("customer")) left out: in the campaign \(other.campaign) at the same time"
      )
    }
    if draft.holdOut == .zero { notes.append("nobody is held out: lift cannot be told") }
    for part in counts.indices where counts[part] == 0 && (part > 0 || draft.holdOut > .zero) {
      notes.append("no customer falls into \(key(part))")
    }
    return notes
  }
}

/// Reads who a campaign is for.
struct CampaignPlanner {
  let host: ScriptHost
  let policies: EnginePolicies

  static let names = CampaignDraft.keys + ["audience", "owner", "policy"]

  /// - Throws: `campaign.audience`, `campaign.overlap`, `campaign.promotion`, `campaign.launched`,
  ///   `campaign.dates`, and what the draft throws.
  func plan(_ options: NamedArguments, function: String) throws -> CampaignPlan {
    let policy = try policies.campaigns(options["policy"])
    let draft = try draft(options, policy)
    let session = try host.requireSession()
    let entity = Campaign.schema.entity
    let code = try entity.requireSlot(of: "code")
    if let id = try session.holder(entity, slot: code, value: .text(draft.code)) {
      let known = try host.record(Campaign.self, id: id)
      throw ValidationError(
        "campaign.launched",
        "the campaign \(draft.code) was launched \(known.launchedOn.map { "on \($0)" } ?? "before") "
          + "and is \(known.state.rawValue)",
        remedy: "give another code, or undo its run", field: "code")
    }
    let today = host.options.clock.day()
    guard draft.startsOn >= today else {
      throw ValidationError(
        "campaign.dates", "\(draft.code) starts on \(draft.startsOn), before today, \(today)",
        remedy: "start today or later: who is enrolled after the fact cannot be measured",
        field: "starts_on")
    }
    try requirePromotions(draft)
    let owner = try options["owner"].map {
      try host.row($0, of: Rep.schema.entity, as: "owner").id
    }
    let (text, ids, isEverybody) = try audience(options["audience"])
    let (customers, skipped) = try withoutOverlap(ids, draft)
    let shares = try draft.parts()
    let choice = try ArmChoice(code: draft.code, parts: shares)
    var parts = [UInt8](repeating: 0, count: customers.count)
    var counts = [Int](repeating: 0, count: shares.count)
    for place in customers.indices {
      if place & 0xFFFF == 0 { try host.state.checkStop() }
      let part = choice.place(of: customers[place])
      parts[place] = UInt8(truncatingIfNeeded: part)
      counts[part] += 1
    }
    return CampaignPlan(
      draft: draft, policy: policy, owner: owner, audienceText: text, audience: ids.count,
      isEverybody: isEverybody, customers: customers, parts: parts, shares: shares,
      skipped: skipped, counts: counts)
  }

  private func draft(_ options: NamedArguments, _ policy: CampaignPolicy) throws -> CampaignDraft {
    let entity = Customer.schema.entity
    var table: [String: PolicyValue] = [:]
    for key in CampaignDraft.keys {
      if let value = options[key] {
        table[key] = try PolicyCoding.value(value, host: host, entity: entity)
      }
    }
    return try CampaignDraft(decoding: .table(table), policy)
  }

  /// - Throws: `campaign.promotion` for a word that the price policy does not have, or not on all days.
  private func requirePromotions(_ draft: CampaignDraft) throws {
    let prices = try PricePolicies(host).policy(nil)
    for arm in draft.arms {
      guard let word = arm.promotion else { continue }
      if let known = prices.words(of: "promotion"), !known.contains(word) {
        throw ArgumentError(
          "\(arm.key): the price policy has no promotion '\(word)'", code: "campaign.promotion",
          remedy: Suggestion.closest(to: word, among: known).map { "did you mean '\($0)'?" }
            ?? "it has \(known.joined(separator: ", "))")
      }
      guard prices.promotes(word, from: draft.startsOn, upto: draft.endsOn) else {
        throw ArgumentError(
          "\(arm.key): the promotion \(word) does not hold from \(draft.startsOn) to \(draft.endsOn)",
          code: "campaign.promotion",
          remedy: "give days on which its rule in the price policy holds")
      }
    }
  }

  private func audience(
    _ value: Value?
  ) throws -> (text: String, ids: [Int64], isEverybody: Bool) {
    let all = try host.query(Customer.self)
    let (query, text): (QueryObject, String)
    switch value ?? .nil {
    case .object(let object):
      guard let given = object as? QueryObject, given.entity.name == all.entity.name else {
        throw ArgumentError("audience: expected a query of customers")
      }
      (query, text) = (given, "a query of customers")
    case .string(let rule): (query, text) = (try host.narrowed(all, by: .string(rule)), rule)
    case .function(let function):
      query = try host.narrowed(all, by: .function(function))
      text = function.place.map { "function at \($0.chunk):\($0.lines.lowerBound)" } ?? "a function"
    case .table(let table):
      (query, text) = (try host.narrowed(all, by: .table(table)), table.literal)
    case let other:
      throw ArgumentError(
        "audience: expected a rule, a table or a query, got \(other.typeName)",
        remedy: "as \"level == 'A'\", or \"true\" for every customer")
    }
    let ids = try query.ids().sorted()
    guard !ids.isEmpty else {
      throw ValidationError(
        "campaign.audience", "the audience matches no customer: \(text)",
        remedy: "see which customers there are with customers:where(…):count()", field: "audience")
    }
    return (text, ids, try all.count() == ids.count)
  }

  /// The customers that no other campaign of the same days has, as the campaign wants it.
  private func withoutOverlap(
    _ ids: [Int64], _ draft: CampaignDraft
  ) throws -> ([Int64], [(campaign: String, customers: Int)]) {
    guard draft.terms.overlap != .allow else { return (ids, []) }
    let index = RecordIndex(ids)
    var taken = [Bool](repeating: false, count: ids.count)
    var skipped: [(campaign: String, customers: Int)] = []
    var first: [Int64] = []
    let entity = CampaignMember.schema.entity
    let slots = try ["customer", "left_on"].map { try entity.requireSlot(of: $0) }
    for other in try host.records(Campaign.self)
    where [.planned, .running].contains(other.state) && other.startsOn <= draft.endsOn
      && other.endsOn >= draft.startsOn
    {
      let selection = Selection(
        entity, equals: [(try entity.requireSlot(of: "campaign"), .integer(other.id))])
      var count = 0
      try host.requireSession().forEachChunk(of: selection, slots: slots) { chunk in
        try host.state.checkStop()
        for row in 0..<chunk.count {
          guard let place = index.place(of: chunk.bits(0)[row]), !taken[place],
            chunk.nulls(1)[row] || chunk.bits(1)[row] > Int64(draft.startsOn.number)
          else { continue }
          taken[place] = true
          count += 1
          if first.count < 10 { first.append(ids[place]) }
        }
      }
      if count > 0 { skipped.append((other.code, count)) }
    }
    guard !skipped.isEmpty else { return (ids, []) }
    let list =
      skipped.map { "\($0.customers) in \($0.campaign)" }.joined(separator: ", ")
    let kept = ids.indices.filter { !taken[$0] }.map { ids[$0] }
    guard draft.terms.overlap != .refuse, !kept.isEmpty else {
      throw ValidationError(
        "campaign.overlap",
        "\((ids.count - kept.count).text("customer")) of the audience of \(draft.code) "
          + "are in other campaigns at the same time: \(list) (as "
          + first.map { "\($0)" }.joined(separator: ", ") + ")",
        remedy: "narrow the audience, give other days, or overlap = \"skip\" or \"allow\"",
        field: "audience")
    }
    return (kept, skipped)
  }
}
