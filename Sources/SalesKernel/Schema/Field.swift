/// A word for people, in the two languages of the product.
public struct Label: Hashable, Sendable {
  public let en: String
  public let zh: String

  public init(_ en: String, _ zh: String) {
    self.en = en
    self.zh = zh
  }
}

/// Where a field's column lives.
///
/// Facts that change in bulk (level, segment, purchases) stand in narrow tables of their own, one row
/// a record, keyed by the record's id; they read and write as fields of the record.
public enum FieldHome: Hashable, Sendable {
  case record
  /// A narrow table `<singular>_<name>` that this field shares with others of the same home.
  case facts(String)
}

/// One declared field of an entity: the single source of its column, CSV header, Lua name, completion and help.
public struct Field: Sendable {
  public typealias Check = @Sendable (FieldValue) throws -> FieldValue

  /// snake_case; the same in Swift docs, Lua, CSV and SQL.
  public let name: String
  public let type: FieldType
  public let label: Label
  public let help: String
  /// As `yuan`, `1–5`, `people`; nil where the type says it all.
  public let unit: String?
  /// Domain id, as `CU1`.
  public let source: String?
  public let home: FieldHome
  public let isRequired: Bool
  public let isUnique: Bool
  /// Given a value of the right type, returns its normal form or throws a ``ValidationError``.
  public let check: Check?

  public init(
    _ name: String, _ type: FieldType, _ label: Label, help: String, unit: String? = nil,
    source: String? = nil, home: FieldHome = .record, required: Bool = false, unique: Bool = false,
    check: Check? = nil
  ) {
    self.name = name
    self.type = type
    self.label = label
    self.help = help
    self.unit = unit
    self.source = source
    self.home = home
    self.isRequired = required
    self.isUnique = unique
    self.check = check
  }
}
