/// Judges what the typer comes by: fields, methods, options and words that there are not, amounts beside numbers,
/// answers that nobody takes.
import SalesKernel
import SalesScript

struct TypeFindings {
  let model: LanguageModel
  private(set) var found: [CheckFinding] = []

  init(_ model: LanguageModel) { self.model = model }

  mutating func judge(_ event: LuaEvent) {
    switch event {
    case .member(let owner, let name, let isMethod, let isWritten):
      judgeMember(owner, name, isMethod: isMethod, isWritten: isWritten)
    case .call(let call): judgeOptions(call)
    case .binary(let sign, let left, let right, let node):
      judgeEquality(sign, left, right, node)
    case .dropped(let call): judgeDropped(call)
    case .ruleName(let name, let range, let entity): judgeRuleName(name, range, entity)
    case .value(let value, let field, let entity): judgeValue(value, field, entity)
    case .key(let name, let entity, let verb): judgeKey(name, entity, verb)
    case .fieldText(let text, let entity, let verb): judgeFieldText(text, entity, verb)
    case .assigned, .ruleText, .fieldTable, .path: break
    }
  }

  // MARK: Names

  private mutating func judgeMember(
    _ owner: LuaType, _ name: LuaName, isMethod: Bool, isWritten: Bool
  ) {
    if name.text.isEmpty { return }
    switch owner {
    case .record(let entity):
      guard let declared = model.entity(entity) else { return }
      let methods = model.recordMethods[entity] ?? [:]
      let fields = declared.fields.map(\.name) + ["id"]
      if methods[name.text] != nil || (!isMethod && fields.contains(name.text)) { return }
      unknown(
        isMethod ? "method" : "field", name, on: declared.indefinite,
        among: isMethod ? Array(methods.keys) : fields + methods.keys,
        otherwise: "help(\(entity)) lists the fields")
    case .module(let module):
      guard let members = model.modules[module], members[name.text] == nil, !isWritten else {
        return
      }
      unknown(
        "function", name, on: module, among: Array(members.keys),
        otherwise: "tenon help lists what there is")
    case .query, .money, .date, .instant, .span, .object("groups", _):
      guard isMethod, let methods = model.methods(of: owner), methods[name.text] == nil else {
        return
      }
      unknown(
        "method", name, on: owner.methods.map { "a \($0)" } ?? "it", among: Array(methods.keys),
        otherwise: "tenon help lists what there is")
    default: return
    }
  }

  private mutating func unknown(
    _ kind: String, _ name: LuaName, on owner: String, among names: [String], otherwise: String
  ) {
    add(
      "check.unknown_\(kind)", "there is no \(kind) '\(name.text)' on \(owner)",
      NearName(name.text, among: names), otherwise, name.range)
  }

  private mutating func judgeKey(_ name: LuaName, _ entity: String, _ verb: String) {
    guard let declared = model.entity(entity), declared.slot(of: name.text) == nil else { return }
    if verb == "where", name.text == "id" { return }
    add(
      "check.unknown_field", "\(entity) have no field '\(name.text)'",
      NearName(name.text, among: declared.fields.map(\.name)), "help(\(entity)) lists the fields",
      name.range)
  }

  private mutating func judgeFieldText(_ text: LuaExpression, _ entity: String, _ verb: String) {
    guard case .string(let written, true) = text.kind, let declared = model.entity(entity) else {
      return
    }
    let isDown = verb == "order_by" && written.hasPrefix("-")
    let name = isDown ? String(written.dropFirst()) : written
    if declared.slot(of: name) != nil || (verb == "order_by" && name == "id") { return }
    let start = text.range.lowerBound + (text.range.count - written.utf8.count) / 2
    let place = start + (isDown ? 1 : 0)
    add(
      "check.unknown_field", "\(entity) have no field '\(name)'",
      NearName(name, among: declared.fields.map(\.name)), "help(\(entity)) lists the fields",
      place..<place + name.utf8.count)
  }

  private mutating func judgeRuleName(_ name: String, _ range: Range<Int>, _ entity: String) {
    guard let declared = model.entity(entity), declared.slot(of: name) == nil, name != "id",
      !model.globals.contains(name)
    else { return }
    add(
      "check.unknown_field", "'\(name)' is no field of \(declared.indefinite)",
      NearName(name, among: declared.fields.map(\.name) + model.globals),
      "help(\(entity)) lists the fields", range)
  }

