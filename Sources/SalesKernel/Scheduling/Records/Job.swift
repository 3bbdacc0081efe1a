import Values

/// A script that is run by itself at certain times.
/// - Source: ours.
public struct Job: SalesRecord, Hashable {
  public enum State: String, FieldChoice {
    case active, paused, disabled
  }

  /// What becomes of times at which nothing could run.
  public enum Missed: String, FieldChoice {
    case skip, once, all
  }

  /// What a script takes for now.
  public enum Clock: String, FieldChoice {
    case due, now
  }

  /// What becomes of a script that is no longer the one that was scheduled.
  public enum Changed: String, FieldChoice {
    case refuse, run
  }

  public var id: Int64
  public var name: String
  public var script: String
  public var scriptHash: String
  public var arguments: String?
  public var schedule: String
  public var state: State
  public var activeSince: Instant
  public var missed: Missed
  public var clock: Clock
  public var seed: Int64
  public var changed: Changed
  public var retries: Int64
  public var backoff: Int64
  public var backoffFactor: Double
  public var timeLimit: Int64
  public var memoryLimit: Int64
  public var disableAfter: Int64
  public var allowRead: String?
  public var allowWrite: String?

  /// A job with what the policy says of all.
  public init(
    id: Int64 = 0, name: String, script: String, scriptHash: String, schedule: String,
    activeSince: Instant, _ policy: SchedulePolicy.Defaults
  ) {
    self.init(blank: id)
    (self.name, self.script, self.scriptHash) = (name, script, scriptHash)
    (self.schedule, self.activeSince) = (schedule, activeSince)
    (missed, clock, changed) = (policy.missed, policy.clock, policy.changed)
    (retries, backoffFactor) = (policy.retries, policy.backoffFactor)
    backoff = policy.backoff.milliseconds / 1000
    timeLimit = policy.timeLimit.milliseconds / 1000
    (memoryLimit, disableAfter) = (policy.memoryLimit, policy.disableAfter)
  }

  private init(blank id: Int64) {
    self.id = id
    (name, script, scriptHash, schedule) = ("", "", "", "")
    (state, missed, clock, changed) = (.active, .once, .due, .refuse)
    (activeSince, seed) = (.first, 0)
    (retries, backoff, backoffFactor) = (0, 0, 1)
    (timeLimit, memoryLimit, disableAfter) = (1, 1, 1)
  }

  public static func blank(id: Int64) -> Job { Job(blank: id) }

  /// What the script sees as `arg`.
  public var argumentList: [String] { Self.lines(arguments) }
  public var readFolders: [String] { Self.lines(allowRead) }
  public var writeFolders: [String] { Self.lines(allowWrite) }

  private static func lines(_ text: String?) -> [String] {
    (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .filter { text?.isEmpty == false || !$0.isEmpty }
  }

  /// Whom its runs name as their actor.
  public var actor: String { "schedule:\(name)" }
}

extension Job {
  private static let checkedSchedule: Field.Check = { value in
    if case .text(let text) = value { _ = try JobSchedule(parsing: text) }
    return value
  }

  /// A name that can stand on a command line and in a file's name.
  private static let checkedName: Field.Check = { value in
    guard case .text(let name) = value else { return value }
    let isFit =
      !name.isEmpty && name.utf8.count <= 64
      && name.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
      && !name.hasPrefix("-") && !name.hasPrefix(".")
    guard isFit else {
      throw ValidationError(
        "job.name", "\"\(name.excerpt)\" is no name of a job",
        remedy: "use letters, digits, -, _ and ., 64 bytes at most", field: "name")
    }
    return value
  }

  public static let schema = Schema<Job>(
    "jobs", singular: "job", label: Label("jobs", "定时任务"),
    help: "Scripts that run by themselves; their executions are listed by tenon schedule history.",
    columns: [
      Column(
        "name", \.name, .text, Label("name", "名称"), help: "Your own key of the job.",
        required: true, unique: true, check: checkedName),
      Column(
        "script", \.script, .text, Label("script", "脚本"), help: "Path of the Lua file.",
        required: true),
      Column(
        "script_hash", \.scriptHash, .text, Label("script hash", "脚本指纹"),
        help: "Of the script as it was scheduled.", required: true),
      Column(
        "arguments", \.arguments, .text, Label("arguments", "参数"),
        help: "What the script sees as arg, one a line."),
      Column(
        "schedule", \.schedule, .text, Label("schedule", "时间表"),
        help: "When it is due: a cron expression, or words as last working day 18:00.",
        required: true, check: checkedSchedule),
      Column(
        "state", \.state, State.fieldType, Label("state", "状态"),
        help: "Paused by a person, or disabled after failures in a row.", required: true),
      Column(
        "active_since", \.activeSince, .instant, Label("active since", "启用时间"),
        help: "No time before counts as missed, and no failure.", required: true),
      Column(
        "missed", \.missed, Missed.fieldType, Label("missed", "错过处理"),
        help: "What becomes of times at which nothing could run.", required: true),
      Column(
        "clock", \.clock, Clock.fieldType, Label("clock", "时钟"),
        help: "What the script takes for now: the time it was due, or the time it runs.",
        required: true),
      Column(
        "seed", \.seed, .integer, Label("seed", "随机种子"), help: "Of random numbers.",
        required: true, bounds: .atLeast(0)),
      Column(
        "changed", \.changed, Changed.fieldType, Label("changed script", "脚本变更处理"),
        help: "Whether a script runs that is no longer the one that was scheduled.",
        required: true),
    ] + limits)

  private static let limits: [Column<Job>] = [
    Column(
      "retries", \.retries, .integer, Label("retries", "重试次数"),
      help: "How often a failed execution is tried again.", required: true,
      bounds: .between(0, 100)),
    Column(
      "backoff", \.backoff, .integer, Label("back-off", "退避时间"),
      help: "Time before the first retry.", unit: "seconds", required: true,
      bounds: .between(0, 604_800)),
    Column(
      "backoff_factor", \.backoffFactor, .number, Label("back-off factor", "退避系数"),
      help: "By what the time grows from retry to retry.", required: true,
      bounds: .between(1, 100)),
    Column(
      "time_limit", \.timeLimit, .integer, Label("time limit", "时限"),
      help: "After which it is stopped.", unit: "seconds", required: true,
      bounds: .between(1, 1_000_000)),
    Column(
      "memory_limit", \.memoryLimit, .integer, Label("memory limit", "内存上限"),
      help: "What the script may use.", unit: "MB", required: true,
      bounds: .between(1, 1_048_576)),
    Column(
      "disable_after", \.disableAfter, .integer, Label("disable after", "停用阈值"),
      help: "Failures in a row after which it is disabled.", required: true,
      bounds: .between(1, 1000)),
    Column(
      "allow_read", \.allowRead, .text, Label("may read", "可读目录"),
      help: "Folders that the script may read, one a line."),
    Column(
      "allow_write", \.allowWrite, .text, Label("may write", "可写目录"),
      help: "Folders that the script may write, one a line."),
  ]
}
