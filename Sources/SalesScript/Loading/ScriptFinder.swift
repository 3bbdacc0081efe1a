import Lua

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds the files that `run` and `require` name: beside the script that asks, and in folders that may be read.
struct ScriptFinder {
  let grants: ScriptHost.Grants
  /// The folder of the script that asks; for a console the working folder.
  let folder: String

  /// A file by its path, taken from the folder of the script that asks.
  ///
  /// - Throws: `script.missing`; `sandbox.file` outside that folder and the grants.
  func file(_ path: String) throws -> String {
    try found([path.hasPrefix("/") ? path : joined(folder, path)], path)
  }

  /// A module `a.b`: `a/b.lua` or `a/b/init.lua` in the folder of the script that asks, then in each granted folder.
  ///
  /// - Throws: `script.argument` for what is no name of a module, `script.missing`, `sandbox.file`.
  func module(_ name: String) throws -> String {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { LuaText.isNameStart($0) || LuaText.isDigit($0) || $0 == 0x2D }
    }
    guard isName else {
      throw ArgumentError(
        "\"\(name.shortened)\" is no name of a module",
        remedy:
          "names joined by dots, as require \"pricing.rounding\"; for a path: run \"file.lua\"")
    }
    let path = parts.joined(separator: "/")
    return try found(
      ([folder] + grants.read).flatMap { root in
        [joined(root, path + ".lua"), joined(root, path + "/init.lua")]
      }, name)
  }

  private func joined(_ folder: String, _ path: String) -> String {
    folder.isEmpty ? path : folder + "/" + path
  }

  /// The first of the places where there is a file.
  private func found(_ places: [String], _ asked: String) throws -> String {
    guard let place = places.first(where: { access($0, F_OK) == 0 }) else {
      throw ArgumentError(
        "there is no script \"\(asked.shortened)\"", code: "script.missing",
        remedy: "looked for \(places.prefix(4).joined(separator: ", "))")
    }
    var reach = grants
    reach.read.append(folder.isEmpty ? "." : folder)
    _ = try reach.resolve(place, for: .read)
    return place
  }
}
