import Lua
import SalesKernel
import SalesStore
import Values

/// Writes a planned campaign: the record, its arms, its members, and the tasks for reps. All of it or nothing.
struct CampaignLaunch {
  let host: ScriptHost
  let plan: CampaignPlan

  struct Result {
    let campaign: Int64
    let tasks: Int
  }

  private var draft: CampaignDraft { plan.draft }

  /// - Throws: `campaign.tasks`, what the store throws.
  func run() throws -> Result {
    guard plan.tasks <= plan.policy.mostTasks else {
      throw ValidationError(
        "campaign.tasks",
        "\(draft.code) would open \(plan.tasks) tasks; \(plan.policy.mostTasks) is the most",
        remedy: "narrow the audience, hold more out, or raise tasks.most of the campaign policy")
    }
    let session = try host.requireSession()
    return try session.savepoint {
      let id = try session.create(Campaign.schema.entity, record().values)
      try writeArms(of: id, session)
      try writeMembers(of: id, session)
      return Result(campaign: id, tasks: try writeTasks(session))
    }
  }

  private func record() throws -> Campaign {
    let today = host.options.clock.day()
    var campaign = Campaign(
      code: draft.code, name: draft.name, startsOn: draft.startsOn, endsOn: draft.endsOn)
    (campaign.kind, campaign.product, campaign.note) = (draft.kind, draft.product, draft.note)
    (campaign.audience, campaign.owner) = (plan.audienceText, plan.owner)
    (campaign.budget, campaign.launchedOn) = (draft.budget, today)
    campaign.state = draft.startsOn <= today ? .running : .planned
    campaign.rules = draft.terms.text
    let promotions = Set(draft.arms.compactMap(\.promotion))
    campaign.promotion = promotions.count == 1 ? promotions.first : nil
    return campaign
  }

  private func writeArms(of id: Int64, _ session: Session) throws {
    let feed = try RecordFeed<CampaignArm>(session)
    for part in plan.counts.indices where part > 0 || draft.holdOut > .zero {
      var arm = CampaignArm(
        campaign: id, key: plan.key(part), share: plan.shares[part].double, isHeldOut: part == 0)
      arm.enrolled = Int64(plan.counts[part])
      if part > 0 {
        let drafted = draft.arms[part - 1]
        (arm.promotion, arm.talk) = (drafted.promotion, drafted.talk)
        (arm.task, arm.dueDays) = (drafted.task?.title, drafted.task?.days)
      }
      try feed.append(arm)
    }
    try feed.finish()
  }

  private func writeMembers(of id: Int64, _ session: Session) throws {
    let entity = CampaignMember.schema.entity
    let feed = try RowFeed(session, entity)
    let names = ["campaign", "customer", "arm", "is_held_out", "enrolled_on", "treated_on"]
    let slots = try names.map { try entity.requireSlot(of: $0) }
    var values = [FieldValue](repeating: .null, count: entity.fields.count)
    values[slots[0]] = .integer(id)
    values[slots[4]] = .day(host.options.clock.day())
    let keys = plan.counts.indices.map { FieldValue.text(plan.key($0)) }
    // An offer comes with the first day; a task, and a talk with it, when it is done.
    let treated = plan.counts.indices.map { part in
      part > 0 && draft.arms[part - 1].promotion != nil
        ? FieldValue.day(draft.startsOn) : .null
    }
    for place in plan.customers.indices {
      try host.state.checkStop()
      let part = Int(plan.parts[place])
      values[slots[1]] = .integer(plan.customers[place])
      values[slots[2]] = keys[part]
      values[slots[3]] = .bool(part == 0)
      values[slots[5]] = treated[part]
      try feed.append(values)
    }
    try feed.finish()
  }

  /// One a customer of an arm with a task, for the customer's owner, else the campaign's.
  private func writeTasks(_ session: Session) throws -> Int {
    let chosen = plan.customers.indices.filter { place in
      let part = Int(plan.parts[place])
      return part > 0 && draft.arms[part - 1].task != nil
    }
    guard !chosen.isEmpty else { return 0 }
    let feed = try RecordFeed<DueTask>(session)
    let entity = Customer.schema.entity
    for start in stride(from: 0, to: chosen.count, by: 1024) {
      try host.state.checkStop()
      let places = chosen[start..<min(start + 1024, chosen.count)]
      let block = try session.block(of: entity, ids: places.map { plan.customers[$0] })
      for (row, place) in places.enumerated() {
        let customer = block.reader(row)
        let arm = draft.arms[Int(plan.parts[place]) - 1]
        guard let work = arm.task else { continue }
        var task = DueTask(
          kind: plan.policy.taskKind, key: Self.key(draft.code, customer.id),
          title: "\(try customer.text("name") ?? ""): \(work.title)",
          dueOn: try draft.startsOn.adding(days: Int(work.days)))
        if case .integer(let owner) = try customer.field("owner") { task.owner = owner }
        task.owner = task.owner ?? plan.owner
        (task.entity, task.record, task.note) = (entity.name, customer.id, arm.talk)
        try feed.append(task)
      }
    }
    try feed.finish()
    return chosen.count
  }

  /// The key of the task of a campaign for a customer.
  static func key(_ code: String, _ customer: Int64) -> String { "campaign/\(code)/\(customer)" }
}
