/// What stands before a cursor, and what could go on from there.
import SalesKernel
import SalesScript

struct CompletionContext {
  enum Want {
    /// A name that is no member of anything.
    case name
    /// A field or method: of a type, or of what stands at a path of names.
    case member(LuaType, path: [String]?, isMethod: Bool)
    /// A key of a table of fields.
    case field(entity: String)
    /// A key of a table of options, beside those that it has.
    case option(HelpEntry, position: Int)
    case nothing
    /// A text inside quotes: what it says so far, and what it is for.
    case text(Purpose)
  }

  /// What a text inside quotes is for.
  enum Purpose {
    case unknown
    case value(field: String, entity: String)
    case fieldName(entity: String)
    /// The last name in a rule.
    case rule(entity: String)
    /// A record of an entity: its name or code.
    case record(entity: String)
    case argument(HelpEntry, position: Int, option: String?)
    /// What a file is looked for by: `run` or `require`.
    case file(String)
  }

  let want: Want
  /// What is typed of it.
  let typed: String
  /// Names that the chunk declares.
  let locals: [String]

  /// - Parameter session: What names of the session are.
  init(_ before: String, _ model: LanguageModel, session: @escaping (String) -> LuaType?) {
    let tokens = LuaTokens.of(before).dropLast()
    let end = before.utf8.count
    let block = LuaParser.block(of: before)
    locals = LuaNames(block, SourcePlaces("")).declared
    guard !LuaTokens.endsInComment(before) else {
      (want, typed) = (.nothing, "")
      return
    }
    var seen = SeenAtCursor(end: end, table: CompletionContext.openTable(tokens))
    let typer = LuaTyper(model, followsAssignments: true)
    typer.session = session
    typer.read(block) { seen.note($0) }
    if let last = tokens.last, last.kind == .string, !last.isClosed {
      (want, typed) = CompletionContext.inText(last, seen, tokens)
      return
    }
    let last = tokens.last.flatMap { $0.range.upperBound == end ? $0 : nil }
    let isWord = last?.kind == .name || last?.kind == .keyword
    typed = isWord ? last?.text ?? "" : ""
    let mark = isWord ? tokens.dropLast().last : tokens.last
    if let member = seen.member {
      want = .member(member.owner, path: member.path, isMethod: member.isMethod)
    } else if last?.kind == .number || (mark?.kind == .symbol && [".", ":"].contains(mark?.text)) {
      want = .nothing
    } else if let mark, ["{", ",", ";"].contains(mark.text), mark.kind == .symbol, seen.table != nil
    {
      want = seen.tableWant ?? .name
    } else {
      want = .name
    }
  }

  /// Where the innermost bracket that is still open stands; nil where it is no table's.
  private static func openTable(_ tokens: ArraySlice<LuaToken>) -> Int? {
    var open: [LuaToken] = []
    for token in tokens where token.kind == .symbol {
      switch token.text {
      case "{", "(", "[": open.append(token)
      case "}", ")", "]": _ = open.popLast()
      default: break
      }
    }
    return open.last.flatMap { $0.text == "{" ? $0.range.lowerBound : nil }
  }

  private static func inText(
    _ string: LuaToken, _ seen: SeenAtCursor, _ tokens: ArraySlice<LuaToken>
  ) -> (Want, String) {
    var before = tokens.dropLast().last
    if before?.text == "(" { before = tokens.dropLast(2).last }
    if let name = before?.text, before?.kind == .name, ["run", "require", "reload"].contains(name) {
      return (.text(.file(name)), string.text)
    }
    switch seen.purpose {
    case .rule(let entity)?:
      let name = string.text.reversed().prefix {
        $0 == "_" || ($0.isASCII && ($0.isLetter || $0.isNumber))
      }
      return (.text(.rule(entity: entity)), String(name.reversed()))
    case let purpose?: return (.text(purpose), seen.innerText ?? string.text)
    case nil: return (.text(.unknown), string.text)
    }
  }
}

/// What the typer came by at the cursor.
struct SeenAtCursor {
  let end: Int
  /// Where the table begins that the cursor is in.
  let table: Int?
  private(set) var member: (owner: LuaType, path: [String]?, isMethod: Bool)?
  private(set) var tableWant: CompletionContext.Want?
  private(set) var purpose: CompletionContext.Purpose?
  /// What is typed of a text inside a rule.
  private(set) var innerText: String?

  init(end: Int, table: Int?) {
    self.end = end
    self.table = table
  }

  mutating func note(_ event: LuaEvent) {
    switch event {
    case .member(let owner, let name, let isMethod, _) where name.range.upperBound == end:
      member = (owner, member?.path, isMethod)
    case .path(let path, let place) where place == end: member = (.unknown, path, false)
    case .fieldTable(let node, let entity) where node.range.lowerBound == table:
      tableWant = .field(entity: entity)
    case .call(let call): note(call)
    case .value(let value, let field, let entity): note(value, .value(field: field, entity: entity))
    case .fieldText(let text, let entity, _): note(text, .fieldName(entity: entity))
    case .ruleText(let text, let entity): note(text, .rule(entity: entity))
    default: break
    }
  }

  private mutating func note(_ value: LuaExpression, _ purpose: CompletionContext.Purpose) {
    guard case .string(let text, false) = value.kind, value.range.upperBound == end else { return }
    // What is found inside a rule's text comes after the rule itself.
    if case .rule? = self.purpose { innerText = text }
    self.purpose = purpose
  }

  private mutating func note(_ call: LuaCall) {
    guard let entry = call.entry else { return }
    for (position, argument) in call.arguments.enumerated() {
      switch argument.kind {
      case .string:
        if purpose != nil { continue }
        if entry.name == "query:get", let entity = call.receiver?.entity {
          note(argument, .record(entity: entity))
        } else if position == 1, entry.name == "why", let entity = call.firstType?.entity {
          note(argument, .fieldName(entity: entity))
        } else {
          note(argument, .argument(entry, position: position, option: nil))
        }
      case .table(let items):
        if argument.range.lowerBound == table, tableWant == nil {
          tableWant = .option(entry, position: position)
        }
        for item in items where purpose == nil {
          guard case .name(let key) = item.key else { continue }
          note(item.value, .argument(entry, position: position, option: key.text))
        }
      default: break
      }
    }
  }
}
