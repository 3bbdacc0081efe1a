import Lua
import Pictures
import SalesKernel
import SalesStore
import Values

/// What the interpreter asks of the host: words for errors, exact arithmetic, stores of fields.
final class HostHooks: StateHooks {
  weak var host: ScriptHost?

  func missingField(_ name: String, of recordClass: RecordClass) -> any Error {
    guard let binding = host?.binding(of: recordClass) else {
      return ValidationError("entity.field", "no field '\(name)'")
    }
    let names = binding.entity.fields.map(\.name) + binding.methodNames
    let near = Suggestion.closest(to: name, among: names)
    return ValidationError(
      "entity.field", "no field '\(name)' on \(binding.entity.indefinite)",
      remedy: near.map { "did you mean '\($0)'?" }
        ?? "help(\(binding.entity.name)) lists the fields",
      field: name)
  }

  func missingMember(_ name: String, of className: String, among methods: [String]) -> any Error {
    let near = Suggestion.closest(to: name, among: methods)
    return ArgumentError(
      "no member '\(name)' on a \(className)", code: "script.unknown_member",
      remedy: near.map { "did you mean '\($0)'?" }
        ?? (methods.isEmpty ? "" : "it has \(methods.joined(separator: ", "))"))
  }

  func undefinedGlobal(_ name: String, writing: Bool) -> any Error {
    guard !writing else {
      return ArgumentError(
        "'\(name)' is not declared", code: "script.undefined_name",
        remedy: "declare it first: local \(name)")
    }
    let names = host.map { host in host.environment.map { host.state.names(in: $0) } ?? [] } ?? []
    let near = Suggestion.closest(to: name, among: names)
    return ArgumentError(
      "'\(name)' is not defined", code: "script.undefined_name",
      remedy: near.map { "did you mean '\($0)'?" } ?? "help() lists what is")
  }

  func store(_ value: Value, slot: Int, row: Int, of block: AnyObject) throws {
    guard let host, let rows = block as? RowBlock else {
      throw ArgumentError("this record cannot be assigned to")
    }
    let field = rows.entity.fields[slot]
    let valid = try field.validated(try host.fieldValue(value, for: field))
    try host.set(rows, row, [(slot, valid)])
  }

  func arithmetic(_ operation: ScalarOperation, _ a: Value, _ b: Value) throws -> Value {
    try ScalarArithmetic.apply(operation, a, b)
  }

  func describe(_ scalar: Scalar) -> String {
    (try? TypedScalar(scalar).text) ?? "out of range"
  }

  /// `attempt to call a nil value (field 'pirce')`: the nearest function of the modules.
  func remedy(for message: String) -> String {
    let opening = "attempt to call a nil value (field '"
    guard message.hasPrefix(opening), let host else { return "" }
    let name = String(message.dropFirst(opening.count).prefix { $0 != "'" })
    let functions = host.help.entries.map(\.name).filter { $0.contains(".") }
    let near = Suggestion.closest(to: name, among: functions.map(Self.lastName))
    guard let near, near != name, let whole = functions.first(where: { Self.lastName($0) == near })
    else { return "" }
    return "did you mean '\(whole)'?"
  }

  private static func lastName(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }

  func facts(of error: any Error) -> (code: String, message: String, remedy: String) {
    ErrorFacts.of(error)
  }
}

/// Code, message and remedy of any layer's error.
public enum ErrorFacts {
  public static func of(_ error: any Error) -> (code: String, message: String, remedy: String) {
    switch error {
    case let error as LuaError: (error.code, error.message, error.remedy)
    case let error as any ScriptError: (error.code, error.message, error.remedy)
    case let error as ValidationError: (error.code, error.message, error.remedy)
    case let error as StoreError: (error.code, error.message, error.remedy)
    case let error as PolicyError: (error.code, error.message, error.remedy)
    case let error as PriceError: (error.code, error.message, error.remedy)
    case let error as ValueError: (error.code, error.message, error.remedy)
    case let error as PictureError: (error.code, error.message, error.remedy)
    case let error as CSVError: (error.code, error.message, error.remedy)
    default: ("host.error", "\(error)", "")
    }
  }
}
