import CLuaShim

/// What the interpreter asks its host beside the functions that the host defined.
public protocol StateHooks: AnyObject {
  /// The error for a name that no record of the class has.
  func missingField(_ name: String, of recordClass: RecordClass) -> any Error
  /// The error for a member that no object of a class has.
  func missingMember(_ name: String, of className: String, among methods: [String]) -> any Error
  /// The error for a global that was never defined.
  func undefinedGlobal(_ name: String, writing: Bool) -> any Error
  /// Stores a field of a record.
  func store(_ value: Value, slot: Int, row: Int, of block: AnyObject) throws
  /// `*`, `/`, `%`, `//` where one side is a scalar and the shim has no exact answer.
  func arithmetic(_ operation: ScalarOperation, _ a: Value, _ b: Value) throws -> Value
  func describe(_ scalar: Scalar) -> String
  /// What to do about an error of Lua's own, which has no remedy; empty for nothing.
  func remedy(for message: String) -> String
  /// Words for an error that is no ``ScriptError``.
  func facts(of error: any Error) -> (code: String, message: String, remedy: String)
}

extension StateHooks {
  public func missingMember(
    _ name: String, of className: String, among methods: [String]
  ) -> any Error {
    ArgumentError("no member '\(name)' on a \(className)", code: "script.unknown_member")
  }

  public func remedy(for message: String) -> String { "" }
}

public enum ScalarOperation: Int32, Sendable {
  case multiply = 1
  case divide = 2
  case modulo = 3
  case floorDivide = 4
}

/// The C side of the bridge: function pointers that find their state, run Swift, and always return.
extension State {
  private static func of(_ context: UnsafeMutableRawPointer?) -> State {
    Unmanaged<State>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
  }

  /// Leaves an error for the shim to raise.
  private func leave(_ error: consuming any Error, from function: Int32 = -1) -> Int32 {
    if let host { tn_leave_error(host, errors.hold(error, from: function)) }
    return -1
  }

  /// The words of an error, made when somebody asks for them.
  func facts(
    of error: any Error, from function: Int32
  ) -> (code: String, message: String, remedy: String) {
    if let error = error as? LuaError { return (error.code, error.message, error.remedy) }
    guard let error = error as? any ScriptError else { return hooks.facts(of: error) }
    let function = function < 0 ? "" : name(of: function)
    if error.code == "script.argument", !function.isEmpty {
      return (error.code, "\(function): \(error.message)", error.remedy)
    }
    return (error.code, error.message, error.remedy)
  }

  private func addText(_ out: UnsafeMutablePointer<tn_values>, _ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        tn_values_add_text(out, $0.baseAddress, bytes.count)
      }
    }
  }

  private static func text(_ name: UnsafePointer<CChar>?, _ length: Int) -> String {
    guard let name else { return "" }
    return String(
      decoding: UnsafeRawBufferPointer(start: name, count: length), as: UTF8.self)
  }

  static var callbacks: tn_callbacks {
    tn_callbacks(
      context: nil,
      call: { context, index, arguments, count, out in
        let owner = Unmanaged<State>.fromOpaque(context.unsafelyUnwrapped)
        var results = Results(values: out.unsafelyUnwrapped, owner: owner)
        let passed = Arguments(
          base: arguments.unsafelyUnwrapped, count: Int(count), owner: owner)
        do {
          try owner._withUnsafeGuaranteedRef { try $0.run(index, passed, &results) }
          return results.count
        } catch {
          return owner._withUnsafeGuaranteedRef { $0.leave(error, from: index) }
        }
      },
      facts: { context, number, out in
        let state = State.of(context)
        guard let held = state.errors[number] else { return }
        let facts = state.facts(of: held.error, from: held.function)
        for text in [facts.code, facts.message, facts.remedy] { _ = state.addText(out!, text) }
      },
      drain: { State.of($0).drain() },
      load: { context, block, slot in
        let state = State.of(context)
        do {
          let source = Unmanaged<AnyObject>.fromOpaque(block!).takeUnretainedValue()
          guard let rows = source as? any RowSource else { return -1 }
          if slot == Int32(TN_REFRESH) {
            try rows.refreshRows()
          } else {
            try rows.loadColumn(Int(slot))
          }
          return 0
        } catch {
          return state.leave(error)
        }
      },
      missing: { context, recordClass, name, length in
        let state = State.of(context)
        let name = State.text(name, length)
        let error =
          state.objects[recordClass].map {
            state.hooks.missingMember(name, of: $0.name, among: $0.methods)
          } ?? state.hooks.missingField(name, of: RecordClass(index: recordClass))
        _ = state.leave(error)
      },
      store: { context, _, block, row, slot, value in
        let state = State.of(context)
        do {
          let source = Unmanaged<AnyObject>.fromOpaque(block!).takeUnretainedValue()
          try state.hooks.store(
            try state.value(value!.pointee), slot: Int(slot), row: Int(row), of: source)
          return 0
        } catch {
          return state.leave(error)
        }
      },
      arithmetic: { context, operation, a, b, out in
        let state = State.of(context)
        do {
          guard let operation = ScalarOperation(rawValue: operation) else { return -1 }
          let result = try state.hooks.arithmetic(operation, state.value(a), state.value(b))
          try result.encode(into: out!, state)
          return 1
        } catch {
          return state.leave(error)
        }
      },
      describe: { context, scalar, out in
        let state = State.of(context)
        let text = state.hooks.describe(Scalar(kind: scalar.kind, payload: scalar.bits))
        return state.addText(out!, text) ? 1 : -1
      },
      traced: { context, recordClass, slot, cell in
        let state = State.of(context)
        state.traced?.append((RecordClass(index: recordClass), Int(slot), cell!.pointee))
      },
      undefined: { context, name, length, writing in
        let state = State.of(context)
        _ = state.leave(
          state.hooks.undefinedGlobal(State.text(name, length), writing: writing))
      })
  }
}
