/// An error that came out of a script: what, where, and the host error it carried, if any.
///
/// Codes of this layer: `script.syntax`, `script.error` (raised by the script or by Lua itself), `script.depth`,
/// `script.utf8`, `limit.deadline`, `limit.memory`, `run.interrupted`; host errors keep their own.
public struct LuaError: Error, Sendable {
  public let code: String
  public let message: String
  public let remedy: String
  /// As given to ``State/load(_:name:in:)``, without the leading `@` or `=`.
  public let chunk: String?
  public let line: Int?
  public let traceback: String
  /// The Swift error that crossed the script, unchanged.
  public let cause: (any Error)?

  public init(
    _ code: String, _ message: String, remedy: String = "", chunk: String? = nil,
    line: Int? = nil, traceback: String = "", cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.chunk = chunk
    self.line = line
    self.traceback = traceback
    self.cause = cause
  }

  /// True for a stop (deadline, memory, interrupt), which no script can catch.
  public var isStop: Bool { code.hasPrefix("limit.") || code == "run.interrupted" }
}

/// What went wrong when a function was applied to the rows of a block, and at which row.
public struct RowError: Error {
  public let error: LuaError
  public let row: Int
}

/// A host error that knows how it reads in a script.
public protocol ScriptError: Error {
  var code: String { get }
  var message: String { get }
  var remedy: String { get }
}

/// What a host function throws when its caller asked for something that will not do.
public struct ArgumentError: ScriptError {
  public let code: String
  public let message: String
  public let remedy: String

  public init(_ message: String, code: String = "script.argument", remedy: String = "") {
    self.code = code
    self.message = message
    self.remedy = remedy
  }
}

extension ArgumentError: CustomStringConvertible {
  /// As it stands inside another message.
  public var description: String { remedy.isEmpty ? message : "\(message); \(remedy)" }
}
