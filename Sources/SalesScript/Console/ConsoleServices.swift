/// What the console does for the chunks typed at it.
public protocol ConsoleServices: AnyObject {
  /// Keeps the run open from the running chunk on. Throws: `run.open` inside one.
  func begin() throws
  /// Ends the open run with the running chunk, and keeps what it did.
  ///
  /// - Parameter anyway: also where a chunk of it failed.
  /// - Throws: `run.none` outside of one, `run.failed` after a chunk that failed.
  func commit(anyway: Bool) throws
  /// Ends the open run with the running chunk, and takes all back. Throws: `run.none`.
  func rollback() throws
  /// Chunks of this and earlier sessions that hold a text, the last `count` of them, oldest first.
  func history(containing text: String, last count: Int) -> [String]
  /// The last error with all of its frames, those of the host too; nil for none.
  var lastErrorInFull: String? { get }
  /// A line for the person at the console.
  func note(_ text: String)
  /// Seconds of a clock that goes forward.
  var seconds: Double { get }
}
