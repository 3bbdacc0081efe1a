// What Tests/Fixtures/statsmodels_reference.py printed.
import Foundation
import Testing

@testable import SalesKernel

struct StatsmodelsFixture: Codable, Equatable {
  struct Smoothed: Codable, Equatable {
    let forecast: [Double]
    let sse: Double
    let fittedSSE: Double
  }
  struct Line: Codable, Equatable {
    let intercept: Double
    let slope: Double
    let r2: Double
    let forecast: [Double]
    let low: [Double]
    let high: [Double]
  }
  struct Regressed: Codable, Equatable {
    let price: [Double]
    let visits: [Double]
    let coefficients: [Double]
    let errors: [Double]
    let r2: Double
  }
  struct Case: Codable, Equatable {
    let seed: Int
    let season: Int
    let values: [Double]
    let smoothing: [String: Smoothed]
    let trend: Line
    let regression: Regressed
  }

  let statsmodels: String
  let horizon: Int
  let fixed: [String: Double]
  let cases: [Case]

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

  static func checkedIn() throws -> StatsmodelsFixture {
    try read(Data(contentsOf: folder.appendingPathComponent("statsmodels_reference.json")))
  }

  static func read(_ data: Data) throws -> StatsmodelsFixture {
    try JSONDecoder().decode(StatsmodelsFixture.self, from: data)
  }

  /// The fixture made anew where python3 has statsmodels; nil where it has not.
  static func madeAnew() throws -> StatsmodelsFixture? {
    guard try python(["-c", "import statsmodels"]).status == 0 else { return nil }
    let made = try python([folder.appendingPathComponent("statsmodels_reference.py").path])
    return made.status == 0 ? try read(made.output) : nil
  }

  private static func python(_ arguments: [String]) throws -> (status: Int32, output: Data) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [ProcessInfo.processInfo.environment["TENON_PYTHON"] ?? "python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}

/// Equal to so many parts of the greater.
func close(_ a: Double, _ b: Double, _ relative: Double = 1e-6) -> Bool {
  abs(a - b) <= relative * max(abs(a), abs(b), 1e-9)
}

extension MethodSettings {
  /// As methods are tested: three points, half the last.
  static func plain(season: Int? = nil, given: [String: Double] = [:]) -> MethodSettings {
    MethodSettings(
      season: season, window: 3, weights: [0.5, 0.3, 0.2], given: given, damping: 0.8...0.995)
  }
}
