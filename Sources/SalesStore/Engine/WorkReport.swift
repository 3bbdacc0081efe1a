import SalesKernel

/// How far a long piece of work is. Whoever listens may stop the work by throwing.
public struct WorkReport: Sendable {
  /// What is gone over: the entity, or `import`.
  public let label: String
  public let done: Int
  /// Nil where nobody knows.
  public let total: Int?

  public init(_ label: String, done: Int, total: Int? = nil) {
    self.label = label
    self.done = done
    self.total = total
  }
}

extension Session {
  /// Tells who listens to the store.
  public func tell(_ label: String, done: Int, total: Int? = nil) throws {
    try report(label, done: done, total: total)
  }

  func report(_ label: String, done: Int, total: Int? = nil) throws {
    if let listener = store.onWork {
      try listener(WorkReport(label, done: done, total: total))
    }
  }

  /// The highest id of an entity, for work that goes by id; nil where nobody listens.
  func workTotal(_ entity: Entity) throws -> Int? {
    guard store.onWork != nil else { return nil }
    let last = try Statement(connection, layout(of: entity).lastID())
    defer { last.reset() }
    return try last.step() ? Int(clamping: last.integer(0)) : nil
  }
}
