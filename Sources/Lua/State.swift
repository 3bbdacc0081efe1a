import CLuaShim

/// One Lua interpreter, its limits, and the host functions it sees.
///
/// ```
///   Swift closure ──define──▶ State ──load──▶ Function ──call──▶ [Value]
///        ▲                      │                                  │
///        └── Arguments ◀── trampoline (C) ◀── script ◀─────────────┘
/// ```
/// - `State` owns the interpreter; it stays on one thread.
/// - ``Value``, ``Table``, ``Scalar`` are what crosses; ``Function`` holds a Lua function.
/// - Errors come back as ``LuaError``; a Swift error that crossed a script rides in its `cause`.
public final class State {
  public struct Limits: Sendable {
    /// Bytes; nil for none.
    public var memory: Int?
    public init(memory: Int? = nil) { self.memory = memory }
  }

  /// A host function: reads its arguments, leaves its results.
  public typealias HostFunction = (Arguments, inout Results) throws -> Void

  private(set) var host: OpaquePointer? {
    didSet { lifeline.host = host }
  }
  let lifeline = Lifeline()
  /// Bodies by index, at a fixed place: finding one is a load.
  private let bodies = UnsafeMutablePointer<Body>.allocate(capacity: State.mostFunctions)
  /// In a struct: a function by itself is wrapped in another one where a pointer's pointee is generic. Not copyable: to
  /// call it takes no reference, which is counted.
  private struct Body: ~Copyable {
    let run: HostFunction

    @inline(__always)
    borrowing func callAsFunction(_ arguments: Arguments, _ results: inout Results) throws {
      try run(arguments, &results)
    }
  }
  private var names: [String] = []
  private static let mostFunctions = 4096
  var classes: [ObjectIdentifier: Int32] = [:]
  /// Names of the classes of objects and of their methods, for what is said of a wrong one.
  private(set) var objects: [Int32: (name: String, methods: [String])] = [:]
  let hooks: any StateHooks
  let errors = HeldErrors()
  /// The class that was looked up last: often the next one too.
  private var lastClass: (type: ObjectIdentifier, index: Int32)
  private var maps = 0
  /// Whether a function is being applied to rows.
  public var isMapping: Bool { maps > 0 }
  var traced: [(RecordClass, Int, row_cell)]?

  /// - Throws: `limit.memory` when no interpreter could be made.
  public convenience init(limits: Limits = Limits(), seed: UInt64, hooks: any StateHooks) throws {
    try self.init(limits: limits, seed: seed, hooks: hooks, failingAllocation: 0)
  }

  /// For tests: the allocation of that number fails; 0 for none.
  package init(
    limits: Limits, seed: UInt64, hooks: any StateHooks, failingAllocation number: UInt64
  ) throws {
    self.hooks = hooks
    lastClass = (ObjectIdentifier(Lifeline.self), -1)
    var callbacks = State.callbacks
    callbacks.context = Unmanaged.passUnretained(self).toOpaque()
    guard let host = tn_open(&callbacks, limits.memory ?? 0, seed, number) else {
      throw LuaError("limit.memory", "no memory for an interpreter")
    }
    self.host = host
    lifeline.host = host
  }

  deinit {
    close()
    bodies.deinitialize(count: names.count)
    bodies.deallocate()
  }

  /// Ends the interpreter; functions and records it gave out are dead from here on.
  public func close() {
    guard let host else { return }
    tn_close(host)
    drain()
    self.host = nil
    tn_free(host)
  }

  // MARK: What scripts see

  /// Defines a host function under a global name or `module.name`.
  public func define(_ path: String, _ body: @escaping HostFunction) throws {
    try check(try tn_define_function(live(), path, register(path, body)))
  }

  /// Defines a value under a global name or `module.name`.
  public func define(_ path: String, value: Value) throws {
    let values = try collect([value])
    try check(try tn_define_value(live(), path, values))
  }

  /// Makes a Swift class known to scripts.
  public func defineClass(_ type: AnyObject.Type, name: String) throws {
    let index = tn_define_class(try live(), name, false)
    guard index >= 0 else { throw lastError() }
    classes[ObjectIdentifier(type)] = index
    objects[index] = (name, [])
  }

