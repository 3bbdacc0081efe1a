/// A table of a policy whose keys have been checked.
public struct PolicyTable {
  public let path: String
  private let entries: [String: PolicyValue]

  init(_ entries: [String: PolicyValue], at path: String) {
    self.entries = entries
    self.path = path
  }

  /// What stands at a key; nothing where the key is absent.
  public subscript(key: String) -> PolicyDecoder {
    PolicyDecoder(entries[key] ?? .null, at: "\(path).\(key)")
  }

  /// The keys with a value, in alphabetical order, since Lua's tables have none.
  public var keys: [String] { entries.keys.sorted() }

  /// The source tag that every rule carries.
  /// - Throws: `policy.source`.
  public func source() throws(PolicyError) -> String {
    guard self["source"].isPresent else {
      throw PolicyError(
        "policy.source", at: path, "has no source",
        remedy: "say where the rule is from, as source = \"S0 §6.2.1 (CU7)\"")
    }
    return try self["source"].text()
  }
}

extension PolicyDecoder {
  /// A table that may have these keys and no others.
  /// - Throws: `policy.key` with the nearest key.
  public func table(keys allowed: [String]) throws(PolicyError) -> PolicyTable {
    let entries = try entries()
    for key in entries.keys.sorted() where !allowed.contains(key) {
      throw PolicyError(
        "policy.key", at: path, "has no key \"\(key)\"",
        remedy: Suggestion.sentence(for: key, among: allowed))
    }
    return PolicyTable(entries, at: path)
  }

  /// A table whose keys are the author's own words.
  public func dictionary() throws(PolicyError) -> PolicyTable {
    PolicyTable(try entries(), at: path)
  }

  private func entries() throws(PolicyError) -> [String: PolicyValue] {
    switch value {
    case .table(let entries): return entries
    case .list(let values) where values.isEmpty: return [:]
    default: throw unexpected("a table")
    }
  }
}
