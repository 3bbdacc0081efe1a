/// What a job may be given when it is added or changed.
import ArgumentParser
import Foundation
import SalesKernel
import SalesScript
import Values

struct JobOptions: ParsableArguments {
  @Option(
    name: .customLong("at"),
    help: ArgumentHelp(
      "When it is due: a cron expression as \"30 8 * * 1-5\", or words as \"last working day 18:00\".",
      valueName: "schedule"))
  var schedule: String?

  @Option(help: "What becomes of missed times: skip, once or all.")
  var missed: Job.Missed?

  @Option(help: ArgumentHelp("How often a failed execution is tried again.", valueName: "n"))
  var retries: Int64?

  @Option(help: ArgumentHelp("Time before the first retry, as 30s or 5m.", valueName: "time"))
  var backoff: String?

  @Option(help: ArgumentHelp("By what it grows from retry to retry.", valueName: "x"))
  var backoffFactor: Double?

  @Option(help: ArgumentHelp("Time after which it is stopped, as 10m or 2h.", valueName: "time"))
  var timeLimit: String?

  @Option(help: ArgumentHelp("Megabytes for the script.", valueName: "mb"))
  var memory: Int64?

  @Option(help: ArgumentHelp("Failures in a row after which it is disabled.", valueName: "n"))
  var disableAfter: Int64?

  @Option(help: "What the script takes for now: due, the time it was due, or now.")
  var clock: Job.Clock?

  @Option(help: ArgumentHelp("Seed of random numbers.", valueName: "n"))
  var seed: Int64?

  @Option(help: "A script that has changed since: refuse it, or run it.")
  var changed: Job.Changed?

  @Option(
    help: ArgumentHelp("A folder that the script may read; may be repeated.", valueName: "dir"))
  var allowRead: [String] = []

  @Option(
    help: ArgumentHelp("A folder that the script may write; may be repeated.", valueName: "dir"))
  var allowWrite: [String] = []

  /// - Throws: `usage.option`.
  func apply(to job: inout Job) throws {
    if let schedule { job.schedule = schedule }
    if let missed { job.missed = missed }
    if let retries { job.retries = retries }
    if let backoff { job.backoff = try JobOptions.seconds(backoff, "--backoff") }
    if let backoffFactor { job.backoffFactor = backoffFactor }
    if let timeLimit { job.timeLimit = try JobOptions.seconds(timeLimit, "--time-limit") }
    if let memory { job.memoryLimit = memory }
    if let disableAfter { job.disableAfter = disableAfter }
    if let clock { job.clock = clock }
    if let seed { job.seed = seed }
    if let changed { job.changed = changed }
    if !allowRead.isEmpty { job.allowRead = JobOptions.folders(allowRead) }
    if !allowWrite.isEmpty { job.allowWrite = JobOptions.folders(allowWrite) }
  }

  private static func seconds(_ text: String, _ option: String) throws -> Int64 {
    let span: Span
    do { span = try Span(parsing: text) } catch { throw CommandError.option(option, error) }
    guard span.milliseconds >= 0, span.milliseconds % 1000 == 0 else {
      throw CommandError("usage.option", "\(option): \(text) is not a number of whole seconds")
    }
    return span.milliseconds / 1000
  }

  /// From wherever the job runs.
  private static func folders(_ paths: [String]) -> String {
    paths.map(absolute).joined(separator: "\n")
  }

  static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).path }

  /// - Throws: `usage.option` for an argument that a line cannot hold.
  static func lines(_ arguments: [String]) throws -> String? {
    if let bad = arguments.first(where: { $0.contains("\n") }) {
      throw CommandError("usage.option", "the argument \"\(bad.prefix(40))\" has a line end in it")
    }
    return arguments.isEmpty ? nil : arguments.joined(separator: "\n")
  }
}

extension Job.Missed: ExpressibleByArgument {}
extension Job.Clock: ExpressibleByArgument {}
extension Job.Changed: ExpressibleByArgument {}
