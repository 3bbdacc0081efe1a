/// Why the store could not do what was asked: a stable code, the facts, and the remedy.
///
/// Codes of the file: `store.missing`, `store.exists`, `store.foreign`, `store.newer`,
/// `store.readonly`,
/// `store.full`, `store.busy`, `store.io`, `store.corrupt`, `store.conflict` (the snapshot moved),
/// `store.closed`, `store.nested`, `store.stale` (a session used after its transaction).
///
/// Codes of records and runs: `record.missing`, `record.duplicate`, `record.reference`,
/// `record.exists`,
/// `sum.overflow`, `run.missing`, `run.blocked`, `run.undone`, `run.fields`, `import.column`,
/// `import.key`.
public struct StoreError: Error, Sendable {
  /// Stable and dotted: `store.busy`.
  public let code: String
  /// What happened, with the values.
  public let message: String
  /// What to do about it; may be empty.
  public let remedy: String
  public let cause: (any Error)?

  public init(
    _ code: String, _ message: String, remedy: String = "", cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.cause = cause
  }
}

extension StoreError: CustomStringConvertible {
  public var description: String {
    "\(code): \(message)" + (remedy.isEmpty ? "" : "; \(remedy)")
  }
}