  public func defineMethod(on type: AnyObject.Type, _ name: String, _ body: @escaping HostFunction)
    throws
  {
    guard let index = classes[ObjectIdentifier(type)] else {
      throw LuaError("host.class", "\(type) is not defined")
    }
    let owner = objects[index]?.name ?? "\(type)"
    try check(try tn_define_method(live(), index, name, register("\(owner):\(name)", body)))
    if !name.hasPrefix("__") { objects[index]?.methods.append(name) }
  }

  /// Answers members that the class does not have.
  public func defineFallback(on type: AnyObject.Type, _ body: @escaping HostFunction) throws {
    guard let index = classes[ObjectIdentifier(type)] else {
      throw LuaError("host.class", "\(type) is not defined")
    }
    try check(try tn_define_fallback(live(), index, register("", body)))
  }

  /// A kind of record: its fields by slot, and `id`.
  public func defineRecord(name: String, fields: [String]) throws -> RecordClass {
    let index = tn_define_class(try live(), name, true)
    guard index >= 0 else { throw lastError() }
    try check(try tn_define_field(live(), index, "id", -1))
    for (slot, field) in fields.enumerated() {
      try check(try tn_define_field(live(), index, field, Int32(slot)))
    }
    return RecordClass(index: index)
  }

  public func defineMethod(on record: RecordClass, _ name: String, _ body: @escaping HostFunction)
    throws
  {
    try check(try tn_define_method(live(), record.index, name, register(name, body)))
  }

  /// A method of money, dates, instants and spans (one shared metatable).
  public func defineScalarMethod(_ name: String, _ body: @escaping HostFunction) throws {
    try check(try tn_define_method(live(), -1, name, register(name, body)))
  }

  /// Names that ``grant(_:)`` takes; `io` and `os` stand for all of theirs.
  public static let grantable: [String] = {
    var names: Set<String> = []
    var one = tn_grantable_name()
    var index: Int32 = 0
    while tn_grantable(index, &one) {
      index += 1
      let library = String(cString: one.library)
      names.insert("\(library).\(String(cString: one.name))")
      if one.whole { names.insert(library) }
    }
    return names.sorted()
  }()

  /// Gives scripts a function of the standard libraries that the sandbox keeps from them, in environments made from
  /// then on. What it does is then the embedder's to answer for: files and programs know no limits and no undo.
  /// - Throws: `sandbox.grant` for a name that cannot be granted.
  public func grant(_ name: String) throws {
    var found: Int32 = 0
    try check(tn_grant(live(), name, &found))
    guard found > 0 else {
      throw LuaError(
        "sandbox.grant", "\"\(name)\" cannot be granted",
        remedy: "one of: \(State.grantable.joined(separator: ", "))")
    }
  }

  // MARK: Chunks

  /// A private world for a script. An open one (the console's) may define globals.
  public func newEnvironment(open: Bool = false) throws -> Environment {
    var reference: Int32 = 0
    try check(tn_new_environment(live(), open, &reference))
    return Environment(function: Function(reference: reference, lifeline: lifeline))
  }

  /// Compiles a chunk. `name` starts with `@` for a file or `=` for anything else.
  /// - Throws: `script.syntax`.
  public func load(_ source: String, name: String, in environment: Environment) throws -> Function {
    var reference: Int32 = 0
    var source = source
    try check(
      source.withUTF8 { bytes in
        try bytes.withMemoryRebound(to: CChar.self) {
          tn_load(
            try live(), $0.baseAddress, bytes.count, name, environment.function.reference,
            &reference)
        }
      })
    return Function(reference: reference, lifeline: lifeline)
  }

  /// Calls a function and copies out its results.
  public func call(_ function: Function, _ arguments: [Value] = []) throws -> [Value] {
    let host = try live()
    drain()
    let values = tn_arguments(host)!
    for argument in arguments { try argument.encode(into: values, self) }
    var results: UnsafePointer<tn_value>?
    var count: Int32 = 0
    try check(tn_call(host, function.reference, &results, &count))
    defer { tn_pop(host) }
    guard let results else { return [] }
    return try (0..<Int(count)).map { try value(results[$0]) }
  }

  /// Applies a function to every row of a block; `results` has a cell a row. Their texts live until the next map.
  /// - Throws: ``RowError`` with the row at which the function failed; a stop as it is.
  public func map(
    _ function: Function, over source: any RowSource, count: Int, of recordClass: RecordClass,
    into results: UnsafeMutablePointer<row_cell>
  ) throws {
    let block = Unmanaged.passUnretained(source as AnyObject).toOpaque()
    var row: Int32 = 0
    maps += 1
    defer { maps -= 1 }
    let status = tn_map(
      try live(), function.reference, recordClass.index, block, source.rowCells, source.rowIDs,
      Int32(source.rowWidth), Int32(count), results, &row)
    if status == 0 { return }
    let error = lastError()
    throw error.isStop ? error : RowError(error: error, row: Int(row)) as any Error
  }

