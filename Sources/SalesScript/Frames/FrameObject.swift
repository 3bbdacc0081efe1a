import Lua
import SalesKernel
import SalesStore
import Values

/// A frame in a script's hands.
final class FrameObject {
  let frame: Frame
  /// Of the rows of the columns, for joins; nil for frames that are of no entity's records.
  let ids: FrameColumn?
  /// All rows as one group, for measures of the whole.
  private(set) lazy var whole = Result { try FrameGroups(frame, []) }

  init(_ frame: Frame, ids: FrameColumn?) {
    self.frame = frame
    self.ids = ids
  }

  func narrowed(to rows: FrameRows) -> FrameObject {
    FrameObject(frame.narrowed(to: rows), ids: ids)
  }

  /// The first rows as a table of results.
  func table(limit: Int) throws -> ResultTable {
    let columns = try frame.names.map { (name: $0, column: try frame.column($0)) }
    let shown = min(max(limit, 0), frame.count)
    return ResultTable(
      columns: columns.map { ResultTable.Column(frameField($0.name, $0.column.type)) },
      rows: (0..<shown).map { position in
        columns.map { frame.value(position, $0.column).scriptValue }
      }, omitted: frame.count - shown)
  }
}

/// A column as a field, for the conversions that fields have.
func frameField(_ name: String, _ type: FieldType) -> Field {
  Field(name, type, Label(name, name), help: "")
}

/// A frame's groups in a script's hands.
final class FrameGroupsObject {
  let groups: FrameGroups
  init(_ groups: FrameGroups) { self.groups = groups }
}

/// One group, as the functions of a script see it.
final class FrameGroupObject {
  let groups: FrameGroups
  let place: Int

  init(_ groups: FrameGroups, _ place: Int) {
    (self.groups, self.place) = (groups, place)
  }

  /// The keys by name.
  var keys: Table {
    Table(fields: zip(groups.keys, groups.key(place)).map { ($0.name, $1.scriptValue) })
  }

  /// What a script reads of it by name: `key`, `keys`, or the value of a key.
  /// - Throws: `frame.key`, with the nearest name.
  func member(_ name: String) throws -> Value {
    switch name {
    case "key": return groups.keys.count == 1 ? groups.key(place)[0].scriptValue : .table(keys)
    case "keys": return .table(keys)
    default: break
    }
    if let index = groups.keys.firstIndex(where: { $0.name == name }) {
      return groups.key(place)[index].scriptValue
    }
    let names = groups.keys.map(\.name) + ["key", "keys"] + FrameMeasure.words + ["share"]
    throw ArgumentError(
      "a group has no '\(name)'", code: "frame.key",
      remedy: Suggestion.closest(to: name, among: names).map { "did you mean '\($0)'?" }
        ?? "it has \(names.joined(separator: ", "))")
  }
}
