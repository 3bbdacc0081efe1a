/// Why a value was refused: a stable code, the facts, and the remedy.
public struct ValidationError: Error, Hashable, Sendable {
  /// Stable and dotted: `customer.uscc.checksum`.
  public let code: String
  /// What happened, with the values.
  public let message: String
  /// What to do about it; may be empty.
  public let remedy: String
  public let field: String?

  public init(_ code: String, _ message: String, remedy: String = "", field: String? = nil) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.field = field
  }
}
