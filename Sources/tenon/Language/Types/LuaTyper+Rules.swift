/// Rules over records: functions of a record, and expressions in a text whose names are its fields.
import SalesKernel

extension LuaTyper {
  /// A rule as verbs take it: a function, or an expression in a text.
  func readRule(_ argument: LuaExpression, _ entity: String) {
    guard case .string(let text, let isClosed) = argument.kind else {
      return readFunction(argument, entity)
    }
    emit(.ruleText(argument, entity: entity))
    // Escapes would move what stands behind them; what is not whole yet is of use at a cursor alone.
    guard isClosed || followsAssignments, !text.contains("\\") else { return }
    let quotes = argument.range.count - text.utf8.count
    readRule(text, at: argument.range.lowerBound + (isClosed ? quotes / 2 : quotes), entity)
  }

  /// - Parameter offset: Where the text stands in the source.
  func readRule(_ text: String, at offset: Int, _ entity: String) {
    guard let declared = model.entity(entity) else { return }
    let rule = LuaParser.expression(of: text, at: offset)
    let names = LuaNames(LuaBlock(statements: [.result([rule])]), SourcePlaces(""))
    for use in names.uses { emit(.ruleName(use.name, use.range, entity: entity)) }
    let outer = (ruleEntity, returning)
    ruleEntity = entity
    var fields = declared.fields.map { ($0.name, LanguageModel.type(of: $0)) }
    fields.append(("id", .number))
    // A rule does not see the chunk's locals.
    let kept = scopes
    scopes = []
    scoped(fields) { _ = type(of: rule) }
    scopes = kept
    (ruleEntity, returning) = outer
  }

  /// A function of a record.
  func readFunction(_ argument: LuaExpression, _ entity: String) {
    if case .function(let function) = argument.kind {
      return read(function, given: [.record(entity)])
    }
    let type = type(of: argument)
    if case .local(let id) = type { learn(id, [.record(entity)]) }
  }
}
