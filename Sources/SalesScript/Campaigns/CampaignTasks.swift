import Lua
import SalesKernel
import SalesStore
import Values

/// The tasks that a campaign opened for reps.
extension ScriptHost {
  /// Tasks of a campaign: id, customer, day done.
  private func tasks(
    of campaign: Campaign, kind: String
  ) throws -> [(id: Int64, customer: Int64, done: Day?)] {
    let entity = DueTask.schema.entity
    let table = try requireSession().columns(
      of: Selection(entity, equals: [(try entity.requireSlot(of: "kind"), .text(kind))]),
      slots: try ["key", "record", "done_on"].map { try entity.requireSlot(of: $0) },
      poll: state.checkStop)
    let keys = table.columns[0].distinctTexts
    return try table.ids.indices.compactMap { place in
      guard let customer = table.columns[1].bits(place) else { return nil }
      let code = table.columns[0].code(place)
      guard code > 0, keys[code - 1] == CampaignLaunch.key(campaign.code, customer) else {
        return nil
      }
      return (
        table.ids[place], customer, try table.columns[2].bits(place).map { try Day(number: $0) }
      )
    }
  }

  /// Days on which tasks of a campaign were done, by customer.
  func doneTasks(of campaign: Campaign, kind: String) throws -> [Int64: Day] {
    Dictionary(
      try tasks(of: campaign, kind: kind).compactMap { task in
        task.done.map { (task.customer, $0) }
      }, uniquingKeysWith: { min($0, $1) })
  }

  /// Takes the tasks of a campaign away that nobody did.
  /// - Returns: how many.
  @discardableResult
  func dropTasks(of campaign: Campaign, customer: Int64? = nil) throws -> Int {
    let kind = try EnginePolicies(self).campaigns().taskKind
    let open = try tasks(of: campaign, kind: kind).filter {
      $0.done == nil && (customer == nil || $0.customer == customer)
    }.map(\.id)
    if !open.isEmpty { try requireSession().delete(DueTask.schema.entity, ids: open) }
    return open.count
  }
}
