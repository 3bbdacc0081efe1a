import SalesScript

/// What went wrong in the command itself.
///
/// Codes: `usage.command`, `usage.option`, `usage.entity`, `usage.field`, `file.missing`, `file.unreadable`, `file.unwritable`,
/// `file.exists`, `script.utf8`, `plan.format`, `plan.stale`, `run.none`, `import.rejected`, `import.empty`,
/// `help.unknown`.
struct CommandError: Error {
  let code: String
  let message: String
  let remedy: String

  init(_ code: String, _ message: String, remedy: String = "") {
    self.code = code
    self.message = message
    self.remedy = remedy
  }

  /// An option's value that cannot be read.
  static func option(_ name: String, _ error: any Error) -> CommandError {
    let facts = ErrorFacts.of(error)
    return CommandError("usage.option", "\(name): \(facts.message)", remedy: facts.remedy)
  }
}
