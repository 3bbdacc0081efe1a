import Lua
import SalesKernel
import SalesStore
import Values

/// The host: one interpreter joined to one store, with everything that scripts see.
///
/// ```
///   ScriptHost ── State (Lua)            interpreter, limits, sandbox
///       │ ├────── Session (SalesStore)   the open transaction; set while a chunk runs
///       │ ├────── EntityBinding × 6      customers, orders …: queries and records
///       │ ├────── PolicyLibrary          packs of stdlib-lua and overrides, decoded once
///       │ ├────── HelpRegistry           one entry a public name
///       │ └────── ScriptOutput           where print goes, how tables look
/// ```
/// A chunk runs inside one transaction of the store (see ``run(_:name:mode:kind:)``): it is planned or
/// applied, and recorded, as a whole.
public final class ScriptHost {
  public let state: State
  public let catalog: Catalog
  public let help = HelpRegistry()
  public let output: any ScriptOutput
  public let options: Options
  let hooks: HostHooks
  private(set) var bindings: [String: EntityBinding] = [:]
  /// The open transaction, while a chunk runs.
  var session: Session?
  let library = PolicyLibrary()
  /// Columns that frames read.
  let frames = FrameCache()
  /// Key figures that scripts can ask for.
  let kpis = KPILibrary()
  /// What prices are made from, while no record has changed since it was read.
  var keptPriceRecords: (version: Int64, session: Session, records: PriceRecords)?
  let creditCache = CreditCache()
  /// Hears how far long work is.
  public var onWork: ((WorkReport) -> Void)?
  /// The tests that this host runs; nil where it runs none.
  weak var tests: (any TestServices)?
  /// What the running chunk set by rule, for `why` and for the record of the run.
  var provenance = Provenance()
  var environment: Environment?
  /// The console that chunks are typed at; nil where a script runs by itself.
  public weak var console: (any ConsoleServices)?
  public let store: Store?
  /// The job's execution that the next run is, if it is one.
  public var execution: JobExecution?
  /// Called where a checkpoint has committed a part of a run.
  public var onPart: ((_ run: Int64, ChangeSet) -> Void)?
  /// The running run, where it can be committed in parts.
  var parts: PartialRun?

  /// - Parameter store: nil for a host without one: everything but records works.
  /// - Throws: `limit.memory`.
  public init(
    store: Store?, catalog: Catalog = .sales, options: Options, output: any ScriptOutput
  ) throws {
    self.store = store
    self.catalog = catalog
    self.options = options
    self.output = output
    self.hooks = HostHooks()
    self.state = try State(
      limits: .init(memory: options.memory), seed: options.seed, hooks: hooks)
    hooks.host = self
    try defineWorld()
  }

  deinit { state.close() }

  private func defineWorld() throws {
    try defineScalars()
    try defineBasics()
    try defineClasses()
    for entity in catalog.entities { bindings[entity.name] = try EntityBinding(entity, host: self) }
    for entity in catalog.entities { try bindings[entity.name]?.define() }
    for entity in [PriceLine.schema.entity, ApprovalCase.schema.entity] {
      bindings[entity.name] = try EntityBinding(entity, host: self)
    }
    try defineTiering()
    try defineRuns()
    try defineEngines()
    try defineFiles()
    try defineLoading()
    try defineConsole()
    try defineTesting()
    for name in options.grants.names { try state.grant(name) }
    try renewEnvironment()
  }

  /// Whether a chunk is at work on the store.
  public var isRunning: Bool { session != nil }

  /// Gives the chunks that follow private globals of their own, with all that was defined until now.
  /// At the top level only: a stop of an earlier chunk is over.
  public func renewEnvironment() throws {
    state.clearStop()
    environment = try state.newEnvironment(open: options.isInteractive)
  }

  /// - Throws: `store.missing` outside a transaction.
  func requireSession() throws -> Session {
    guard let session else {
      throw StoreError(
        "store.missing", "this needs a store, and none is open",
        remedy: "give one with --store FILE, or make one with: tenon init --sample 2000")
    }
    return session
  }

  func binding(_ entity: Entity) throws -> EntityBinding {
    guard let binding = bindings[entity.name] else {
      throw ValidationError("catalog.entity", "there is no entity \"\(entity.name)\"")
    }
    return binding
  }

  /// Makes an entity that is in no catalog known to rules.
  func bind(_ entity: Entity) throws {
    bindings[entity.name] = try EntityBinding(entity, host: self)
  }

  func binding(of recordClass: RecordClass) -> EntityBinding? {
    bindings.values.first { $0.recordClass == recordClass }
  }

  /// Defines a function together with its help.
  public func define(_ entry: HelpEntry, _ body: @escaping State.HostFunction) throws {
    help.add(entry)
    try state.define(entry.name, watched(entry, body))
  }

  // MARK: Running

