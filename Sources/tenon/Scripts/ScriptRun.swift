/// One run of a script over a store, with interrupt and time limit, and what is said about it.
import Console
import Lua
import SalesScript
import SalesStore
import Terminal

struct ScriptRun {
  let script: ScriptFile
  let options: ScriptHost.Options
  let store: StoreOptions
  let streams: Streams
  /// Wide changes are not asked about.
  let isConfirmed: Bool
  /// Whether init.lua runs first; nil for no.
  var startup: StartupOptions?
  /// Takes what the script returned, while the run is open.
  var take: ([Value], ScriptHost, TerminalOutput) throws -> Void = { _, _, _ in }
  /// The job's execution that it is, if it is one.
  var execution: JobExecution?

  /// Runs the script as a whole.
  ///
  /// - Parameter admit: sees the changes before they are written; throwing takes the run back.
  /// - Throws: what the store, the script and `admit` throw; nothing is written then.
  func perform(
    _ mode: RunMode, kind: RunHeader.Kind = .script,
    admit: (@escaping () -> ChangeSet) throws -> Void = { _ in }
  ) throws -> ChunkOutcome {
    let opened = try store.openIfNamedOrThere()
    defer { opened?.close() }
    let drawing = TerminalOutput(streams)
    let host = try ScriptHost(store: opened, options: options, output: drawing)
    host.execution = execution
    host.onPart = { [streams, store] run, changes in
      streams.note("checkpoint: " + RunWords.applied(run, changes.count, hint: store.hint))
    }
    streams.sources[script.shownName] = script.source
    let wide = try WideChanges(host, isConfirmed: isConfirmed || mode == .plan, streams: streams)
    host.onWork = { [streams] in streams.show($0) }
    let interrupts = ScriptInterrupts.install(for: host)
    LastDeadline.arm(options.timeout)
    interrupts.begin()
    defer {
      interrupts.end()
      LastDeadline.disarm()
      interrupts.restore()
    }
    try startup?.apply(to: host, streams) { throw $0 }
    return try host.run(
      script.source, name: script.chunkName, mode: mode, kind: kind, onWait: Streams.waiting
    ) { values, changes in
      try admit(changes)
      try take(values, host, drawing)
      try wide.admit(changes)
    }
  }

  /// Says what a run did and how to take it back.
  func tell(_ outcome: ChunkOutcome) {
    streams.note(RunWords.applied(outcome.run, outcome.changes?.count ?? 0, hint: store.hint))
  }
}

/// Sentences about runs.
enum RunWords {
  static func applied(_ run: Int64?, _ count: Int, hint: String) -> String {
    guard let run else { return "nothing changed" }
    return "run \(run) applied: \(changes(count)); take it back with: tenon undo \(run)\(hint)"
  }

  static func changes(_ count: Int) -> String {
    "\(DigitGroups.of(count)) \(count == 1 ? "change" : "changes")"
  }
}
