/// Why a line has no price.
public struct PriceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Stable and dotted: `price.quantity`, `price.list`, `price.rule`, `price.additive`,
  /// `price.floor`, `price.waterfall`.
  public let code: String
  public let message: String
  public let remedy: String

  public init(_ code: String, _ message: String, remedy: String = "") {
    self.code = code
    self.message = message
    self.remedy = remedy
  }

  public var description: String { remedy.isEmpty ? message : "\(message) (\(remedy))" }
}
