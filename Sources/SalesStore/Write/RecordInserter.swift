import CRows
import GRDBSQLite
import SalesKernel

/// Inserts validated records of one entity: one prepared statement a home.
final class RecordInserter {
  private let layout: TableLayout
  private let statements: [Statement]

  init(_ session: Session, _ layout: TableLayout) throws {
    self.layout = layout
    statements = try layout.homes.indices.map { try session.statement(layout.insert($0)) }
  }

  /// - Parameter cells: One a slot, with texts that live until this returns.
  /// - Throws: `store.constraint` where the main row meets a unique value; nothing is inserted
  ///   then.
  func insert(id: Int64, _ cells: UnsafePointer<row_cell>) throws {
    for (home, statement) in zip(layout.homes, statements) {
      statement.bind(1, id)
      for (index, slot) in home.slots.enumerated() {
        statement.bind(Int32(truncatingIfNeeded: index + 2), cell: cells[slot])
      }
      try statement.run()
    }
  }
}
