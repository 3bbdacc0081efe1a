import ArgumentParser
import Foundation
import SalesKernel
import SalesScript
import SalesStore
import Terminal
import Values

/// `tenon init`: a new store, empty or with a sample company.
struct InitCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a new store, empty or with a sample company.")

  @Option(help: ArgumentHelp("Fill it with a sample company of so many customers.", valueName: "n"))
  var sample: Int64?

  @Option(help: ArgumentHelp("Seed of the sample.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "The day of the sample; the same day, seed and number give the same company.",
      valueName: "day"))
  var asOf = "2026-06-30"

  @Option(
    help: ArgumentHelp(
      "The currency of all amounts, as CNY; the policy `book` says it otherwise.", valueName: "code"
    ))
  var currency: String?

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let path = store.path
    if FileManager.default.fileExists(atPath: path) {
      throw StoreError(
        "store.exists", "there is already a file at \(path)",
        remedy: "give another path with --store, or use that one")
    }
    // The store stands under its name only when it is whole.
    let file = try NewStoreFile(path: path)
    try fill(file, streams)
    try file.publish()
    let company =
      sample.map { " with a sample company of \(DigitGroups.of(Int($0))) customers" } ?? ""
    streams.note("made \(path)\(company)")
  }

  private func setCurrency(_ code: String, of store: Store, _ clock: Instant) throws {
    let host = try ScriptHost(
      store: store,
      options: .init(clock: clock, actor: Surroundings.actor, arguments: [code]),
      output: CapturedOutput())
    _ = try host.run(
      "book.currency(arg[1])", name: "=tenon init --currency", mode: .apply, kind: .script)
  }

  private func fill(_ file: NewStoreFile, _ streams: Streams) throws {
    let clock = try RunInputs.clock(asOf)
    let made = try Store.create(in: file, catalog: .sales)
    defer { made.close() }
    if let currency { try setCurrency(currency, of: made, clock) }
    if let sample {
      let work = CommandWork(made, streams)
      defer { work.end() }
      try SampleCompany.fill(
        made, customers: sample, seed: seed, asOf: clock.day(), actor: Surroundings.actor)
    }
    try made.settle()
  }
}
