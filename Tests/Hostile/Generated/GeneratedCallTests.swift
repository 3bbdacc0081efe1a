/// Every public function takes every bad value in every place: the outcome is a result or an error with a code of
/// the catalogue, in time, and the store is as it was.
///
/// A random share: a thousand times the usual is the whole. To find the call that ends the process, set
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
  private static let share = 200
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
    let all = try Self.calls(environment["TENON_HOSTILE"] ?? "")
    let calls = all.share(of: Self.share, &random)
    print("hostile calls: \(calls.count) of \(all.count), seed \(seed)")
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
        let traces = try session.traces()
        #expect(traces == [], "the \(Self.between) calls up to \(number), seed \(seed)")
        session = try CallSession(world: Self.world())
      }
    }
    let traces = try session.traces()
    #expect(traces == [], "the last calls, seed \(seed)")
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
