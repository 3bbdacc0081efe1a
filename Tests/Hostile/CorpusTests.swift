/// Every script of the corpus ends as it says, and leaves host, store and memory as they were.
import Foundation
import Lua
import SalesKernel
import SalesScript
import SalesTesting
import Testing

@Suite(.serialized) struct CorpusTests {
  /// Units: seconds, and bytes.
  private static let timeout = 0.3
  private static let memory = 96 << 20
  /// What stays of a script in the interpreter: interned names, the store's statements. Units: bytes.
  private static let remains = 128 << 10

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

  @Test(.timeLimit(.minutes(1)), arguments: CorpusFile.all())
  func endsAsItSays(_ file: CorpusFile) throws {
    let world = try HostileWorld(
      of: StoreTemplate.small.get(), timeout: Self.timeout, memory: Self.memory)
    try settle(world)
    let before = (digest: try world.digest(), memory: world.host.state.memoryUsed)
    let ending = world.ending(of: file.source, name: "@" + file.path)
    #expect(file.endings.contains(ending.code), "\(ending.message)")
    try stillAnswers(world)
    if !file.commits { #expect(try world.digest() == before.digest, "the store changed") }
    try settle(world)
    let used = world.host.state.memoryUsed
    #expect(used <= before.memory + Self.remains, "memory: \(before.memory) before, \(used) after")
    try stillCommits(world)
  }

  /// One host for them all, in another order each time.
  @Test(.timeLimit(.minutes(5))) func oneHostOutlivesThemAll() throws {
    let seed = Seed.value
    print("corpus on one host: seed \(seed)")
    var random = SeededRandom(seed: seed)
    let world = try HostileWorld(
      of: StoreTemplate.small.get(), timeout: Self.timeout, memory: Self.memory)
    for file in CorpusFile.all().shuffled(using: &random) {
      let ending = world.ending(of: file.source, name: "@" + file.path)
      #expect(file.endings.contains(ending.code), "\(file.name), seed \(seed): \(ending.message)")
      try stillAnswers(world)
    }
    try stillCommits(world)
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

  /// Everything that can be collected is: want of memory makes the interpreter look for all of it.
  private func settle(_ world: HostileWorld) throws {
    for _ in 1...2 {
      _ = world.ending(of: "return ('x'):rep(\(Self.memory))")
      try world.run("for i = 1, 20000 do local t = {i} end")
    }
  }
}
