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
      columns: columns.map { ResultTable.Column(frameField($0.name, $0.column.type), of: nil) },
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
  /// Takes down what is asked, for explanations.
  let trace: FrameTrace?
  /// Of the source that it is of, where there are several.
  let name: String?
  private let names: [String]
  private let values: [FieldValue]

  init(_ groups: FrameGroups, _ place: Int) {
    (self.groups, self.place, trace, name) = (groups, place, nil, nil)
    (names, values) = (groups.keys.map(\.name), groups.key(place))
  }

  /// - Parameter keys: Names and values, also of a group that has no rows here.
  init(
    _ groups: FrameGroups, _ place: Int, keys: [(name: String, value: FieldValue)],
    trace: FrameTrace?, name: String?
  ) {
    (self.groups, self.place, self.trace, self.name) = (groups, place, trace, name)
    (names, values) = (keys.map(\.name), keys.map(\.value))
  }

  /// The keys by name.
  var keys: Table { Table(fields: zip(names, values).map { ($0, $1.scriptValue) }) }

  /// What a script reads of it by name: `key`, `keys`, or the value of a key.
  /// - Throws: `frame.key`, with the nearest name.
  func member(_ name: String) throws -> Value {
    switch name {
    case "key": return values.count == 1 ? values[0].scriptValue : .table(keys)
    case "keys": return .table(keys)
    default: break
    }
    if let index = names.firstIndex(of: name) { return values[index].scriptValue }
    let all = names + ["key", "keys", "share", "repeated", "top_share"] + FrameMeasure.words
    throw ArgumentError(
      "a group has no '\(name)'", code: "frame.key",
      remedy: Suggestion.closest(to: name, among: all).map { "did you mean '\($0)'?" }
        ?? "it has \(all.joined(separator: ", "))")
  }

  /// Notes what was asked and what came out.
  func note(_ what: String, _ value: Value, rows: Int) {
    guard let trace, let value = try? value.fieldValue(for: what) else { return }
    trace.note(name.map { "\($0): \(what)" } ?? what, value, rows: rows)
  }
}
