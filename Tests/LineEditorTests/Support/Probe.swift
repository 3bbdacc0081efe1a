/// Starts console-probe, which is built beside the tests.

import Foundation
import SalesTesting

enum Probe {
  /// The folder of the build's products: that of the test bundle, or of the running program.
  static let program: String = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") }
    let path =
      bundle.flatMap {
        $0.range(of: ".xctest").map { range in String(bundle![..<range.upperBound]) }
      }
      ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(
      "console-probe"
    ).path
  }()

  #if os(Linux)
    static func start(history: String? = nil, _ more: [String: String] = [:]) throws
      -> PseudoTerminal
    {
      var environment = [
        "LC_ALL": "C", "TERM": "xterm", "INPUTRC": "/dev/null", "PATH": "/usr/bin:/bin",
      ]
      environment["PROBE_HISTORY"] = history
      environment.merge(more) { $1 }
      let terminal = try PseudoTerminal(program, environment: environment)
      try terminal.expect("tenon> ")
      return terminal
    }
  #endif
}
