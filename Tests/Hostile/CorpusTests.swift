/// Every script of the corpus ends as it says, and leaves host, store and memory as they were.
import Foundation
import Lua
import SalesKernel
import SalesScript
import SalesTesting
import Testing

@Suite(.serialized) struct CorpusTests {
  /// Units: seconds, and bytes. A script that ends by itself has as long as a slow machine takes.
  private static let timeout = 0.3
  private static let patience = 30.0
  private static let memory = 96 << 20
  /// What stays of a script in the interpreter: interned names, the store's statements. Units: bytes.
  private static let remains = 256 << 10

  @Test func everyScriptSaysHowItEnds() {
    let files = CorpusFile.all()
    #expect(files.count >= 30)
    for file in files {
      #expect(!file.endings.isEmpty, "\(file.name) has no line `-- ends: …`")
      for code in file.endings where code != "ok" {
        #expect(ErrorCatalogue.shared.entry(code) != nil, "\(file.name): no such code: \(code)")
      }
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: CorpusFile.share(of: 50))
  func endsAsItSays(_ file: CorpusFile) throws {
    let world = try HostileWorld(
      of: StoreTemplate.small.get(), timeout: Self.limit(for: file), memory: Self.memory)
    try settle(world)
    let before = (digest: try world.digest(), memory: world.host.state.memoryUsed)
    let ending = world.ending(of: file.source, name: "@" + file.path)
    #expect(file.endings.contains(ending.code), "\(ending.code): \(ending.message)")
    try stillAnswers(world)
    if !file.commits { #expect(try world.digest() == before.digest, "the store changed") }
    try settle(world)
    let used = world.host.state.memoryUsed
    #expect(used <= before.memory + Self.remains, "memory: \(before.memory) before, \(used) after")
    try stillCommits(world)
  }

  /// One host for all of a kind of ending, in another order each time.
  @Test(.timeLimit(.minutes(5)), arguments: [false, true])
  func oneHostOutlivesThemAll(areStopped: Bool) throws {
    let seed = Seed.value
    print("corpus on one host: seed \(seed)")
    var random = SeededRandom(seed: seed)
    let files = CorpusFile.share(of: 30).filter { $0.isStopped == areStopped }
    guard let first = files.first else { return }
    let world = try HostileWorld(
      of: StoreTemplate.small.get(), timeout: Self.limit(for: first), memory: Self.memory)
    try settle(world)
    let before = world.host.state.memoryUsed
    for file in files.shuffled(using: &random) {
      let ending = world.ending(of: file.source, name: "@" + file.path)
      #expect(file.endings.contains(ending.code), "\(file.name), seed \(seed): \(ending.message)")
      try stillAnswers(world)
    }
    try settle(world)
    #expect(world.host.state.memoryUsed <= before + 4 * Self.remains)
    try stillCommits(world)
  }

  private static func limit(for file: CorpusFile) -> Double {
    file.isStopped ? timeout : patience
  }

  private func stillAnswers(_ world: HostileWorld) throws {
    let values = try world.run("return 1 + 1").values
    guard case .integer(2)? = values.first, values.count == 1 else {
      Issue.record("1 + 1 gave \(values)")
      return
    }
  }

  /// An ordinary run commits: no transaction, savepoint or plan is left open.
  private func stillCommits(_ world: HostileWorld) throws {
    let before = try world.digest()
    let outcome = try world.run("local c = customers:get(1) c.credit = c.credit == 50 and 51 or 50")
    #expect(outcome.run != nil)
    #expect(try world.digest() != before)
  }

  /// Everything that can be collected is: what a finalizer held goes a collection later.
  private func settle(_ world: HostileWorld) throws {
    try world.run("return 1")
    for _ in 1...3 { try world.host.state.collect() }
  }
}