  /// Runs `body` and gives the fields that records were asked for meanwhile, in order of first reading.
  public func tracing<T>(_ body: () throws -> T) throws -> (T, [(slot: Int, value: Value)]) {
    let host = try live()
    let outer = traced
    traced = []
    tn_trace(host, true)
    defer {
      traced = outer
      tn_trace(host, outer != nil)
    }
    let result = try body()
    var seen: Set<Int> = []
    let inputs = try (traced ?? []).filter { seen.insert($0.1).inserted }
      .map { (slot: $0.1, value: try value($0.2)) }
    return (result, inputs)
  }

  /// Says that records changed: what scripts hold of them is read anew.
  public func touch() { if let host { tn_touch(host) } }

  public var version: Int64 { host.map { tn_version($0) } ?? 0 }

  // MARK: Limits

  /// Stops whatever runs after so many seconds; nil disarms. Inside of a script it does nothing: its own limit holds.
  public func setDeadline(_ seconds: Double?) throws {
    guard tn_set_deadline(try live(), seconds ?? 0) else {
      throw LuaError("limit.deadline", "no watchdog could be started")
    }
  }

  /// Clears a stop; inside of a script it does nothing.
  public func clearStop() { if let host { tn_resume(host) } }

  /// For long work of the host: throws when a stop was asked for.
  public func checkStop() throws {
    if let host, tn_stopped(host) != 0 {
      _ = tn_describe_stop(host)
      throw lastError()
    }
  }

  public var isStopped: Bool { host.map { tn_stopped($0) != 0 } ?? true }
  /// Bytes of the interpreter and of what crosses.
  public var memoryUsed: Int { host.map { tn_memory_used($0) } ?? 0 }

  /// Frees all that scripts no longer hold.
  public func collect() throws {
    try check(tn_collect(live()))
    drain()
  }

  /// For tests: the allocation of that number from now on fails; 0 for none.
  package func failAllocation(_ number: UInt64) {
    if let host { tn_fail_allocation(host, number) }
  }

  /// For tests: allocations since ``failAllocation(_:)``.
  package var allocations: UInt64 { host.map { tn_allocations($0) } ?? 0 }

  /// Seconds of CPU time that this thread used since its script was told to stop; nil where none was.
  public var sinceStop: Double? {
    host.map { tn_since_stop($0) }.flatMap { $0 < 0 ? nil : $0 }
  }

  /// What a signal handler passes to ``interrupt(_:)``.
  public var interruptHandle: OpaquePointer? { host }

  /// Stops the script of a state. Async-signal-safe.
  public static func interrupt(_ handle: OpaquePointer) { tn_stop(handle, Int32(TN_INTERRUPT)) }

