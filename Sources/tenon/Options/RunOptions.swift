/// Options of commands that run scripts: the inputs of the run, its limits and its grants.
import ArgumentParser
import SalesScript
import Values

struct RunOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The day that scripts take for today, at 09:00; else now.", valueName: "day"))
  var asOf: String?

  @Option(help: ArgumentHelp("Seed of random numbers.", valueName: "n"))
  var seed: UInt64 = 0

  @Option(help: ArgumentHelp("Stop after so many seconds.", valueName: "s"))
  var timeout: Double?

  @Option(help: ArgumentHelp("Megabytes for the script.", valueName: "mb"))
  var memory: Int?

  @Option(help: ArgumentHelp("A folder that the script may read; may be repeated.", valueName: "dir"))
  var allowRead: [String] = []

  @Option(help: ArgumentHelp("A folder that the script may write; may be repeated.", valueName: "dir"))
  var allowWrite: [String] = []

  @Option(help: ArgumentHelp("Who does it; else $TENON_ACTOR, else the user.", valueName: "name"))
  var actor: String?

  /// - Throws: `usage.option`.
  func hostOptions(arguments: [String] = [], isInteractive: Bool = false) throws
    -> ScriptHost.Options
  {
    var options = ScriptHost.Options(
      clock: try RunOptions.clock(asOf), seed: seed, actor: actor ?? Surroundings.actor,
      arguments: arguments, timeout: try checkedTimeout(),
      grants: .init(read: allowRead, write: allowWrite), isInteractive: isInteractive)
    if let memory = try memoryBytes() { options.memory = memory }
    return options
  }

  /// 09:00 in Shanghai of a day; the machine's clock without one.
  static func clock(_ day: String?) throws -> Instant {
    guard let day else { return Surroundings.now }
    do {
      return try Instant(startOf: Day(parsing: day)).adding(.hours(9))
    } catch {
      throw CommandError.option("--as-of", error)
    }
  }

  private func checkedTimeout() throws -> Double? {
    guard let timeout else { return nil }
    guard timeout > 0, timeout <= 1_000_000 else {
      throw CommandError(
        "usage.option", "--timeout: \(timeout) is not between 0 and 1000000 seconds")
    }
    return timeout
  }

  private func memoryBytes() throws -> Int? {
    guard let memory else { return nil }
    guard (1...1_048_576).contains(memory) else {
      throw CommandError("usage.option", "--memory: \(memory) is not between 1 and 1048576 MB")
    }
    return memory << 20
  }
}

extension RunOptions {
  /// For hosts that run nothing of the user's.
  static var plain: ScriptHost.Options { ScriptHost.Options(clock: Surroundings.now) }
}
