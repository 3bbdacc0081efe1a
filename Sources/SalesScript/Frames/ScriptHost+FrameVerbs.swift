import Lua
import SalesKernel
import SalesStore
import Values

/// What frames do: narrowing, joining, measures of the whole.
extension ScriptHost {
  /// A method of frames with its help.
  func frameVerb(
    _ entry: HelpEntry, _ body: @escaping (FrameObject, Arguments) throws -> Value
  ) throws {
    help.add(entry)
    let name = String(entry.name.split(separator: ":").last ?? "")
    try state.defineMethod(on: FrameObject.self, name) { arguments, results in
      try results.add(try body(try Self.frame(arguments), arguments))
    }
  }

  private static func frame(_ arguments: Arguments) throws -> FrameObject {
    guard case .object(let object) = try arguments[0], let frame = object as? FrameObject else {
      throw ArgumentError(
        "expected a frame, got \(try arguments[0].typeName)",
        remedy: "make one with orders:frame{\"amount\"}, and call it with a colon")
    }
    return frame
  }

  func defineFrameNarrowing() throws {
    try frameVerb(
      HelpEntry(
        "frame:where", "frame:where(condition)",
        "The rows that meet a condition: {column = value, a list of values or {from =, upto =, below =}}, "
          + "{day = {period = \"2026-Q2\"}}, an expression over the columns, or a function of a row. Columns "
          + "are shared, nothing is copied.", returns: "frame",
        units: "from and upto count as within; an empty value meets no bound",
        errors: [
          "frame.column", "frame.where", "field.type", "field.choice", "period.unknown",
          "rule.unknown_name",
        ],
        example: """
          local f = orders:frame{"amount", "ordered_on"}
          local large = f:where{amount = {from = wan(10)}}
          return large:min("amount") >= wan(10), #large == #f:where("amount >= wan(10)")
          """, result: "true  true", seeAlso: ["query:frame", "query:where"])
    ) { [unowned self] object, arguments in
      .object(try narrowed(object, by: try arguments[1]))
    }
    try frameVerb(
      HelpEntry(
        "frame:rows", "frame:rows([n])", "The first n rows as a table of results, 20 unless given.",
        returns: "results",
        example: "return #orders:frame{\"amount\"}:rows(3)", result: "3",
        seeAlso: ["query:rows"])
    ) { object, arguments in
      .object(try object.table(limit: try arguments.decode(1, as: Int?.self) ?? 20))
    }
    try frameVerb(
      HelpEntry(
        "frame:join", "frame:join(other, column)",
        "The frame with the columns of another: each row gets those of the record that the column refers to, "
          + "by id, empty where the other frame has none. A name that is there already is prefixed by the column.",
        returns: "frame",
        errors: ["frame.column", "frame.join"],
        example: """
          local c = customers:where{level = "A"}:frame{"level", "region"}
          local f = orders:frame{"customer", "amount"}:join(c, "customer")
          return table.concat(f.columns, " "), f:count("level") <= #f
          """, result: "\"customer amount level region\"  true",
        seeAlso: ["query:frame"])
    ) { object, arguments in .object(try Self.join(object, arguments)) }
    try state.defineMethod(on: FrameObject.self, "__len") { arguments, results in
      try results.add(try Self.frame(arguments).frame.count)
    }
    try state.defineMethod(on: FrameObject.self, "__tostring") {
      [unowned self] arguments, results in
      try results.add(output.text(of: try Self.frame(arguments).table(limit: 20)))
    }
    try state.defineFallback(on: FrameObject.self) { arguments, results in
      let name = try arguments.decode(1, as: String.self)
      guard name == "columns" else { throw Self.noMember(name) }
      let frame = try Self.frame(arguments).frame
      try results.add(Table(list: frame.names.map(Value.string)))
    }
  }

  private static func noMember(_ name: String) -> ArgumentError {
    let names = ["columns", "where", "group_by", "join", "rows"] + FrameMeasure.words
    return ArgumentError(
      "a frame has no '\(name)'",
      remedy: Suggestion.closest(to: name, among: names).map { "did you mean '\($0)'?" }
        ?? "it has \(names.joined(separator: ", "))")
  }

