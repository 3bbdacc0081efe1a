/// Every expression of a chunk, the outer ones first.
@testable import TenonCommand

extension LuaBlock {
  func forEachExpression(_ visit: (LuaExpression) -> Void) {
    for statement in statements {
      for expression in statement.expressions { expression.walk(visit) }
      for block in statement.blocks { block.forEachExpression(visit) }
    }
  }
}

extension LuaStatement {
  fileprivate var expressions: [LuaExpression] {
    switch self {
    case .local(_, let values), .count(_, let values, _), .each(_, let values, _),
      .result(let values):
      values
    case .assignment(let targets, let values): targets + values
    case .expression(let value), .loop(let value, _), .function(let value, _): [value]
    case .repetition(_, let until): until.map { [$0] } ?? []
    case .branches(let branches, _): branches.map(\.condition)
    case .localFunction, .block: []
    }
  }

  fileprivate var blocks: [LuaBlock] {
    switch self {
    case .localFunction(_, let function), .function(_, let function): [function.body]
    case .block(let block), .loop(_, let block), .repetition(let block, _), .count(_, _, let block),
      .each(_, _, let block):
      [block]
    case .branches(let branches, let otherwise):
      branches.map(\.block) + (otherwise.map { [$0] } ?? [])
    case .local, .assignment, .expression, .result: []
    }
  }
}

extension LuaExpression {
  fileprivate func walk(_ visit: (LuaExpression) -> Void) {
    visit(self)
    switch kind {
    case .missing, .word, .number, .string, .name: break
    case .member(let value, _), .unary(_, let value), .grouped(let value): value.walk(visit)
    case .index(let left, let right), .binary(_, let left, let right):
      left.walk(visit)
      right.walk(visit)
    case .call(let callee, let arguments):
      callee.walk(visit)
      for argument in arguments { argument.walk(visit) }
    case .method(let receiver, _, let arguments):
      receiver.walk(visit)
      for argument in arguments ?? [] { argument.walk(visit) }
    case .function(let function): function.body.forEachExpression(visit)
    case .table(let items):
      for item in items {
        if case .expression(let key) = item.key { key.walk(visit) }
        item.value.walk(visit)
      }
    }
  }
}
