/// Everything that a run's record says, as a table of one row.
import Lua
import SalesScript
import SalesStore
import Values

enum RunCard {
  static func table(_ run: RunRecord) -> ResultTable {
    let header = run.header
    let cells: [(ResultTable.Column, Value)] = [
      (.init("run", .number), .integer(run.id)), (.init("kind"), .string(header.kind.rawValue)),
      (.init("script"), text(header.script)), (.init("hash"), text(header.scriptHash)),
      (.init("arguments"), text(header.arguments.joined(separator: " "))),
      (.init("actor"), text(header.actor)), (.init("clock"), .scalar(header.clock.scalar)),
      (.init("seed"), .string("\(header.seed)")), (.init("policy"), text(header.policy)),
      (.init("note"), text(header.note)), (.init("state"), .string(run.status.rawValue)),
      (.init("undoes", .number), number(run.undoes)),
      (.init("undone_by", .number), number(run.undoneBy)),
      (.init("started"), .scalar(run.started.scalar)),
      (.init("finished"), .scalar(run.finished.scalar)),
    ]
    return ResultTable(columns: cells.map(\.0), rows: [cells.map(\.1)])
  }

  private static func text(_ text: String?) -> Value {
    text.flatMap { $0.isEmpty ? nil : .string($0) } ?? .nil
  }

  private static func number(_ number: Int64?) -> Value { number.map(Value.integer) ?? .nil }
}
