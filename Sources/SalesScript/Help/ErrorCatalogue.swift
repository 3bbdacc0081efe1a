import Lua
import SalesKernel

/// Every code that an error can have, from `stdlib-lua/lang/errors.lua`.
public struct ErrorCatalogue: Sendable {
  /// In order of their codes.
  public let entries: [ErrorEntry]
  private let index: [String: Int]

  /// Read when it is first asked for: a run that goes well never does.
  public static let shared = ErrorCatalogue((try? Stdlib.table("lang/errors.lua")) ?? Table())

  init(_ table: Table) {
    entries = table.fields.compactMap { code, value in
      guard case .table(let facts) = value else { return nil }
      return ErrorEntry(code, facts)
    }.sorted { $0.code < $1.code }
    index = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.code, $0) })
  }

  /// The entry of a code; `customer.credit.range` finds `*.range`.
  public func entry(_ code: String) -> ErrorEntry? {
    if let position = index[code] { return entries[position] }
    guard let dot = code.lastIndex(of: ".") else { return nil }
    return index["*" + code[dot...]].map { entries[$0] }
  }

  /// Areas in order, as `entity`, with their entries.
  public var areas: [(name: String, entries: [ErrorEntry])] {
    var areas: [(name: String, entries: [ErrorEntry])] = []
    for entry in entries {
      let name = String(entry.code.prefix { $0 != "." })
      if areas.last?.name == name {
        areas[areas.count - 1].entries.append(entry)
      } else {
        areas.append((name, [entry]))
      }
    }
    return areas
  }

  /// The nearest code, for one that is misspelt.
  public func closest(to code: String) -> String? {
    Suggestion.closest(to: code, among: entries.map(\.code))
  }
}
