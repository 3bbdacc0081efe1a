/// Options that say with which clock and seed a run is done: same inputs and same store, same result.
import ArgumentParser
import Values

struct RunInputs: ParsableArguments {
  @Option(
    help: ArgumentHelp("The day that scripts take for today, at 09:00; else now.", valueName: "day")
  )
  var asOf: String?

  @Option(help: ArgumentHelp("Seed of random numbers.", valueName: "n"))
  var seed: UInt64 = 0

  /// - Throws: `usage.option`.
  func clock() throws -> Instant { try RunInputs.clock(asOf) }

  /// 09:00 in Shanghai of a day; the machine's clock without one.
  static func clock(_ day: String?) throws -> Instant {
    guard let day else { return Surroundings.now }
    do {
      return try Instant(startOf: Day(parsing: day)).adding(.hours(9))
    } catch {
      throw CommandError.option("--as-of", error)
    }
  }
}