  func narrowed(_ object: FrameObject, by condition: Value) throws -> FrameObject {
    if case .table(let table) = condition {
      let conditions = try FrameConditions(table, of: object.frame, host: self)
      return object.narrowed(to: conditions.rows(of: object.frame))
    }
    return object.narrowed(to: try FrameRule(condition, of: object.frame, host: self).rows())
  }

  private static func join(_ object: FrameObject, _ arguments: Arguments) throws -> FrameObject {
    guard case .object(let value) = try arguments[1], let other = value as? FrameObject,
      let ids = other.ids
    else {
      throw ArgumentError(
        "join: expected a frame of records, got \(try arguments[1].typeName)", code: "frame.join",
        remedy: "as orders:frame{\"customer\"}:join(customers:frame{\"region\"}, \"customer\")")
    }
    let name = try arguments.decode(2, as: String.self)
    let column = try object.frame.column(name)
    guard case .reference(let target) = column.type, ids.type == .reference(target) else {
      throw ArgumentError(
        "join: \(name) does not refer to the records of the other frame", code: "frame.join",
        remedy: "give a column that refers to them, and holds their ids")
    }
    let found = other.frame.rows(of: column, ids: ids)
    let columns = try other.frame.names.map { own in
      let free = object.frame.has(own) ? "\(name)_\(own)" : own
      guard !object.frame.has(free) else {
        throw ArgumentError("join: there is a column \"\(free)\" already", code: "frame.join")
      }
      return (name: free, column: try other.frame.column(own).joined(found))
    }
    return FrameObject(object.frame.adding(columns), ids: object.ids)
  }

  func defineFrameMeasures() throws {
    for word in FrameMeasure.words {
      let takesShare = word == "quantile"
      let argument = word == "count" ? "[column]" : takesShare ? "column, share" : "column"
      try frameVerb(
        HelpEntry(
          "frame:\(word)", "frame:\(word)(\(argument)[, condition])", Self.summary(of: word),
          units: Self.unit(of: word) ?? "",
          errors: ["frame.column", "frame.measure", "sum.overflow"]
            + (takesShare ? ["frame.share"] : []),
          example: Self.example(of: word), result: "true",
          seeAlso: ["frame:group_by", "group:\(word)"])
      ) { [unowned self] object, arguments in
        try FrameAsk(word, arguments, host: self).value(of: object.whole.get(), in: 0)
      }
    }
  }

  static func summary(of word: String) -> String {
    switch word {
    case "count": "How many rows there are, or how many have a value in a column."
    case "distinct": "How many different values a column has."
    case "sum": "The sum of a column, exact for money; nothing gives 0."
    case "mean": "The mean of a column's values; nil of nothing."
    case "min": "The least value of a column; nil of nothing."
    case "max": "The greatest value of a column; nil of nothing."
    case "median": "The middle value of a column; nil of nothing."
    default: "The value below which a share of a column's values lies; nil of nothing."
    }
  }

  static func unit(of word: String) -> String? {
    switch word {
    case "mean": "money to 1/10,000 yuan, half to even"
    case "median", "quantile":
      "straight lines between neighbours (type 7); money to 1/10,000 yuan; of days the one at or below"
    default: nil
    }
  }

  private static func example(of word: String) -> String {
    let frame = "orders:frame{\"amount\", \"customer\"}"
    return switch word {
    case "count": "return \(frame):count() == orders:count()"
    case "distinct": "return \(frame):distinct(\"customer\") <= 200"
    case "sum": "return \(frame):sum(\"amount\") == orders:sum(\"amount\")"
    case "mean": "return \(frame):mean(\"amount\") == orders:avg(\"amount\")"
    case "min", "max": "return \(frame):\(word)(\"amount\") == orders:\(word)(\"amount\")"
    case "median": "return \(frame):median(\"amount\") == \(frame):quantile(\"amount\", 0.5)"
    default: "return \(frame):quantile(\"amount\", 1) == orders:max(\"amount\")"
    }
  }
}
