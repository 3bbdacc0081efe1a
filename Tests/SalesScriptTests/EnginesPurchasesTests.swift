// Purchase facts: made from orders, checked against SQL, explained, and nothing changed where all is right.
import Foundation
import SalesScript
import SalesStore
import Testing

@Suite struct EnginesPurchasesTests {
  @Test func changesNothingOnTheSample() throws {
    let world = try World()
    defer { world.remove() }
    let outcome = try world.run("local r = purchases.refresh{} return r.scanned, r.changed, r.as_of")
    #expect(outcome.values.map(\.literal) == ["200", "0", "date\"2026-06-30\""])
    #expect(outcome.run == nil)
  }
}
