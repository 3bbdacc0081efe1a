import Lua
import SalesKernel
import Values

/// `buying`: how and when customers buy.
extension ScriptHost {
  func defineBuying(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "buying.rhythm", "buying.rhythm(size)",
        "How firms of a size buy: label {en, zh} and source.", returns: "report",
        errors: ["policy.unknown"], example: "return buying.rhythm(\"large\").label.en",
        result: "\"annual plan, rolled quarterly\"", seeAlso: ["buying.season", "buying.steps"])
    ) { [unowned self] arguments, results in
      let word = try arguments.decode(0, as: String.self)
      guard let size = Customer.Size(rawValue: word),
        let rhythm = try policies.buying().rhythm(of: size)
      else { throw unknown("size", word, among: Customer.Size.allCases.map(\.rawValue)) }
      try results.add(
        Value.object(
          ReportObject([
            .init("size", .string(word)), .init("label", rhythm.label),
            .init("source", .string(rhythm.source)),
          ])))
    }
    try define(
      HelpEntry(
        "buying.season", "buying.season([date])",
        "The season of buying that a day is in: quarter, label {en, zh} and source; nil where "
          + "there is none.", returns: "report",
        units: "date: the run's day unless given", example: "return buying.season().quarter",
        result: "2", seeAlso: ["buying.rhythm"])
    ) { [unowned self] arguments, results in
      let day = try arguments.decode(0, as: Day?.self) ?? options.clock.day()
      guard let season = try policies.buying().season(on: day) else {
        return try results.add(Value.nil)
      }
      try results.add(
        Value.object(
          ReportObject([
            .init("quarter", .integer(Int64(season.quarter))), .init("label", season.label),
            .init("source", .string(season.source)),
          ])))
    }
    try defineFlow(policies)
  }

  private func defineFlow(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "buying.steps", "buying.steps()",
        "The steps of a large firm's purchase and the roles that take them.", returns: "results",
        example: "return #buying.steps(), buying.steps()[1].roles", result: "7  \"technical\"",
        seeAlso: ["buying.lead_times", "decisions.roles"])
    ) { _, results in
      let rows = try policies.buying().steps.map { step -> [Value] in
        [
          .string(step.code), .string(step.roles.joined(separator: ", ")),
          .string(step.label.en), .string(step.label.zh), .string(step.source),
        ]
      }
      let columns = ["step", "roles", "label", "标签", "source"]
      try results.add(
        Value.object(ResultTable(columns: columns.map { .init($0) }, rows: rows)))
    }
    try define(
      HelpEntry(
        "buying.lead_times", "buying.lead_times()",
        "How long a purchase takes: new supplier, routine, urgent.", returns: "results",
        units: "spans of days",
        example: "return buying.lead_times()[1].at_most", result: "span\"90d\"",
        seeAlso: ["buying.steps"])
    ) { _, results in
      let rows = try policies.buying().leadTimes.map { time -> [Value] in
        [
          .string(time.code), .scalar(time.atLeast.scalar), .scalar(time.atMost.scalar),
          .string(time.label.en), .string(time.label.zh), .string(time.source),
        ]
      }
      let columns = ["lead_time", "at_least", "at_most", "label", "标签", "source"]
      try results.add(
        Value.object(ResultTable(columns: columns.map { .init($0) }, rows: rows)))
    }
  }
}
