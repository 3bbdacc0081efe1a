/// How the process ends.
#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How the process ends; the one place that maps codes of errors to exit codes.
enum ExitStatus: Int32, CaseIterable {
  case ok = 0
  case script = 1
  case usage = 2
  case data = 3
  case store = 4
  case limit = 5
  case interrupted = 130

  /// The status of an error's code. What no row names is wrong data.
  init(code: String) {
    let rows: [(prefix: String, status: ExitStatus)] = [
      ("run.interrupted", .interrupted), ("limit.", .limit), ("store.memory", .limit),
      ("usage.", .usage),
      ("schedule.", .usage), ("help.", .usage), ("store.", .store), ("file.", .store),
      ("csv.missing", .store),
      ("csv.unreadable", .store), ("csv.unwritable", .store), ("script.", .script),
      ("rule.", .script), ("entity.", .script), ("catalog.", .script), ("host.", .script),
      ("policy.unknown", .script),
    ]
    self = rows.first { code.hasPrefix($0.prefix) }?.status ?? .data
  }

  func end() -> Never { exit(rawValue) }
}

/// Ends the command with a status; what there was to say has been said.
struct CommandEnd: Error {
  let status: ExitStatus
}
