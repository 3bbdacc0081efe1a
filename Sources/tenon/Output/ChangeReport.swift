/// What a plan would change or a run has changed: counts, moves between few values, and the first changed rows.
import SalesScript
import SalesStore

extension SectionReport {
  /// Fields that move between at most so many pairs of values are shown by their moves.
  private static let mostMoves = 40
  private static let firstRows = 10

  /// Adds the sections of a change set.
  mutating func add(_ changes: ChangeSet) {
    add("changes", changes.summaryTable)
    for entity in changes.entities {
      for change in entity.updated where change.count > 0 {
        let place = "\(entity.entity).\(change.field)"
        if let moves = changes.movesTable(entity.entity, change.field),
          moves.rows.count <= SectionReport.mostMoves,
          moves.rows.count < change.count || change.count == 1
        {
          add("moves of \(place)", moves)
        }
        if let first = changes.firstTable(entity.entity, change.field, SectionReport.firstRows) {
          add("first changes of \(place)", first)
        }
      }
    }
  }
}
