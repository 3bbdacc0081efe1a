import Lua
import SalesKernel
import SalesStore
import Values

/// `job`: scripts that store what they did so far, and go on from there when they are run again.
extension ScriptHost {
  /// The longest text of a checkpoint's value.
  private static let longestValue = 1 << 20

  func defineJob() throws {
    try define(
      HelpEntry(
        "job.checkpoint", "job.checkpoint([value])",
        "Commits what was done so far as a run of its own and goes on in a new one. In a scheduled job the value "
          + "is kept with it, for job.resumed() of the next attempt if this one does not come to its end. While "
          + "planning, applying a plan, and in the console nothing is committed.",
        units: "value: nil, true, false, number, text, money, date, span, or a table of them",
        changes: "ends one run and begins another",
        errors: ["job.value", "job.nested", "store.nested", "store.busy"],
        example:
          "for c in customers:limit(3):each() do job.checkpoint(c.id) end\nreturn job.resumed()",
        result: "nil", seeAlso: ["job.resumed", "schedule.history"])
    ) { [unowned self] arguments, results in
      try checkpoint(try arguments[0])
      try results.add(Nothing())
    }
    try define(
      HelpEntry(
        "job.resumed", "job.resumed()",
        "The value of the last checkpoint of this job's unfinished work; nil where there is none, and outside of "
          + "jobs.",
        example: "local from = job.resumed() or 0\nreturn from", result: "0",
        seeAlso: ["job.checkpoint"])
    ) { [unowned self] _, results in
      try results.add(try resumed())
    }
  }

  private func resumed() throws -> Value {
    guard let text = execution?.record.checkpoint else { return .nil }
    let chunk = try state.load(
      "return " + text, name: "=checkpoint", in: try state.newEnvironment())
    return try state.call(chunk).first ?? .nil
  }

  private func checkpoint(_ value: Value) throws {
    let text = try Self.text(ofCheckpoint: value)
    guard let part = parts, part.commits, let session else { return }
    guard !state.isMapping else {
      throw ValidationError(
        "job.nested", "a rule that runs over records cannot set a checkpoint",
        remedy: "set it between the updates")
    }
    session.policy = provenance.policyNames
    try part.admit { session.changes }
    execution?.reach(value.isNil ? nil : text)
    let outcome = try session.checkpoint(part.header, started: part.started)
    parts?.started = PartialRun.machineClock
    keptPriceRecords = nil
    guard let run = outcome.run else { return }
    provenance = Provenance()
    onPart?(run, outcome.changes)
  }

  /// - Throws: `job.value` for what cannot be kept.
  private static func text(ofCheckpoint value: Value) throws -> String {
    guard isPlain(value, depth: 0) else {
      throw ValidationError(
        "job.value", "a checkpoint cannot keep a \(value.typeName), or a table with one in it",
        remedy: "keep numbers, texts, money, dates, spans, and tables of them")
    }
    let text = value.literal
    guard text.utf8.count <= longestValue else {
      throw ValidationError(
        "job.value", "a checkpoint's value takes \(text.utf8.count) bytes",
        remedy: "keep at most \(longestValue): where to go on, as an id")
    }
    return text
  }

  private static func isPlain(_ value: Value, depth: Int) -> Bool {
    switch value {
    case .nil, .bool, .integer, .string, .scalar: true
    case .number(let number): number.isFinite
    case .table(let table):
      depth < 32 && table.list.allSatisfy { isPlain($0, depth: depth + 1) }
        && table.fields.allSatisfy { isPlain($0.value, depth: depth + 1) }
        && table.others.allSatisfy {
          isPlain($0.key, depth: depth + 1) && isPlain($0.value, depth: depth + 1)
        }
    case .function, .object, .record, .other: false
    }
  }
}
