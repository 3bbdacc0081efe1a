/// How far long work is, as a line on the terminal that goes away.
import Console
import SalesStore
import Terminal

final class WorkLine {
  private let isTerminal = TerminalSize.isTerminal(2)
  private let width: Int
  private var progress: Progress?
  private var last = 0

  init(_ streams: Streams) {
    width = streams.errorWidth ?? TerminalSize.standard.columns
  }

  /// Another label, or work that begins anew, is another line.
  func show(_ work: WorkReport) {
    guard isTerminal else { return }
    if progress?.label != work.label || work.done < last {
      progress?.finish()
      progress = Progress(work.label, total: work.total, isTerminal: true, width: width) {
        FileOutput.write($0, to: 2)
      }
    }
    last = work.done
    progress?.update(done: work.done, total: work.total)
  }

  /// Takes the line away, before anything else is written.
  func end() {
    progress?.finish()
    progress = nil
  }
}
