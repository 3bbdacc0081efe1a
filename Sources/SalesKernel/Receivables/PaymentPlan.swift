import Values

/// Which share of a contract is paid at which node of its life.
/// - Source: FU9, PR5.
public struct PaymentPlan: Hashable, Sendable {
  public struct Node: Hashable, Sendable {
    /// A word of the policy, as accepted.
    public let node: String
    public let share: Rate
    /// Days from the node to the day that the instalment is due.
    public let days: Int64
  }

  public let name: String
  public let source: String
  public let nodes: [Node]

  /// - Throws: ``PolicyError``: `policy.value` where the shares are not 1 together.
  init(_ at: PolicyDecoder, nodes words: [String]) throws(PolicyError) {
    let table = try at.table(keys: ["key", "source", "nodes", "note"])
    name = try table["key"].key()
    source = try table.source()
    nodes = try table["nodes"].filledList { at throws(PolicyError) in
      let node = try at.table(keys: ["node", "share", "days"])
      return Node(
        node: try node["node"].choice(words), share: try node["share"].rate(upTo: 1),
        days: try node["days"].integer(in: 0...ReceivablesPolicy.longestTerm))
    }
    try Self.requireWhole(nodes, at: table["nodes"].path)
  }

  private static func requireWhole(_ nodes: [Node], at path: String) throws(PolicyError) {
    var sum = Rate.zero
    for (index, node) in nodes.enumerated() {
      guard node.share > .zero else {
        throw PolicyError("policy.value", at: "\(path)[\(index + 1)].share", "is nothing")
      }
      do {
        sum = try sum.adding(node.share)
      } catch {
        throw PolicyError("policy.value", at: path, error.message, remedy: error.remedy)
      }
    }
    guard sum == .one else {
      throw PolicyError(
        "policy.value", at: path, "the shares are \(sum) together, not 1",
        remedy: "make them add up to 1")
    }
  }

  /// The instalments of a contract: amounts to the fen that add up to it, ties by position.
  /// - Throws: `receivable.amount` for a contract of nothing, `money.inexact` for parts of a fen.
  public func instalments(of contract: Contract) throws -> [Instalment] {
    guard contract.amount > .zero else {
      throw ValidationError(
        "receivable.amount", "the contract is worth \(contract.amount.grouped)",
        remedy: "give the contract an amount above 0")
    }
    let amounts = try Values.Allocation.split(contract.amount, by: weights, to: .document)
    return zip(nodes, amounts).enumerated().map { index, part in
      let (node, amount) = part
      var instalment = Instalment(
        contract: contract.id, position: Int64(index + 1), node: node.node, amount: amount)
      (instalment.share, instalment.days) = (node.share.double, node.days)
      instalment.plan = name
      return instalment
    }
  }

  /// The shares as whole numbers of one scale; none is over 10^18, as no share is over 1.
  private var weights: [Int64] {
    let scale = nodes.map(\.share.scale).max() ?? 0
    return nodes.map { node in
      var weight = node.share.mantissa
      for _ in node.share.scale..<scale { weight *= 10 }
      return weight
    }
  }
}
