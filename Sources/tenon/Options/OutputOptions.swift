/// Options of every command that says how output looks.
import ArgumentParser
import SalesKernel
import Terminal
import Values

struct OutputOptions: ParsableArguments {
  @Option(help: "table, csv, json, jsonl or markdown.")
  var format: OutputFormat?

  @Option(help: "auto, always or never.")
  var color: ColorMode = .auto

  @Option(
    help: ArgumentHelp(
      "Language of headers, help and messages; else $TENON_LANG, else the locale.",
      valueName: "en|zh"))
  var lang: Language?

  @Option(
    help: ArgumentHelp(
      "Amounts in tables for people: yuan, wan (10,000) or yi (100,000,000).", valueName: "unit"))
  var amounts: MoneyUnit?

  @Flag(help: "Headers of CSV as labels in the language, in place of names.")
  var labels = false
}

extension OutputFormat: ExpressibleByArgument {}
extension ColorMode: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension MoneyUnit: ExpressibleByArgument {}
