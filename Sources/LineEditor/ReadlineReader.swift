/// A line reader on GNU readline: whole chunks are edited at once, over as many lines as they have.
#if Readline
  import CReadline
  import Console
  import Terminal

  /// Reads chunks from the terminal.
  ///
  /// Enter runs a whole chunk and makes a new line in one that wants more; Alt-Enter runs what there is,
  /// Ctrl-O always makes a new line; Up and Down move between the lines of a chunk, and from its first and
  /// last line through the history of chunks. Ctrl-C drops all that was typed.
  ///
  /// There is one terminal and one readline in a process, so make one of these, and use it on one thread.
  public struct ReadlineReader: LineReader {
    private let style: Style

    public var isInteractive: Bool { true }

    public init(style: Style = .plain) {
      self.style = style
      EditingSession.setUp()
    }

    public mutating func read(_ request: ReadRequest) -> LineEvent {
      EditingSession.read(prompt: painted(request.prompt), request)
    }

    public mutating func remember(_ chunk: String) {
      add_history(chunk)
    }

    /// Colour between the marks that tell readline which bytes take no column.
    private func painted(_ prompt: String) -> String {
      let marks = style.paint("\u{0}", .prompt).split(separator: "\u{0}")
      guard marks.count == 2 else { return prompt }
      let words = prompt.prefix { $0 != " " }
      let rest = prompt.dropFirst(words.count)
      return "\u{1}\(marks[0])\u{2}\(words)\u{1}\(marks[1])\u{2}\(rest)"
    }
  }
#endif
