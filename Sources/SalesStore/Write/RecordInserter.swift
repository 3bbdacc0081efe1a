import CRows
import GRDBSQLite
import SalesKernel

/// Inserts validated records of one entity: one prepared statement a home.
final class RecordInserter {
  private let session: Session
  private let layout: TableLayout
  private let statements: [Statement]
  /// Homes that have had no value yet, whose rows wait.
  private var isWaiting: [Bool]
  private var hasBlanks: [Bool]

  /// - Parameter defersBlanks: For a table that starts empty: as long as a narrow table gets no value at
  ///   all, its rows wait for ``fillBlanks()``, which adds them with one statement.
  init(_ session: Session, _ layout: TableLayout, defersBlanks: Bool = false) throws {
    self.session = session
    self.layout = layout
    isWaiting = layout.homes.indices.map { defersBlanks && $0 > 0 }
    statements = try layout.homes.indices.map { try session.statement(layout.insert($0)) }
    hasBlanks = Array(repeating: false, count: layout.homes.count)
  }

  /// - Parameter cells: One a slot, with texts that live until this returns.
  /// - Throws: `store.constraint` where the main row meets a unique value; nothing is inserted then.
  func insert(id: Int64, _ cells: UnsafePointer<row_cell>) throws {
    for place in statements.indices where isWaiting[place] {
      if layout.homes[place].slots.allSatisfy({ cells[$0].kind == CellKind.null }) {
        hasBlanks[place] = true
      } else {
        isWaiting[place] = false
        try fillBlanks(place)
      }
    }
    for place in statements.indices where !isWaiting[place] {
      let home = layout.homes[place]
      let statement = statements[place]
      statement.bind(1, id)
      for (index, slot) in home.slots.enumerated() {
        statement.bind(Int32(truncatingIfNeeded: index + 2), cell: cells[slot])
      }
      try statement.run()
    }
  }

  /// Gives every record its row in the homes that still wait.
  func fillBlanks() throws {
    for place in hasBlanks.indices { try fillBlanks(place) }
  }

  private func fillBlanks(_ place: Int) throws {
    guard hasBlanks[place] else { return }
    hasBlanks[place] = false
    try session.statement(layout.fillHome(place)).run()
  }
}
