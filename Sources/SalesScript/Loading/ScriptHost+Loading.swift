import Foundation
import Lua

/// `run`, `require` and `reload`: scripts in other files.
///
/// The functions here find and read the file; compiling, calling and remembering is the interpreter's, where values
/// keep their identity.
extension ScriptHost {
  func defineLoading() throws {
    try define(
      HelpEntry(
        "run", "run(path, …)",
        "Runs another script, in this run and with these globals; gives what it returns. What follows the path is its `...`.",
        units: "path: from the folder of the script that asks",
        errors: ["script.missing", "script.syntax", "sandbox.file"],
        example: "local ok, problem = pcall(run, \"no_such.lua\") return problem.code",
        result: "\"script.missing\"", seeAlso: ["require", "load"])
    ) { [unowned self] arguments, results in
      for part in try source(at: try finder.file(try arguments.decode(0, as: String.self))) {
        try results.add(part)
      }
    }
    try define(
      HelpEntry(
        "require", "require(name)",
        "Loads a module once and gives its value: name.lua or name/init.lua beside the script, or in a folder that may be read.",
        units: "name: a.b is a/b.lua",
        errors: ["script.missing", "script.syntax", "script.require_circle", "sandbox.file"],
        example: "local ok, problem = pcall(require, \"no_such\") return problem.code",
        result: "\"script.missing\"", seeAlso: ["reload", "run"])
    ) { [unowned self] arguments, results in
      for part in try source(at: try finder.module(try arguments.decode(0, as: String.self))) {
        try results.add(part)
      }
    }
    try define(
      HelpEntry(
        "reload", "reload(name)",
        "Loads a module anew; its table stays the same table, so that all who hold it see the new fields.",
        errors: ["script.missing", "script.syntax"],
        example: "local ok, problem = pcall(reload, \"no_such\") return problem.code",
        result: "\"script.missing\"", seeAlso: ["require"])
    ) { [unowned self] arguments, results in
      for part in try source(at: try finder.module(try arguments.decode(0, as: String.self))) {
        try results.add(part)
      }
    }
  }

  /// For the script that asks.
  private var finder: ScriptFinder {
    let chunk = state.place?.chunk ?? ""
    let folder =
      chunk.hasSuffix(".lua")
      ? chunk.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
        separator: "/") : ""
    return ScriptFinder(grants: options.grants, folder: folder)
  }

  /// A file's text and its name as a chunk.
  ///
  /// - Throws: `script.unreadable`, `script.utf8`.
  private func source(at path: String) throws -> [Value] {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw ArgumentError(
        "cannot read \(path)", code: "script.unreadable", remedy: "check its permissions")
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    guard let source = String(validating: text, as: UTF8.self) else {
      throw ArgumentError(
        "\(path) is not UTF-8 text", code: "script.utf8", remedy: "save it as UTF-8")
    }
    output.loaded(source, name: path)
    return [.string(source.hasPrefix("#") ? "--" + source : source), .string("@" + path)]
  }
}
