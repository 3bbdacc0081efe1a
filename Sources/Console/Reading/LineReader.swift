/// Where a console's lines come from: an editor on a terminal, plain lines from a pipe, a script in a test.
public protocol LineReader {
  /// Waits for the next line or chunk.
  mutating func read(_ request: ReadRequest) -> LineEvent

  /// Makes a chunk available to recall; the oldest comes first.
  mutating func remember(_ chunk: String)

  /// True where a person sits at a terminal: there is a prompt, a banner, and errors do not end the session.
  var isInteractive: Bool { get }
}

/// What a read brought.
public enum LineEvent: Hashable, Sendable {
  /// One line, without its end; the loop asks for more while the chunk wants more.
  case line(String)
  /// A chunk that is to be run as it stands: whole, or the person insists.
  case chunk(String)
  /// Ctrl-C: all that was typed is dropped.
  case interrupted
  /// Ctrl-D, or the end of the pipe.
  case end
}

/// What a reader needs to know to read a line well.
public struct ReadRequest {
  /// Stands before the line; empty off a terminal.
  public let prompt: String
  /// The lines before this one of the same chunk, each with its newline; empty at a chunk's start.
  public let pending: String
  /// Of the whole text that was typed, pending lines included.
  public let completeness: (String) -> Completeness
  /// For the text of this line and a cursor in bytes.
  public let candidates: (String, Int) -> [Completion]

  public init(
    prompt: String, pending: String = "",
    completeness: @escaping (String) -> Completeness = { _ in .complete },
    candidates: @escaping (String, Int) -> [Completion] = { _, _ in [] }
  ) {
    self.prompt = prompt
    self.pending = pending
    self.completeness = completeness
    self.candidates = candidates
  }
}
