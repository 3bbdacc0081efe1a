import Lua
import SalesKernel
import SalesStore
import Values

/// What a group is of the whole, and what in it hangs on few.
extension ScriptHost {
  func defineFrameShares() throws {
    try groupVerb(
      HelpEntry(
        "group:share", "group:share(column[, key, …])",
        "What the group's sum is of the sum of all rows, or of the rows with the same values of some keys.",
        units: "share; nil where that sum is nothing", errors: ["frame.column", "frame.key"],
        example: """
          local t = 0
          orders:frame{"amount", region = "customer.region"}:group_by("region"):each(function(g)
            t = t + g:share("amount")
          end)
          return math.abs(t - 1) < 1e-9
          """, result: "true", seeAlso: ["group:sum", "group:top_share"])
    ) { group, arguments in
      let column = try arguments.decode(1, as: String.self)
      let within = try (2..<max(arguments.count, 2)).map {
        try arguments.decode($0, as: String.self)
      }
      let share = try group.groups.share(of: column, in: group.place, within: within)
      return (
        share.map(Value.number) ?? .nil, "share \(([column] + within).joined(separator: " "))"
      )
    }
    try groupVerb(
      HelpEntry(
        "group:repeated", "group:repeated(column[, n])",
        "How many different values of a column the group has at least n times, twice unless given: customers "
          + "who ordered again.",
        errors: ["frame.column"],
        example: """
          local g = orders:frame{"customer"}:group_by{}[1]
          return g:repeated("customer", 1) == g:distinct("customer"), g:repeated("customer", 2) > 0
          """, result: "true  true", seeAlso: ["group:distinct"])
    ) { group, arguments in
      let column = try arguments.decode(1, as: String.self)
      let least = try arguments.decode(2, as: Int?.self) ?? 2
      let count = try group.groups.repeated(column, least: least, in: group.place)
      return (.integer(Int64(count)), "repeated \(column) \(least)")
    }
    try groupVerb(
      HelpEntry(
        "group:top_share", "group:top_share(column, key, n)",
        "What share of the group's sum the n largest values of a key have: how much hangs on few.",
        units: "share; nil where the sum is not above 0",
        errors: ["frame.column", "frame.measure", "sum.overflow"],
        example: """
          local g = orders:frame{"amount", "rep"}:group_by{}[1]
          return g:top_share("amount", "rep", 1000000), g:top_share("amount", "rep", 3) > 0
          """, result: "1.0  true", seeAlso: ["group:share"])
    ) { group, arguments in
      let column = try arguments.decode(1, as: String.self)
      let key = try arguments.decode(2, as: String.self)
      let few = try arguments.decode(3, as: Int.self)
      let share = try group.groups.topShare(of: column, by: key, few, in: group.place)
      return (share.map(Value.number) ?? .nil, "top_share \(column) \(key) \(few)")
    }
  }

  /// A method of groups with its help: gives a value, and what was asked.
  private func groupVerb(
    _ entry: HelpEntry, _ body: @escaping (FrameGroupObject, Arguments) throws -> (Value, String)
  ) throws {
    help.add(entry)
    let name = String(entry.name.split(separator: ":").last ?? "")
    try state.defineMethod(on: FrameGroupObject.self, name) { arguments, results in
      let group = try Self.group(arguments)
      let (value, what) = try body(group, arguments)
      group.note(what, value, rows: group.groups.size(group.place))
      try results.add(value)
    }
  }
}
