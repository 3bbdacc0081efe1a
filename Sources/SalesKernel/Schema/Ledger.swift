/// Says that an entity's records are final once made: they are taken back by new records, never
/// changed or deleted. Only an undo of the run that made them takes them away, the run as a whole.
public struct Ledger: Hashable, Sendable {
  /// How a record is put right, for the remedy: `receivables.reverse{payment = …, reason = …}`.
  public let correctedBy: String
  /// Fields that may change all the same, as notes.
  public let editable: Set<String>

  public init(correctedBy: String, editable: Set<String> = []) {
    self.correctedBy = correctedBy
    self.editable = editable
  }
}

extension Entity {
  /// - Throws: `ledger.final` where a record's field may not change.
  public func requireEditable(
    _ slot: Int, id: Int64, before: FieldValue, after: FieldValue
  ) throws(ValidationError) {
    let field = fields[slot].name
    guard let ledger, !ledger.editable.contains(field) else { return }
    throw ValidationError(
      "ledger.final",
      "\(name) are final: \(field) of \(singular) \(id) is \(before.display) and cannot become "
        + after.display,
      remedy: "take it back by a new record: \(ledger.correctedBy)", field: field)
  }

  /// - Throws: `ledger.final` where records may not be deleted.
  public func requireDeletable(id: Int64) throws(ValidationError) {
    guard let ledger else { return }
    throw ValidationError(
      "ledger.final", "\(name) are final: \(singular) \(id) cannot be deleted",
      remedy: "take it back by a new record: \(ledger.correctedBy)")
  }
}
