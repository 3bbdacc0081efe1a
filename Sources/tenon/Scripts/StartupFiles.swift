/// What a user and a project always want: `init.lua` of each, run before the console or a script.
///
/// ```lua
/// policies.use("fastener", require "our_levels")
/// return { format = "markdown", timer = true }
/// ```
/// The user's is `$XDG_CONFIG_HOME/tenon/init.lua`, the project's `.tenon/init.lua` in the working folder or above
/// it. What a file returns are settings; the project's come over the user's, and the command line and the
/// environment over both. A file changes nothing in the store. Names that it gives live on in the console.
import Console
import Foundation
import Lua
import SalesKernel
import SalesScript
import Terminal

struct StartupFiles {
  /// Settings of all files; nil for what none says.
  struct Settings: Equatable {
    var format: OutputFormat?
    var vertical: Streams.Vertical?
    var timer: Bool?
    var pager: Bool?

    static let names = ["format", "vertical", "timer", "pager"]
  }

  let paths: [String]
  private let streams: Streams

  init(_ streams: Streams) {
    self.streams = streams
    let environment = Surroundings.environment
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.config" : nil }
    let config = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home
    let user = config.map { $0 + "/tenon/init.lua" }
    let project = ProjectFolder.path(above: Surroundings.workingFolder).map { $0 + "/init.lua" }
    paths = [user, project].compactMap { $0 }.filter { FileManager.default.fileExists(atPath: $0) }
  }

  /// Runs the files in a host.
  ///
  /// - Parameter failed: gets what a file raised; the others run all the same where it returns.
  func run(in host: ScriptHost, failed: (any Error) throws -> Void) rethrows -> Settings {
    var settings = Settings()
    for path in paths {
      do {
        if TerminalSize.isTerminal(1) {
          try run(path, host, &settings)
        } else {
          _ = try streams.capturing { try run(path, host, &settings) }
        }
      } catch {
        try failed(error)
      }
    }
    return settings
  }

  private func run(_ path: String, _ host: ScriptHost, _ settings: inout Settings) throws {
    let file = try ScriptFile(path: path)
    streams.sources[file.shownName] = file.source
    let run = try host.begin(.script, name: file.chunkName, mode: .read, onWait: Streams.waiting)
    defer { run?.rollback() }
    try host.run(file.source, name: file.chunkName, in: run) { values in
      if let run, !run.changes.isEmpty {
        throw CommandError(
          "startup.writes", "\(path) changes records; what always runs may not",
          remedy: "move it to a script of its own; nothing was changed")
      }
      guard case .table(let table)? = values.first else { return }
      for (name, value) in table.fields { try StartupFiles.set(name, value, path, &settings) }
    }
  }

  private static func set(
    _ name: String, _ value: Value, _ path: String, _ settings: inout Settings
  ) throws {
    switch (name, value) {
    case ("format", .string(let word)): settings.format = try choice(word, name, path)
    case ("vertical", .string(let word)): settings.vertical = try choice(word, name, path)
    case ("timer", .bool(let isOn)): settings.timer = isOn
    case ("pager", .bool(let isOn)): settings.pager = isOn
    case _ where Settings.names.contains(name):
      throw CommandError("startup.setting", "\(path): \(name) cannot be \(value.literal)")
    default:
      throw CommandError(
        "startup.setting", "\(path): there is no setting '\(name)'",
        remedy: Suggestion.closest(to: name, among: Settings.names).map { "did you mean '\($0)'?" }
          ?? "there are \(Settings.names.joined(separator: ", "))")
    }
  }

  private static func choice<Word: RawRepresentable & CaseIterable>(
    _ word: String, _ name: String, _ path: String
  ) throws -> Word where Word.RawValue == String {
    if let found = Word(rawValue: word) { return found }
    throw CommandError(
      "startup.setting", "\(path): \(name) cannot be '\(word)'",
      remedy: "one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
  }
}
