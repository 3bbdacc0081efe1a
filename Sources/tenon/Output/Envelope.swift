/// `--json`: one object on standard output for whatever came of a chunk or a script.
///
/// ```
/// {"ok": true, "value": 2000, "output": "", "run": 5, "changes": 12}
/// {"ok": false, "error": {"code": "script.error", "message": "…", "remedy": "", "file": "x.lua", "line": 3}, "output": ""}
/// ```
/// `value` is null for none and a list for several; `output` is what was printed; `run` stands where one was recorded.
import Console
import Lua
import SalesScript
import ScriptJSON
import Terminal

final class Envelope {
  private let streams: Streams
  private var values: [String] = []

  init(_ streams: Streams) {
    self.streams = streams
    streams.format = .json
  }

  /// Takes the values of a chunk while its run is open.
  func take(_ values: [Value], _ host: ScriptHost, _ output: TerminalOutput) throws {
    let writer = ValueWriter(host: host, output: output, isLiteral: false)
    self.values = try values.map { value in
      var text = ""
      try writer.write([value]) { text += $0 }
      return ResultJSON.embedded(text)
    }
  }

  /// Does the work, writes the object, and ends as the work did.
  func write(_ work: () throws -> ChunkOutcome) throws {
    var outcome: ChunkOutcome?
    var failure: (any Error)?
    let printed = streams.capturing {
      do { outcome = try work() } catch { failure = error }
    }
    let rest = "\"output\": \(JSONText.string(printed))"
    if let failure {
      let report = ErrorReport(failure, sources: streams.sources)
      streams.writeLine("{\"ok\": false, \"error\": \(Envelope.object(report)), \(rest)}")
      throw CommandEnd(status: ExitStatus(code: report.code ?? "host.error"))
    }
    let value =
      values.count == 1
      ? values[0] : values.isEmpty ? "null" : "[\(values.joined(separator: ", "))]"
    var members = "{\"ok\": true, \"value\": \(value), \(rest)"
    if let run = outcome?.run {
      members += ", \"run\": \(run), \"changes\": \(outcome?.changes?.count ?? 0)"
    }
    streams.writeLine(members + "}")
  }

  private static func object(_ report: ErrorReport) -> String {
    let texts = [
      ("code", report.code ?? ""), ("message", report.message), ("remedy", report.remedy ?? ""),
    ].map { "\"\($0.0)\": \(JSONText.string($0.1))" }
    let place = report.place.map { ", \"file\": \(JSONText.string($0.file)), \"line\": \($0.line)" }
    return "{\(texts.joined(separator: ", "))\(place ?? "")}"
  }
}
