/// Whose sales a forecast or a call is about; nothing set is the whole company.
public struct ForecastScope: Hashable, Sendable {
  public let region: String?
  public let rep: Int64?
  public let product: Int64?

  public init(region: String? = nil, rep: Int64? = nil, product: Int64? = nil) {
    self.region = region
    self.rep = rep
    self.product = product
  }

  public var isWhole: Bool { self == ForecastScope() }

  /// Whether what another scope is about is part of this one.
  public func holds(_ other: ForecastScope) -> Bool {
    (region == nil || region == other.region) && (rep == nil || rep == other.rep)
      && (product == nil || product == other.product)
  }
}
