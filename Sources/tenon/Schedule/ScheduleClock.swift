/// What jobs take for now: the machine's clock, or a moment that stands still.
import ArgumentParser
import Values

struct ScheduleClock: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The moment that schedules take for now, as \"2026-06-30 18:00\"; else the machine's clock.",
      valueName: "moment", visibility: .hidden))
  var now: String?

  /// - Throws: `usage.option`.
  func moment() throws -> Instant {
    guard let now else { return Surroundings.now }
    do { return try Instant(parsing: now) } catch { throw CommandError.option("--now", error) }
  }

  /// For a process of a job.
  var arguments: [String] { now.map { ["--now", $0] } ?? [] }
}
