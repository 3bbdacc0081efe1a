/// Why a script, or what was asked of the store, did not succeed: one form for the errors of every layer.
///
/// ```swift
/// do {
///   try host.run(source, as: "rules.lua")
/// } catch {
///   print(error.code, error.place)                      // script.error rules.lua:3
///   if let tariff = error.cause as? TariffError { … }   // the Swift error that crossed the script
/// }
/// ```
public struct ScriptFailure: ScriptError {
  /// Stable and dotted: `script.error`, `limit.deadline`, `store.busy`; docs/errors.md lists them.
  public let code: String
  /// What happened, with the values.
  public let message: String
  /// What to do about it; may be empty.
  public let remedy: String
  /// The script in which it happened; nil where it was none.
  public let chunk: String?
  /// From 1.
  public let line: Int?
  /// Lua's traceback, innermost first; empty outside of scripts.
  public let traceback: String
  /// The Swift error as it was thrown: by a function of the program's own, or by the store.
  public let cause: (any Error)?

  public init(_ error: any Error) {
    if let failure = error as? ScriptFailure {
      self = failure
      return
    }
    (code, message, remedy) = ErrorFacts.of(error)
    let script = error as? LuaError
    chunk = script?.chunk
    line = script?.line
    traceback = script?.traceback ?? ""
    cause = script == nil ? error : script?.cause
  }

  /// `rules.lua:3`; empty outside of scripts.
  public var place: String { chunk.map { $0 + (line.map { ":\($0)" } ?? "") } ?? "" }

  /// True for a stop (deadline, memory, interrupt), which no script can catch.
  public var isStop: Bool { code.hasPrefix("limit.") || code == "run.interrupted" }

  static func wrapping<T>(_ body: () throws -> T) throws(ScriptFailure) -> T {
    do { return try body() } catch { throw ScriptFailure(error) }
  }
}

extension ScriptFailure: CustomStringConvertible {
  /// `rules.lua:3: script.error: no such rate; see tariff.list()`
  public var description: String {
    (place.isEmpty ? "" : "\(place): ") + "\(code): \(message)"
      + (remedy.isEmpty ? "" : "; \(remedy)")
  }
}
