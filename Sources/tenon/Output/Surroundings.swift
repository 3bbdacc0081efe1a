/// What the process finds around it: environment, clock, user, working folder.
import Foundation
import Values

enum Surroundings {
  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The machine's clock.
  static var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let milliseconds = Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    return (try? Instant(milliseconds: milliseconds)) ?? .first
  }

  /// Seconds of a clock that only goes forward.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// `$TENON_ACTOR`, else the user's name.
  static var actor: String {
    for name in ["TENON_ACTOR", "USER", "LOGNAME"] {
      if let value = variable(name) { return value }
    }
    return NSUserName()
  }

  static var workingFolder: String { FileManager.default.currentDirectoryPath }
}
