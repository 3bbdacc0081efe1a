import CLuaShim

/// A Lua function held by the host. Valid while its state is open.
public final class Function {
  let reference: Int32
  private let lifeline: Lifeline

  init(reference: Int32, lifeline: Lifeline) {
    self.reference = reference
    self.lifeline = lifeline
  }

  // May run inside a collection: only enqueues.
  deinit { lifeline.forgotten.append(reference) }

  /// Where it was defined: chunk name and lines; nil for host functions.
  public var place: (chunk: String, lines: ClosedRange<Int>)? {
    guard let host = lifeline.host else { return nil }
    var chunk = [CChar](repeating: 0, count: 1024)
    var first: Int32 = 0
    var last: Int32 = 0
    guard tn_function_place(host, reference, &chunk, chunk.count, &first, &last) else { return nil }
    let name = String(
      decoding: chunk.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (String(name.dropFirst()), Int(first)...max(Int(first), Int(last)))
  }
}

/// What functions share with their state and keep when it is gone. (A weak reference to the state itself would make
/// every call of a host function pay for it.)
final class Lifeline {
  /// nil once the state is closed.
  var host: OpaquePointer?
  var forgotten: [Int32] = []
}
