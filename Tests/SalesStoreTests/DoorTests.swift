/// What the write door refuses, and that it changes nothing then.
import CRows
import SalesKernel
@testable import SalesStore
import Testing
import Values

@Suite struct DoorTests {
  let customers = Fixture.customers
  func slot(_ name: String) -> Int { Fixture.slot(name) }

  @Test func badValuesAreRefused() throws {
    let store = try Fixture.store()
    try Fixture.fill(store, 5)
    let before = try Fixture.dump(store)
    let cases: [(String, FieldValue, String)] = [
      ("name", .null, "field.required"), ("credit", .integer(101), "customer.credit.range"),
      ("credit", .text("5"), "field.type"), ("purchase", .integer(5), "field.type"),
      ("size", .text("larg"), "field.choice"), ("level", .text("a\0b"), "field.text"),
      ("code", .text("c3"), "record.duplicate"), ("owner", .integer(77), "record.reference"),
      ("rate", .number(.nan), "field.type"),
    ]
    for (name, value, expected) in cases {
      let outcome = try store.transaction(Fixture.header) { session in
        #expect(
          code {
            try session.set(customers, id: 1, [(slot("level"), .text("Z")), (slot(name), value)])
          } == expected, "\(name)")
        #expect(
          code {
            _ = try session.update(
              Selection(customers), slot: slot(name), reading: []
            ) { block, results in
              for row in 0..<block.count { results[row] = row_cell(value, in: block.arena) }
            }
          } == expected, "bulk \(name)")
        #expect(
          code {
            _ = try session.create(customers, [(slot("name"), .text("n")), (slot(name), value)])
          } == expected, "create \(name)")
      }
      #expect(outcome.run == nil)
      #expect(try Fixture.dump(store) == before)
    }
    _ = try store.transaction(Fixture.header) { session in
      #expect(code { try session.set(customers, id: 99, [(0, .null)]) } == "record.missing")
      #expect(code { try session.delete(customers, ids: [1, 99]) } == "record.missing")
      #expect(code { try session.delete(Fixture.reps, ids: [1]) } == "record.reference")
      #expect(code { try session.set(customers, id: 1, [(99, .null)]) } == "field.slot")
    }
    try store.read { session in
      for slots in [[99], [-1], [0, 2]] {
        let reps = Selection(Fixture.reps)
        #expect(code { _ = try session.columns(of: reps, slots: slots) } == "field.slot")
        #expect(
          code { try session.forEachBlock(reps, slots: slots) { _ in true } } == "field.slot")
      }
    }
    #expect(try Fixture.dump(store) == before)
  }

  @Test func idsAreNeverGivenTwice() throws {
    let store = try Fixture.store()
    let first = try store.transaction(Fixture.header) { session in
      try session.create(Fixture.reps, [(1, .text("a"))])
    }
    _ = try store.transaction(Fixture.header) { try $0.delete(Fixture.reps, ids: [first.value]) }
    let second = try store.transaction(Fixture.header) { session in
      try session.create(Fixture.reps, [(1, .text("b"))])
    }
    #expect(second.value > first.value)
  }

  @Test func scansAgreeWithPlainReading() throws {
    let store = try Fixture.store()
    try Fixture.fill(store, 2500)
    try store.read { session in
      let purchase = slot("purchase")
      let chosen = Selection(
        customers, equals: [(slot("credit"), .integer(7)), (slot("owner"), .null)],
        order: [(purchase, false)], limit: 5, offset: 1)
      // By hand: numbers n with n % 101 = 7 and n % 3 = 0 go by 303 from 108; ids are n + 1.
      let expected = stride(from: 108, to: 2500, by: 303).map { Int64($0 + 1) }
      #expect(try session.ids(chosen) == Array(expected.reversed().dropFirst().prefix(5)))
      #expect(try session.count(chosen) == 5)
      var lazy: [Int64] = []
      try session.forEachBlock(Selection(customers, limit: 2100), slots: [], size: 1000) { block in
        for row in 0..<block.count {
          let value = try block.value(row, purchase)
          #expect(value == .money(Money(units: (block.ids[row] - 1) * 12_345)))
          lazy.append(block.ids[row])
        }
        return true
      }
      #expect(lazy == Array(1...2100))
      let sums = try session.aggregate(Selection(customers), .sum, slot: purchase)
      #expect(sums.map(\.value) == [.money(Money(units: 12_345 * 2499 * 2500 / 2))])
      let groups = try session.aggregate(
        Selection(customers, equals: [(slot("credit"), .integer(0))]), .count,
        slot: slot("name"), groupBy: [slot("owner")])
      #expect(groups.map(\.value) == [.integer(9), .integer(16)])
      #expect(groups.map(\.keys) == [[.null], [.integer(1)]])
      #expect(
        code {
          _ = try session.ids(Selection(customers, equals: [(purchase, .integer(5))]))
        } == "field.type")
    }
  }

  @Test func aSumOutOfRangeIsAnError() throws {
    let store = try Fixture.store()
    let outcome = try store.transaction(Fixture.header) { session in
      for _ in 0..<2 {
        _ = try session.create(
          customers, [(slot("name"), .text("x")), (slot("purchase"), .money(Money(units: .max)))])
      }
      #expect(
        code {
          _ = try session.aggregate(Selection(customers), .sum, slot: slot("purchase"))
        } == "sum.overflow")
    }
    #expect(outcome.changes.count == 2)
  }
}
