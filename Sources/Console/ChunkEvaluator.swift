/// The language behind a console: it says when a chunk is whole, runs it, and knows what could be typed next.
public protocol ChunkEvaluator: AnyObject {
  /// Whether the text is a whole chunk, wants more lines, or can never become one.
  func completeness(of chunk: String) -> Completeness

  /// Runs a whole chunk. Chunks count from 1 in a session.
  ///
  /// What the chunk itself prints may go out while it runs; the rest comes back.
  func evaluate(_ chunk: String, number: Int) -> Evaluation

  /// What could stand in place of the word before the cursor (``CompletionWord``).
  ///
  /// Units: the cursor counts bytes of UTF-8.
  func candidates(for line: String, cursor: Int) -> [Completion]

  /// A character for the prompt: `*` while a transaction is open, `!` when it failed; usually empty.
  var promptMark: String { get }
}

extension ChunkEvaluator {
  public func candidates(for line: String, cursor: Int) -> [Completion] { [] }
  public var promptMark: String { "" }
}

/// Whether a text can be run.
public enum Completeness: Hashable, Sendable {
  case complete
  /// More lines are wanted, the next one indented so many columns.
  case incomplete(indent: Int)
  /// No more lines can make it right; the message says why.
  case invalid(String)
}

/// What came of running a chunk.
public struct Evaluation: Hashable, Sendable {
  /// For standard output, with its newline; empty for nothing.
  public var output: String
  /// For standard error, with its newline.
  public var errors: String
  public var failed: Bool
  /// Stopped by the person at the keyboard.
  public var interrupted: Bool
  /// The chunk asks the console to end with this code.
  public var exit: Int32?

  public init(
    output: String = "", errors: String = "", failed: Bool = false, interrupted: Bool = false,
    exit: Int32? = nil
  ) {
    self.output = output
    self.errors = errors
    self.failed = failed
    self.interrupted = interrupted
    self.exit = exit
  }
}

/// One thing that could be typed: the word itself, and a line of documentation.
public struct Completion: Hashable, Sendable {
  /// Replaces the word before the cursor.
  public let text: String
  /// One line of help, shown when there are several.
  public let note: String?

  public init(_ text: String, note: String? = nil) {
    self.text = text
    self.note = note
  }
}
