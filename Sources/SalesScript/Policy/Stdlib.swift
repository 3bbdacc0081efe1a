import SalesKernel

/// The Lua files that ship inside the binary, by their path below `stdlib-lua/`.
public enum Stdlib {
  /// The text of a file, as `policy/fastener.lua`; nil where there is none.
  public static func source(_ path: String) -> String? { embeddedLua[path] }

  /// Names of the files of a folder, without `.lua`, sorted.
  public static func names(in folder: String) -> [String] {
    embeddedLua.keys.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(".lua") }
      .map { String($0.dropFirst(folder.count + 1).dropLast(4)) }.sorted()
  }
}
