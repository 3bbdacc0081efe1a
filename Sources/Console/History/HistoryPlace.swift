/// Where a session's history is kept.

public enum HistoryPlace {
  /// The project's `.tenon/history`, where a folder `.tenon` of one's own stands in the working folder or
  /// above it; else `$XDG_STATE_HOME/tenon/history`, else `~/.local/state/tenon/history`; nil without a home.
  ///
  /// `workingFolder` is an absolute path.
  public static func path(workingFolder: String, environment: [String: String]) -> String? {
    if let project = ProjectFolder.path(above: workingFolder) { return project + "/history" }
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return state + "/tenon/history"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.local/state/tenon/history"
  }
}
