/// The names of the language as candidates, each with its line of help.
import Console
import SalesKernel
import SalesScript

struct CompletionNames {
  private let model: LanguageModel

  init(_ model: LanguageModel) { self.model = model }

  var globals: [Completion] {
    var names: [Completion] = []
    for entry in model.help.entries where !entry.name.contains(where: { $0 == ":" || $0 == "." }) {
      names.append(Completion(entry.name, note: entry.summary))
    }
    let modules = model.modules.map { name, members in
      Completion(name, note: members.keys.sorted().joined(separator: ", "))
    }
    let known = Set(names.map(\.text)).union(model.modules.keys)
    return names + modules + model.globals.subtracting(known).map { Completion($0) }
      + LuaTokens.keywords.map { Completion($0) }
  }

  func fields(_ entity: String) -> [Completion] {
    (model.entity(entity)?.fields ?? []).map { Completion($0.name, note: Self.note($0)) }
  }

  private static func note(_ field: Field) -> String {
    "\(field.label.en) \(field.label.zh): \(field.help)"
  }

  /// What may stand behind a dot or a colon.
  func members(of owner: LuaType, isMethod: Bool) -> [Completion] {
    switch owner {
    case .module(let module):
      return (model.modules[module] ?? [:]).map { Completion($0.key, note: $0.value.summary) }
    case .record(let entity) where !isMethod:
      return fields(entity) + [Completion("id", note: "The record's number.")]
    default:
      guard isMethod else { return [] }
      return (model.methods(of: owner) ?? [:]).values.map { Completion($0.name, note: $0.note) }
    }
  }

  /// Of something that nothing is known of: what records and queries have.
  func allMembers(isMethod: Bool) -> [Completion] {
    if !isMethod {
      return model.catalog.entities.flatMap(\.fields).map { Completion($0.name, note: $0.help) }
    }
    let methods =
      model.classes.values.flatMap(\.values) + model.recordMethods.values.flatMap(\.values)
    return methods.map { Completion($0.name, note: $0.note) }
  }

  func options(of entry: HelpEntry, at position: Int) -> [Completion] {
    (model.signature(of: entry).options(at: position)?.names ?? []).map {
      Completion($0.name, note: $0.type.isEmpty ? nil : $0.type)
    }
  }

  /// The names that a rule over records may use.
  func rule(_ entity: String) -> [Completion] { fields(entity) + globals }

  func choices(_ field: String, _ entity: String) -> [Completion] {
    guard case .choice(let words)? = model.entity(entity)?.field(named: field)?.type else {
      return []
    }
    return words.map { Completion($0) }
  }

  /// Every field and every word of a choice, and the packs of policies.
  var allTexts: [Completion] {
    let fields = model.catalog.entities.flatMap(\.fields)
    let words = fields.flatMap { field in
      if case .choice(let words) = field.type { words } else { [String]() }
    }
    return fields.map { Completion($0.name, note: $0.help) }
      + (words + Stdlib.names(in: "policy")).map { Completion($0) }
  }

  // MARK: Arguments

  /// The entity whose records an argument takes, by name.
  func entity(of entry: HelpEntry, _ position: Int, _ option: String?) -> String? {
    let name = option ?? parameter(entry, position)?.name ?? ""
    return model.reader.records[name]
  }

  private func parameter(_ entry: HelpEntry, _ position: Int) -> LuaSignature.Parameter? {
    model.signature(of: entry).forms.first { $0.indices.contains(position) }?[position]
  }

  /// Words that an argument may be.
  func words(for entry: HelpEntry, _ position: Int, _ option: String?) -> [Completion] {
    if entry.name == "help" {
      return model.help.entries.map { Completion($0.name, note: $0.summary) }
    }
    guard let option else {
      let isPack = entry.name.hasSuffix(".policy") || entry.name.hasPrefix("policies.")
      return isPack ? Stdlib.names(in: "policy").map { Completion($0) } : []
    }
    let type =
      model.signature(of: entry).options(at: position)?.names
      .first { $0.name == option }?.type ?? ""
    let quoted = LuaTokens.of(type).filter { $0.kind == .string }.map { Completion($0.text) }
    if ["policy", "playbook", "model", "approvals", "configurator"].contains(option) {
      return quoted + Stdlib.names(in: "policy").map { Completion($0) }
    }
    return quoted
  }
}
