import Lua
import SalesKernel
import SalesStore
import Values

/// Carries contracts on as things happen: the day of delivery, steps, completion.
struct ContractDesk {
  let host: ScriptHost
  let policies: EnginePolicies

  func execution(of contract: Contract) throws -> ContractExecution {
    ContractExecution(
      contract.code ?? "", try host.related(ContractStep.self, by: "contract", to: contract.id))
  }

  /// Brings delivery, steps and status of a contract in line with its orders.
  func follow(_ id: Int64, _ policy: ContractPolicy) throws {
    var contract = try host.contract(.integer(id))
    guard contract.status == .signed else { return }
    let orders = try orders(of: id)
    let delivered =
      !orders.isEmpty && orders.allSatisfy { $0.stage == .done }
      ? orders.compactMap(\.lastDelivery).max() : nil
    if delivered != contract.deliveredOn {
      contract.deliveredOn = delivered
      try host.set(Contract.self, id, ["delivered_on": delivered.fieldValue])
    }
    var events: [ContractEvent: Day] = [:]
    events[.signed] = contract.signedOn
    events[.ordered] = orders.map(\.order.orderedOn).min()
    events[.delivered] = delivered
    let accepted = orders.map(\.acceptedOn)
    if delivered != nil, !accepted.contains(nil) {
      events[.accepted] = accepted.compactMap(\.self).max()
    }
    var execution = try execution(of: contract)
    for step in execution.settle(events) {
      try host.set(ContractStep.self, step.id, ["done_on": step.doneOn.fieldValue])
    }
    try reachNodes(id, execution.steps, policy)
    let done = Contract.Status.completed.rawValue
    if execution.isDone, policy.moves.following(contract.status.rawValue).contains(done) {
      try host.set(Contract.self, id, ["status": .text(done)])
    }
  }

  /// Lets the steps that are done reach their payment nodes.
  func reachNodes(_ id: Int64, _ steps: [ContractStep], _ policy: ContractPolicy) throws {
    for step in steps {
      guard let on = step.doneOn,
        let node = policy.steps.first(where: { $0.key == step.step })?.node
      else { continue }
      try host.reach(node, of: id, on: on)
    }
  }

  /// The contract's orders that are not cancelled.
  private func orders(of contract: Int64) throws -> [Fulfilment] {
    let book = OrderBook(host: host, policies: policies, policy: try policies.orders())
    return try host.related(Order.self, by: "contract", to: contract)
      .map { try book.fulfilment(of: $0) }
      .filter { $0.stage != nil && $0.stage != .cancelled }
  }
}

extension ScriptHost {
  func contract(_ value: Value?) throws -> Contract {
    try Contract(reading: row(value, of: Contract.schema.entity, as: "contract"))
  }

  /// - Throws: `<area>.reason` where there is none.
  func requireReason(_ options: NamedArguments, _ area: String, _ what: String) throws -> String {
    guard let reason = try options.string("reason"), !reason.isEmpty else {
      throw ArgumentError(
        "\(what) for a reason", code: "\(area).reason", remedy: "give reason = \"…\"")
    }
    return reason
  }
}
