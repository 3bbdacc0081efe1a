import Values

/// A Swift type that a typed record keeps and a ``FieldValue`` can carry.
public protocol FieldRepresentable: Sendable {
  var fieldValue: FieldValue { get }
  /// Nil where the value is of another kind; never converts.
  init?(fieldValue: FieldValue)
}

extension Bool: FieldRepresentable {
  public var fieldValue: FieldValue { .bool(self) }
  public init?(fieldValue: FieldValue) {
    guard case .bool(let value) = fieldValue else { return nil }
    self = value
  }
}

extension Int64: FieldRepresentable {
  public var fieldValue: FieldValue { .integer(self) }
  public init?(fieldValue: FieldValue) {
    guard case .integer(let value) = fieldValue else { return nil }
    self = value
  }
}

extension Double: FieldRepresentable {
  public var fieldValue: FieldValue { .number(self) }
  public init?(fieldValue: FieldValue) {
    guard case .number(let value) = fieldValue else { return nil }
    self = value
  }
}

extension String: FieldRepresentable {
  public var fieldValue: FieldValue { .text(self) }
  public init?(fieldValue: FieldValue) {
    guard case .text(let value) = fieldValue else { return nil }
    self = value
  }
}

extension Money: FieldRepresentable {
  public var fieldValue: FieldValue { .money(self) }
  public init?(fieldValue: FieldValue) {
    guard case .money(let value) = fieldValue else { return nil }
    self = value
  }
}

extension Day: FieldRepresentable {
  public var fieldValue: FieldValue { .day(self) }
  public init?(fieldValue: FieldValue) {
    guard case .day(let value) = fieldValue else { return nil }
    self = value
  }
}

extension Instant: FieldRepresentable {
  public var fieldValue: FieldValue { .instant(self) }
  public init?(fieldValue: FieldValue) {
    guard case .instant(let value) = fieldValue else { return nil }
    self = value
  }
}

extension Optional: FieldRepresentable where Wrapped: FieldRepresentable {
  public var fieldValue: FieldValue { self?.fieldValue ?? .null }
  public init?(fieldValue: FieldValue) {
    if case .null = fieldValue {
      self = Self.none
      return
    }
    guard let value = Wrapped(fieldValue: fieldValue) else { return nil }
    self = value
  }
}

/// A closed list of words, kept as the word.
public protocol FieldChoice: FieldRepresentable, CaseIterable, RawRepresentable, Hashable
where RawValue == String {}

extension FieldChoice {
  public var fieldValue: FieldValue { .text(rawValue) }
  public init?(fieldValue: FieldValue) {
    guard case .text(let word) = fieldValue, let choice = Self(rawValue: word) else { return nil }
    self = choice
  }
  /// The field type that admits exactly these words.
  public static var fieldType: FieldType { .choice(allCases.map(\.rawValue)) }
}
