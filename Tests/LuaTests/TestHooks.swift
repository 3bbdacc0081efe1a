import Lua

/// Hooks of a world without sales: scalars are plain numbers.
final class TestHooks: StateHooks {
  struct Unknown: ScriptError {
    let code: String
    let message: String
    let remedy = ""
  }
  var stored: [(slot: Int, row: Int)] = []

  func missingField(_ name: String, of recordClass: RecordClass) -> any Error {
    Unknown(code: "record.unknown_field", message: "no field '\(name)'")
  }
  func undefinedGlobal(_ name: String, writing: Bool) -> any Error {
    Unknown(code: "script.undefined_name", message: "\(name) is not defined")
  }
  func store(_ value: Value, slot: Int, row: Int, of block: AnyObject) throws {
    stored.append((slot, row))
  }
  func arithmetic(_ operation: ScalarOperation, _ a: Value, _ b: Value) throws -> Value {
    throw Unknown(code: "money.inexact", message: "not here")
  }
  func describe(_ scalar: Scalar) -> String { "\(scalar.kind):\(scalar.payload)" }
  func facts(of error: any Error) -> (code: String, message: String, remedy: String) {
    ("test.foreign", "\(error)", "")
  }
}

/// A state, an environment, and a way to run text.
struct TestWorld {
  let hooks = TestHooks()
  let state: State
  let environment: Environment

  init(memory: Int? = nil, seed: UInt64 = 42, define: (State) throws -> Void = { _ in }) throws {
    state = try State(limits: .init(memory: memory), seed: seed, hooks: hooks)
    try define(state)
    environment = try state.newEnvironment()
  }

  @discardableResult
  func run(_ source: String) throws -> [Value] {
    try state.call(try state.load(source, name: "@test.lua", in: environment))
  }
}

func text(_ values: [Value]) -> String {
  values.map { value -> String in
    switch value {
    case .nil: "nil"
    case .bool(let b): "\(b)"
    case .integer(let i): "\(i)"
    case .number(let d): "\(d)"
    case .string(let s): s
    case .scalar(let s): "<\(s.kind):\(s.payload)>"
    case .table(let t):
      "{\(text(t.list))|\(t.fields.map { "\($0.key)=\(text([$0.value]))" }.joined(separator: ","))}"
    default: value.typeName
    }
  }.joined(separator: " ")
}
