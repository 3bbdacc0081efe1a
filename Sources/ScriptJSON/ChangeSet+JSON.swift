import Lua
import SalesKernel
import SalesScript
import SalesStore
import Terminal

extension ChangeSet {
  /// A JSON list with an object a change: entity, id, kind; and field, before and after where they apply.
  public var json: String { "[\(entities.flatMap(\.json).joined(separator: ", "))]" }
}

extension EntityChanges {
  fileprivate var json: [String] {
    let made = created.ranges.flatMap { $0.map { object($0, "created") } }
    let changed = updated.flatMap { change in
      let field = JSONText.string(change.field)
      return change.ids.indices.map { index in
        object(
          change.ids[index], "updated",
          "\"field\": \(field), \"before\": \(text(change.before.value(index))), "
            + "\"after\": \(text(change.after.value(index)))")
      }
    }
    let gone = deleted.values.flatMap { values in
      let field = JSONText.string(values.field)
      return deleted.ids.indices.filter { !values.column.value($0).isNull }.map { index in
        object(
          deleted.ids[index], "deleted",
          "\"field\": \(field), \"before\": \(text(values.column.value(index)))")
      }
    }
    return made + changed + gone
  }

  private func object(_ id: Int64, _ kind: String, _ rest: String = "") -> String {
    "{\"entity\": \(JSONText.string(entity)), \"id\": \(id), \"kind\": \"\(kind)\""
      + (rest.isEmpty ? "}" : ", \(rest)}")
  }

  private func text(_ value: FieldValue) -> String { JSONText.value(value.scriptValue.cell) }
}
