/// Lua source as a tree, each part with its place in bytes of UTF-8.
///
/// ```
///   text ──LuaTokens──▶ tokens ──LuaParser──▶ LuaBlock ──▶ LuaNames   names from outside
///                                                  └─────▶ LuaTyper   types, and what can be said of them
/// ```
/// Text that breaks off gives the tree of what there is, with `missing` where something should stand.
final class LuaExpression {
  enum Kind {
    case missing
    /// `nil`, `true`, `false` and `...`, as written.
    case word(String)
    case number(String)
    /// Its text without quotes; whether its closing quote is there.
    case string(String, isClosed: Bool)
    case name(String)
    /// `a.b`
    case member(LuaExpression, LuaName)
    /// `a[b]`
    case index(LuaExpression, LuaExpression)
    case call(LuaExpression, [LuaExpression])
    /// `a:b(…)`; nil arguments where they are not there yet.
    case method(LuaExpression, LuaName, [LuaExpression]?)
    case function(LuaFunction)
    case table([LuaItem])
    case unary(String, LuaExpression)
    case binary(LuaToken, LuaExpression, LuaExpression)
    case grouped(LuaExpression)
  }

  let kind: Kind
  let range: Range<Int>

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// A name where it stands.
struct LuaName: Equatable {
  let text: String
  let range: Range<Int>
  let line: Int
}

/// One item of a table: `key = value`, `[key] = value` or a value alone.
struct LuaItem {
  enum Key {
    case none
    case name(LuaName)
    case expression(LuaExpression)
  }
  let key: Key
  let value: LuaExpression
}

final class LuaFunction {
  let parameters: [LuaName]
  let body: LuaBlock
  let isMethod: Bool

  init(parameters: [LuaName], body: LuaBlock, isMethod: Bool) {
    self.parameters = parameters
    self.body = body
    self.isMethod = isMethod
  }
}

struct LuaBlock {
  let statements: [LuaStatement]
}

enum LuaStatement {
  case local([LuaName], [LuaExpression])
  case localFunction(LuaName, LuaFunction)
  case assignment([LuaExpression], [LuaExpression])
  /// An expression that stands as a statement: a call, in source that compiles.
  case expression(LuaExpression)
  /// `function a.b:c() … end`: the path to what is set.
  case function(LuaExpression, LuaFunction)
  case block(LuaBlock)
  case loop(LuaExpression, LuaBlock)
  case repetition(LuaBlock, until: LuaExpression?)
  case branches([(condition: LuaExpression, block: LuaBlock)], otherwise: LuaBlock?)
  case count(LuaName, [LuaExpression], LuaBlock)
  case each([LuaName], [LuaExpression], LuaBlock)
  case result([LuaExpression])
}

/// Lines and columns of places in a source.
struct SourcePlaces {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ source: String) {
    let all = Array(source.utf8)
    bytes = all
    starts = [0] + all.indices.filter { all[$0] == 10 }.map { $0 + 1 }
  }

  /// The line from 1, and the column in characters from 1.
  func place(of offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let before = bytes[starts[low]..<max(starts[low], min(offset, bytes.count))]
    return (low + 1, String(decoding: before, as: UTF8.self).count + 1)
  }

  /// Units: characters.
  func length(of range: Range<Int>) -> Int {
    let within = range.clamped(to: 0..<bytes.count)
    let text = String(decoding: bytes[within], as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).first?.count ?? 0
  }
}
