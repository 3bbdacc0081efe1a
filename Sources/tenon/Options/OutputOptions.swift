/// Options of every command that says how output looks.
import ArgumentParser
import Terminal

struct OutputOptions: ParsableArguments {
  @Option(help: "table, csv, json, jsonl or markdown.")
  var format: OutputFormat?

  @Option(help: "auto, always or never.")
  var color: ColorMode = .auto
}

extension OutputFormat: ExpressibleByArgument {}
extension ColorMode: ExpressibleByArgument {}
