import Lua
import SalesKernel
import SalesStore
import Values

/// `why(record, field)`: the steps, inputs and rules behind a value, and the run that set it.
extension ScriptHost {
  func defineWhy() throws {
    try define(
      HelpEntry(
        "why", "why(record, field[, policy]), why(report) or why(key figure, {…})",
        "Why a field, or what an engine answered, is what it is: the inputs, the rule that applied and its source, the rules that did not and their reason.",
        returns: "explanation",
        errors: ["entity.field", "policy.unknown", "policy.field"],
        example: "return why(customers:get(1), \"level\").label", result: "\"level\"",
        seeAlso: ["tiering.apply", "runs"])
    ) { [unowned self] arguments, results in
      if case .object(let object) = try arguments[0], let report = object as? ReportObject {
        return try results.add(try report.member("why"))
      }
      if case .object(let object) = try arguments[0], let kpi = object as? KPIObject {
        return try results.add(
          Value.object(WhyObject(try explain(kpi.definition, arguments))))
      }
      guard case .record(let record) = try arguments[0],
        let binding = binding(of: record.recordClass)
      else {
        throw ArgumentError("argument #1: expected a record, got \(try arguments[0].typeName)")
      }
      let name = try arguments.decode(1, as: String.self)
      if let explain = FieldExplainers.derived(name, of: binding.entity.name) {
        let row = try binding.block(of: record).reader(record.row)
        return try results.add(Value.object(WhyObject(try explain(self, row))))
      }
      let slot = try binding.entity.requireSlot(of: name)
      let why = try explain(record, slot, of: binding, policy: arguments[2])
      try results.add(Value.object(WhyObject(why)))
    }
    try state.defineMethod(on: WhyObject.self, "json") { arguments, results in
      guard case .object(let object) = try arguments[0], let why = object as? WhyObject else {
        throw ArgumentError("expected an explanation")
      }
      try results.add(why.explanation.json)
    }
    try state.defineFallback(on: WhyObject.self) { arguments, results in
      guard case .object(let object) = try arguments[0], let why = object as? WhyObject else {
        throw ArgumentError("expected an explanation")
      }
      try results.add(try why.member(try arguments.decode(1, as: String.self)))
    }
  }

  private func explain(
    _ record: RecordReference, _ slot: Int, of binding: EntityBinding, policy: Value
  ) throws -> Explanation {
    let block = try binding.block(of: record)
    let row = block.reader(record.row)
    let field = binding.entity.fields[slot]
    let stored = try row.value(at: slot)
    var node = Explanation(field.name, .step, value: stored, source: field.source)
    node.children = try rules(behind: slot, of: binding, row, policy: policy)
    var facts: [String] = []
    if let run = try setter(of: field, of: binding.entity, id: row.id) { facts.append(run) }
    if let given = node.children.first?.value, given != stored {
      facts.append("the rule now gives \(given.display)")
    }
    node.reason = facts.isEmpty ? nil : facts.joined(separator: "; ")
    return node
  }

  /// Which run last set the field.
  private func setter(of field: Field, of entity: Entity, id: Int64) throws -> String? {
    let session = try requireSession()
    if session.changes.change(of: entity.name, field.name)?.index(of: id) != nil {
      return "set by this run"
    }
    guard let last = try session.lastRun(touching: entity, field.name, id: id) else { return nil }
    let run = try session.run(last)
    let script = run.header.script.map { " (\($0))" } ?? ""
    return "set by run \(run.id)\(script)"
  }

  /// The why-tree of the rule or policy that the field comes from.
  private func rules(
    behind slot: Int, of binding: EntityBinding, _ row: BlockRow, policy: Value
  ) throws -> [Explanation] {
    let entity = binding.entity
    let field = entity.fields[slot].name
    guard policy.isNil else { return try explainByPack(slot, binding, row, policy) }
    switch provenance.origin(of: field, of: entity.name) {
    case .engine(let explain)?: return [try explain(row)]
    case .policy?: return try explainByPack(slot, binding, row, policy)
    case .rule(let rule)?:
      let trace = try rule.trace(row)
      return [
        Explanation(
          rule.text, .matched, value: trace.value, reason: "the rule of this run",
          children: trace.inputs.map { Explanation($0.field, .input, value: $0.value) })
      ] + (try explainByStanding(slot, binding, row))
    case nil: return try explainByStanding(slot, binding, row)
    }
  }

  /// The field's engine where one makes it, else the pack that set it, else the pack that stands for it.
  private func explainByStanding(
    _ slot: Int, _ binding: EntityBinding, _ row: BlockRow
  ) throws -> [Explanation] {
    let name = binding.entity.fields[slot].name
    if let explain = FieldExplainers.explainer(of: name, of: binding.entity.name) {
      return [try explain(self, row)]
    }
    let noted = try notedOrigin(of: name, of: binding.entity, id: row.id)
    if let noted, PolicyLibrary.names.contains(noted) {
      return try explainByPack(slot, binding, row, .string(noted))
    }
    guard let pack = try defaultPack(name, of: binding.entity) else { return [] }
    let standing = try explainByPack(slot, binding, row, .string(pack))
    guard let noted else { return standing }
    let foreign = Explanation(
      noted, .step,
      reason: "the rule that set it is not a pack of this program: pass its policy as "
        + "why(record, field, policy), or plan its script; below is the pack \(pack) for comparison"
    )
    return [foreign] + standing
  }

  private func explainByPack(
    _ slot: Int, _ binding: EntityBinding, _ row: BlockRow, _ named: Value
  ) throws -> [Explanation] {
    let field = binding.entity.fields[slot].name
    var policy: TieringPolicy
    var ranks: Ranks?
    if named.isNil,
      case .policy(let applied, let table)? = provenance.origin(
        of: field, of: binding.entity.name)
    {
      (policy, ranks) = (applied, table)
    } else {
      policy = try library.tiering(named, host: self)
    }
    guard policy.writes == slot, policy.entity.name == binding.entity.name else {
      let writes = policy.entity.fields[policy.writes].name
      throw ArgumentError(
        "the policy \(policy.name) does not set \(field)", code: "policy.field",
        remedy: "it sets \(writes) of \(policy.entity.name)")
    }
    let table = try ranks ?? self.ranks(of: policy, over: QueryObject(binding, host: self))
    var node = try policy.explain(row, ranks: table)
    node.label = "policy \(policy.name)"
    return [node]
  }

  /// The policy or rule that the last run on the field noted for it.
  private func notedOrigin(of field: String, of entity: Entity, id: Int64) throws -> String? {
    let key = "\(entity.name).\(field)="
    let session = try requireSession()
    guard let run = try session.lastRun(touching: entity, field, id: id),
      let policy = try session.run(run).header.policy
    else { return nil }
    let names = policy.split(separator: ";").map { $0.drop { $0 == " " } }
    return names.first { $0.hasPrefix(key) }.map { String($0.dropFirst(key.count)) }
  }

  /// The pack that stands for a field that no run has set, see `policy/defaults.lua`.
  private func defaultPack(_ field: String, of entity: Entity) throws -> String? {
    guard entity.name == Customer.schema.entity.name,
      case .table(let table) = try library.table("defaults", host: self),
      case .string(let name) = table[field]
    else { return nil }
    return name
  }
}