  private mutating func judgeOptions(_ call: LuaCall) {
    guard let entry = call.entry else { return }
    // Keys of these are fields, and judged as such.
    if case .query? = call.receiver { return }
    let signature = model.signature(of: entry)
    for (position, argument) in call.arguments.enumerated() {
      guard case .table(let items) = argument.kind,
        let options = signature.options(at: position), !options.isOpen
      else { continue }
      let names = options.names.map(\.name)
      for item in items {
        guard case .name(let key) = item.key, !names.contains(key.text) else { continue }
        add(
          "check.unknown_option", "\(entry.name) has no option '\(key.text)'",
          NearName(key.text, among: names), "the options are \(names.joined(separator: ", "))",
          key.range)
      }
    }
  }

  // MARK: Values

  private mutating func judgeValue(_ value: LuaExpression, _ field: String, _ entity: String) {
    guard case .string(let word, true) = value.kind, !word.contains("\\"), !word.isEmpty,
      case .choice(let words)? = model.entity(entity)?.field(named: field)?.type,
      !words.contains(word)
    else { return }
    let start = value.range.lowerBound + (value.range.count - word.utf8.count) / 2
    add(
      "check.unknown_choice", "\(field) is never \"\(word)\"", NearName(word, among: words),
      "it is one of \(words.joined(separator: ", "))", start..<start + word.utf8.count)
  }

  /// An amount is never equal to a plain number, not even no money to 0.
  private mutating func judgeEquality(
    _ sign: LuaToken, _ left: TypedExpression, _ right: TypedExpression, _ node: LuaExpression
  ) {
    let amount: TypedExpression
    let number: TypedExpression
    if left.type == .money, right.type == .number {
      (amount, number) = (left, right)
    } else if left.type == .number, right.type == .money {
      (amount, number) = (right, left)
    } else {
      return
    }
    let outcome = sign.text == "==" ? "false" : "true"
    var finding = CheckFinding(
      code: "check.money_equality",
      message: "warning: money \(sign.text) a plain number is always \(outcome)",
      remedy: "compare with :is_zero(), or with an amount: money\"0\", wan(5)",
      range: node.range, isError: false)
    if case .number(let text) = number.expression.kind, text == "0" {
      finding.fix = fix(amount, number, sign, node)
    }
    found.append(finding)
  }

  /// `x:is_zero()` where there is an amount for certain; a field may be empty, and is compared with no money. What a
  /// query adds up may be the number 0, of no records: nothing is certain there.
  private func fix(
    _ amount: TypedExpression, _ number: TypedExpression, _ sign: LuaToken, _ node: LuaExpression
  ) -> CheckFinding.Fix? {
    let start = amount.expression.range
    switch amount.expression.kind {
    case .call where sign.text == "==" && start.lowerBound == node.range.lowerBound:
      return CheckFinding.Fix(range: start.upperBound..<node.range.upperBound, text: ":is_zero()")
    case .call, .member, .name:
      return CheckFinding.Fix(range: number.expression.range, text: "yuan(0)")
    default: return nil
    }
  }

  private mutating func judgeDropped(_ call: LuaCall) {
    guard let entry = call.entry, entry.changes.isEmpty else { return }
    let answers: Bool
    switch call.receiver {
    case .query?, .money?, .date?, .span?, .object("groups", _)?, .object("frame", _)?,
      .object("group", _)?:
      answers = !["each", "map"].contains(call.name.text)
    case nil: answers = Self.makers.contains(entry.name)
    default: answers = false
    }
    guard answers else { return }
    found.append(
      CheckFinding(
        code: "check.unused_result",
        message: "warning: nobody takes what \(call.name.text) gives: the line does nothing",
        remedy: "keep it in a local, print it, or leave the line out", range: call.name.range,
        isError: false))
  }

  private static let makers: Set<String> = [
    "money", "yuan", "wan", "date", "instant", "days", "hours", "span", "today", "now",
  ]

  private mutating func add(
    _ code: String, _ message: String, _ near: NearName, _ otherwise: String, _ range: Range<Int>
  ) {
    found.append(
      CheckFinding(
        code: code, message: message,
        remedy: near.name.map { "did you mean '\($0)'?" } ?? otherwise, range: range, isError: true,
        fix: near.only.map { CheckFinding.Fix(range: range, text: $0) }))
  }
}

/// The name nearest to a word, and whether it is the only one as near.
struct NearName {
  let name: String?
  let only: String?

  init(_ word: String, among names: some Sequence<String>) {
    let near = Suggestion.nearest(to: word, among: Set(names).sorted())
    name = near.first
    only = near.count == 1 ? near[0] : nil
  }
}
