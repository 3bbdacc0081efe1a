import Values

/// A run as the store remembers it.
public struct RunRecord: Sendable {
  public enum Status: String, Sendable { case applied, undone }

  public let id: Int64
  public let header: RunHeader
  /// Wall clock of the machine, which is not an input of the run.
  public let started: Instant
  public let finished: Instant
  public let status: Status
  /// The run that this one took back.
  public let undoes: Int64?
  public let undoneBy: Int64?
  /// How much changed, a line for each entity and field.
  public let counts: [RunCount]
}

/// How many cells or records one run changed.
public struct RunCount: Sendable, Hashable {
  public enum Kind: String, Sendable { case created, updated, deleted }
  public let entity: String
  /// Empty for created and deleted records.
  public let field: String
  public let kind: Kind
  public let count: Int
}

/// How a transaction is to end.
public enum RunMode: Sendable {
  /// Writes from the start; commits when the body returns.
  case apply
  /// Does all the work, then takes everything back; the file stays as it is.
  case plan
  /// Reads one snapshot; writes all the same when the body does, and then commits.
  case read
}

/// What a transaction gave.
public struct RunOutcome<Value> {
  public let value: Value
  /// Nil when nothing changed, and for a plan.
  public let run: Int64?
  public let changes: ChangeSet
}
