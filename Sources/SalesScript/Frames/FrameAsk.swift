import Lua
import SalesKernel
import Values

/// A measure that a script asked for: `g:sum("amount")`, `g:count{status = "won"}`, `g:quantile("amount", 0.9)`.
struct FrameAsk {
  private let word: String
  private let measure: FrameMeasure?
  private let column: String?
  private let condition: Table?
  private unowned let host: ScriptHost

  /// - Parameter arguments: From 1: the column, the share of a quantile, a condition.
  /// - Throws: `script.argument`.
  init(_ word: String, _ arguments: Arguments, host: ScriptHost) throws {
    (self.word, self.host) = (word, host)
    var place = 1
    var (column, share): (String?, Double?) = (nil, nil)
    if case .string(let name) = try arguments[place] {
      column = name
      place += 1
    }
    guard column != nil || word == "count" else {
      throw ArgumentError(
        "\(word): expected a column, got \(try arguments[1].typeName)",
        remedy: "as :\(word)(\"amount\")")
    }
    if word == "quantile" {
      share = try arguments.decode(place, as: Double.self)
      place += 1
    }
    condition = try arguments.decode(place, as: Table?.self)
    measure = FrameMeasure(word, share: share)
    self.column = column
  }

  /// - Throws: `frame.column`, `frame.measure`, `frame.share`, `frame.where`, `sum.overflow`.
  func value(of groups: FrameGroups, in group: Int) throws -> Value {
    try answer(groups, group).value
  }

  /// The value, noted where the group takes down what is asked of it.
  func value(of group: FrameGroupObject) throws -> Value {
    let (value, rows, text) = try answer(group.groups, group.place)
    group.note([word, column, text].compactMap { $0 }.joined(separator: " "), value, rows: rows)
    return value
  }

  private func answer(
    _ groups: FrameGroups, _ group: Int
  ) throws -> (value: Value, rows: Int, text: String?) {
    var (groups, text): (FrameGroups, String?) = (groups, nil)
    if let condition {
      let conditions = try FrameConditions(condition, of: groups.frame, host: host)
      let frame = groups.frame
      groups = try groups.narrowed(by: conditions.text) { conditions.rows(of: frame) }
      text = "where \(Value.table(condition).literal)"
    }
    let rows = groups.size(group)
    guard let column, let measure else { return (.integer(Int64(rows)), rows, text) }
    return (try groups.value(measure, of: column, in: group).scriptValue, rows, text)
  }
}
