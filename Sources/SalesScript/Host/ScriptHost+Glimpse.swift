import Lua
import SalesKernel
import SalesStore

/// What a console's completion may look at: values as they are, and texts of the store. Nothing of the script is
/// called, nothing is written.
extension ScriptHost {
  /// A value of the session by its kind.
  public enum Glimpse {
    case nothing
    /// By the name of its entity.
    case query(String)
    case record(String)
    /// By the name that help gives its methods, or that types have: `money`, `frame`.
    case object(String)
    case table([String])
    case other
  }

  /// What stands at a path of names: `["a", "b"]` for `a.b`.
  public func glimpse(_ path: [String]) -> Glimpse {
    guard let environment else { return .nothing }
    switch state.glimpse(path, in: environment) {
    case .nothing: return .nothing
    case .record(let recordClass):
      return binding(of: recordClass).map { .record($0.entity.name) } ?? .other
    case .object(let object as QueryObject): return .query(object.entity.name)
    case .object(let object): return Self.className(of: object).map { .object($0) } ?? .other
    case .table(let names): return .table(names)
    case .plain(.scalar(let scalar)): return .object(Value.scalar(scalar).typeName)
    case .plain(.string): return .object("string")
    case .plain, .function: return .other
    }
  }

  /// The body of a function that tells the type of what it gives, where someone asked for it.
  func watched(_ entry: HelpEntry, _ body: @escaping State.HostFunction) -> State.HostFunction {
    guard let tell = options.onReturn else { return body }
    return { [unowned self] arguments, results in
      try body(arguments, &results)
      let (value, element) = results.glimpse
      let type = typeName(of: value)
      let list = typeName(of: element)
      tell(entry.name, type == "table" && list != "nil" ? list + "[]" : type)
    }
  }

  private func typeName(of value: Lua.Glimpse) -> String {
    switch value {
    case .nothing: "nil"
    case .plain(let plain): plain.typeName
    case .object(let query as QueryObject): query.entity.name
    case .object(let object): Self.className(of: object) ?? "any"
    case .record(let recordClass): binding(of: recordClass)?.entity.singular ?? "any"
    case .table: "table"
    case .function: "function"
    }
  }

  /// Names of the session, the language's own among them.
  public var visibleNames: [String] { environment.map { state.names(in: $0) } ?? [] }

  static func className(of object: AnyObject) -> String? {
    switch object {
    case is GroupedQuery, is FrameGroupsObject: "groups"
    case is FrameObject: "frame"
    case is FrameGroupObject: "group"
    case is ResultTable: "results"
    case is ChangesObject: "changes"
    case is ReportObject: "report"
    case is WhyObject: "explanation"
    case is PriceLinesObject: "lines"
    case is PricedLinesObject: "priced"
    case is IncentiveGridObject: "grid"
    case is CSVRows: "reader"
    case is CSVRowObject: "row"
    default: nil
    }
  }

  /// Texts of a field that begin with what was typed, each with a text that tells it apart; none where there is no
  /// store, or it cannot be read now.
  public func texts(
    of field: String, in entity: Entity, beginning: String, noting note: String?, limit: Int,
    within time: Duration
  ) -> [TextBeginnings.Find] {
    guard let store, let slot = entity.slot(of: field) else { return [] }
    let finder = TextBeginnings(store, entity, slot: slot, note: note.flatMap(entity.slot))
    return (try? finder.finds(beginning, limit: limit, within: time)) ?? []
  }
}
