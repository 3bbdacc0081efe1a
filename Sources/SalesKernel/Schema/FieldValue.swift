import Values

/// The value of one field of one record, in the form the store keeps and scripts see.
public enum FieldValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case money(Money)
  case day(Day)
  case instant(Instant)

  public var isNull: Bool { self == .null }
}
