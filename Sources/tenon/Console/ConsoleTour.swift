/// `?` alone: what there is, on one screen.
import SalesKernel
import SalesScript
import Terminal

struct ConsoleTour {
  private let host: ScriptHost
  private let streams: Streams

  init(_ host: ScriptHost, _ streams: Streams) {
    self.host = host
    self.streams = streams
  }

  var text: String {
    var lines: [String] = []
    for (words, meaning) in ConsoleTour.tries {
      lines.append(DisplayWidth().padded("  " + words, to: 46) + streams.translated(meaning))
    }
    lines += ["", streams.translated("Collections: ") + wrapped(host.catalog.entities.map(\.name))]
    lines += ["", streams.translated("Modules: ") + wrapped(modules)]
    lines += [
      "",
      streams.translated(
        "?name explains a name or an error's code, ?word searches, .help lists the console's commands"
      ),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static let tries: [(words: String, meaning: String)] = [
    ("customers:group_by(\"level\"):count()", "ask"),
    ("customers:where(\"annual_purchase > wan(50)\")", "narrow, by a Lua expression over fields"),
    ("why(customers:get(3), \"level\")", "the steps behind a number"),
    ("plan(function() tiering.apply{} end)", "what would change"),
    ("begin() … changes() … commit()", "several chunks as one run"),
    ("undo() redo() runs()", "back and forth"),
    ("run \"script.lua\"", "a script, in this session"),
  ]

  /// Modules with how many names each has.
  private var modules: [String] {
    var counts: [String: Int] = [:]
    for entry in host.help.entries {
      let parts = entry.name.split(separator: ".")
      if parts.count == 2 { counts[String(parts[0]), default: 0] += 1 }
    }
    return counts.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
  }

  private func wrapped(_ words: [String]) -> String {
    let width = min(streams.outputWidth ?? 100, 120) - 2
    return "\n"
      + DisplayWidth().wrapped(words.joined(separator: ", "), to: max(20, width))
      .map { "  " + $0 }.joined(separator: "\n")
  }
}
