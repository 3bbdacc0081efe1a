/// Why a policy was refused, and where in it.
public struct PolicyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Stable and dotted: `policy.type`, `policy.key`, `policy.missing`, `policy.value`,
  /// `policy.source`, `policy.field`, `policy.rule`, `policy.gap`, `policy.unreachable`,
  /// `policy.uncovered`, `policy.duplicate`.
  public let code: String
  /// What is wrong, opened by the path.
  public let message: String
  public let remedy: String
  /// Lua's way of naming the place: `policy.levels[2].over`.
  public let path: String

  public init(_ code: String, at path: String, _ message: String, remedy: String = "") {
    self.code = code
    self.message = "\(path): \(message)"
    self.remedy = remedy
    self.path = path
  }

  public var description: String { remedy.isEmpty ? message : "\(message) (\(remedy))" }
}
