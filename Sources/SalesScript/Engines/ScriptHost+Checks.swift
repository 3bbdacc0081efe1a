import Lua
import SalesKernel
import Values

/// `uscc` and `industry`: checks of codes before they are stored.
extension ScriptHost {
  func defineChecks() throws {
    try define(
      HelpEntry(
        "uscc.check", "uscc.check(text)",
        "The unified social credit code that a text spells: code in normal form, and warnings "
          + "that are no errors.", returns: "table",
        errors: ["customer.uscc.length", "customer.uscc.alphabet", "customer.uscc.checksum"],
        example: "return uscc.check(\" 91440300-192203821 6\").code",
        result: "\"914403001922038216\"",
        seeAlso: ["uscc.repair", "industry.check"])
    ) { arguments, results in
      let code = try USCC(parsing: try arguments.decode(0, as: String.self))
      let warnings = code.warnings.map { Value.string($0.rawValue) }
      try results.add(
        Table(fields: [("code", .string(code.text)), ("warnings", .table(Table(list: warnings)))]))
    }
    try define(
      HelpEntry(
        "uscc.repair", "uscc.repair(text)",
        "The code with look-alike letters read as the digits they stand for, where that makes it "
          + "valid; else nil.", returns: "string?",
        example: "return uscc.repair(\"9144O3OO1922O38216\"), uscc.repair(\"914403001922038217\")",
        result: "\"914403001922038216\"  nil", seeAlso: ["uscc.check"])
    ) { arguments, results in
      let repaired = USCC.repair(try arguments.decode(0, as: String.self))
      try results.add(repaired.map(Value.string) ?? .nil)
    }
    try define(
      HelpEntry(
        "industry.check", "industry.check(text[, edition])",
        "The class of GB/T 4754 that a text spells: class, section and edition.", returns: "table",
        units: "edition: \"2017\" unless given, or \"2011\"",
        errors: ["customer.industry.format", "customer.industry.section"],
        example: "return industry.check(\"c3742\").class", result: "\"C3742\"",
        seeAlso: ["uscc.check"])
    ) { [unowned self] arguments, results in
      let word = try arguments.decode(1, as: String?.self)
      let editions = IndustryClass.Edition.allCases
      guard let edition = word.map({ IndustryClass.Edition(rawValue: $0) }) ?? .y2017 else {
        throw unknown("edition", word ?? "", among: editions.map(\.rawValue))
      }
      let industry = try IndustryClass(
        parsing: try arguments.decode(0, as: String.self), edition: edition)
      try results.add(
        Table(fields: [
          ("class", .string(industry.text)), ("edition", .string(edition.rawValue)),
          ("section", .string(String(industry.section))),
        ]))
    }
  }
}
