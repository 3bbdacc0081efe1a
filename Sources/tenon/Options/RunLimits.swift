/// Options that say who runs a script, what it may touch, and how much it may use.
import ArgumentParser
import SalesScript
import Values

struct RunLimits: ParsableArguments {
  @Option(help: ArgumentHelp("Stop after so many seconds.", valueName: "s"))
  var timeout: Double?

  @Option(help: ArgumentHelp("Megabytes for the script.", valueName: "mb"))
  var memory: Int?

  @Option(
    help: ArgumentHelp("A folder that the script may read; may be repeated.", valueName: "dir"),
    completion: .directory)
  var allowRead: [String] = []

  @Option(
    help: ArgumentHelp("A folder that the script may write; may be repeated.", valueName: "dir"),
    completion: .directory)
  var allowWrite: [String] = []

  @Option(help: ArgumentHelp("Who does it; else $TENON_ACTOR, else the user.", valueName: "name"))
  var actor: String?

  /// - Throws: `usage.option`.
  func hostOptions(
    clock: Instant, seed: UInt64, arguments: [String] = [], isInteractive: Bool = false
  ) throws -> ScriptHost.Options {
    var options = ScriptHost.Options(
      clock: clock, seed: seed, actor: actor ?? Surroundings.actor, arguments: arguments,
      timeout: try checkedTimeout(), grants: .init(read: allowRead, write: allowWrite),
      isInteractive: isInteractive)
    if let memory = try memoryBytes() { options.memory = memory }
    return options
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

extension ScriptHost.Options {
  /// For hosts that run nothing of the user's.
  static var plain: ScriptHost.Options { ScriptHost.Options(clock: Surroundings.now) }
}
