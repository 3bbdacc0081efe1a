/// What every subcommand shares: streams, and one place where errors turn into words and a status.
import ArgumentParser
import SalesScript

protocol StreamCommand: ParsableCommand {
  var output: OutputOptions { get }

  /// The work. What it throws is reported, and ends the command with the status of its code.
  func run(_ streams: Streams) throws
}

extension StreamCommand {
  func run() throws {
    let streams = Streams(output)
    do {
      try run(streams)
      streams.flush()
      if streams.hasFailed {
        throw CommandError(
          "file.unwritable", "standard output cannot be written", remedy: "check the free space")
      }
    } catch let end as CommandEnd {
      streams.flush()
      throw end
    } catch {
      streams.report(error)
      let code = (error as? CommandError)?.code ?? ErrorFacts.of(error).code
      throw CommandEnd(status: ExitStatus(code: code))
    }
  }
}
