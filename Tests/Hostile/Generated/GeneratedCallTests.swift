/// Every public function takes every bad value in every place: the outcome is a result or an error with a code of
/// the catalogue, in time, and the store is as it was.
///
/// By default a random share; all of them where `$TENON_ROUNDS` is set. To find the call that ends the process, set
/// `$TENON_HOSTILE_TRACE` to a file that each call is written to before it is made; `$TENON_HOSTILE` narrows to
/// entries whose name begins so, and `$TENON_HOSTILE_FROM` skips the first ones.
import Foundation
import Lua
import SalesKernel
import SalesScript
import SalesTesting
import Testing

@Suite(.serialized) struct GeneratedCallTests {
  /// Units: seconds, and bytes.
  private static let timeout = 1.0
  private static let memory = 256 << 20
  private static let share = 400
  /// Calls between two looks at the whole store.
  private static let between = 200

  @Test func everyFunctionHasACall() throws {
    let world = try Self.world()
    let without = world.host.help.entries.filter { entry in
      entry.place == .anywhere && entry.signature.contains { "({\"".contains($0) }
        && CallSite.all(of: entry).isEmpty
    }
    #expect(without.map(\.name) == [])
  }

  @Test func badValuesGiveResultsOrErrorsWithCodes() throws {
    let seed = Seed.value
    var random = SeededRandom(seed: seed)
    let environment = ProcessInfo.processInfo.environment
    var calls = try Self.calls(environment["TENON_HOSTILE"] ?? "")
    if environment["TENON_ROUNDS"] == nil {
      calls = Array(calls.shuffled(using: &random).prefix(Self.share))
    }
    print("hostile calls: \(calls.count), seed \(seed)")
    let from = environment["TENON_HOSTILE_FROM"].flatMap(Int.init) ?? 0
    let trace = environment["TENON_HOSTILE_TRACE"].map(CallTrace.init)
    var session = try CallSession(world: Self.world())
    for (number, call) in calls.enumerated().dropFirst(from) {
      trace?.write(number, call)
      if let problem = session.problem(with: call) {
        Issue.record("\(call.entry) \(call.what): \(problem)\n\(call.source)")
        trace?.write("    \(problem)")
      }
      if (number + 1).isMultiple(of: Self.between) {
        try #require(try session.isUnchanged(), "one of the \(Self.between) calls before \(number)")
        session = try CallSession(world: Self.world())
      }
    }
    #expect(try session.isUnchanged())
  }

  private static func world() throws -> HostileWorld {
    try HostileWorld(of: StoreTemplate.reference.get(), timeout: timeout, memory: memory)
  }

  private static func calls(_ prefix: String) throws -> [HostileCall] {
    let session = try CallSession(world: world())
    return session.world.host.help.entries
      .filter { $0.place == .anywhere && $0.name.hasPrefix(prefix) }
      .flatMap { HostileCall.all(of: $0, options: session.options(of: $0)) }
  }
}

/// Calls one by one, in plans on one host.
struct CallSession {
  let world: HostileWorld
  private let before: String

  init(world: HostileWorld) throws {
    self.world = world
    before = try world.digest()
  }

  /// What is wrong with how the call ended; nil where it ended well.
  func problem(with call: HostileCall) -> String? {
    let started = ContinuousClock.now
    let ending = ending(of: call)
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    if seconds > 4 { return "took \(seconds) s" }
    if ending.code == "ok" { return nil }
    if ending.code == "host.error" || ErrorCatalogue.shared.entry(ending.code) == nil {
      return "code '\(ending.code)': \(ending.message.prefix(200))"
    }
    return nil
  }

  /// Its values are written out as well: some are only looked at then.
  private func ending(of call: HostileCall) -> Ending {
    do {
      let host = world.host
      _ = try host.run(
        call.source, name: "=call", mode: .plan, kind: .script,
        finish: { values, _ in for value in values { _ = try host.literal(of: value) } })
      return Ending(code: "ok", message: "")
    } catch {
      let facts = ErrorFacts.of(error)
      return Ending(code: facts.code, message: facts.message)
    }
  }

  func isUnchanged() throws -> Bool {
    guard case .integer(2)? = try world.run("return 1 + 1").values.first else { return false }
    return try world.digest() == before
  }

  /// The names that a function says it takes when it is given one that it does not have.
  func options(of entry: HelpEntry) -> [String] {
    for given in ["{zzqqzz = 1}", "nil, {zzqqzz = 1}", "1, {zzqqzz = 1}"] where !entry.name.contains(":") {
      do {
        try world.run("return \(entry.name)(\(given))", mode: .plan)
      } catch {
        let remedy = ErrorFacts.of(error).remedy
        let opening = "the options are "
        if remedy.hasPrefix(opening) {
          return remedy.dropFirst(opening.count).components(separatedBy: ", ")
        }
      }
    }
    return []
  }
}

/// Where each call is written before it is made.
struct CallTrace {
  private let handle: FileHandle?

  init(path: String) {
    FileManager.default.createFile(atPath: path, contents: nil)
    handle = FileHandle(forWritingAtPath: path)
  }

  func write(_ number: Int, _ call: HostileCall) {
    write("\(number)\t\(call.entry)\t\(call.what)\n\(call.source)")
  }

  func write(_ text: String) { handle?.write(Data((text + "\n").utf8)) }
}
