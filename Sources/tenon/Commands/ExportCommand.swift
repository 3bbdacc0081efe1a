import ArgumentParser
import SalesKernel
import SalesScript
import SalesStore
import Terminal

/// `tenon export`: records as CSV (which `tenon import` reads back), or in another form.
struct ExportCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write records to a file or standard output; CSV unless told otherwise.")

  @Argument(
    help: ArgumentHelp("As customers or orders.", valueName: "entity"),
    completion: ShellCompletions.entities)
  var entity: String

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("Only records that meet a Lua expression.", valueName: "expr"))
  var condition: String?

  @Option(
    help: ArgumentHelp("Fields behind the id, with commas between; else all.", valueName: "a,b"))
  var fields: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file; its ending may say the form.", valueName: "file"),
    completion: .file())
  var out: String?

  @Flag(help: "Open the file with a byte order mark, for spreadsheets (CSV only).")
  var bom = false

  @OptionGroup var inputs: RunInputs
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let entity = try EntityArgument.entity(entity)
    let slots = try fields.map { try EntityArgument.slots($0, of: entity) }
    let opened = try store.openLeniently()
    defer { opened.close() }
    let work = CommandWork(opened, streams)
    defer { work.end() }
    let ids = try condition.map { try matching($0, entity, opened, streams) }
    let selection = Selection(entity, ids: ids)
    let format = output.format ?? out.flatMap(OutputFormat.init(fileName:)) ?? .csv
    let count = try opened.read { session in
      format == .csv
        ? try csv(session, selection, slots, streams)
        : try other(session, selection, slots, format, streams)
    }
    if let out { streams.note("\(DigitGroups.of(count)) \(entity.name) in \(out)") }
  }

  private func csv(
    _ session: Session, _ selection: Selection, _ slots: [Int]?, _ streams: Streams
  ) throws -> Int {
    let labels = streams.hasLabels ? streams.language : nil
    if let out {
      return try session.exportCSV(selection, slots: slots, to: out, bom: bom, labels: labels)
    }
    do {
      return try session.exportCSV(
        selection, slots: slots,
        to: CSVWriter(descriptor: 1, named: "standard output", bom: bom), labels: labels)
    } catch let error as CSVError where error.code == "csv.unwritable" && Streams.isOutputGone {
      throw CommandEnd(status: .ok)
    }
  }

  private func other(
    _ session: Session, _ selection: Selection, _ slots: [Int]?, _ format: OutputFormat,
    _ streams: Streams
  ) throws -> Int {
    let table = RecordTable(
      selection, slots: slots, Presentation(streams, format: format))
    guard let out else { return try table.write(session, format) { streams.write($0) } }
    let file = try PartFile(path: out)
    let count = try table.write(session, format) { try file.write($0) }
    try file.finish()
    return count
  }

  /// Ids of the records that meet the condition.
  private func matching(
    _ condition: String, _ entity: Entity, _ opened: Store, _ streams: Streams
  ) throws -> [Int64] {
    let options = ScriptHost.Options(
      clock: try inputs.clock(), seed: inputs.seed, arguments: [condition])
    let host = try ScriptHost(store: opened, options: options, output: TerminalOutput(streams))
    let outcome = try host.run(
      "return \(entity.name):where(arg[1]):ids()", name: "=where", mode: .read, kind: .console)
    guard case .table(let table)? = outcome.values.first else { return [] }
    return table.list.compactMap { if case .integer(let id) = $0 { id } else { nil } }
  }
}
