import ArgumentParser
import SalesKernel
import SalesStore
import Terminal

/// `tenon import`: the rows of a CSV file as records, in one run.
struct ImportCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Read a CSV file into records; refused rows go to a file of their own, with the reason.")

  @Argument(
    help: ArgumentHelp("As customers or orders.", valueName: "entity"),
    completion: ShellCompletions.entities)
  var entity: String

  @Argument(
    help: ArgumentHelp("A CSV file with a header.", valueName: "file"),
    completion: ShellCompletions.tables)
  var file: String

  @Option(
    help: ArgumentHelp(
      "Reads a column into a field of another name; an empty field leaves it out. May be repeated.",
      valueName: "column=field"))
  var map: [String] = []

  @Option(
    help: ArgumentHelp(
      "The unique field that tells which record a row is; else id or code.", valueName: "field"))
  var key: String?

  @Option(
    help: ArgumentHelp(
      "Where refused rows go; else beside the file, as FILE.rejects.csv.", valueName: "file"))
  var rejects: String?

  @Option(help: "comma, semicolon, tab or pipe.")
  var delimiter: CSVDelimiter = .comma

  @Flag(help: "Store nothing when any row is refused.")
  var strict = false

  @Option(help: ArgumentHelp("Who does it; else $TENON_ACTOR, else the user.", valueName: "name"))
  var actor: String?

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let entity = try EntityArgument.entity(entity)
    let options = ImportOptions(
      mapping: try mapping(), key: key, rejects: rejects, delimiter: delimiter)
    let opened = try store.open()
    defer { opened.close() }
    let header = RunHeader(
      kind: .import, script: file, arguments: [entity.name], clock: Surroundings.now,
      actor: actor ?? Surroundings.actor)
    let work = CommandWork(opened, streams)
    defer { work.end() }
    let outcome = try opened.transaction(header, onWait: Streams.waiting) { session in
      let report = try session.importCSV(entity, from: file, options: options)
      if report.read == 0 {
        throw CommandError(
          "import.empty", "\(file) has a header and no rows",
          remedy: "check that it is the right file")
      }
      if strict, report.rejected > 0 {
        tell(report, entity, streams)
        throw CommandError(
          "import.rejected",
          "\(DigitGroups.of(report.rejected)) rows were refused; nothing was stored",
          remedy: "correct them, or leave --strict out to store the others")
      }
      return report
    }
    tell(outcome.value, entity, streams)
    streams.note(RunWords.applied(outcome.run, outcome.changes.count, hint: store.hint))
    if outcome.value.rejected > 0 { throw CommandEnd(status: .data) }
  }

  /// - Throws: `usage.option`.
  private func mapping() throws -> [String: String] {
    var mapping: [String: String] = [:]
    for pair in map {
      guard let sign = pair.lastIndex(of: "="), sign > pair.startIndex else {
        throw CommandError(
          "usage.option", "--map: '\(pair)' is not column=field",
          remedy: "as --map \"Company=name\"")
      }
      mapping[String(pair[..<sign])] = String(pair[pair.index(after: sign)...])
    }
    return mapping
  }

  /// The message with its column named once: many messages begin with their field.
  private func words(of reject: ImportReject, _ entity: Entity, _ streams: Streams) -> String {
    let message = streams.translated(reject.message, code: reject.code)
    guard let column = reject.column else { return message }
    let header = (try? mapping()[column]) ?? column
    let field = entity.slots(ofHeader: header).first.map { entity.fields[$0].name } ?? header
    for colon in [": ", "："] where message.hasPrefix(field + colon) {
      return column + colon + message.dropFirst(field.count + colon.count)
    }
    return message.hasPrefix(column) ? message : "\(column): \(message)"
  }

  private func tell(_ report: ImportReport, _ entity: Entity, _ streams: Streams) {
    for reject in report.firstRejects {
      let reason = words(of: reject, entity, streams)
      streams.note("\(file):\(reject.line): \(reject.code): \(reason)")
    }
    let more = report.rejected - report.firstRejects.count
    if more > 0 { streams.note("… \(DigitGroups.of(more)) more refused rows") }
    let count: (Int) -> String = { DigitGroups.of($0) }
    streams.note(
      "\(entity.name): \(count(report.read)) rows read, \(count(report.created)) new, "
        + "\(count(report.updated)) known, \(count(report.rejected)) refused")
    if let path = report.rejectPath { streams.note("refused rows are in \(path)") }
  }
}

extension CSVDelimiter: ExpressibleByArgument {}
