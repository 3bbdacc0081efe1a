/// Runs a program and gathers what it printed.
import Foundation

public struct CommandResult: Sendable {
  public let output: String
  public let errors: String
  /// The exit code; a signal's number plus 128 where one ended it.
  public let status: Int32
}

/// A program with its folder and environment.
public struct CommandProcess: Sendable {
  public let program: URL
  public let folder: URL
  public var environment: [String: String]

  public init(program: URL, folder: URL, environment: [String: String] = [:]) {
    self.program = program
    self.folder = folder
    var all = ["PATH": "/usr/bin:/bin", "HOME": folder.path, "USER": "tester", "LANG": "C.UTF-8"]
    all.merge(environment) { $1 }
    self.environment = all
  }

  /// A built program beside the running tests; `$TENON` names another command.
  public static func built(_ name: String) throws -> URL {
    let environment = ProcessInfo.processInfo.environment
    if name == "tenon", let path = environment["TENON"] { return URL(fileURLWithPath: path) }
    var places = [URL(fileURLWithPath: CommandLine.arguments[0])]
    if let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      places.insert(URL(fileURLWithPath: own), at: 0)
    }
    places += Bundle.allBundles.map(\.bundleURL)
    for place in places {
      let candidate = place.deletingLastPathComponent().appending(path: name)
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
    }
    throw GoldenSyntaxError(description: "no built \(name) beside \(places[0].path)")
  }

  /// Runs it to its end.
  public func run(_ arguments: [String], input: String = "") throws -> CommandResult {
    let running = try start(arguments, input: input)
    return try running.finish()
  }

  /// Starts it; the caller waits for it, or kills it.
  public func start(_ arguments: [String], input: String = "") throws -> RunningCommand {
    try RunningCommand(self, arguments, input)
  }
}

/// A program at work. Its output goes to files, so that no pipe can fill.
public final class RunningCommand {
  private let process = Process()
  private let scratch: URL

  init(_ command: CommandProcess, _ arguments: [String], _ input: String) throws {
    scratch = FileManager.default.temporaryDirectory.appending(path: "tenon-run-\(UUID())")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    try Data(input.utf8).write(to: scratch.appending(path: "in"))
    for name in ["out", "err"] { try Data().write(to: scratch.appending(path: name)) }
    process.executableURL = command.program
    process.arguments = arguments
    process.currentDirectoryURL = command.folder
    process.environment = command.environment
    process.standardInput = try FileHandle(forReadingFrom: scratch.appending(path: "in"))
    process.standardOutput = try FileHandle(forWritingTo: scratch.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: scratch.appending(path: "err"))
    try process.run()
  }

  deinit { try? FileManager.default.removeItem(at: scratch) }

  public var isRunning: Bool { process.isRunning }

  /// Sends a signal: 9 ends it at once.
  public func send(signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for its end.
  public func finish() throws -> CommandResult {
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    return CommandResult(
      output: try text("out"), errors: try text("err"),
      status: process.terminationStatus + (isSignal ? 128 : 0))
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: scratch.appending(path: name)), as: UTF8.self)
  }
}
