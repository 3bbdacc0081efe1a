// The examples of help and of the catalogue of errors, each run once for all tests that look at what came of it.
import Lua
import SalesScript
import Synchronization

/// What the examples of help gave.
struct HelpRun: Sendable {
  struct Outcome: Sendable {
    let entry: HelpEntry
    /// The values as literals, or why there are none.
    let result: Result<String, any Error>
  }

  let outcomes: [Outcome]
  /// What each function gave, by the function's name.
  let types: [String: Set<String>]

  static let shared = Result { try HelpRun() }

  private init() throws {
    let seen = SeenTypes()
    let world = try World { name, type in
      seen.types.withLock { _ = $0[name, default: []].insert(type) }
    }
    defer { world.remove() }
    outcomes = world.host.help.entries.map { entry in
      Outcome(entry: entry, result: Result { try world.eval(entry.example) })
    }
    types = seen.types.withLock { $0 }
  }
}

private final class SeenTypes: Sendable {
  let types = Mutex<[String: Set<String>]>([:])
}

/// What the examples of the catalogue of errors raised; those that raised nothing have no facts.
struct ErrorRun: Sendable {
  typealias Facts = (code: String, message: String, remedy: String)

  let outcomes: [(entry: ErrorEntry, facts: Facts?)]

  static let shared = Result { try ErrorRun() }

  private init() throws {
    let world = try World()
    defer { world.remove() }
    outcomes = ErrorCatalogue.shared.entries.filter { !$0.example.isEmpty }.map { entry in
      do { _ = try world.eval(entry.example) } catch { return (entry, ErrorFacts.of(error)) }
      return (entry, nil)
    }
  }
}
