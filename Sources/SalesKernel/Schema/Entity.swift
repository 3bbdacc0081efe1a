/// A kind of record: its names and its fields in slot order.
///
/// A field's *slot* is its index in ``fields``; rows, rules and the store address fields by slot.
/// Every record also has an integer `id`, which is not a field.
public struct Entity: Sendable {
  /// Plural, the Lua global and the table name: `customers`.
  public let name: String
  /// As in file and table prefixes and messages: `customer`.
  public let singular: String
  /// As messages say it: `a customer`, `an order`.
  public var indefinite: String {
    "aeio".contains(singular.prefix(1)) ? "an \(singular)" : "a \(singular)"
  }
  public let label: Label
  public let help: String
  public let fields: [Field]
  /// Whether records are final once made; nil where they may change.
  public let ledger: Ledger?
  private let slots: [String: Int]

  public init(
    _ name: String, singular: String, label: Label, help: String, ledger: Ledger? = nil,
    fields: [Field]
  ) {
    self.name = name
    self.singular = singular
    self.label = label
    self.help = help
    self.ledger = ledger
    self.fields = fields
    self.slots = Dictionary(
      uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
  }

  public func slot(of name: String) -> Int? { slots[name] }
}
