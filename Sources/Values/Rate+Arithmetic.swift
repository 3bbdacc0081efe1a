/// Arithmetic of rates: exact or refused.
extension Rate {
  /// What is left of the whole, 1 − rate: a discount of 5 % leaves 0.95.
  ///
  /// Throws: `rate.overflow`.
  public func complement() throws(ValueError) -> Rate { try Rate.one.subtracting(self) }

  /// Throws: `rate.overflow`.
  public func adding(_ other: Rate) throws(ValueError) -> Rate {
    let decimals = max(scale, other.scale)
    let sum = widened(to: decimals) + other.widened(to: decimals)
    return try Rate(sum, decimals, "\(self) + \(other)")
  }

  /// Throws: `rate.overflow`.
  public func subtracting(_ other: Rate) throws(ValueError) -> Rate {
    let decimals = max(scale, other.scale)
    let rest = widened(to: decimals) - other.widened(to: decimals)
    return try Rate(rest, decimals, "\(self) - \(other)")
  }

  /// The exact product, as successive discounts compose.
  ///
  /// Throws: `rate.overflow` when it needs more than 18 decimals or 19 digits.
  public func times(_ other: Rate) throws(ValueError) -> Rate {
    try Rate(Int128(mantissa) * Int128(other.mantissa), scale + other.scale, "\(self) × \(other)")
  }

  /// Throws: `rate.overflow`, for the least mantissa only.
  public func negated() throws(ValueError) -> Rate {
    try Rate(-Int128(mantissa), scale, "-(\(self))")
  }

  private func widened(to decimals: Int) -> Int128 {
    Int128(mantissa) * powerOfTen(decimals - scale)
  }
}
