/// The run that chunks are part of: one chunk as a rule, several between begin() and commit().
import Lua
import SalesScript
import SalesStore

final class ConsoleTransaction {
  /// What a chunk asked for; done when the chunk has ended well.
  enum Request { case begin, commit, rollback }

  /// How a chunk ended.
  struct Ending {
    /// The recorded run, nil where nothing was kept.
    var run: Int64?
    var changes = 0
    /// The run stays open.
    var isHeld = false
    var isRolledBack = false
  }

  private(set) var held: OpenRun?
  /// The first chunk of the open run that failed.
  private(set) var failedChunk: Int?
  /// Net changes of the open run.
  private(set) var count = 0
  private var request: Request?
  private var first = 0
  private var texts: [String] = []

  /// `*12` in an open run of 12 changes, `!12` once a chunk of it failed.
  var mark: String {
    guard held != nil else { return "" }
    return (failedChunk == nil ? "*" : "!") + (count == 0 ? "" : "\(count)")
  }

  func ask(_ request: Request, anyway: Bool = false) throws {
    switch request {
    case .begin where held != nil || self.request == .begin:
      throw ConsoleTransaction.error(
        "run.open", "a run is open already", "end it with commit() or rollback()")
    case .commit where held == nil && self.request != .begin,
      .rollback where held == nil && self.request != .begin:
      throw ConsoleTransaction.error(
        "run.none", "no run is open", "begin() opens one; a chunk by itself is kept at once")
    case .commit where !anyway && failedChunk != nil:
      throw ConsoleTransaction.error(
        "run.failed",
        "chunk \(failedChunk ?? 0) of this run failed, and what it did was taken back",
        "rollback(), or commit{anyway = true} to keep the rest")
    default: self.request = request
    }
  }

  /// Runs a chunk in the open run, or in one of its own.
  ///
  /// - Parameters:
  ///   - body: runs the chunk in the run it is given.
  ///   - admit: sees the changes before they are kept; throwing keeps an open run open and takes any other back.
  func perform(
    _ text: String, number: Int, host: ScriptHost, body: (OpenRun?) throws -> Void,
    admit: (OpenRun) throws -> Void
  ) throws -> Ending {
    request = nil
    let isOpen = held != nil
    let run =
      try held
      ?? host.begin(.console, name: "=console:\(number)", mode: .read, onWait: Streams.waiting)
    if !isOpen { (first, texts, failedChunk, count) = (number, [], nil, 0) }
    do {
      try body(run)
    } catch {
      if isOpen, run?.isOpen == true {
        failedChunk = failedChunk ?? number
      } else {
        end(run)
      }
      throw error
    }
    texts.append(text)
    guard let run else {
      if request != nil { throw ConsoleTransaction.error("store.missing", "no store is open", "") }
      return Ending()
    }
    return try settle(run, isOpen: isOpen, last: number, admit)
  }

  private func settle(
    _ run: OpenRun, isOpen: Bool, last: Int, _ admit: (OpenRun) throws -> Void
  ) throws -> Ending {
    switch request {
    case .begin,
      .none where isOpen:
      held = run
      count = run.changes.count
      return Ending(changes: count, isHeld: true)
    case .rollback:
      end(run)
      return Ending(isRolledBack: true)
    case .commit, .none:
      do { try admit(run) } catch {
        if !isOpen { end(run) }
        throw error
      }
      run.header.script = first == last ? "console:\(first)" : "console:\(first)-\(last)"
      run.header.scriptHash = SourceHash.of(texts.joined(separator: "\n"))
      defer { end(run) }
      let outcome = try run.commit()
      return Ending(run: outcome.run, changes: outcome.changes.count)
    }
  }

  /// Takes back what is open, at the end of the session.
  func abandon() { end(held) }

  private func end(_ run: OpenRun?) {
    run?.rollback()
    (held, failedChunk, count, texts) = (nil, nil, 0, [])
  }

  private static func error(_ code: String, _ message: String, _ remedy: String) -> ArgumentError {
    ArgumentError(message, code: code, remedy: remedy)
  }
}
