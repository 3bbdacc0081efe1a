/// Who gets Ctrl-C while a chunk runs.
public protocol InterruptSource {
  /// A chunk is about to run: from now on Ctrl-C means "stop it".
  func begin()
  /// The chunk is done: Ctrl-C is the editor's again.
  func end()
}

/// Leaves signals alone: for tests, and for hosts that see to them.
public struct NoInterrupts: InterruptSource {
  public init() {}
  public func begin() {}
  public func end() {}
}
