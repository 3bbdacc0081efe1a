/// The typed side of an entity: its declaration, and how its fields read and write a Swift record.
///
/// ```
///   Column<Customer>  ──┐
///   Column<Customer>  ──┼─▶ Schema<Customer> ──▶ Entity ──▶ Catalog.sales
///   Column<Customer>  ──┘        │ value(of:slot) · set(_:slot:to:)
///                                ▼
///                             Customer
/// ```
public struct Schema<Root: Sendable>: Sendable {
  public let entity: Entity
  private let columns: [Column<Root>]
  private let reads: [@Sendable (Root) -> FieldValue]

  public init(
    _ name: String, singular: String, label: Label, help: String, ledger: Ledger? = nil,
    columns: [Column<Root>]
  ) {
    self.columns = columns
    self.reads = columns.map(\.read)
    self.entity = Entity(
      name, singular: singular, label: label, help: help, ledger: ledger,
      fields: columns.map { $0.field(of: singular) })
  }

  /// The record's value at a slot; null for a slot that the entity does not have.
  public func value(of record: Root, slot: Int) -> FieldValue {
    slot >= 0 && slot < reads.count ? reads[slot](record) : .null
  }

  /// Validates a value and writes it.
  /// - Throws: what ``Field/validated(_:)`` throws; `field.slot` for a slot out of range.
  public func set(
    _ record: inout Root, slot: Int, to value: FieldValue
  ) throws(ValidationError) {
    guard columns.indices.contains(slot) else {
      throw ValidationError(
        "field.slot", "\(entity.name) has \(columns.count) fields, no slot \(slot)")
    }
    let field = entity.fields[slot]
    let valid = try field.validated(value)
    guard columns[slot].write(&record, valid) else { throw field.typeError(value) }
  }

  /// Copies one field from record to record; nothing for a slot that the entity does not have.
  public func copy(slot: Int, from source: Root, to record: inout Root) {
    guard columns.indices.contains(slot) else { return }
    columns[slot].copy(source, &record)
  }

  /// Every field that is required and empty, and every stored value that is not valid.
  public func problems(of record: Root) -> [ValidationError] {
    entity.fields.indices.compactMap { slot in
      do throws(ValidationError) {
        _ = try entity.fields[slot].validated(columns[slot].read(record))
        return nil
      } catch {
        return error
      }
    }
  }
}