  /// Where the running script stands: chunk and line.
  public var place: (chunk: String, line: Int)? {
    guard let host else { return nil }
    var chunk = [CChar](repeating: 0, count: 1024)
    var line: Int32 = 0
    guard tn_where(host, &chunk, chunk.count, &line) else { return nil }
    let name = String(
      decoding: chunk.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (String(name.dropFirst()), Int(line))
  }

  // MARK: Inside

  func classIndex(of object: AnyObject) -> Int32? {
    let type = ObjectIdentifier(type(of: object))
    if type == lastClass.type { return lastClass.index }
    guard let index = classes[type] else { return nil }
    lastClass = (type, index)
    return index
  }

  func live() throws -> OpaquePointer {
    guard let host else { throw LuaError("script.closed", "the interpreter is closed") }
    return host
  }

  private func register(_ name: String, _ body: @escaping HostFunction) throws -> Int32 {
    guard names.count < State.mostFunctions else {
      throw LuaError("host.functions", "more than \(State.mostFunctions) host functions")
    }
    (bodies + names.count).initialize(to: Body(run: body))
    names.append(name)
    return Int32(names.count - 1)
  }

  @inline(__always)
  func run(_ index: Int32, _ arguments: Arguments, _ results: inout Results) throws {
    try bodies[Int(index)](arguments, &results)
  }

  func name(of index: Int32) -> String { names[Int(index)] }

  /// Releases what scripts no longer hold. Never inside a collection.
  func drain() {
    guard let host else { return }
    var released = tn_released()
    while tn_take_released(host, &released) {
      if let object = released.object {
        Unmanaged<AnyObject>.fromOpaque(object).release()
      } else {
        errors.letGo(released.error)
      }
    }
    while let reference = lifeline.forgotten.popLast() { tn_unref(host, reference) }
  }

  private func collect(_ items: [Value]) throws -> UnsafeMutablePointer<tn_values> {
    let values = tn_arguments(try live())!
    for item in items { try item.encode(into: values, self) }
    return values
  }

  func check(_ status: Int32) throws {
    if status != 0 { throw lastError() }
  }

  private func lastError() -> LuaError {
    guard let host else { return LuaError("script.closed", "the interpreter is closed") }
    let error = tn_last_error(host).pointee
    let held = errors[error.held]
    let chunk = String(cString: error.chunk)
    var facts =
      held.map { self.facts(of: $0.error, from: $0.function) }
      ?? (
        code: String(cString: error.code), message: String(cString: error.message),
        remedy: String(cString: error.remedy)
      )
    if facts.remedy.isEmpty, facts.code == "script.error" {
      facts.remedy = hooks.remedy(for: facts.message)
    }
    return LuaError(
      facts.code, facts.message, remedy: facts.remedy,
      chunk: chunk.isEmpty ? nil : String(chunk.dropFirst()),
      line: chunk.isEmpty ? nil : Int(error.line), traceback: String(cString: error.traceback),
      cause: held?.error)
  }
}

/// A script's private globals.
public struct Environment {
  let function: Function
}

/// What is seen of a value without calling anything of the script.
public enum Glimpse {
  case nothing
  /// A plain value: a boolean, number, string or scalar.
  case plain(Value)
  case object(AnyObject)
  case record(RecordClass)
  /// Its keys that are strings, and the names in the list `__complete` of its metatable.
  case table([String])
  case function
}

extension State {
  /// What stands at a path of raw keys: `["a", "b"]` for `a.b`. No metamethod is called, nothing raises.
  public func glimpse(_ path: [String], in environment: Environment) -> Glimpse {
    guard let host, !path.contains(where: { $0.utf8.contains(0) || $0.contains(".") }) else {
      return .nothing
    }
    final class Names { var list: [String] = [] }
    let names = Names()
    var value = tn_value()
    let type = tn_peek(
      host, environment.function.reference, path.joined(separator: "."), &value,
      Unmanaged.passUnretained(names).toOpaque()
    ) { context, name, length in
      guard let context, let name else { return }
      let bytes = UnsafeBufferPointer(
        start: UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self), count: length)
      Unmanaged<Names>.fromOpaque(context).takeUnretainedValue()
        .list.append(String(decoding: bytes, as: UTF8.self))
    }
    switch Int(value.kind) {
    case Int(TN_OBJECT): return State.object(value).map { .object($0) } ?? .nothing
    case Int(TN_RECORD):
      guard let record = UnsafePointer<tn_record>(bitPattern: Int(value.bits)) else {
        return .nothing
      }
      return .record(RecordClass(index: Int32(bitPattern: record.pointee.klass)))
    default: break
    }
    switch type {
    case State.tableType: return .table(names.list)
    case State.functionType: return .function
    case ...0: return .nothing
    case State.stringType: return .plain(.string(""))
    default: return (try? self.value(value)).map { .plain($0) } ?? .nothing
    }
  }

  // As lua.h numbers them.
  private static let stringType: Int32 = 4
  private static let tableType: Int32 = 5
  private static let functionType: Int32 = 6

  /// Names that an environment defines, unsorted; `own`: only those that chunks gave an open environment.
  public func names(in environment: Environment, own: Bool = false) -> [String] {
    guard let host else { return [] }
    final class Names { var list: [String] = [] }
    let names = Names()
    tn_each_name(
      host, environment.function.reference, own, Unmanaged.passUnretained(names).toOpaque()
    ) {
      context, name, length in
      guard let context, let name else { return }
      let bytes = UnsafeBufferPointer(
        start: UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self), count: length)
      Unmanaged<Names>.fromOpaque(context).takeUnretainedValue()
        .list.append(String(decoding: bytes, as: UTF8.self))
    }
    return names.list
  }
}
