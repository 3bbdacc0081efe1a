import CRows
import GRDBSQLite
import SalesKernel

/// Inserts validated records of one entity: one prepared statement a home.
final class RecordInserter {
  private let session: Session
  private let layout: TableLayout
  private let statements: [Statement]
  private let defersBlanks: Bool
  private var hasBlanks: [Bool]

  /// - Parameter defersBlanks: For a table that starts empty: narrow rows without a value wait for
  ///   ``fillBlanks()``, which adds them with one statement a home.
  init(_ session: Session, _ layout: TableLayout, defersBlanks: Bool = false) throws {
    self.session = session
    self.layout = layout
    self.defersBlanks = defersBlanks
    statements = try layout.homes.indices.map { try session.statement(layout.insert($0)) }
    hasBlanks = Array(repeating: false, count: layout.homes.count)
  }

  /// - Parameter cells: One a slot, with texts that live until this returns.
  /// - Throws: `store.constraint` where the main row meets a unique value; nothing is inserted then.
  func insert(id: Int64, _ cells: UnsafePointer<row_cell>) throws {
    for place in statements.indices {
      let home = layout.homes[place]
      if defersBlanks, place > 0, home.slots.allSatisfy({ cells[$0].kind == CellKind.null }) {
        hasBlanks[place] = true
        continue
      }
      let statement = statements[place]
      statement.bind(1, id)
      for (index, slot) in home.slots.enumerated() {
        statement.bind(Int32(truncatingIfNeeded: index + 2), cell: cells[slot])
      }
      try statement.run()
    }
  }

  /// Gives every record its row in the homes that had to wait.
  func fillBlanks() throws {
    for place in hasBlanks.indices where hasBlanks[place] {
      try session.statement(layout.fillBlanks(place)).run()
      hasBlanks[place] = false
    }
  }
}
