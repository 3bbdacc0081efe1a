import Lua
import SalesKernel
import SalesStore
import Values

/// Frames split into groups, and what scripts ask of the groups.
extension ScriptHost {
  func defineFrameGrouping() throws {
    try frameVerb(
      HelpEntry(
        "frame:group_by",
        "frame:group_by{\"column\", …, month = \"day\", name = {\"day\", \"quarter\"}}",
        "Splits the rows into groups by columns and calendar periods, upward by key, empty keys first. Measures "
          + "of the groups are computed in one pass, at the first that is asked.",
        returns: "groups",
        units:
          "periods: day, week, month, quarter, half, year; their keys are texts as 2026-06, 2026-Q2, 2026-H1",
        errors: ["frame.column", "frame.key"],
        example: """
          local f = orders:frame{"amount", "ordered_on", region = "customer.region"}
          local g = f:group_by{"region", month = "ordered_on"}
          return #g > 12, #g[1].month
          """, result: "true  7",
        seeAlso: ["groups:table", "group:sum", "query:group_by"])
    ) { object, arguments in
      let keys = try FrameKeys(try arguments.all().dropFirst())
      return .object(FrameGroupsObject(try FrameGroups(object.frame, keys.keys)))
    }
  }

  private static func groups(_ arguments: Arguments) throws -> FrameGroups {
    guard case .object(let object) = try arguments[0], let groups = object as? FrameGroupsObject
    else { throw ArgumentError("expected groups, got \(try arguments[0].typeName)") }
    return groups.groups
  }

  private func groupsVerb(
    _ entry: HelpEntry, _ body: @escaping (FrameGroups, Arguments) throws -> Value
  ) throws {
    help.add(entry)
    let name = String(entry.name.split(separator: ":").last ?? "")
    try state.defineMethod(on: FrameGroupsObject.self, name) { arguments, results in
      try results.add(try body(try Self.groups(arguments), arguments))
    }
  }

  func defineFrameGroups() throws {
    let grouped =
      "local g = orders:frame{\"amount\", \"customer\", region = \"customer.region\"}"
      + ":group_by(\"region\")\n"
    try groupsVerb(
      HelpEntry(
        "groups:table", "groups:table{name = measure, …}",
        "A row a group: its keys, then the measures, each as text (\"count\", \"sum amount\", \"quantile amount "
          + "0.9\", \"share amount\") or a function of the group. A list keeps its order; names go by the alphabet.",
        errors: ["frame.column", "frame.measure"],
        example: grouped
          + "local t = g:table{orders = \"count\", amount = \"sum amount\"}\n"
          + "return #t == #g, t[1].amount == g[1]:sum(\"amount\")", result: "true  true",
        seeAlso: ["frame:group_by"])
    ) { [unowned self] groups, arguments in
      .object(try FrameTable(try arguments[1], host: self).table(of: groups))
    }
    try groupsVerb(
      HelpEntry(
        "groups:each", "groups:each(f)", "Calls a function with every group.",
        example: grouped
          + "local n = 0\ng:each(function(one) n = n + one:count() end)\nreturn n == orders:count()",
        result: "true", seeAlso: ["groups:map"])
    ) { [unowned self] groups, arguments in
      _ = try map(groups, arguments)
      return .nil
    }
    try groupsVerb(
      HelpEntry(
        "groups:map", "groups:map(f)", "What a function gives for every group, as a list.",
        example: grouped
          + "return #g:map(function(one) return one:sum(\"amount\") end) == #g", result: "true",
        seeAlso: ["groups:each"])
    ) { [unowned self] groups, arguments in .table(Table(list: try map(groups, arguments))) }
    try state.defineMethod(on: FrameGroupsObject.self, "__len") { arguments, results in
      try results.add(try Self.groups(arguments).count)
    }
    try state.defineFallback(on: FrameGroupsObject.self) { arguments, results in
      let groups = try Self.groups(arguments)
      guard case .integer(let place) = try arguments[1] else {
        throw ArgumentError(
          "groups have the places 1 to \(groups.count), no '\(try arguments[1].plain)'",
          remedy: "ask them for :table{…}, :each(f) or :map(f)")
      }
      try results.add(
        place >= 1 && place <= groups.count
          ? Value.object(FrameGroupObject(groups, Int(place) - 1)) : .nil)
    }
    try state.defineMethod(on: FrameGroupsObject.self, "__tostring") {
      [unowned self] arguments, results in
      let table = try FrameTable(.table(Table(list: [.string("count")])), host: self)
      try results.add(output.text(of: try table.table(of: try Self.groups(arguments))))
    }
  }

  private func map(_ groups: FrameGroups, _ arguments: Arguments) throws -> [Value] {
    guard case .function(let function) = try arguments[1] else {
      throw ArgumentError("expected a function of a group, got \(try arguments[1].typeName)")
    }
    return try (0..<groups.count).map { place in
      try state.call(function, [.object(FrameGroupObject(groups, place))]).first ?? .nil
    }
  }

  static func group(_ arguments: Arguments) throws -> FrameGroupObject {
    guard case .object(let object) = try arguments[0], let group = object as? FrameGroupObject
    else { throw ArgumentError("expected a group, got \(try arguments[0].typeName)") }
    return group
  }

  func defineFrameGroup() throws {
    let first =
      "local g = orders:frame{\"amount\", \"customer\", \"status\", region = \"customer.region\"}"
      + ":group_by(\"region\")[1]\n"
    for word in FrameMeasure.words {
      let argument = word == "count" ? "[column]" : word == "quantile" ? "column, share" : "column"
      let call = word == "quantile" ? "\"amount\", 0.9" : word == "count" ? "" : "\"amount\""
      help.add(
        HelpEntry(
          "group:\(word)", "group:\(word)(\(argument)[, condition])",
          Self.summary(of: word)
            + " Of one group; a condition, as frame:where takes it, narrows it first.",
          units: Self.unit(of: word) ?? "",
          errors: ["frame.column", "frame.measure", "frame.where", "sum.overflow"],
          example: first + "return g:\(word)(\(call)) ~= nil", result: "true",
          seeAlso: ["frame:group_by", "frame:\(word)"]))
      try state.defineMethod(on: FrameGroupObject.self, word) { [unowned self] arguments, results in
        let group = try Self.group(arguments)
        try results.add(
          try FrameAsk(word, arguments, host: self).value(of: group))
      }
    }
    try defineFrameShares()
    try state.defineFallback(on: FrameGroupObject.self) { arguments, results in
      try results.add(
        try Self.group(arguments).member(try arguments.decode(1, as: String.self)))
    }
    try state.defineMethod(on: FrameGroupObject.self, "__tostring") { arguments, results in
      try results.add("group \(Value.table(try Self.group(arguments).keys).literal)")
    }
  }
}
