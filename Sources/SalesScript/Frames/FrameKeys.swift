import Lua
import SalesKernel

/// The keys of `group_by`: names of columns, `month = "day"`, `name = {"day", "quarter"}`.
struct FrameKeys {
  private(set) var keys: [FrameKey] = []

  /// - Throws: `frame.key` for two keys of a name, and for what is no period.
  init(_ arguments: some Sequence<Value>) throws {
    for argument in arguments {
      guard case .table(let table) = argument else {
        try add(nil, argument)
        continue
      }
      for value in table.list { try add(nil, value) }
      for (name, value) in table.fields { try add(name, value) }
    }
  }

  private mutating func add(_ name: String?, _ value: Value) throws {
    let key: FrameKey
    switch value {
    case .string(let column):
      key = FrameKey(name ?? column, column: column, unit: name.flatMap(FrameUnit.init(rawValue:)))
    case .table(let table):
      guard table.list.count == 2, case .string(let column) = table.list[0],
        case .string(let word) = table.list[1]
      else { throw Self.unreadable(value) }
      guard let unit = FrameUnit(rawValue: word) else {
        let words = FrameUnit.allCases.map(\.rawValue)
        throw ArgumentError(
          "there is no period '\(word)'", code: "frame.key",
          remedy: Suggestion.closest(to: word, among: words).map { "did you mean '\($0)'?" }
            ?? "give \(words.joined(separator: ", "))")
      }
      key = FrameKey(name ?? word, column: column, unit: unit)
    default: throw Self.unreadable(value)
    }
    guard !keys.contains(where: { $0.name == key.name }) else {
      throw ArgumentError(
        "there are two keys '\(key.name)'", code: "frame.key", remedy: "name one of them otherwise")
    }
    keys.append(key)
  }

  private static func unreadable(_ value: Value) -> ArgumentError {
    ArgumentError(
      "group_by: expected a column, got \(value.literal)", code: "frame.key",
      remedy: "as group_by{\"region\", month = \"ordered_on\"}")
  }
}
