/// What the reference says of the command's environment, files and exit statuses.
enum CommandSurroundings {
  static let variables: [(name: String, text: String)] = [
    ("TENON_STORE", "The store where --store does not name one."),
    ("TENON_ACTOR", "Who does a run where --actor does not say it; else the user."),
    (
      "TENON_PAGER",
      "The program that shows long output on a terminal; else PAGER, else less -FRSX."
    ),
    ("NO_COLOR", "Set to anything, no colours unless --color always."),
    (
      "XDG_STATE_HOME", "The folder below which the console keeps its history; else ~/.local/state."
    ),
  ]

  static let files: [(name: String, text: String)] = [
    ("tenon.db", "The store in the working folder, where nothing names another."),
    ("FILE.rejects.csv", "Rows of FILE that tenon import refused."),
  ]

  /// Statuses in order.
  static var statuses: [(code: Int32, text: String)] {
    ExitStatus.allCases.map { ($0.rawValue, $0.meaning) }
  }
}

extension ExitStatus {
  var meaning: String {
    switch self {
    case .ok: "All went well."
    case .script: "A script was wrong, or raised an error."
    case .usage: "The command line was wrong."
    case .data: "Data were refused."
    case .store: "A store or file could not be read or written."
    case .limit: "A limit of time or memory was reached."
    case .interrupted: "Ctrl-C or a signal ended it."
    }
  }
}
