/// The types of the language in the notation of the Lua language server, so that editors complete and check scripts.
///
/// `tenon help --annotations` prints them; `docs/tenon.lua` keeps them.
import SalesKernel
import SalesScript

struct LuaAnnotations {
  let model: LanguageModel
  private var lines: [String] = []

  init(_ model: LanguageModel) { self.model = model }

  static func text(_ model: LanguageModel) -> String {
    var annotations = LuaAnnotations(model)
    annotations.add("---@meta tenon", "")
    annotations.add(
      "-- Types of the language of Tenon for the Lua language server.",
      "-- Generated from the catalog and the help registry: tenon help --annotations > docs/tenon.lua"
    )
    annotations.addClasses()
    for entity in model.catalog.entities { annotations.add(entity) }
    annotations.addGlobals()
    annotations.addModules()
    return annotations.lines.joined(separator: "\n") + "\n"
  }

  mutating func add(_ lines: String...) { self.lines += lines }

  mutating func add(_ lines: [String]) { self.lines += lines }

  /// One line of a comment, whatever the text holds.
  static func line(_ text: String) -> String {
    "---" + text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  // MARK: Classes

  private mutating func addClasses() {
    for scalar in ["money", "date", "instant", "span"] {
      add("", LuaAnnotations.line(LuaAnnotations.meanings[scalar] ?? ""), "---@class \(scalar)")
      add((LuaAnnotations.operators[scalar] ?? []).map { "---@operator \($0)" })
      addMethods(of: scalar)
    }
    add("", LuaAnnotations.line("Records of an entity, not read yet."), "---@class query")
    addMethods(of: "query")
    let others = model.reader.classes.subtracting(["money", "date", "instant", "span", "query"])
    for name in others.sorted() {
      add("", "---@class \(name)")
      if LuaAnnotations.open.contains(name) { add("---@field [any] any") }
      addMethods(of: name)
    }
  }

  private static let meanings = [
    "money": "An exact amount of money in yuan.", "date": "A day of the calendar.",
    "instant": "A moment.", "span": "A span of time.",
  ]
  private static let operators = [
    "money": [
      "add(money): money", "sub(money): money", "mul(number): money", "div(number): money",
      "div(money): number", "unm: money",
    ],
    "date": ["add(span): date", "sub(span): date", "sub(date): span"],
    "instant": ["add(span): instant", "sub(span): instant", "sub(instant): span"],
    "span": ["add(span): span", "sub(span): span", "mul(number): span", "div(span): number"],
  ]
  /// Classes whose fields are what the question was about.
  private static let open: Set<String> = [
    "results", "report", "explanation", "groups", "group", "frame", "lines", "priced", "grid",
    "row",
    "reader",
  ]

  private mutating func addMethods(of name: String) {
    let methods = (model.classes[name] ?? [:]).values.sorted { $0.name < $1.name }
    add("local \(name)_methods = {}")
    for method in methods {
      guard let entry = method.entry else { continue }
      addFunction(entry, as: "\(name)_methods:\(method.name)", on: name)
    }
  }

  // MARK: Functions

  private mutating func addGlobals() {
    for entry in model.help.entries
    where !entry.name.contains(where: { $0 == "." || $0 == ":" })
      && model.catalog.entity(named: entry.name) == nil
    {
      addFunction(entry, as: entry.name, on: nil)
    }
  }

  private mutating func addModules() {
    for name in model.modules.keys.sorted() {
      add("", "\(name) = {}")
      for entry in (model.modules[name] ?? [:]).values.sorted(by: { $0.name < $1.name }) {
        addFunction(entry, as: entry.name, on: nil)
      }
    }
  }

  /// A function with its parameters; options in a table are a class of their own.
  mutating func addFunction(_ entry: HelpEntry, as name: String, on owner: String?) {
    let types = AnnotatedTypes(model)
    let form = model.signature(of: entry).forms.first ?? []
    var names: [String] = []
    var parameters: [String] = []
    for (position, parameter) in form.enumerated() {
      let isRest = !AnnotatedTypes.isName(parameter.name)
      var spoken = isRest ? "..." : parameter.name
      if names.contains(spoken) { spoken += "\(position + 1)" }
      var type = types.type(of: parameter)
      if let options = parameter.options, !options.isEmpty, owner != "query" {
        let options = model.signature(of: entry).options(at: position)
        let label = entry.name.replacing(":", with: ".") + ".options"
        add("", "---@class \(label)")
        for option in options?.names ?? [] {
          add("---@field \(option.name)? \(types.type(of: option))")
        }
        if options?.isOpen == true { add("---@field [any] any") }
        type = label
      }
      let mark = parameter.isOptional && !isRest ? "?" : ""
      names.append(spoken)
      parameters.append("---@param \(spoken)\(mark) \(type)")
      if isRest { break }
    }
    add("", LuaAnnotations.line(entry.summary))
    if !entry.units.isEmpty { add(LuaAnnotations.line("Units: \(entry.units)")) }
    if !entry.changes.isEmpty { add(LuaAnnotations.line("Changes: \(entry.changes)")) }
    add(parameters)
    if let result = types.result(entry, on: owner) { add("---@return \(result)") }
    add("function \(name)(\(names.joined(separator: ", "))) end")
  }
}
