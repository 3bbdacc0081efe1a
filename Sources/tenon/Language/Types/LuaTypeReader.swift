/// Types as the help registry writes them, in the notation of LuaLS: `money`, `customer?`, `order[]`,
/// `fun(): customer?`.
///
/// `self` is what the method was called on, `record` one of its records. What is none of the language's own types is
/// unknown.
struct LuaTypeReader {
  /// Entities by their singular and plural names.
  let records: [String: String]
  let queries: Set<String>
  /// Classes whose methods have help.
  let classes: Set<String>

  func type(_ text: String, on receiver: LuaType = .unknown) -> LuaType {
    var text = text
    if text.hasSuffix("?") { text.removeLast() }
    if text.hasSuffix("[]") { return .list(type(String(text.dropLast(2)), on: receiver)) }
    if text.hasPrefix("fun(): ") {
      return .iterator(type(String(text.dropFirst("fun(): ".count)), on: receiver))
    }
    if let plain = LuaTypeReader.plain[text] { return plain }
    switch text {
    case "self": return receiver
    case "record": return receiver.entity.map { .record($0) } ?? .unknown
    default: break
    }
    if let entity = records[text] { return .record(entity) }
    if queries.contains(text) { return .query(text) }
    if classes.contains(text) {
      if case .query(let entity) = receiver, text == "groups" { return .object(text, of: entity) }
      return .object(text, of: nil)
    }
    return .unknown
  }

  private static let plain: [String: LuaType] = [
    "nil": .null, "boolean": .bool, "number": .number, "integer": .number, "string": .string,
    "money": .money, "date": .date, "instant": .instant, "span": .span, "table": .table,
  ]
}
