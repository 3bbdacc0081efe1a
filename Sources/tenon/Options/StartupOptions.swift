/// The option of every command that runs scripts: with or without `init.lua`.
import ArgumentParser
import SalesScript

struct StartupOptions: ParsableArguments {
  @Flag(name: .customLong("no-rc"), help: "Leave the user's and the project's init.lua out.")
  var noRC = false

  /// Runs the files and puts their settings in place, below those of the command line.
  ///
  /// - Throws: what `failed` throws.
  @discardableResult
  func apply(
    to host: ScriptHost, _ streams: Streams, failed: (any Error) throws -> Void
  ) rethrows -> StartupFiles.Settings {
    if noRC { return StartupFiles.Settings() }
    let settings = try StartupFiles(streams).run(in: host, failed: failed)
    streams.format = streams.format ?? settings.format
    streams.vertical = settings.vertical ?? streams.vertical
    streams.pages = settings.pager ?? streams.pages
    return settings
  }
}
