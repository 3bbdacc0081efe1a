import Values

/// How well one opportunity kept to its playbook: required nodes done in time, of those that count.
///
/// A node counts once it is done or late, and on a sale when its stage belonged to the way there. What is
/// not due yet does not count, nor what was not due when the opportunity was lost.
/// - Source: FU7.
public struct ProcessCompliance {
  public enum State: String, Hashable, Sendable, CaseIterable {
    case onTime = "on_time"
    case late
    case missing
    case pending
  }

  public struct Node: Hashable, Sendable {
    public let stage: String
    public let node: PlaybookNode
    public let dueOn: Day?
    public let doneOn: Day?
    public let state: State
  }

  /// The opportunity's end: open ones have none.
  public enum End: Hashable, Sendable {
    case open
    case won(Day)
    case lost(Day)
  }

  public let nodes: [Node]
  /// What makes a sale one outside the standard process; empty for one within it, or for no sale.
  public let breaches: [String]

  public var counted: Int { nodes.count { $0.state != .pending } }
  public var onTime: Int { nodes.count { $0.state == .onTime } }
  public var isOutside: Bool { !breaches.isEmpty }

  /// Share of the nodes that count which were done in time; nil where none counts.
  public var share: Double? { counted == 0 ? nil : Double(onTime) / Double(counted) }

  /// - Parameter day: What counts as today.
  /// - Throws: `instant.range`.
  public init(
    _ walk: StageWalk, _ progress: [String: NodeProgress], end: End, on day: Day,
    playbook: Playbook
  ) throws(ValueError) {
    var nodes: [Node] = []
    let won = playbook.won ?? playbook.stages.endIndex
    for (index, stage) in playbook.stages.enumerated() {
      guard let start = walk.start(of: stage.key) else { continue }
      let isLeft = playbook.stages[(index + 1)...].contains { walk.entered[$0.key] != nil }
      for node in stage.nodes where node.isRequired {
        let due = try node.dueOn(enteredAt: start)
        let done = progress[node.key].flatMap { $0.completes(node) ? $0.doneOn : nil }
        nodes.append(
          Node(
            stage: stage.key, node: node, dueOn: due, doneOn: done,
            state: Self.state(due, done, end, on: day, isBefore: index < won, isLeft: isLeft)))
      }
    }
    self.nodes = nodes
    breaches = Self.breaches(walk, nodes, end, playbook)
  }

  private static func state(
    _ due: Day?, _ done: Day?, _ end: End, on day: Day, isBefore: Bool, isLeft: Bool
  ) -> State {
    if let done { return due.map { done <= $0 } ?? true ? .onTime : .late }
    switch end {
    case .won where isBefore: return .missing
    case .lost(let closed): return due.map { $0 < closed } ?? false ? .missing : .pending
    case .open where isLeft: return .missing
    case .open, .won: return due.map { $0 < day } ?? false ? .missing : .pending
    }
  }

  private static func breaches(
    _ walk: StageWalk, _ nodes: [Node], _ end: End, _ playbook: Playbook
  ) -> [String] {
    guard case .won(let closed) = end else { return [] }
    let before = playbook.stages[..<(playbook.won ?? playbook.stages.endIndex)].map(\.key)
    let jumps = walk.jumps.map { "moved from \($0.from ?? "") to \($0.to) against the playbook" }
    let open = nodes.filter { before.contains($0.stage) && ($0.doneOn.map { $0 > closed } ?? true) }
    return jumps + open.map { "\($0.node.key) of \($0.stage) was not done when it was won" }
  }

  /// The share as a tree: every required node with its days.
  public func explanation(source: String) -> Explanation {
    let parts = nodes.map { item in
      let due = item.dueOn.map { "due \($0)" } ?? "without a limit"
      let done = item.doneOn.map { "done \($0)" } ?? "not done"
      return Explanation(
        item.node.key, item.state == .onTime ? .matched : .notMatched,
        value: .text(item.state.rawValue), reason: "\(due), \(done)", source: item.node.source)
    }
    return Explanation(
      "compliance", .step, value: share.map { .number($0) },
      reason: counted == 0
        ? "no required node counts yet" : "\(onTime) of \(counted) required nodes in time",
      source: source,
      children: parts
        + breaches.map { Explanation("outside the process", .matched, reason: $0, source: source) })
  }
}
