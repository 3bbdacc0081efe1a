import Lua
import SalesKernel
import SalesStore
import Values

/// `scenario`: named what-ifs, kept until they are promoted or dropped.
extension ScriptHost {
  /// What stands for things as they are.
  static let now = "now"

  func defineScenarios(_ policies: EnginePolicies) throws {
    try defineWhatif()
    try defineDefining()
    try defineScenarioTrials()
    try defineDeciding()
    try defineComparing(policies)
  }

  /// A scenario in which everybody's credit is 1, for examples.
  static let scenarioExample =
    "scenario.define{name = \"tight\", script = \"customers:update{credit = 1}\"}\n"

  private func defineDefining() throws {
    try define(
      HelpEntry(
        "scenario.define", "scenario.define{name =, script = text, note = text}",
        "Names a what-if: Lua that changes policies and records. It is read at once and run when it is tried, "
          + "compared, used or promoted. Of an open scenario the script is replaced. Gives the scenario.",
        returns: "scenario",
        changes: "one scenario", errors: ["scenario.name", "scenario.decided", "script.syntax"],
        example: "local state\nplan(function()\n  " + Self.scenarioExample
          + "  state = scenarios:first().state\nend)\nreturn state",
        result: "\"open\"",
        seeAlso: ["scenario.try", "compare", "scenario.promote", "scenario.drop", "whatif"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "scenario.define", allowing: ["name", "script", "note"])
      let id = try defineScenario(options)
      try results.add(try binding(Scenario.schema.entity).record(id))
    }
  }

  private func defineScenario(_ options: NamedArguments) throws -> Int64 {
    let name = try options.required("name", try options.string("name"))
    let script = try options.required("script", try options.string("script"))
    guard !name.isEmpty, name != Self.now else {
      throw ArgumentError(
        name.isEmpty ? "a scenario has a name" : "\"\(name)\" stands for things as they are",
        code: "scenario.name", remedy: "give it a name of its own")
    }
    _ = try scenarioFunction(script, named: name)
    guard let known = try records(Scenario.self, where: [("name", .text(name))]).first else {
      var made = Scenario(name: name, script: script, createdOn: self.options.clock.day())
      made.note = try options.string("note")
      return try requireSession().create(Scenario.schema.entity, made.values)
    }
    try requireUndecided(known)
    var changed = known
    changed.script = script
    changed.note = try options.string("note") ?? known.note
    try store(changed, from: known)
    return known.id
  }

  private func scenarioFunction(_ script: String, named name: String) throws -> Function {
    try state.load(
      script, name: "=scenario \(name)", in: environment ?? state.newEnvironment())
  }

  /// - Throws: `scenario.decided`.
  private func requireUndecided(_ scenario: Scenario) throws {
    guard scenario.state != .open else { return }
    let day = scenario.decidedOn.map { " on \($0)" } ?? ""
    throw ValidationError(
      "scenario.decided", "\(scenario.name) was \(scenario.state.rawValue)\(day)",
      remedy: "define another one, under a name of its own")
  }

  /// - Throws: `scenario.unknown` with the nearest name.
  func scenario(_ value: Value) throws -> Scenario {
    if case .record = value {
      return try Scenario(reading: row(value, of: Scenario.schema.entity, as: "scenario"))
    }
    guard case .string(let name) = value else {
      throw ArgumentError("expected the name of a scenario, got \(value.typeName)")
    }
    if let found = try records(Scenario.self, where: [("name", .text(name))]).first {
      return found
    }
    throw ValidationError(
      "scenario.unknown", "there is no scenario \"\(name)\"",
      remedy: Suggestion.sentence(for: name, among: try records(Scenario.self).map(\.name)))
  }

  /// What a scenario, a function or "now" does.
  func changing(_ value: Value) throws -> (name: String, run: () throws -> Value) {
    switch value {
    case .string(Self.now): return (Self.now, { .nil })
    case .function(let function):
      let place = function.place.map { "function at \($0.chunk):\($0.lines.lowerBound)" }
      return (place ?? "function", { try self.state.call(function).first ?? .nil })
    default:
      let scenario = try scenario(value)
      let function = try scenarioFunction(scenario.script, named: scenario.name)
      return (scenario.name, { try self.state.call(function).first ?? .nil })
    }
  }

  private func defineScenarioTrials() throws {
    try define(
      HelpEntry(
        "scenario.try", "scenario.try(name[, f])",
        "Runs a scenario and takes everything back: changes, and result, what f then returned, or the scenario "
          + "itself without f.", returns: "report",
        errors: ["scenario.unknown"],
        example: "local sum\nplan(function()\n  " + Self.scenarioExample
          + "  sum = scenario.try(\"tight\", function() return customers:sum(\"credit\") end).result\nend)\n"
          + "return sum", result: "200", seeAlso: ["scenario.define", "compare", "whatif"])
    ) { [unowned self] arguments, results in
      let (_, run) = try changing(try arguments[0])
      let measure = try arguments[1]
      let (result, changes) = try tried { () -> Value in
        let own = try run()
        guard case .function(let function) = measure else { return own }
        return try self.state.call(function).first ?? .nil
      }
      try results.add(Value.object(Self.report(of: result, changes)))
    }
    try define(
      HelpEntry(
        "scenario.use", "scenario.use(name)",
        "Lets the policies of a scenario stand for the rest of the script or console session; what it changes of "
          + "records is left out.",
        changes: "no record; the rules that later calls follow", errors: ["scenario.unknown"],
        example: "local days\nplan(function()\n  whatif(function()\n"
          + "    scenario.define{name = \"short\", script = [[\n"
          + "      local p = policies.get(\"quotes\") p.valid_days = 10 policies.use(\"quotes\", p)]]}\n"
          + "    scenario.use(\"short\")\n    days = policies.get(\"quotes\").valid_days\n"
          + "  end)\nend)\nreturn days, policies.get(\"quotes\").valid_days",
        result: "10  30", seeAlso: ["scenario.promote", "policies.use"])
    ) { [unowned self] arguments, results in
      let (_, run) = try changing(try arguments[0])
      let (standing, _) = try tried { () -> PolicyLibrary.Standing in
        _ = try run()
        return library.standing
      }
      library.restore(standing, host: self)
      try results.add(Nothing())
    }
  }

  private func defineDeciding() throws {
    try define(
      HelpEntry(
        "scenario.promote", "scenario.promote(name)",
        "Runs a scenario for good, as a part of this run: its records are changed, its policies stand for the rest "
          + "of the script or console session (later ones ask scenario.use). Gives the scenario.",
        returns: "scenario",
        changes: "the scenario, and what its script changes",
        errors: ["scenario.unknown", "scenario.decided"],
        example: "local sum, code\nplan(function()\n  " + Self.scenarioExample
          + "  scenario.promote(\"tight\")\n  sum = customers:sum(\"credit\")\n"
          + "  local ok, problem = pcall(scenario.promote, \"tight\")\n  code = problem.code\nend)\n"
          + "return sum, code", result: "200  \"scenario.decided\"",
        seeAlso: ["scenario.drop", "scenario.use", "scenario.try"])
    ) { [unowned self] arguments, results in
      let scenario = try scenario(try arguments[0])
      try requireUndecided(scenario)
      let standing = library.standing
      do {
        try requireSession().savepoint {
          let function = try scenarioFunction(scenario.script, named: scenario.name)
          _ = try state.call(function)
          try decide(scenario, .promoted)
        }
      } catch {
        library.restore(standing, host: self)
        throw error
      }
      try results.add(try binding(Scenario.schema.entity).record(scenario.id))
    }
    try define(
      HelpEntry(
        "scenario.drop", "scenario.drop(name)", "Gives a scenario up. Gives the scenario.",
        returns: "scenario",
        changes: "the scenario", errors: ["scenario.unknown", "scenario.decided"],
        example: "local state\nplan(function()\n  " + Self.scenarioExample
          + "  state = scenario.drop(\"tight\").state\nend)\nreturn state",
        result: "\"dropped\"", seeAlso: ["scenario.promote"])
    ) { [unowned self] arguments, results in
      let scenario = try scenario(try arguments[0])
      try requireUndecided(scenario)
      try decide(scenario, .dropped)
      try results.add(try binding(Scenario.schema.entity).record(scenario.id))
    }
  }

  private func decide(_ scenario: Scenario, _ state: Scenario.State) throws {
    try set(
      Scenario.self, scenario.id,
      ["state": .text(state.rawValue), "decided_on": .day(options.clock.day())])
  }
}
