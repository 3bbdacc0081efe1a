import Lua
import SalesKernel
import SalesStore
import Values

/// `inbox`: alerts, whoever raises them.
extension ScriptHost {
  func defineInbox(_ policies: EnginePolicies) throws {
    try defineRaising(policies)
    try defineOpenAlerts(policies)
    try defineSettling(policies)
    try defineTasks()
  }

  private func defineRaising(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "inbox.raise",
        "inbox.raise{kind = word, message = text, record = record, key = text, owner = rep, severity = word}",
        "Puts a finding into the inbox, once: found again it counts up and says what is so now. Gives the alert.",
        returns: "alert",
        units: "key: kind and record unless given", changes: "one alert, new or found again",
        errors: ["alert.kind", "alert.severity", "script.argument", "record.missing"],
        example: """
          local times
          plan(function()
            inbox.raise{kind = "churn_risk", record = customers:get(1), message = "no order since March"}
            local again = inbox.raise{kind = "churn_risk", record = customers:get(1), message = "no order since April"}
            times = again.times .. " " .. again.key
          end)
          return times
          """,
        result: "\"2 churn_risk/customer/1\"",
        seeAlso: ["inbox.open", "inbox.resolve", "inbox.snooze", "inbox.sweep"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "inbox.raise",
        allowing: ["kind", "message", "record", "key", "owner", "severity"])
      let kind = try options.required("kind", options.string("kind"))
      let id = try AlertDesk(self, policies).raise(draft(options, kind: kind)).id
      try results.add(try binding(Alert.schema.entity).record(id))
    }
    try define(
      HelpEntry(
        "inbox.sweep", "inbox.sweep{kind = word, found = list, reason = text}",
        "Raises every finding of a kind, each a table as inbox.raise takes it, and settles the open alerts of "
          + "that kind which were not found this time.", returns: "table",
        changes: "alerts of the kind", errors: ["alert.kind", "alert.severity", "script.argument"],
        example: """
          local s
          plan(function()
            inbox.sweep{kind = "churn_risk", found = {{record = customers:get(1), message = "late"}}}
            s = inbox.sweep{kind = "churn_risk", found = {}}
          end)
          return s.settled
          """, result: "1", seeAlso: ["inbox.raise"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "inbox.sweep", allowing: ["kind", "found", "reason"])
      let kind = try options.required("kind", options.string("kind"))
      guard case .table(let found)? = options["found"], found.fields.isEmpty else {
        throw ArgumentError("found: expected a list of findings", remedy: "as found = {{…}, {…}}")
      }
      let drafts = try found.list.map { value -> AlertDraft in
        let finding = try NamedArguments(
          value, of: "inbox.sweep", allowing: ["message", "record", "key", "owner", "severity"])
        return try draft(finding, kind: kind)
      }
      let swept = try requireSession().savepoint {
        try AlertDesk(self, policies).sweep(
          kind, drafts, settledAs: options.string("reason") ?? "no longer found")
      }
      try results.add(Self.table(of: swept))
    }
  }

  static func table(of swept: (raised: Int, known: Int, settled: Int)) -> Value {
    .table(
      Table(fields: [
        ("raised", .integer(Int64(swept.raised))), ("known", .integer(Int64(swept.known))),
        ("settled", .integer(Int64(swept.settled))),
      ]))
  }

  private func draft(_ options: NamedArguments, kind: String) throws -> AlertDraft {
    let subject = try subject(options["record"])
    let key = try options.string("key")
    guard let key = key ?? subject.map({ "\(kind)/\($0.entity.singular)/\($0.id)" }) else {
      throw ArgumentError(
        "a finding needs a record or a key", remedy: "the key says when it is the same finding")
    }
    return AlertDraft(
      kind: kind, key: key, entity: subject?.entity.name, record: subject?.id,
      owner: try options["owner"].map { try row($0, of: Rep.schema.entity, as: "owner").id },
      message: try options.required("message", options.string("message")),
      severity: try options.string("severity"))
  }

  /// The record of any entity that a finding or a task is about.
  func subject(_ value: Value?) throws -> (entity: Entity, id: Int64)? {
    guard let value else { return nil }
    guard case .record(let record) = value, let binding = binding(of: record.recordClass) else {
      throw ArgumentError("record: expected a record, got \(value.typeName)")
    }
    return (binding.entity, try binding.id(of: record))
  }

