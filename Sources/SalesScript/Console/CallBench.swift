import Lua

/// Times a function of a script: batches of calls until the time is up.
struct CallBench {
  private static let warmUp = 3
  private static let batches = 20
  private static let budget = 0.5
  let state: State
  let clock: () -> Double

  struct Figures {
    let calls: Int
    /// Seconds of one call.
    let mean: Double
    let deviation: Double
    /// Bytes of one call.
    let memory: Double

    var sentence: String {
      "bench: \(Elapsed.text(mean)) ± \(Elapsed.text(deviation)) a call, \(calls) calls, "
        + "\(Int(exactly: memory.rounded()) ?? 0) bytes a call"
    }

    var table: Table {
      Table(fields: [
        ("calls", .integer(Int64(calls))), ("mean", .number(mean)), ("sd", .number(deviation)),
        ("memory", .number(memory)),
      ])
    }
  }

  /// - Throws: what the function throws.
  func run(_ function: Function) throws -> Figures {
    let start = clock()
    for _ in 0..<CallBench.warmUp { _ = try state.call(function) }
    let one = max((clock() - start) / Double(CallBench.warmUp), 1e-9)
    let share = CallBench.budget / Double(CallBench.batches)
    let size = Int(exactly: max(1, min(share / one, 1e6)).rounded()) ?? 1
    var times: [Double] = []
    var grown = 0
    var grew = 0
    while times.count < CallBench.batches, clock() - start < CallBench.budget || times.isEmpty {
      let (before, began) = (state.memoryUsed, clock())
      for _ in 0..<size { _ = try state.call(function) }
      times.append((clock() - began) / Double(size))
      let growth = state.memoryUsed - before
      if growth >= 0 { (grown, grew) = (grown + growth, grew + size) }
    }
    let mean = times.reduce(0, +) / Double(times.count)
    let spread = times.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(times.count)
    return Figures(
      calls: times.count * size, mean: mean, deviation: spread.squareRoot(),
      memory: grew == 0 ? 0 : Double(grown) / Double(grew))
  }
}
