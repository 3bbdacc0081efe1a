import Values

/// Tasks of one occasion, each so many days before or after a day: a hand-over, a renewal, a review.
/// - Source: CS3–CS6; the items are the policy's.
public struct TaskList: Hashable, Sendable {
  /// Who does a task, by what the person is to the customer.
  public enum Owner: String, CaseIterable, Sendable {
    /// The success manager.
    case manager
    /// The rep who owns the customer.
    case owner
    /// The rep of the document that the occasion is about.
    case rep
  }

  public struct Item: Hashable, Sendable {
    public let key: String
    public let title: Label
    /// Days from the occasion's day; below 0 before it.
    public let days: Int
    /// The first of them that there is does it.
    public let owners: [Owner]
    public let source: String
  }

  /// Kind of the tasks, as `success_renewal`.
  public let kind: String
  public let items: [Item]

  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["kind", "items"])
    kind = try table["kind"].key()
    items = try table["items"].filledList { at throws(PolicyError) in
      let item = try at.table(keys: ["key", "title", "days", "owner", "source"])
      return Item(
        key: try item["key"].key(), title: try item["title"].label(),
        days: Int(try item["days"].integer(in: -3660...3660)),
        owners: try item["owner"].oneOrMore().map { at throws(PolicyError) in
          try at.oneOf(Owner.self)
        }, source: try item.source())
    }
    try table["items"].refuseDuplicates(items.map(\.key))
  }

  /// Days from the earliest item to the occasion; 0 where none comes before it.
  public var lead: Int { max(0, -(items.map(\.days).min() ?? 0)) }
}

/// What the tasks of a list are about: a record, as people know it, and who is who there.
public struct TaskSubject: Hashable, Sendable {
  public let entity: Entity
  public let id: Int64
  public let name: String
  public var people: [TaskList.Owner: Int64]

  public init(_ entity: Entity, _ id: Int64, name: String, people: [TaskList.Owner: Int64]) {
    (self.entity, self.id, self.name, self.people) = (entity, id, name, people)
  }

  public static func == (left: TaskSubject, right: TaskSubject) -> Bool {
    left.entity.name == right.entity.name && left.id == right.id && left.name == right.name
      && left.people == right.people
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(entity.name)
    hasher.combine(id)
  }
}

extension TaskList {
  /// The tasks of an occasion. What should have been due is due on the day they are opened.
  ///
  /// - Parameters:
  ///   - anchor: The occasion's day.
  ///   - mark: What tells occasions of the same record apart, as the day a contract ends.
  /// - Throws: `day.range`.
  public func tasks(
    of subject: TaskSubject, on anchor: Day, mark: String?, today: Day
  ) throws(ValueError) -> [DueTask] {
    var tasks: [DueTask] = []
    for item in items {
      let end = mark.map { "/\($0)" } ?? ""
      var task = DueTask(
        kind: kind, key: "\(kind)/\(item.key)/\(subject.entity.singular)/\(subject.id)\(end)",
        title: "\(item.title.en) · \(item.title.zh): \(subject.name)",
        dueOn: max(try anchor.adding(days: item.days), today))
      task.owner = item.owners.lazy.compactMap { subject.people[$0] }.first
      task.entity = subject.entity.name
      task.record = subject.id
      tasks.append(task)
    }
    return tasks
  }

  /// The item that a task was opened for; nil for a task of another list.
  public func item(of task: DueTask) -> Item? {
    let parts = task.key.split(separator: "/", maxSplits: 2)
    guard parts.count == 3, parts[0] == kind else { return nil }
    return items.first { $0.key == parts[1] }
  }
}
