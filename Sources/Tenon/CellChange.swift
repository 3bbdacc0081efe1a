/// One change of a run: a field of a record with its value before and after, or a record that came or went.
public struct CellChange: Sendable, Hashable {
  public enum Kind: String, Sendable { case created, updated, deleted }

  public let entity: String
  public let id: Int64
  public let kind: Kind
  /// Empty for a record that was created: its values stand in the store.
  public let field: String
  /// Null for a record that was created.
  public let before: FieldValue
  /// Null for a record that was deleted.
  public let after: FieldValue
}

extension CellChange: CustomStringConvertible {
  /// `customers 3 level: "B" -> "A"`
  public var description: String {
    switch kind {
    case .created: "\(entity) \(id) created"
    case .updated: "\(entity) \(id) \(field): \(before.display) -> \(after.display)"
    case .deleted: "\(entity) \(id) \(field): \(before.display) deleted"
    }
  }
}

extension ChangeSet {
  /// Every change in turn: by entity the records created, the fields updated, the records deleted; ids upward.
  ///
  /// Deleted records give one change a field that held something. Nothing is built before it is asked for.
  public var cells: some Sequence<CellChange> {
    entities.lazy.flatMap { entity in
      let created = entity.created.ranges.lazy.flatMap { $0 }.map { id in
        CellChange(
          entity: entity.entity, id: id, kind: .created, field: "", before: .null, after: .null)
      }
      let updated = entity.updated.lazy.flatMap { change in
        change.ids.indices.lazy.map { index in
          CellChange(
            entity: entity.entity, id: change.ids[index], kind: .updated, field: change.field,
            before: change.before.value(index), after: change.after.value(index))
        }
      }
      let deleted = entity.deleted.values.lazy.flatMap { values in
        entity.deleted.ids.indices.lazy.filter { !values.column.value($0).isNull }.map { index in
          CellChange(
            entity: entity.entity, id: entity.deleted.ids[index], kind: .deleted,
            field: values.field, before: values.column.value(index), after: .null)
        }
      }
      return [AnySequence(created), AnySequence(updated), AnySequence(deleted)].lazy.joined()
    }
  }
}
