/// A call of a function in the example of its help, and where values can be put into it.
import SalesScript

@testable import TenonCommand

struct CallSite {
  private let source: [UInt8]
  private let call: LuaExpression
  /// The object of a method.
  private let receiver: LuaExpression?
  private let method: String
  private let arguments: [LuaExpression]
  private static let mostSites = 2
  /// Positions behind the last argument of the example that are tried too.
  private static let more = 2

  /// The calls of the entry's name; for one without any a call of nothing.
  static func all(of entry: HelpEntry) -> [CallSite] {
    let sites = found(entry, in: entry.example)
    if !sites.isEmpty { return Array(sites.prefix(mostSites)) }
    guard !entry.name.contains(":"), entry.signature != entry.name else { return [] }
    return found(entry, in: "return \(entry.name)({})")
  }

  private static func found(_ entry: HelpEntry, in example: String) -> [CallSite] {
    let source = Array(example.utf8)
    let method = entry.name.split(separator: ":").last.map(String.init) ?? entry.name
    let isMethod = entry.name.contains(":")
    var sites: [CallSite] = []
    LuaParser.block(of: example).forEachExpression { expression in
      switch expression.kind {
      case .method(let receiver, let name, let arguments?) where isMethod && name.text == method:
        sites.append(
          CallSite(
            source: source, call: expression, receiver: receiver, method: method,
            arguments: arguments))
      case .call(let callee, let arguments):
        let isProtected = callee.path == "pcall" && arguments.first?.names(entry.name) == true
        guard (!isMethod && callee.path == entry.name) || isProtected else { return }
        sites.append(
          CallSite(
            source: source, call: expression, receiver: nil, method: method,
            arguments: isProtected ? Array(arguments.dropFirst()) : arguments))
      default: break
      }
    }
    return sites
  }

  /// Names of options in a signature: `{to = query, policy =}`.
  static func names(in signature: String) -> [String] {
    let tokens = LuaTokens.of(signature)
    return zip(tokens, tokens.dropFirst()).compactMap {
      $0.kind == .name && $1.text == "=" ? $0.text : nil
    }
  }

  // MARK: Slots

  func slots(options: [String]) -> [ValueSlot] {
    var slots = selfSlots
    for (position, argument) in arguments.enumerated() {
      slots += self.slots(of: argument, as: "#\(position + 1)", options: options)
    }
    for extra in 1...CallSite.more { slots.append(appended(extra)) }
    return slots
  }

  private func slots(of value: LuaExpression, as name: String, options: [String]) -> [ValueSlot] {
    var slots = [replaced(value.range, name)]
    guard case .table(let items) = value.kind else { return slots }
    var present: Set<String> = []
    for (position, item) in items.enumerated() {
      var label = "\(name)[\(position + 1)]"
      if case .name(let key) = item.key {
        present.insert(key.text)
        label = "\(name).\(key.text)"
      }
      slots += self.slots(of: item.value, as: label, options: [])
    }
    let start = value.range.lowerBound + 1
    for option in Set(options).subtracting(present).sorted() {
      slots.append(
        ValueSlot(
          name: "\(name).\(option)", before: text(0..<start) + option + " = ",
          behind: (items.isEmpty ? "" : ", ") + text(start..<source.count)))
    }
    return slots
  }

  /// The value stands in brackets of its own, which also makes a call of `f"text"`.
  private func replaced(_ range: Range<Int>, _ name: String) -> ValueSlot {
    ValueSlot(
      name: name, before: text(0..<range.lowerBound) + "(",
      behind: ")" + text(range.upperBound..<source.count))
  }

  /// Another argument behind the last, after so many that are nil.
  private func appended(_ extra: Int) -> ValueSlot {
    let nils = String(repeating: "nil, ", count: extra - 1)
    let name = "#\(arguments.count + extra)"
    let (start, end) = (call.range.lowerBound, call.range.upperBound)
    if end > start, source[end - 1] == UInt8(ascii: ")") {
      let comma = isBare ? "" : ", "
      return ValueSlot(
        name: name, before: text(0..<end - 1) + comma + nils, behind: ")" + text(end..<source.count)
      )
    }
    let open = arguments.first?.range.lowerBound ?? end
    return ValueSlot(
      name: name, before: text(0..<open) + "(" + text(open..<end) + ", " + nils,
      behind: ")" + text(end..<source.count))
  }

  /// Whether the call's brackets are empty.
  private var isBare: Bool {
    if case .call(_, let all) = call.kind { return all.isEmpty }
    return arguments.isEmpty
  }

  /// `(receiver).method(VALUE, …)`
  private var selfSlots: [ValueSlot] {
    guard let receiver else { return [] }
    let given = arguments.map { ", " + text($0.range) }.joined()
    return [
      ValueSlot(
        name: "self",
        before: text(0..<call.range.lowerBound) + "(" + text(receiver.range) + ").\(method)(",
        behind: given + ")" + text(call.range.upperBound..<source.count))
    ]
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: source[range.clamped(to: 0..<source.count)], as: UTF8.self)
  }
}

extension LuaExpression {
  /// Whether it stands for an entry without calling it: `policies.use`, or `reader.rejects` for `reader:rejects`.
  fileprivate func names(_ entry: String) -> Bool {
    guard let colon = entry.firstIndex(of: ":") else { return path == entry }
    guard case .member(_, let name) = kind else { return false }
    return name.text == entry[entry.index(after: colon)...]
  }

  /// `a.b.c` for names with points; nil for anything else.
  fileprivate var path: String? {
    switch kind {
    case .name(let name): name
    case .member(let value, let name): value.path.map { "\($0).\(name.text)" }
    default: nil
    }
  }
}
