import Foundation
import SalesTesting

/// Where things of the package are.
enum Places {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let example = root.appending(path: "examples/embed")
  static let header = root.appending(path: "Sources/CTenon/include")

  static func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }

  /// Runs a command of the path in a folder.
  static func run(_ words: [String], in folder: URL) throws -> CommandResult {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return try CommandProcess(
      program: URL(fileURLWithPath: "/usr/bin/env"), folder: folder,
      environment: ["PATH": path, "PYTHONDONTWRITEBYTECODE": "1"]
    ).run(words)
  }
}
