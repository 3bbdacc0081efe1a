// LineEditor: a line reader for a person at a terminal. With the package trait Readline it edits with GNU
// readline, the only place in Tenon that links it; without the trait there is the plain reader.
//
//   makeLineReader() ──▶ ReadlineReader ──▶ EditingSession ──▶ CReadline
//                   └──▶ PlainLineReader (pipes, scripts, no trait)

import Console
import Terminal

/// The best reader for standard input: readline where input and output are terminals, else plain lines.
public func makeLineReader(style: Style = .plain) -> any LineReader {
  #if Readline
    if TerminalSize.isTerminal(0), TerminalSize.isTerminal(1) {
      return ReadlineReader(style: style)
    }
  #endif
  return PlainLineReader()
}
