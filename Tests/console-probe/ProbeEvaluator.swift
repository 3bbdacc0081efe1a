/// A toy language for tests of the console: brackets make chunks, everything else is echoed.

import Console
import Synchronization

/// Set by the signal handler, read by the running chunk.
let stopFlag = Atomic<Bool>(false)

final class ProbeEvaluator: ChunkEvaluator {
  func completeness(of chunk: String) -> Completeness {
    var depth = 0
    for character in chunk {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth < 0 { return .invalid("chunk:1: probe.syntax: a bracket too many") }
    }
    return depth > 0 ? .incomplete(indent: 2 * depth) : .complete
  }

  /// `wait` runs until it is stopped, `stubborn` for ever, `exit N` ends, `fail` fails.
  func evaluate(_ chunk: String, number: Int) -> Evaluation {
    switch chunk {
    case "wait":
      stopFlag.store(false, ordering: .relaxed)
      FileOutput.write("waiting\n", to: 1)
      while !stopFlag.load(ordering: .relaxed) {}
      return Evaluation(errors: "interrupted\n", interrupted: true)
    case "stubborn":
      FileOutput.write("waiting\n", to: 1)
      while true {}
    case "fail":
      return Evaluation(errors: "chunk:\(number): probe.failed\n", failed: true)
    default:
      if chunk.hasPrefix("exit ") { return Evaluation(exit: Int32(chunk.dropFirst(5)) ?? 1) }
      return Evaluation(output: "=> \(number) \(chunk.debugDescription)\n")
    }
  }

  func candidates(for line: String, cursor: Int) -> [Completion] {
    let start = CompletionWord.start(in: line, cursor: cursor)
    let word = String(decoding: Array(line.utf8)[start..<cursor], as: UTF8.self)
    return [
      Completion("customers", note: "All customers."),
      Completion("customer_count", note: "How many there are."),
      Completion("客户", note: "Customers, in Chinese."),
    ].filter { $0.text.hasPrefix(word) }
  }
}
