/// Under random runs, undoing them in reverse restores every value, and redoing gives them back.
import CRows
import SalesKernel
@testable import SalesStore
import Testing
import Values

struct TestRandom: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

@Suite struct UndoPropertyTests {
  let customers = Fixture.customers

  func value(_ slot: Int, _ random: inout TestRandom) -> FieldValue {
    if Int.random(in: 0..<5, using: &random) == 0, !customers.fields[slot].isRequired {
      return .null
    }
    let number = Int64.random(in: 0...9, using: &random)
    switch customers.fields[slot].type {
    case .text:
      return .text(["A", "B", "甲", "x\ny", "\(number)"].randomElement(using: &random) ?? "")
    case .choice(let words): return .text(words.randomElement(using: &random) ?? "")
    case .integer: return .integer(number)
    case .number: return .number(Double(number) / 3)
    case .money: return .money(Money(units: number * 9_999_999_999_999))
    case .day: return (try? Day(number: number * 1000)).map(FieldValue.day) ?? .null
    case .instant: return (try? Instant(milliseconds: number)).map(FieldValue.instant) ?? .null
    case .bool: return .bool(number > 4)
    case .reference: return .null
    }
  }

  func act(_ session: Session, _ random: inout TestRandom) throws {
    let ids = try session.ids(Selection(customers))
    let slot = Int.random(in: 1..<customers.fields.count, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      _ = try session.create(
        customers, customers.fields.indices.dropFirst().map { ($0, value($0, &random)) })
    case 1:
      if let id = ids.randomElement(using: &random) { try session.delete(customers, ids: [id]) }
    case 2:
      var copy = random
      _ = try session.update(Selection(customers), slot: slot, reading: []) { block, results in
        for row in 0..<block.count {
          let cell = row_cell(value(slot, &copy), in: block.arena)
          results[row] = cell
        }
      }
      random = copy
    case 3:
      let rep = try session.create(Fixture.reps, [(1, .text("销售"))])
      if let id = ids.randomElement(using: &random) {
        try session.set(customers, id: id, [(Fixture.slot("owner"), .integer(rep))])
      }
    case 4:
      var copy = random
      _ = try? session.savepoint {
        try act(session, &copy)
        if Bool.random(using: &copy) { throw ValidationError("test.stop", "") }
      }
      random = copy
    case 5:  // Codes trade places.
      let code = Fixture.slot("code")
      _ = try session.update(Selection(customers), slot: code, reading: []) { block, results in
        for row in 0..<block.count {
          results[row] = row_cell(.text("k\(block.ids[block.count - 1 - row])"), in: block.arena)
        }
      }
    default:
      if let id = ids.randomElement(using: &random) {
        try session.set(customers, id: id, [(slot, value(slot, &random))])
      }
    }
  }

  @Test(arguments: [UInt64](1...12))
  func undoOfDoIsIdentity(seed: UInt64) throws {
    var random = TestRandom(state: seed)
    let store = try Fixture.store()
    try Fixture.fill(store, 20)
    var states = [try Fixture.dump(store)]
    var runs: [Int64] = []
    for _ in 0..<12 {
      var copy = random
      let outcome = try store.transaction(Fixture.header) { session in
        for _ in 0..<Int.random(in: 1..<9, using: &copy) { try act(session, &copy) }
      }
      random = copy
      if let run = outcome.run {
        runs.append(run)
        states.append(try Fixture.dump(store))
        #expect(try store.changes(of: run).digest == outcome.changes.digest, "seed \(seed)")
      } else {
        #expect(try Fixture.dump(store) == states.last, "seed \(seed)")
      }
    }
    var undos: [Int64] = []
    for (index, run) in runs.enumerated().reversed() {
      let undo = try store.undo(run, Fixture.header)
      #expect(try Fixture.dump(store) == states[index], "seed \(seed) run \(run)")
      undos.append(try #require(undo.run))
    }
    #expect(try StoreDoctor(store).examine().findings.isEmpty, "seed \(seed)")
    for (index, undo) in undos.reversed().enumerated() {
      _ = try store.undo(undo, Fixture.header)
      #expect(try Fixture.dump(store) == states[index + 1], "seed \(seed) redo \(undo)")
    }
    #expect(try StoreDoctor(store).examine().findings.isEmpty, "seed \(seed)")
  }
}
