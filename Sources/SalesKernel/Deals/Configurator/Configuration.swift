/// A base with modules, as it was asked for.
/// - Source: PR10.
public struct Configuration: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public let product: Int64
    /// Pieces in one base.
    public let quantity: Int64

    public init(product: Int64, quantity: Int64) {
      self.product = product
      self.quantity = quantity
    }
  }

  public let base: Int64
  /// Each module once, in the order of its first appearance.
  public let modules: [Part]

  /// - Throws: `configurator.limit` for fewer than one piece, or more than can be counted.
  public init(base: Int64, modules: [Part]) throws(ValidationError) {
    var order: [Int64] = []
    var counts: [Int64: Int64] = [:]
    for part in modules {
      guard part.quantity >= 1 else {
        throw ValidationError(
          "configurator.limit", "\(part.quantity) pieces of module \(part.product)",
          remedy: "give pieces from 1, or leave the module out")
      }
      let (sum, overflow) = (counts[part.product] ?? 0).addingReportingOverflow(part.quantity)
      guard !overflow else { throw Self.tooMany(part.product) }
      if counts[part.product] == nil { order.append(part.product) }
      counts[part.product] = sum
    }
    self.base = base
    self.modules = order.map { Part(product: $0, quantity: counts[$0] ?? 0) }
  }

  /// The base and its modules for so many bases, the base first.
  /// - Throws: `configurator.limit`.
  public func parts(times count: Int64) throws(ValidationError) -> [Part] {
    guard count >= 1 else {
      throw ValidationError(
        "configurator.limit", "\(count) configurations", remedy: "give configurations from 1")
    }
    var parts = [Part(product: base, quantity: count)]
    for module in modules {
      let (pieces, overflow) = module.quantity.multipliedReportingOverflow(by: count)
      guard !overflow else { throw Self.tooMany(module.product) }
      parts.append(Part(product: module.product, quantity: pieces))
    }
    return parts
  }

  private static func tooMany(_ product: Int64) -> ValidationError {
    ValidationError(
      "configurator.limit", "the pieces of module \(product) are too many to count",
      remedy: "ask for fewer")
  }
}