  /// Runs a chunk as one transaction: all of it, or nothing.
  ///
  /// - Parameters:
  ///   - name: `@file.lua` for a file, `=console` for anything else.
  ///   - finish: called with the chunk's values and changes while the transaction is still open: records can be
  ///     read, and throwing takes the run back.
  /// - Returns: the chunk's values, and the run with its changes (none where nothing changed).
  /// - Throws: ``LuaError`` (with the host's error as cause), ``StoreError``; nothing is written then.
  public func run(
    _ source: String, name: String, mode: RunMode, kind: RunHeader.Kind,
    onWait: (@Sendable () -> Void)? = nil,
    finish: ([Value], @escaping () -> ChangeSet) throws -> Void = { _, _ in }
  ) throws -> ChunkOutcome {
    guard let environment else { throw LuaError("script.closed", "the host is closed") }
    state.clearStop()
    let chunk = try state.load(source, name: name, in: environment)
    provenance = Provenance()
    try state.setDeadline(options.timeout)
    defer { try? state.setDeadline(nil) }
    guard let store else {
      let values = try state.call(chunk)
      try finish(values, { ChangeSet() })
      return ChunkOutcome(values: values, run: nil, changes: nil)
    }
    let header = header(kind: kind, name: name, source: source)
    let outcome = try store.transaction(header, mode: mode, onWait: onWait) { session in
      try withoutActuallyEscaping(finish) { finish in
        try using(session) {
          execution?.attend(session)
          parts = PartialRun(
            header: header, commits: mode == .apply && kind == .script,
            admit: { try finish([], $0) })
          defer { parts = nil }
          let values = try state.call(chunk)
          session.policy = provenance.policyNames
          try finish(values, { session.changes })
          execution?.end()
          return values
        }
      }
    }
    return ChunkOutcome(values: outcome.value, run: outcome.run, changes: outcome.changes)
  }

  /// For long work of an engine: throws when a stop was asked for, and says how far it is.
  func work(_ label: String, _ done: Int, of total: Int?) throws {
    try state.checkStop()
    onWork?(WorkReport(label, done: done, total: total))
  }

  /// The session for the time of `body`.
  func using<T>(_ session: Session, _ body: () throws -> T) throws -> T {
    self.session = session
    session.onChange = { [state] in state.touch() }
    store?.onWork = { [unowned self] work in
      try state.checkStop()
      onWork?(work)
    }
    defer {
      store?.onWork = nil
      self.session = nil
      self.keptPriceRecords = nil
    }
    return try body()
  }

  /// Does something of the host's own as one run.
  /// - Throws: ``StoreError``, and what `body` throws; nothing is written then.
  func perform<T>(
    _ name: String, mode: RunMode = .apply, _ body: () throws -> T
  ) throws -> RunOutcome<T> {
    guard let store else { _ = try requireSession(); throw LuaError("script.closed", "no store") }
    let header = RunHeader(
      kind: .script, script: name, clock: options.clock, actor: options.actor)
    return try store.transaction(header, mode: mode) { session in
      try using(session) { try body() }
    }
  }

  // MARK: Running in steps

  /// Begins a run of several chunks; nil without a store.
  ///
  /// - Throws: ``StoreError``.
  public func begin(
    _ kind: RunHeader.Kind, name: String, mode: RunMode, onWait: (@Sendable () -> Void)? = nil
  ) throws -> OpenRun? {
    provenance = Provenance()
    return try store?.begin(
      header(kind: kind, name: name, source: ""), mode: mode, onWait: onWait)
  }

  /// Runs a chunk as one step of an open run: when it fails, what it did is taken back.
  ///
  /// - Parameter finish: called with the chunk's values while the step can still be taken back.
  /// - Throws: ``LuaError`` (with the host's error as cause), ``StoreError``.
  public func run(
    _ source: String, name: String, in run: OpenRun?, finish: ([Value]) throws -> Void
  ) throws {
    guard let environment else { throw LuaError("script.closed", "the host is closed") }
    state.clearStop()
    let chunk = try state.load(source, name: name, in: environment)
    try state.setDeadline(options.timeout)
    defer { try? state.setDeadline(nil) }
    guard let run else { return try finish(try state.call(chunk)) }
    try run.perform { session in
      try using(session) {
        let values = try state.call(chunk)
        session.policy = provenance.policyNames
        try finish(values)
      }
    }
  }

  private func header(kind: RunHeader.Kind, name: String, source: String) -> RunHeader {
    RunHeader(
      kind: kind, script: String(name.dropFirst()), scriptHash: SourceHash.of(source),
      arguments: options.arguments, clock: options.clock, seed: options.seed, actor: options.actor)
  }
}

/// What a chunk gave and did.
public struct ChunkOutcome {
  public let values: [Value]
  /// The recorded run; nil when nothing changed, or when it was only planned.
  public let run: Int64?
  public let changes: ChangeSet?
}
