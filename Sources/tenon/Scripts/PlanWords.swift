/// What is said of a run that was only planned.
import SalesScript

enum PlanWords {
  /// The changes on standard output, and on standard error that nothing was written.
  static func tell(_ outcome: ChunkOutcome, _ streams: Streams) {
    if let changes = outcome.changes, !changes.isEmpty {
      var report = SectionReport()
      report.add(changes)
      streams.write(report.text(TerminalOutput(streams), format: streams.format))
    }
    let count = outcome.changes?.count ?? 0
    let what = count == 0 ? "nothing would change" : RunWords.changes(count)
    streams.note("planned only: \(what); nothing was written")
  }
}
