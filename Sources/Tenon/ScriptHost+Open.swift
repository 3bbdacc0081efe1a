/// A store and a host over it in one call.
extension ScriptHost {
  /// Opens a store for scripts.
  ///
  /// ```swift
  /// let host = try ScriptHost.open("sales.db", options: .init(actor: "shop", seconds: 2, megabytes: 64))
  /// ```
  /// - Throws: `store.missing`, `store.foreign`, `store.newer`, `store.readonly`, `store.io`, `store.corrupt`,
  ///   `limit.memory`.
  public static func open(
    _ path: String, access: Store.Access = .readWrite, options: Options = Options(actor: ""),
    output: any ScriptOutput = TextOutput()
  ) throws(ScriptFailure) -> ScriptHost {
    try ScriptFailure.wrapping {
      try ScriptHost(
        store: try Store.open(at: path, catalog: .sales, access: access), options: options,
        output: output)
    }
  }

  /// Makes a new store, empty, and opens it.
  ///
  /// - Throws: `store.exists`, `store.io`, `store.full`, `limit.memory`.
  public static func create(
    _ path: String, options: Options = Options(actor: ""),
    output: any ScriptOutput = TextOutput()
  ) throws(ScriptFailure) -> ScriptHost {
    try ScriptFailure.wrapping {
      try ScriptHost(
        store: try Store.create(at: path, catalog: .sales), options: options, output: output)
    }
  }

  /// A host over an empty store that lives in memory, as long as the host.
  public static func inMemory(
    options: Options = Options(actor: ""), output: any ScriptOutput = TextOutput()
  ) throws(ScriptFailure) -> ScriptHost {
    try ScriptFailure.wrapping {
      try ScriptHost(store: try Store.inMemory(catalog: .sales), options: options, output: output)
    }
  }

  /// Ends the interpreter and closes the store. Functions and records that scripts gave out are dead from here on.
  ///
  /// From a function that a script calls it stops that script, and closes nothing.
  public func close() {
    if isRunning, let handle = state.interruptHandle {
      State.interrupt(handle)
      return
    }
    state.close()
    store?.close()
  }
}

extension ScriptHost.Options {
  /// The machine's clock, and limits in the units that people use.
  ///
  /// - Parameters:
  ///   - actor: who does the runs, for their record.
  ///   - seconds: of one run; nil for no limit.
  ///   - megabytes: of the interpreter; nil for no limit.
  ///   - clock: what scripts see as now; nil for the machine's.
  public init(
    actor: String, seconds: Double? = nil, megabytes: Int? = 512,
    grants: ScriptHost.Grants = ScriptHost.Grants(), clock: Instant? = nil, seed: UInt64 = 0,
    arguments: [String] = []
  ) {
    let bytes = megabytes.map { $0.multipliedReportingOverflow(by: 1 << 20) }
    self.init(
      clock: clock ?? .now, seed: seed, actor: actor, arguments: arguments,
      memory: bytes.map { $0.overflow ? .max : max(1, $0.partialValue) }, timeout: seconds,
      grants: grants)
  }
}

/// Hands what scripts print to a closure; tables as tab-separated lines.
public final class TextOutput: ScriptOutput {
  private let sink: (String) -> Void
  private let plain = CapturedOutput()

  /// - Parameter sink: gets each text with its line ends; standard output where none is given.
  public init(_ sink: @escaping (String) -> Void = { print($0, terminator: "") }) {
    self.sink = sink
  }

  public func write(_ text: String) { sink(text) }
  public func text(of table: ResultTable) -> String { plain.text(of: table) }
  public func text(of explanation: Explanation) -> String { plain.text(of: explanation) }
}
