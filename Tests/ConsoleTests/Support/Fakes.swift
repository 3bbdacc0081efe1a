/// A reader and a language that follow a script, and remember what they were asked.

import Console

struct ScriptedReader: LineReader {
  var isInteractive = true
  var events: [LineEvent]
  let log: SessionLog

  mutating func read(_ request: ReadRequest) -> LineEvent {
    log.prompts.append(request.prompt)
    return events.isEmpty ? .end : events.removeFirst()
  }

  mutating func remember(_ chunk: String) { log.remembered.append(chunk) }
}

final class SessionLog: InterruptSource {
  var prompts: [String] = []
  var remembered: [String] = []
  var evaluated: [String] = []
  var output = ""
  var errors = ""
  var nesting = 0

  func begin() { nesting += 1 }
  func end() { nesting -= 1 }
}

/// Lines that end in `\` want more; `)` can never be right; `fail`, `stop` and `exit N` do what they say.
final class ScriptedLanguage: ChunkEvaluator {
  let log: SessionLog
  var promptMark = ""

  init(_ log: SessionLog) { self.log = log }

  func completeness(of chunk: String) -> Completeness {
    if chunk.hasPrefix(")") { return .invalid("chunk:1: syntax") }
    return chunk.hasSuffix("\\") ? .incomplete(indent: 2) : .complete
  }

  func evaluate(_ chunk: String, number: Int) -> Evaluation {
    log.evaluated.append("\(number):\(chunk):\(log.nesting)")
    switch chunk {
    case "fail": return Evaluation(errors: "failed\n", failed: true)
    case "stop": return Evaluation(errors: "interrupted\n", interrupted: true)
    case "mark": promptMark = "*"
    case _ where chunk.hasPrefix("exit "): return Evaluation(exit: Int32(chunk.dropFirst(5)))
    default: break
    }
    return Evaluation(output: chunk + "!\n")
  }
}

/// Runs a session of scripted events.
func session(
  _ events: [LineEvent], isInteractive: Bool = true, history: History = History(file: nil),
  stopsAtFailure: Bool? = nil
) -> (code: Int32, log: SessionLog) {
  let log = SessionLog()
  var loop = ConsoleLoop(
    evaluator: ScriptedLanguage(log),
    reader: ScriptedReader(isInteractive: isInteractive, events: events, log: log),
    history: history, interrupts: log,
    options: .init(banner: "Tenon", stopsAtFailure: stopsAtFailure),
    output: { log.output += $0 }, errors: { log.errors += $0 })
  return (loop.run(), log)
}
