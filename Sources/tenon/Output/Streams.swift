/// Where a command's data and its other words go, and how they look there.
import Console
import SalesKernel
import SalesScript
import SalesStore
import Terminal
import Values

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output (data, gathered in blocks off a terminal) and standard error (the rest).
final class Streams {
  /// As the command line or the console says; nil for tables that people read.
  var format: OutputFormat?
  /// Records a block, a field a line, instead of rows.
  var vertical = Vertical.off
  /// Long output goes to a pager where a person reads it.
  var pages = true
  /// Of the screen; plain for what goes elsewhere.
  var outputStyle: Style { isElsewhere ? .plain : screenStyle }
  /// The language of what people read.
  var language: Language { didSet { lexicon = Lexicon(language) } }
  /// Its words; nil for English.
  private(set) var lexicon: Lexicon?
  /// In what tables for people show amounts.
  var amounts: MoneyUnit
  /// Whether headers of CSV are labels.
  let hasLabels: Bool
  let errorStyle: Style
  /// Columns of the terminal; nil off one.
  var outputWidth: Int? { isElsewhere ? nil : screenWidth }
  let errorWidth: Int?
  /// Sources by chunk name, for the excerpts of error reports.
  var sources: [String: String] = [:]
  /// What is written now goes to a file, with every row.
  var savesWhole = false
  private var isElsewhere: Bool { savesWhole || captured != nil }
  private let screenStyle: Style
  private let screenWidth: Int?
  private let isSilent: Bool
  /// Whether standard output refused data though someone is there to read it.
  private(set) var hasFailed = false
  /// Whether the reader of standard output left before its end.
  private(set) var isUnread = false
  private var buffer = ""
  /// What is written meanwhile is gathered for somewhere else.
  private var captured: String?
  private static let blockSize = 1 << 16

  /// - Parameter isSilent: data goes nowhere.
  init(_ options: OutputOptions, isSilent: Bool = false) {
    self.isSilent = isSilent
    let environment = Surroundings.environment
    format = options.format
    language = options.lang ?? Surroundings.language
    lexicon = Lexicon(language)
    amounts = options.amounts ?? .yuan
    hasLabels = options.labels
    screenStyle = Style(
      mode: options.color, isTerminal: TerminalSize.isTerminal(1), environment: environment)
    errorStyle = Style(
      mode: options.color, isTerminal: TerminalSize.isTerminal(2), environment: environment)
    screenWidth = TerminalSize.of(1, environment: environment)?.columns
    errorWidth = TerminalSize.of(2, environment: environment)?.columns
  }

  /// Which tables are shown as cards.
  enum Vertical: String, CaseIterable { case on, off, auto }

  /// Data, as it is.
  func write(_ text: String) {
    if captured != nil {
      captured? += text
      return
    }
    buffer += text
    if screenWidth != nil || buffer.utf8.count >= Streams.blockSize { flush() }
  }

  /// Data that may be longer than the screen.
  func show(_ text: String) {
    guard captured == nil, pages, let pager, pager.isWanted(for: text) else {
      write(text)
      return
    }
    flush()
    if !pager.show(text) { write(text) }
  }

  private var pager: Pager? {
    Pager(
      environment: Surroundings.environment,
      size: TerminalSize.of(1, environment: Surroundings.environment),
      isInteractive: TerminalSize.isTerminal(0) && TerminalSize.isTerminal(1))
  }

  /// What `body` writes as data, instead of on standard output.
  func capturing(_ body: () throws -> Void) rethrows -> String {
    flush()
    captured = ""
    defer { captured = nil }
    try body()
    return captured ?? ""
  }

  /// Data, with a line end behind it where it has none.
  func writeLine(_ text: String) {
    if !text.isEmpty { write(text.hasSuffix("\n") ? text : text + "\n") }
  }

  /// How far long work is, on a terminal.
  func show(_ work: WorkReport) { workLine.show(work) }

  private lazy var workLine = WorkLine(self)

  func flush() {
    workLine.end()
    guard !buffer.isEmpty else { return }
    if !isSilent, !isUnread, !FileOutput.write(buffer, to: 1) {
      isUnread = Streams.isOutputGone
      hasFailed = !isUnread
    }
    buffer = ""
  }

  /// Whether the reader of standard output has left, as `head` does.
  static var isOutputGone: Bool {
    var entry = pollfd(fd: 1, events: Int16(POLLOUT), revents: 0)
    return poll(&entry, 1, 0) > 0 && entry.revents & Int16(POLLERR) != 0
  }

  /// A line for people, on standard error.
  func note(_ text: String) {
    flush()
    FileOutput.write(translated(text) + "\n", to: 2)
  }

  /// A sentence for people in their language; English where it has no words for it.
  func translated(_ text: String, code: String? = nil) -> String {
    lexicon?.message(text, code: code) ?? text
  }

  /// What went wrong, on standard error.
  func report(_ error: any Error) { report(ErrorReport(error, sources: sources)) }

  func report(_ report: ErrorReport) {
    flush()
    FileOutput.write(text(of: report), to: 2)
  }

  func errorText(_ error: any Error) -> String { text(of: ErrorReport(error, sources: sources)) }

  func text(of report: ErrorReport) -> String {
    (lexicon?.translated(report) ?? report).render(
      style: errorStyle, width: errorWidth, words: Lexicon.errorWords(lexicon))
  }

  /// Said once when another run holds the store.
  static let waiting: @Sendable () -> Void = {
    let text = "waiting for another run to end"
    FileOutput.write((Lexicon(Surroundings.language)?.note(text) ?? text) + "\n", to: 2)
  }
}
