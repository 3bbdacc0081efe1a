/// Adding and changing jobs.
import ArgumentParser
import SalesKernel
import SalesScript
import SalesStore
import Values

/// What every change of a job has: who makes it, on which store.
struct ScheduleActor: ParsableArguments {
  @Option(help: ArgumentHelp("Who does it; else $TENON_ACTOR, else the user.", valueName: "name"))
  var actor: String?

  @OptionGroup var clock: ScheduleClock
  @OptionGroup var store: StoreOptions

  /// Does one change.
  func change(_ body: (JobDesk, Instant) throws -> Void) throws {
    let opened = try store.open()
    defer { opened.close() }
    let now = try clock.moment()
    try body(try JobDesk(opened, now: now, actor: actor ?? Surroundings.actor), now)
  }

  func tell(_ run: Int64?, _ what: String, _ streams: Streams) {
    guard let run else {
      streams.note("nothing changed")
      return
    }
    streams.note("\(what); run \(run), take it back with: tenon undo \(run)\(store.hint)")
  }
}

/// `tenon schedule add`.
struct ScheduleAdd: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a job: a script with the times at which it runs.",
    discussion: """
      Adding a job is the answer to every question its runs could ask: they change as much as they change. Look at \
      it first with tenon plan.
      """)

  @Argument(help: ArgumentHelp("Your own key of the job.", valueName: "name"))
  var name: String

  @Argument(help: ArgumentHelp("A Lua file.", valueName: "script"))
  var script: String

  @Argument(help: "What the script sees as arg; options of its own go behind --.")
  var arguments: [String] = []

  @OptionGroup var options: JobOptions
  @OptionGroup var who: ScheduleActor
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    guard let schedule = options.schedule else {
      throw CommandError(
        "usage.option", "a job needs its times", remedy: "as --at \"last working day 18:00\"")
    }
    let file = try JobScript.checked(script)
    try who.change { desk, now in
      var job = Job(
        name: name, script: file.path, scriptHash: SourceHash.of(file.source), schedule: schedule,
        activeSince: now, try desk.policy().defaults)
      job.arguments = try JobOptions.lines(arguments)
      try options.apply(to: &job)
      let run = try desk.add(job)
      who.tell(run, "\(name): \(try JobSchedule(parsing: schedule).words)", streams)
      if let next = try desk.times(of: job, 1).first { streams.note("next at \(next)") }
    }
  }
}

/// `tenon schedule change`.
struct ScheduleChange: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: "Change a job: what is given, and its script as it now is.")

  @Argument(help: ArgumentHelp("The job.", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("Another Lua file.", valueName: "script"))
  var script: String?

  @Argument(help: "What the script sees as arg in place of what it saw; behind --.")
  var arguments: [String] = []

  @OptionGroup var options: JobOptions
  @OptionGroup var who: ScheduleActor
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    try who.change { desk, now in
      let before = try desk.job(name)
      var job = before
      try options.apply(to: &job)
      let file = try JobScript.checked(script ?? job.script)
      (job.script, job.scriptHash) = (file.path, SourceHash.of(file.source))
      if !arguments.isEmpty { job.arguments = try JobOptions.lines(arguments) }
      if job.schedule != before.schedule { job.activeSince = now }
      let run = try desk.change(job, from: before)
      who.tell(run, "\(name) changed", streams)
    }
  }
}

/// A script as a job holds it.
enum JobScript {
  /// By its whole path, and compiled once.
  /// - Throws: `file.missing`, `script.syntax` and the other codes of reading a script.
  static func checked(_ path: String) throws -> ScriptFile {
    guard path != "-" else {
      throw CommandError(
        "usage.option", "a job cannot run standard input", remedy: "save the script as a file")
    }
    let file = try ScriptFile(path: JobOptions.absolute(path))
    let host = try ScriptHost(store: nil, options: .plain, output: CapturedOutput())
    _ = try host.state.load(
      file.source, name: file.chunkName, in: try host.state.newEnvironment())
    return file
  }
}

/// `tenon schedule pause`.
struct SchedulePause: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause", abstract: "Let a job rest until it is resumed.")

  @Argument(help: ArgumentHelp("The job.", valueName: "name"))
  var name: String

  @OptionGroup var who: ScheduleActor
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    try who.change { desk, _ in
      who.tell(try desk.pause(try desk.job(name)), "\(name) paused", streams)
    }
  }
}

/// `tenon schedule resume`.
struct ScheduleResume: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Make a paused or disabled job active again, from now on; settle its alert.")

  @Argument(help: ArgumentHelp("The job.", valueName: "name"))
  var name: String

  @OptionGroup var who: ScheduleActor
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    try who.change { desk, _ in
      who.tell(try desk.resume(try desk.job(name)), "\(name) is active", streams)
    }
  }
}

/// `tenon schedule remove`.
struct ScheduleRemove: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a job; its history stays.")

  @Argument(help: ArgumentHelp("The job.", valueName: "name"))
  var name: String

  @OptionGroup var who: ScheduleActor
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    try who.change { desk, _ in
      who.tell(try desk.remove(try desk.job(name)), "\(name) removed", streams)
    }
  }
}
