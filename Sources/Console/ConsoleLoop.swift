/// Read a chunk, run it, show what came of it, until the end.
///
/// Lines are gathered until they are a whole chunk. Ctrl-C drops what was typed and never ends the session;
/// Ctrl-D ends it. Off a terminal there is no banner and no prompt, and the first failure ends the session.
public struct ConsoleLoop {
  /// What differs from session to session.
  public struct Options: Sendable {
    /// Shown once on a terminal, without its newline.
    public var banner: String
    /// End at the first chunk that fails; nil: off a terminal only.
    public var stopsAtFailure: Bool?

    public init(banner: String = "", stopsAtFailure: Bool? = nil) {
      self.banner = banner
      self.stopsAtFailure = stopsAtFailure
    }
  }

  private let evaluator: any ChunkEvaluator
  private var reader: any LineReader
  private var history: History
  private let interrupts: any InterruptSource
  private let options: Options
  private let output: (String) -> Void
  private let errors: (String) -> Void

  private var pending = ""
  private var number = 0
  private var hasFailed = false

  public init(
    evaluator: any ChunkEvaluator, reader: any LineReader, history: History = History(file: nil),
    interrupts: any InterruptSource = NoInterrupts(), options: Options = Options(),
    output: @escaping (String) -> Void = { FileOutput.write($0, to: 1) },
    errors: @escaping (String) -> Void = { FileOutput.write($0, to: 2) }
  ) {
    self.evaluator = evaluator
    self.reader = reader
    self.history = history
    self.interrupts = interrupts
    self.options = options
    self.output = output
    self.errors = errors
  }

  /// Runs the session and says with which code the process should end: what the evaluator asked for, 130
  /// when interrupted off a terminal, 1 when a chunk failed off a terminal, else 0.
  public mutating func run() -> Int32 {
    if reader.isInteractive {
      if !options.banner.isEmpty { errors(options.banner + "\n") }
      for chunk in history.entries { reader.remember(chunk) }
    }
    while true {
      if let code = step() { return code }
    }
  }

  /// One read and what follows from it; the exit code when the session is over.
  private mutating func step() -> Int32? {
    switch reader.read(request()) {
    case .line(let line):
      return take(line, isForced: false)
    case .chunk(let chunk):
      return take(chunk, isForced: true)
    case .interrupted:
      pending = ""
      return reader.isInteractive ? nil : 130
    case .end:
      return end()
    }
  }

  private func request() -> ReadRequest {
    let mark = evaluator.promptMark
    let evaluator = evaluator
    return ReadRequest(
      prompt: pending.isEmpty ? Transcript.prompt(mark: mark) : Transcript.continuation(mark: mark),
      pending: pending,
      completeness: { text in
        Transcript.chunks(of: text).last.map { evaluator.completeness(of: $0) } ?? .complete
      },
      candidates: { evaluator.candidates(for: $0, cursor: $1) })
  }

  private mutating func take(_ text: String, isForced: Bool) -> Int32? {
    let typed = pending + text
    let chunks = Transcript.chunks(of: typed).filter { !$0.allSatisfy(\.isWhitespace) }
    guard let last = chunks.last else {
      pending = ""
      return nil
    }
    if !isForced, case .incomplete = evaluator.completeness(of: last) {
      pending = typed + "\n"
      return nil
    }
    pending = ""
    for chunk in chunks {
      let hadFailed = hasFailed
      hasFailed = false
      if let code = run(chunk) { return code }
      let stops = hasFailed
      hasFailed = hasFailed || hadFailed
      if stops { break }
    }
    return hasFailed && stopsAtFailure ? 1 : nil
  }

  /// Runs one chunk and remembers it, whatever came of it.
  private mutating func run(_ chunk: String) -> Int32? {
    if reader.isInteractive, history.add(chunk) { reader.remember(chunk) }
    number += 1
    let result: Evaluation
    if case .invalid(let message) = evaluator.completeness(of: chunk) {
      let line = message.hasSuffix("\n") ? message : message + "\n"
      result = Evaluation(errors: line, failed: true)
    } else {
      interrupts.begin()
      result = evaluator.evaluate(chunk, number: number)
      interrupts.end()
    }
    if !result.output.isEmpty { output(result.output) }
    if !result.errors.isEmpty { errors(result.errors) }
    hasFailed = result.failed || result.interrupted
    if let exit = result.exit { return exit }
    return result.interrupted && !reader.isInteractive ? 130 : nil
  }

  /// The end of input: on a terminal a half-typed chunk is dropped, in a pipe it is an error to show.
  private mutating func end() -> Int32 {
    if reader.isInteractive {
      errors("\n")
      return 0
    }
    let rest = pending
    pending = ""
    if !rest.allSatisfy(\.isWhitespace), let code = take(rest, isForced: true) { return code }
    return hasFailed ? 1 : 0
  }

  private var stopsAtFailure: Bool { options.stopsAtFailure ?? !reader.isInteractive }
}
