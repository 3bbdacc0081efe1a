/// Rows and columns of a terminal, and whether a stream is one.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The size of the terminal behind a stream.
public struct TerminalSize: Hashable, Sendable {
  public let columns: Int
  public let rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// What terminals were before they could be asked.
  public static let standard = TerminalSize(columns: 80, rows: 24)

  /// The size of the terminal at a file descriptor, nil where it is none.
  ///
  /// A terminal that does not know (0 × 0) has the size that COLUMNS and LINES say, else ``standard``.
  public static func of(_ descriptor: Int32, environment: [String: String] = [:]) -> TerminalSize? {
    guard isTerminal(descriptor) else { return nil }
    var size = winsize()
    let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
    func pick(_ measured: UInt16, _ name: String, _ fallback: Int) -> Int {
      if known, measured > 0 { return Int(measured) }
      return environment[name].flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil } ?? fallback
    }
    return TerminalSize(
      columns: pick(size.ws_col, "COLUMNS", standard.columns),
      rows: pick(size.ws_row, "LINES", standard.rows))
  }

  /// True where the file descriptor is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}
