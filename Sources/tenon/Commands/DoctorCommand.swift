import ArgumentParser
import SalesKernel
import SalesScript
import SalesStore
import Terminal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `tenon doctor`: reads all of a store, and says what is in it, whether all of it could be read, and whether it agrees
/// with itself.
struct DoctorCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract:
      "Read every record and every recorded change of a store; say what is there and what is damaged."
  )

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let opened = try store.openAsItStands()
    defer { opened.close() }
    let work = CommandWork(opened, streams)
    let report: StoreReport
    do {
      defer { work.end() }
      report = try StoreDoctor(opened).examine()
    }
    tell(report, opened, streams)
    table(report, opened, streams)
    try judge(report, streams)
  }

  private func tell(_ report: StoreReport, _ opened: Store, _ streams: Streams) {
    let code = "store.corrupt"
    for finding in report.findings {
      let message = streams.translated(finding.message, code: code)
      streams.note(finding.weight == .damage ? "damage: \(message)" : message)
      streams.note("  help: \(streams.translated(finding.remedy, code: code))")
    }
    for execution in report.open {
      let isAtWork = JobLock.isHeld(job: execution.job, beside: opened.path)
      streams.note(
        isAtWork
          ? "execution \(execution.id) of job \(execution.name) is at work"
          : "execution \(execution.id) of job \(execution.name) was cut off; "
            + "tenon schedule run-due notes it and goes on")
    }
  }

  private func table(_ report: StoreReport, _ opened: Store, _ streams: Streams) {
    var rows: [[TableCell]] = [
      row("program", "\(Tenon.configuration.version)"), row("store", opened.path),
      row("bytes", DigitGroups.of(FileBytes.size(opened.path))),
      row("log bytes", DigitGroups.of(FileBytes.size(opened.path + "-wal"))),
      row(
        "access",
        access(opened.path, W_OK) == 0 ? "reading and writing" : "reading only"),
    ]
    for (entity, count) in report.counts {
      rows.append(row(entity, count.map { DigitGroups.of($0) } ?? "unreadable"))
    }
    rows.append(row("runs", DigitGroups.of(report.runs)))
    rows.append(row("recorded changes", DigitGroups.of(report.changes)))
    let drawing = TerminalOutput(streams)
    let words = drawing.lexicon
    let data = TableData(
      columns: [
        .init(words?.column("what") ?? "what"),
        .init(words?.column("value") ?? "value", alignment: .right),
      ],
      rows: rows.map { row in
        let name = row[0].text
        return [
          TableCell(words?.commandText(name) ?? words?.column(name) ?? name),
          TableCell(words?.commandText(row[1].text) ?? row[1].text),
        ]
      })
    streams.write(drawing.render(data))
  }

  /// - Throws: `store.corrupt` where anything is wrong.
  private func judge(_ report: StoreReport, _ streams: Streams) throws {
    if report.damages.isEmpty {
      streams.note("all of it can be read, and the file is sound")
      return
    }
    throw StoreError(
      "store.corrupt",
      "\(store.path) is damaged; problems found: \(DigitGroups.of(report.damages.count))",
      remedy: "go back to a copy made with tenon backup, or export what can be read")
  }

  private func row(_ what: String, _ value: String) -> [TableCell] {
    [TableCell(what), TableCell(value)]
  }
}