  private func defineOpenAlerts(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "inbox.open", "inbox.open{owner = rep, kind = word, severity = word, as_of = day}",
        "Alerts that somebody must look at, gravest first, then oldest: the open ones, and those put off until today.",
        returns: "results",
        units: "days: since it was raised", errors: ["alert.kind", "alert.severity"],
        example: """
          local n
          plan(function()
            inbox.raise{kind = "churn_risk", record = customers:get(1), message = "late"}
            n = #inbox.open{kind = "churn_risk"}
          end)
          return n
          """, result: "1", seeAlso: ["inbox.raise", "inbox.snooze", "inbox.resolve"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "inbox.open", allowing: ["owner", "kind", "severity", "as_of"])
      try results.add(Value.object(try openAlerts(options, policies.inbox())))
    }
  }

  private func openAlerts(_ options: NamedArguments, _ policy: InboxPolicy) throws -> ResultTable {
    let day = try options.day("as_of") ?? self.options.clock.day()
    let owner = try options["owner"].map { try row($0, of: Rep.schema.entity, as: "owner").id }
    let kind = try options.string("kind").map { try policy.kind($0).key }
    let severity = try options.string("severity")
    if let severity { try policy.requireSeverity(severity) }
    let ranks = Dictionary(
      policy.severities.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func rank(_ alert: Alert) -> Int {
      alert.severity.flatMap { ranks[$0] } ?? policy.severities.count
    }
    let alerts = try records(Alert.self).filter {
      $0.isOpen(on: day) && (owner == nil || $0.owner == owner)
        && (kind == nil || $0.kind == kind) && (severity == nil || $0.severity == severity)
    }.sorted { (rank($0), $0.raisedAt, $0.id) < (rank($1), $1.raisedAt, $1.id) }
    return ResultTable(
      columns: [
        .init("id", .number), .init("kind"), .init("severity"), .init("owner", .number),
        .init("message"), .init("times", .number), .init("days", .number),
      ],
      rows: alerts.map { alert in
        [
          .integer(alert.id), .string(alert.kind), .string(alert.severity ?? ""),
          alert.owner.map { .integer($0) } ?? .nil, .string(alert.message),
          .integer(alert.times), .integer(Int64(day.number - alert.raisedAt.day().number)),
        ]
      })
  }

  private func defineSettling(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "inbox.snooze", "inbox.snooze(alert, day[, reason])",
        "Puts an alert off: it is open again on that day.", returns: "alert", changes: "the alert",
        errors: ["alert.snooze", "alert.resolved", "record.missing"],
        example: """
          local n
          plan(function()
            local a = inbox.raise{kind = "churn_risk", record = customers:get(1), message = "late"}
            inbox.snooze(a, date"2026-07-05", "promised for July")
            n = #inbox.open{} .. " " .. #inbox.open{as_of = date"2026-07-05"}
          end)
          return n
          """, result: "\"0 1\"", seeAlso: ["inbox.open", "inbox.resolve"])
    ) { [unowned self] arguments, results in
      let alert = try alert(arguments)
      try AlertDesk(self, policies).snooze(
        alert, until: try arguments.decode(1, as: Day.self),
        reason: try arguments.decode(2, as: String?.self))
      try results.add(try binding(Alert.schema.entity).record(alert.id))
    }
    try define(
      HelpEntry(
        "inbox.resolve", "inbox.resolve(alert[, reason])",
        "Settles an alert. Found again it opens once more where its kind returns.",
        returns: "alert",
        changes: "the alert", errors: ["alert.resolved", "record.missing"],
        example: """
          local state
          plan(function()
            local a = inbox.raise{kind = "churn_risk", record = customers:get(1), message = "late"}
            state = inbox.resolve(a, "ordered again").state
          end)
          return state
          """, result: "\"resolved\"", seeAlso: ["inbox.open", "inbox.snooze"])
    ) { [unowned self] arguments, results in
      let alert = try alert(arguments)
      try AlertDesk(self, policies).resolve(
        alert, reason: try arguments.decode(1, as: String?.self))
      try results.add(try binding(Alert.schema.entity).record(alert.id))
    }
  }

  private func alert(_ arguments: Arguments) throws -> Alert {
    try Alert(reading: row(try arguments[0], of: Alert.schema.entity, as: "alert"))
  }
}
