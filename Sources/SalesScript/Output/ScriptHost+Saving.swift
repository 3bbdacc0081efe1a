import Lua

/// `save`: any value into a file, in the form that the file's name asks for.
extension ScriptHost {
  func defineSaving() throws {
    try define(
      HelpEntry(
        "save", "save(x, path)",
        "Writes a value to a file, whole: .csv, .tsv, .json, .jsonl, .md, .html, .txt, or .lua, which gives an equal value when it is run.",
        units: "amounts exact and dates ISO; every row, and every field unless select chose some",
        changes: "the file, also in a plan",
        errors: ["sandbox.file", "file.format", "file.unwritable"],
        example: """
          local ok, problem = pcall(save, customers:limit(2), "/data/two.csv")
          return problem.code
          """, result: "\"sandbox.file\"", seeAlso: ["csv.write", "report:save"])
    ) { [unowned self] arguments, results in
      let path = try arguments.decode(1, as: String.self)
      let real = try options.grants.resolveForReplacing(path)
      try output.save(try arguments[0], in: self, as: path, to: real)
      try results.add(path)
    }
  }
}
