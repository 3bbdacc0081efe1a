/// Every function over a store whose fields are at the end of what they hold: a sum that does not fit is an error with
/// a code, and never the end of the process.
///
/// A random share of help's examples over stores that are extreme throughout; where `$TENON_ROUNDS` is above 1, so many
/// examples also over each store of which one entity is. `$TENON_HOSTILE_TRACE` and `$TENON_HOSTILE_FROM` work as for
/// ``GeneratedCallTests``.
import Foundation
import SalesKernel
import SalesScript
import SalesTesting
import Testing

@Suite(.serialized) struct ExtremeStoreTests {
  private static let share = 30
  /// Units: seconds, and bytes.
  private static let timeout = 1.0
  private static let memory = 256 << 20

  @Test func everyFunctionWithstandsExtremeRecords() throws {
    let seed = Seed.value
    var random = SeededRandom(seed: seed)
    let environment = ProcessInfo.processInfo.environment
    print("extreme stores: seed \(seed)")
    let entities = Catalog.sales.entities
    let groups = [entities] + (Rounds.times > 1 ? entities.map { [$0] } : [])
    let from = environment["TENON_HOSTILE_FROM"].flatMap(Int.init) ?? 0
    let trace = environment["TENON_HOSTILE_TRACE"].map(CallTrace.init)
    var number = 0
    for group in groups {
      for values in ExtremeValues.allCases {
        let place = "\(group.count == 1 ? group[0].name : "all") \(values)"
        let world = try Self.world(group, values)
        let before = try world.digest()
        let usual = group.count > 1 ? Self.share : 1
        let entries = world.host.help.entries.filter { $0.place == .anywhere }
          .share(of: usual, &random)
        let session = CallSession(world: world, before: before)
        for entry in entries {
          number += 1
          guard number > from else { continue }
          let call = HostileCall(entry: entry.name, what: place, source: entry.example)
          trace?.write(number, call)
          if let problem = session.problem(with: call) {
            Issue.record("\(call.entry) over \(place): \(problem)\n\(call.source)")
            trace?.write("    \(problem)")
          }
        }
        #expect(try world.digest() == before, "over \(place), seed \(seed)")
      }
    }
  }

  private static func world(_ entities: [Entity], _ values: ExtremeValues) throws -> HostileWorld {
    let filling = try HostileWorld(
      of: StoreTemplate.reference.get(), timeout: 600, memory: memory)
    for entity in entities { try filling.run(values.chunk(for: entity)) }
    return try HostileWorld(
      of: StoreTemplate(bytes: filling.bytes()), timeout: timeout, memory: memory)
  }
}
