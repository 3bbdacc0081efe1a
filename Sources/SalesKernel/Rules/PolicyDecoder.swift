import Values

/// Reads one place of a policy as the type that is wanted there, or says what is there instead.
///
/// ```swift
/// let root = try PolicyDecoder(value).table(keys: ["name", "levels"])
/// let name = try root["name"].text()
/// for level in try root["levels"].list() { … }   // errors name policy.levels[2]
/// ```
/// Every reading throws `policy.missing` where there is nothing and `policy.type` where there is
/// something else. A key that the table does not know is an error with the nearest key.
public struct PolicyDecoder {
  public let value: PolicyValue
  /// As `policy.levels[2]`; lists count from 1, as in Lua.
  public let path: String

  public init(_ value: PolicyValue, at path: String = "policy") {
    self.value = value
    self.path = path
  }

  public var isPresent: Bool {
    if case .null = value { false } else { true }
  }

  /// This place, or nil where there is nothing.
  public var ifPresent: PolicyDecoder? { isPresent ? self : nil }

  public func text() throws(PolicyError) -> String {
    guard case .text(let text) = value else { throw unexpected("text") }
    guard !text.isEmpty else { throw PolicyError("policy.value", at: path, "is empty text") }
    return text
  }

  public func bool() throws(PolicyError) -> Bool {
    guard case .bool(let bool) = value else { throw unexpected("true or false") }
    return bool
  }

  /// A whole number, also when written as `5.0`.
  public func integer() throws(PolicyError) -> Int64 {
    switch value {
    case .integer(let integer): return integer
    case .number(let number):
      guard let integer = Int64(whole: number) else { fallthrough }
      return integer
    default: throw unexpected("a whole number")
    }
  }

  /// A whole number within bounds.
  /// - Throws: `policy.value` outside them.
  public func integer(in range: ClosedRange<Int64>) throws(PolicyError) -> Int64 {
    let integer = try self.integer()
    guard range.contains(integer) else {
      throw PolicyError(
        "policy.value", at: path,
        "\(integer) is outside \(range.lowerBound)–\(range.upperBound)")
    }
    return integer
  }

  /// A finite number, whole or not.
  public func number() throws(PolicyError) -> Double {
    switch value {
    case .integer(let integer): return Double(integer)
    case .number(let number) where number.isFinite: return number
    default: throw unexpected("a number")
    }
  }

  /// A finite number within bounds.
  /// - Throws: `policy.value` outside them.
  public func number(in range: ClosedRange<Double>) throws(PolicyError) -> Double {
    let number = try self.number()
    guard range.contains(number) else {
      throw PolicyError(
        "policy.value", at: path,
        "\(FieldValue.number(number).display) is outside "
          + "\(FieldValue.number(range.lowerBound).display)–"
          + FieldValue.number(range.upperBound).display)
    }
    return number
  }

  public func money() throws(PolicyError) -> Money {
    guard case .money(let money) = value else {
      throw unexpected("money", remedy: "write yuan(…), wan(…) or money\"…\"")
    }
    return money
  }

  public func day() throws(PolicyError) -> Day {
    guard case .day(let day) = value else {
      throw unexpected("a date", remedy: "write date\"2026-03-31\"")
    }
    return day
  }

  public func span() throws(PolicyError) -> Span {
    guard case .span(let span) = value else {
      throw unexpected("a span of time", remedy: "write days(…) or hours(…)")
    }
    return span
  }

  /// A span that is not negative.
  public func duration() throws(PolicyError) -> Span {
    let span = try self.span()
    guard span.milliseconds >= 0 else {
      throw PolicyError("policy.value", at: path, "\(span) is negative")
    }
    return span
  }

  /// One word of a closed list.
  /// - Throws: `policy.value` with the nearest word.
  public func choice(_ words: [String]) throws(PolicyError) -> String {
    let word = try text()
    guard words.contains(word) else {
      throw PolicyError(
        "policy.value", at: path, "\"\(word)\" is not one of \(words.joined(separator: ", "))",
        remedy: Suggestion.sentence(for: word, among: words))
    }
    return word
  }

  /// The elements of a list. An empty table is an empty list, since Lua has one form for both.
  public func list() throws(PolicyError) -> [PolicyDecoder] {
    switch value {
    case .list(let values):
      return values.enumerated().map { PolicyDecoder($1, at: "\(path)[\($0 + 1)]") }
    case .table(let entries) where entries.isEmpty: return []
    default: throw unexpected("a list")
    }
  }

  /// A list, or one value standing for a list of one.
  public func oneOrMore() throws(PolicyError) -> [PolicyDecoder] {
    guard isPresent else { throw unexpected("a value or a list") }
    if case .list = value { return try list() }
    return [self]
  }

  /// A label in both languages: `{ en = "…", zh = "…" }`, or one text for both.
  public func label() throws(PolicyError) -> Label {
    if case .text(let text) = value { return Label(text, text) }
    let both = try table(keys: ["en", "zh"])
    return Label(try both["en"].text(), try both["zh"].text())
  }

  /// A rule: an expression string, or a function.
  /// - Throws: `policy.rule` with what the compiler says.
  public func rule(
    _ compiler: any RuleCompiler, entity: Entity, extra: [String]
  ) throws(PolicyError) -> any Rule {
    switch value {
    case .rule(let rule): return rule
    case .text(let text):
      do {
        return try compiler.compile(text, entity: entity, extra: extra)
      } catch {
        throw PolicyError("policy.rule", at: path, "\(error)")
      }
    default: throw unexpected("an expression or a function")
    }
  }

  func unexpected(_ wanted: String, remedy: String = "") -> PolicyError {
    guard isPresent else {
      return PolicyError("policy.missing", at: path, "is missing; expected \(wanted)")
    }
    return PolicyError(
      "policy.type", at: path, "expected \(wanted), got \(value)", remedy: remedy)
  }
}
