import Lua

/// What `tenon test` does for the file it runs.
public protocol TestServices: AnyObject {
  /// What the file's tests begin with. Throws: `test.suite` for what cannot be made.
  func begin(_ suite: TestSuite) throws
  func add(_ name: String, _ body: Function, line: Int) throws
  /// What a script prints while `body` runs, instead of on the screen.
  func capture(_ body: () throws -> Void) throws -> String
}

/// The store and the clock that each test of a file begins with.
public struct TestSuite: Hashable, Sendable {
  /// Customers of the sample company; nil for an empty store.
  public var sample: Int64?
  public var seed: UInt64 = 7
  /// The day that tests take for today, at 09:00.
  public var day = "2026-06-30"

  public init() {}
}
