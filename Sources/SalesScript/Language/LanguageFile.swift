import Lua
import SalesKernel

/// The data files of a language, `stdlib-lua/lang/<language>/<name>.lua`: each a Lua file that returns a table.
enum LanguageFile {
  /// The table of a file; an empty one where the language has no such file.
  ///
  /// The files ship in the binary and are read by the tests; one that is damaged leaves the words in English.
  static func table(_ name: String, of language: Language) -> Table {
    let path = "lang/\(language.rawValue)/\(name).lua"
    guard let source = Stdlib.source(path),
      let state = try? State(seed: 0, hooks: HostHooks())
    else { return Table() }
    defer { state.close() }
    guard let environment = try? state.newEnvironment(),
      let chunk = try? state.load(source, name: "@tenon:\(path)", in: environment),
      case .table(let table)? = try? state.call(chunk).first
    else { return Table() }
    return table
  }
}

extension Table {
  /// The texts by name; anything else is passed over.
  var texts: [String: String] {
    var texts: [String: String] = [:]
    for (key, value) in fields {
      if case .string(let text) = value { texts[key] = text }
    }
    return texts
  }

  /// The table under a name; an empty one where there is none.
  func part(_ name: String) -> Table {
    if case .table(let table) = self[name] { table } else { Table() }
  }
}
