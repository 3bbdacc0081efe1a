/// A named point at which an amount is rounded, once: unit price → line → document.
///
/// Source: standards.md, Money and rounding.
public enum Stage: String, Hashable, Sendable, CaseIterable {
  /// A unit price: 4 decimals of a yuan.
  case unit
  /// The amount of one line: 2 decimals, fen.
  case line
  /// The total of a document: 2 decimals, fen.
  case document

  /// Decimals of a yuan that an amount keeps after this stage.
  public var decimals: Int { self == .unit ? 4 : 2 }

  /// The smallest step of this stage.
  ///
  /// Units: 1/10,000 yuan.
  public var quantum: Int64 { self == .unit ? 1 : 100 }
}
