/// Which names a chunk takes from outside, and which it keeps for itself.
struct LuaNames {
  struct Use: Equatable {
    let name: String
    let line: Int
    let isWritten: Bool
    /// In bytes.
    let range: Range<Int>
  }

  /// Names that are no locals, in order of use.
  private(set) var uses: [Use] = []
  /// Names that `local` declares outside of every block.
  private(set) var topLocals: [String] = []
  /// Every name that the chunk declares, parameters among them.
  private(set) var declared: [String] = []
  private var scopes: [Set<String>] = [[]]
  private let places: SourcePlaces

  init(_ text: String) { self.init(LuaParser.block(of: text), SourcePlaces(text)) }

  init(_ block: LuaBlock, _ places: SourcePlaces) {
    self.places = places
    read(block)
  }

  // MARK: Scopes

  private mutating func declare(_ names: [LuaName]) {
    scopes[scopes.count - 1].formUnion(names.map(\.text))
    declared += names.map(\.text)
    if scopes.count == 1 { topLocals += names.map(\.text) }
  }

  private mutating func use(_ name: String, _ range: Range<Int>, isWritten: Bool = false) {
    if name.isEmpty || scopes.contains(where: { $0.contains(name) }) { return }
    let line = places.place(of: range.lowerBound).line
    uses.append(Use(name: name, line: line, isWritten: isWritten, range: range))
  }

  private mutating func scoped(_ names: [LuaName] = [], _ body: (inout LuaNames) -> Void) {
    scopes.append(Set(names.map(\.text)))
    declared += names.map(\.text)
    body(&self)
    scopes.removeLast()
  }

  // MARK: Statements

  private mutating func read(_ block: LuaBlock) {
    for statement in block.statements { read(statement) }
  }

  private mutating func read(_ statement: LuaStatement) {
    switch statement {
    case .local(let names, let values):
      read(values)
      declare(names)
    case .localFunction(let name, let function):
      declare([name])
      read(function)
    case .assignment(let targets, let values): assign(targets, values)
    case .expression(let value): read(value)
    case .function(let path, let function):
      if case .name(let name) = path.kind {
        use(name, path.range, isWritten: true)
      } else {
        read(path)
      }
      read(function)
    case .block(let block): scoped { $0.read(block) }
    case .loop(let condition, let block):
      read(condition)
      scoped { $0.read(block) }
    case .repetition(let block, let condition):
      scoped {
        $0.read(block)
        if let condition { $0.read(condition) }
      }
    case .branches(let parts, let otherwise):
      for part in parts {
        read(part.condition)
        scoped { $0.read(part.block) }
      }
      if let otherwise { scoped { $0.read(otherwise) } }
    case .count(let name, let values, let block):
      read(values)
      scoped([name]) { $0.read(block) }
    case .each(let names, let values, let block):
      read(values)
      scoped(names) { $0.read(block) }
    case .result(let values): read(values)
    }
  }

  private mutating func assign(_ targets: [LuaExpression], _ values: [LuaExpression]) {
    var names: [(String, Range<Int>)] = []
    for target in targets {
      if case .name(let name) = target.kind {
        names.append((name, target.range))
      } else {
        read(target)
      }
    }
    read(values)
    for (name, range) in names { use(name, range, isWritten: !values.isEmpty) }
  }

  // MARK: Expressions

  private mutating func read(_ values: [LuaExpression]) {
    for value in values { read(value) }
  }

  private mutating func read(_ value: LuaExpression) {
    switch value.kind {
    case .missing, .word, .number, .string: break
    case .name(let name): use(name, value.range)
    case .member(let base, _): read(base)
    case .index(let base, let key):
      read(base)
      read(key)
    case .call(let callee, let arguments):
      read(callee)
      read(arguments)
    case .method(let base, _, let arguments):
      read(base)
      read(arguments ?? [])
    case .function(let function): read(function)
    case .table(let items):
      for item in items {
        if case .expression(let key) = item.key { read(key) }
        read(item.value)
      }
    case .unary(_, let inner), .grouped(let inner): read(inner)
    case .binary(_, let left, let right):
      read(left)
      read(right)
    }
  }

  private mutating func read(_ function: LuaFunction) {
    scoped(function.parameters) {
      if function.isMethod { $0.scopes[$0.scopes.count - 1].insert("self") }
      $0.read(function.body)
    }
  }
}
