/// The write door on an entity whose records are final: refused in every verb, and undone as any run.
import CRows
import SalesKernel
@testable import SalesStore
import Testing
import Values

@Suite struct LedgerDoorTests {
  private static let entries = Entity(
    "entries", singular: "entry", label: Label("entries", "流水"), help: "",
    ledger: Ledger(correctedBy: "a new entry", editable: ["note"]),
    fields: [
      Field("amount", .money, Label("amount", "金额"), help: "", required: true),
      Field("note", .text, Label("note", "备注"), help: ""),
    ])

  private func amount(_ yuan: Int64) -> FieldValue { .money(Money(units: yuan * 10_000)) }

  private func update(_ session: Session, _ slot: Int, _ value: FieldValue) throws -> UpdateResult {
    try session.update(Selection(Self.entries), slot: slot, reading: []) { block, results in
      for row in 0..<block.count { results[row] = row_cell(value, in: block.arena) }
    }
  }

  @Test func entriesAreMadeAndNeverChanged() throws {
    let store = try Store.create(at: Fixture.path(), catalog: Catalog([Self.entries]))
    let made = try store.transaction(Fixture.header) { session in
      try session.create(Self.entries, [(0, amount(5))])
    }
    let outcome = try store.transaction(Fixture.header) { session in
      #expect(
        code { try session.set(Self.entries, id: 1, [(1, .text("x")), (0, amount(6))]) }
          == "ledger.final")
      #expect(code { _ = try update(session, 0, amount(6)) } == "ledger.final")
      #expect(code { try session.delete(Self.entries, ids: [1]) } == "ledger.final")
      // No change is no change.
      try session.set(Self.entries, id: 1, [(0, amount(5))])
      #expect(try update(session, 0, amount(5)).changed == 0)
      try session.delete(Self.entries, ids: [])
    }
    #expect(outcome.run == nil)
    let noted = try store.transaction(Fixture.header) { session in
      try session.set(Self.entries, id: 1, [(1, .text("x"))])
      #expect(try update(session, 1, .text("y")).changed == 1)
    }
    for run in [try #require(noted.run), try #require(made.run)] {
      _ = try store.transaction(Fixture.header) { try $0.undo(run) }
    }
    #expect(try store.read { try $0.count(Selection(Self.entries)) } == 0)
  }

  @Test func anUndoneRunCanBeDoneAgain() throws {
    let store = try Store.create(at: Fixture.path(), catalog: Catalog([Self.entries]))
    let made = try store.transaction(Fixture.header) { session in
      try session.create(Self.entries, [(0, amount(5)), (1, .text("n"))])
    }
    let run = try #require(made.run)
    let undone = try store.transaction(Fixture.header) { try $0.undo(run) }
    let again = try #require(undone.run)
    _ = try store.transaction(Fixture.header) { try $0.undo(again) }
    try store.read { session in
      let block = try session.block(of: Self.entries, ids: [1])
      #expect(try block.value(0, 0) == amount(5))
      #expect(try block.value(0, 1) == .text("n"))
    }
  }
}
