/// Where a session's history is kept.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

public enum HistoryPlace {
  /// The project's `.tenon/history`, where a folder `.tenon` of one's own stands in the working folder or
  /// above it; else `$XDG_STATE_HOME/tenon/history`, else `~/.local/state/tenon/history`; nil without a home.
  ///
  /// `workingFolder` is an absolute path.
  public static func path(workingFolder: String, environment: [String: String]) -> String? {
    if let project = project(above: workingFolder) { return project + "/history" }
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return state + "/tenon/history"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.local/state/tenon/history"
  }

  /// The nearest `.tenon` folder upward that belongs to this user.
  private static func project(above workingFolder: String) -> String? {
    var parts = workingFolder.split(separator: "/")
    while true {
      let folder = (parts.map { "/" + $0 } + ["/.tenon"]).joined()
      if isOwnFolder(folder) { return folder }
      if parts.popLast() == nil { return nil }
    }
  }

  /// Someone else's folder is not trusted with what this user types.
  private static func isOwnFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == geteuid()
  }
}
