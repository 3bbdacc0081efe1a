import Lua
import SalesKernel
import Values

/// Reads a Lua expression as a formula over columns; nil for one that needs a script.
///
/// ```
/// amount > wan(1) and (status == "placed" or rep == nil)
/// ```
struct FrameFormulaReader {
  private enum Token: Equatable {
    case name(String)
    case text(String)
    case number(String)
    case sign(String)
  }

  private var tokens: [Token] = []
  private var place = 0
  private let columns: Set<String>
  private let today: Day

  static func formula(_ text: String, columns: [String], today: Day) -> FrameFormula? {
    guard var reader = FrameFormulaReader(text, columns: Set(columns), today: today),
      let formula = reader.either(), reader.place == reader.tokens.count
    else { return nil }
    return formula
  }

  private init?(_ text: String, columns: Set<String>, today: Day) {
    (self.columns, self.today) = (columns, today)
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      if bytes[position] <= 32 {
        position += 1
      } else if let (token, end) = Self.token(bytes, position) {
        tokens.append(token)
        position = end
      } else {
        return nil
      }
    }
  }

  private static func token(_ bytes: [UInt8], _ start: Int) -> (Token, Int)? {
    func run(_ test: (UInt8) -> Bool) -> (String, Int) {
      var end = start
      while end < bytes.count, test(bytes[end]) { end += 1 }
      return (String(decoding: bytes[start..<end], as: UTF8.self), end)
    }
    let byte = bytes[start]
    if LuaText.isNameStart(byte) {
      let (word, end) = run { LuaText.isNameStart($0) || LuaText.isDigit($0) }
      return (.name(word), end)
    }
    if LuaText.isDigit(byte) {
      let (word, end) = run {
        LuaText.isDigit($0) || $0 == UInt8(ascii: ".") || LuaText.isNameStart($0)
      }
      return (.number(word), end)
    }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      guard let end = bytes[(start + 1)...].firstIndex(of: byte) else { return nil }
      let inside = bytes[(start + 1)..<end]
      if inside.contains(UInt8(ascii: "\\")) || inside.contains(10) { return nil }
      return (.text(String(decoding: inside, as: UTF8.self)), end + 1)
    }
    if start + 1 < bytes.count {
      let two = String(decoding: bytes[start...start + 1], as: UTF8.self)
      if ["<=", ">=", "==", "~="].contains(two) { return (.sign(two), start + 2) }
      if ["--", "//", "..", "<<", ">>"].contains(two) { return nil }
    }
    let one = String(decoding: [byte], as: UTF8.self)
    return "<>+-*/()".contains(one) ? (.sign(one), start + 1) : nil
  }

  private mutating func take(_ token: Token) -> Bool {
    guard place < tokens.count, tokens[place] == token else { return false }
    place += 1
    return true
  }

  private mutating func takeSign(_ signs: [String]) -> String? {
    guard place < tokens.count, case .sign(let sign) = tokens[place], signs.contains(sign) else {
      return nil
    }
    place += 1
    return sign
  }

  // MARK: The grammar, loosest first

  private mutating func either() -> FrameFormula? {
    guard var formula = both() else { return nil }
    while take(.name("or")) {
      guard let other = both() else { return nil }
      formula = .or(formula, other)
    }
    return formula
  }

  private mutating func both() -> FrameFormula? {
    guard var formula = comparison() else { return nil }
    while take(.name("and")) {
      guard let other = comparison() else { return nil }
      formula = .and(formula, other)
    }
    return formula
  }

  private mutating func comparison() -> FrameFormula? {
    guard let formula = sum() else { return nil }
    guard let sign = takeSign(["<", "<=", ">", ">=", "==", "~="]) else { return formula }
    guard let comparison = FrameFormula.Comparison(rawValue: sign), let other = sum() else {
      return nil
    }
    // Lua compares from the left; a second comparison would compare a truth.
    return takeSign(["<", "<=", ">", ">=", "==", "~="]) == nil
      ? .compare(comparison, formula, other) : nil
  }

  private mutating func sum() -> FrameFormula? {
    guard var formula = product() else { return nil }
    while let sign = takeSign(["+", "-"]) {
      guard let operation = FrameFormula.Operation(rawValue: sign), let other = product() else {
        return nil
      }
      formula = .arithmetic(operation, formula, other)
    }
    return formula
  }

  private mutating func product() -> FrameFormula? {
    guard var formula = single() else { return nil }
    while let sign = takeSign(["*", "/"]) {
      guard let operation = FrameFormula.Operation(rawValue: sign), let other = single() else {
        return nil
      }
      formula = .arithmetic(operation, formula, other)
    }
    return formula
  }

  private mutating func single() -> FrameFormula? {
    if take(.name("not")) { return single().map { .not($0) } }
    if take(.sign("(")) {
      guard let formula = either(), take(.sign(")")) else { return nil }
      return formula
    }
    guard place < tokens.count else { return nil }
    defer { place += 1 }
    switch tokens[place] {
    case .number(let text): return Self.number(text).map { .constant($0) }
    case .text(let text): return .constant(.text(text))
    case .sign: return nil
    case .name(let name):
      switch name {
      case "nil": return .constant(.null)
      case "true", "false": return .constant(.bool(name == "true"))
      default: return columns.contains(name) ? .column(name) : call(name)
      }
    }
  }

  private static func number(_ text: String) -> FieldValue? {
    guard text.utf8.allSatisfy({ LuaText.isDigit($0) || $0 == UInt8(ascii: ".") }) else {
      return nil
    }
    if let integer = Int64(text) { return .integer(integer) }
    return text.contains(".") ? Double(text).map { .number($0) } : nil
  }

  /// `wan(50)`, `date"2026-06-30"`, `today()`: leaves the place on its last token.
  private mutating func call(_ name: String) -> FrameFormula? {
    place += 1
    guard place < tokens.count else { return nil }
    let value: FieldValue?
    if case .text(let text) = tokens[place] {
      value = Self.scalar(name, text)
      return value.map { .constant($0) }
    }
    guard take(.sign("(")), place < tokens.count else { return nil }
    switch tokens[place] {
    case .sign(")"): return name == "today" ? .constant(.day(today)) : nil
    case .number(let text): value = Self.scalar(name, text)
    case .text(let text): value = Self.scalar(name, text)
    default: return nil
    }
    place += 1
    guard place < tokens.count, tokens[place] == .sign(")") else { return nil }
    return value.map { .constant($0) }
  }

  private static func scalar(_ name: String, _ text: String) -> FieldValue? {
    switch name {
    case "wan":
      (try? Rate(parsing: text)).flatMap { try? Money.yuan(10_000).times($0) }.map { .money($0) }
    case "yuan":
      (try? Rate(parsing: text)).flatMap { try? Money.yuan(1).times($0) }.map { .money($0) }
    case "money": (try? Money(parsing: text)).map { .money($0) }
    case "date": (try? Day(parsing: text)).map { .day($0) }
    default: nil
    }
  }
}
