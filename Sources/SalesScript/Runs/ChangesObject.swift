import Lua
import SalesKernel
import SalesStore
import Values

/// A change set in a script's hands: counts, moves, and the first changed rows.
final class ChangesObject {
  let changes: ChangeSet
  init(_ changes: ChangeSet) { self.changes = changes }

  /// A row an entity and field: what happened and how often.
  var summary: ResultTable { changes.summaryTable }
}

extension ChangeSet {
  /// A row an entity and field: what happened and how often.
  public var summaryTable: ResultTable {
    var rows: [[Value]] = []
    for entity in entities {
      if !entity.created.isEmpty {
        rows.append([
          .string(entity.entity), .string(""), .string("created"),
          .integer(Int64(entity.created.count)),
        ])
      }
      if !entity.deleted.ids.isEmpty {
        rows.append([
          .string(entity.entity), .string(""), .string("deleted"),
          .integer(Int64(entity.deleted.ids.count)),
        ])
      }
      for change in entity.updated where change.count > 0 {
        rows.append([
          .string(entity.entity), .string(change.field), .string("updated"),
          .integer(Int64(change.count)),
        ])
      }
    }
    return ResultTable(
      columns: [.init("entity"), .init("field"), .init("change"), .init("count", .number)],
      rows: rows)
  }

  /// How often each value of a field turned into each other; nil where the field did not change.
  public func movesTable(_ entity: String, _ field: String) -> ResultTable? {
    guard let change = change(of: entity, field) else { return nil }
    return ResultTable(
      columns: [.init("before"), .init("after"), .init("count", .number)],
      rows: change.moves().map {
        [$0.before.scriptValue, $0.after.scriptValue, .integer(Int64($0.count))]
      })
  }

  /// The first changed rows of a field.
  public func firstTable(_ entity: String, _ field: String, _ limit: Int) -> ResultTable? {
    guard let change = change(of: entity, field) else { return nil }
    let shown = min(limit, change.count)
    return ResultTable(
      columns: [.init("id", .number), .init("before"), .init("after")],
      rows: (0..<shown).map {
        [
          .integer(change.ids[$0]), change.before.value($0).scriptValue,
          change.after.value($0).scriptValue,
        ]
      }, omitted: change.count - shown)
  }
}
