import Lua
import Values

/// What a sweep over all customers did, as a script sees it: `{as_of, changed, scanned}`.
struct SweepResult {
  let table: Table

  init(_ result: (scanned: Int, changed: Int), asOf day: Day) {
    table = Table(fields: [
      ("as_of", .scalar(day.scalar)), ("changed", .integer(Int64(result.changed))),
      ("scanned", .integer(Int64(result.scanned))),
    ])
  }
}
