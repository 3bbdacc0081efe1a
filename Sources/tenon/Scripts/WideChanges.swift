/// Changes to many records are shown and confirmed before they are kept.
import SalesKernel
import SalesScript
import SalesStore
import Terminal

struct WideChanges {
  /// As the pack `console` says.
  let limit: Int
  /// `--yes`: every question is answered.
  let isConfirmed: Bool
  let streams: Streams

  init(_ host: ScriptHost, isConfirmed: Bool, streams: Streams) throws {
    limit = try host.consolePolicy().confirmAbove
    self.isConfirmed = isConfirmed
    self.streams = streams
  }

  /// Lets narrow changes pass; asks for wide ones, and off a terminal refuses them.
  ///
  /// - Throws: `run.wide` where nobody can be asked, `run.refused` for a no; the run is to be taken back then.
  func admit(_ changes: () -> ChangeSet) throws {
    if isConfirmed { return }
    let changes = changes()
    guard changes.count > limit else { return }
    let records = changes.recordCount
    guard records > limit else { return }
    let shown = DigitGroups.of(records)
    streams.note(summary(of: changes))
    guard Confirmation.isPossible else {
      throw CommandError(
        "run.wide", "this would change \(shown) records, more than \(limit) at once",
        remedy: "look at it with tenon plan, then say --yes; nothing was changed")
    }
    guard Confirmation.ask("Change \(shown) records?", streams) else {
      throw CommandError("run.refused", "not confirmed: nothing was changed")
    }
  }

  private func summary(of changes: ChangeSet) -> String {
    let text = TextTable(
      Presentation(streams, format: .table).data(changes.summaryTable),
      width: streams.errorWidth, style: streams.errorStyle
    ).render()
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
