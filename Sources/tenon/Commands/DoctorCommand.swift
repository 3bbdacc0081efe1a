import ArgumentParser
import SalesKernel
import SalesScript
import SalesStore
import Terminal

/// `tenon doctor`: reads all of a store, and says what is in it and whether all of it could be read.
struct DoctorCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract:
      "Read every record and every recorded change of a store; say what is there and what is damaged."
  )

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let opened = try store.openLeniently()
    defer { opened.close() }
    let problems = try opened.integrityProblems()
    for problem in problems { streams.note("damage: \(problem)") }
    var rows: [[TableCell]] = [
      row("program", "\(Tenon.configuration.version)"), row("store", opened.path),
      row("bytes", DigitGroups.of(FileBytes.size(opened.path))),
      row("log bytes", DigitGroups.of(FileBytes.size(opened.path + "-wal"))),
      row("access", opened.access == .readOnly ? "reading only" : "reading and writing"),
    ]
    try opened.read { session in
      for entity in session.catalog.entities {
        rows.append(row(entity.name, DigitGroups.of(try DoctorCommand.read(entity, session))))
      }
      let runs = try session.runs(limit: Int(Int32.max))
      let changes = try runs.reduce(0) { try $0 + session.changes(of: $1.id).count }
      rows.append(row("runs", DigitGroups.of(runs.count)))
      rows.append(row("recorded changes", DigitGroups.of(changes)))
    }
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
    try judge(problems, streams)
  }

  /// - Throws: `store.corrupt` where anything is wrong.
  private func judge(_ problems: [String], _ streams: Streams) throws {
    if problems.isEmpty {
      streams.note("all of it can be read, and the file is sound")
      return
    }
    throw StoreError(
      "store.corrupt", "the file is damaged in \(DigitGroups.of(problems.count)) places or more",
      remedy: "go back to a copy made with tenon backup, or export what can be read")
  }

  /// Reads every cell of an entity.
  ///
  /// - Throws: `store.corrupt` where one is out of range or its page is damaged.
  private static func read(_ entity: Entity, _ session: Session) throws -> Int {
    var count = 0
    let slots = Array(entity.fields.indices)
    try session.forEachBlock(Selection(entity), slots: slots) { block in
      for row in 0..<block.count {
        for slot in slots { _ = try block.value(row, slot) }
      }
      count += block.count
      return true
    }
    return count
  }

  private func row(_ what: String, _ value: String) -> [TableCell] {
    [TableCell(what), TableCell(value)]
  }
}
