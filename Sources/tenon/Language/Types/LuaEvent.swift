import SalesScript

/// What the typer comes by, in order of the source; each with the types that are known there.
enum LuaEvent {
  /// `base.name`, or `base:name`.
  case member(LuaType, LuaName, isMethod: Bool, isWritten: Bool)
  case call(LuaCall)
  case binary(LuaToken, TypedExpression, TypedExpression, LuaExpression)
  /// A field of a record that is set; whether within a `plan` or `whatif`.
  case assigned(LuaName, entity: String, isTried: Bool)
  /// A call whose values nobody takes.
  case dropped(LuaCall)
  /// A name in the text of a rule over an entity.
  case ruleName(String, Range<Int>, entity: String)
  /// A value given for a field: in `where{…}`, `create{…}`, `update{…}`, by assignment or by comparing.
  case value(LuaExpression, field: String, entity: String)
  /// A key that should be a field.
  case key(LuaName, entity: String, verb: String)
  /// A text that should name a field, as in `select("name")`.
  case fieldText(LuaExpression, entity: String, verb: String)
  /// A text that is a rule over an entity.
  case ruleText(LuaExpression, entity: String)
  /// A table whose keys are fields.
  case fieldTable(LuaExpression, entity: String)
  /// Names joined by dots, of which nothing is known, before the member that ends at a place.
  case path([String], end: Int)
}

struct TypedExpression {
  let expression: LuaExpression
  let type: LuaType
  /// The field it reads, where it reads one.
  let field: (name: String, entity: String)?
}

/// A call of something that is known.
struct LuaCall {
  let node: LuaExpression
  /// Where the name of what is called stands.
  let name: LuaName
  /// The help of what is called; nil for methods that have none.
  let entry: HelpEntry?
  let receiver: LuaType?
  let arguments: [LuaExpression]
  /// The type of the first argument.
  var firstType: LuaType?
  let result: LuaType
  /// Whether it stands in the function of a `plan` or `whatif`, whose changes are taken back.
  let isTried: Bool
}
