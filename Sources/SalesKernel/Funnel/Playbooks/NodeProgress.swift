import Values

/// How far a node of an opportunity is: handed in, and passed by whom.
public struct NodeProgress: Hashable, Sendable {
  public var doneOn: Day
  /// Roles whose review says yes.
  public var passed: Set<String>

  public init(doneOn: Day, passed: Set<String> = []) {
    self.doneOn = doneOn
    self.passed = passed
  }

  /// Whether every review that the node asks for has passed.
  public func completes(_ node: PlaybookNode) -> Bool { passed.isSuperset(of: node.reviews) }
}

extension Playbook {
  /// How far the nodes of one opportunity are: by the version that completes a node, else by the last.
  public func progress(
    _ deliverables: [Deliverable], _ reviews: [DeliverableReview]
  ) -> [String: NodeProgress] {
    let passed = Dictionary(grouping: reviews.filter(\.passed), by: \.deliverable)
    let nodes = Dictionary(
      stages.flatMap(\.nodes).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var progress: [String: NodeProgress] = [:]
    for item in deliverables.sorted(by: { ($0.version, $0.id) < ($1.version, $1.id) }) {
      guard let node = nodes[item.node], progress[item.node]?.completes(node) != true else {
        continue
      }
      progress[item.node] = NodeProgress(
        doneOn: item.doneOn, passed: Set((passed[item.id] ?? []).map(\.role)))
    }
    return progress
  }
}
