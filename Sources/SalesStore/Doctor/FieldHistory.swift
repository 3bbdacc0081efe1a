import SalesKernel

/// The values of one field through all runs, from the latest back.
final class FieldHistory {
  /// A value of a column that is kept.
  private struct Place {
    let column: Int32
    let row: Int32
  }

  private let examination: Examination
  private let entity: Entity
  private let slot: Int
  private let lives: RecordLives
  private var columns: [CellColumn] = []
  /// What the run before must have left, by record.
  private var expected: [Int64: (place: Place, run: Int64)] = [:]
  /// Records that a later run made, after they were gone or for the first time.
  private var unmade = IDRuns()
  /// What must be there now.
  private var current: [(id: Int64, place: Place, run: Int64)] = []
  /// Of records that were deleted when the field was not there yet.
  private var unknown: Set<Int64> = []

  init(_ examination: Examination, _ entity: Entity, _ slot: Int, _ lives: RecordLives) {
    (self.examination, self.entity, self.slot, self.lives) = (examination, entity, slot, lives)
  }

  private var name: String { entity.fields[slot].name }

  func check() throws {
    let statement = try Statement(examination.session.connection, RunSQL.history)
    statement.bind(1, entity.name)
    statement.bind(2, name)
    var later = lives.changes[...]
    while try statement.step() {
      let run = statement.integer(0)
      while let life = later.first, life.run > run {
        pass(life, withValues: false)
        later.removeFirst()
      }
      let count = Int(statement.integer(5))
      let ids = try ChangeCodec.decodeRuns(statement.blob(2), count: count)
      let before = try ChangeCodec.decode(statement.blob(3), count: count)
      guard before.kind == CellKind.of(entity.fields[slot].type) else { return }
      if statement.text(1) == ChangePart.Kind.deleted.rawValue {
        if let life = later.first, life.run == run {
          pass(life, withValues: true)
          later.removeFirst()
        }
        keep(before, ids, run)
      } else {
        let after = try ChangeCodec.decode(statement.blob(4), count: before.count)
        update(before, after, ids, run)
      }
    }
    try compareWithNow()
  }

  /// Goes back before a run that made or deleted records.
  private func pass(_ life: RecordLives.Change, withValues: Bool) {
    for range in life.made {
      unmade.insert(range)
      if range.count > expected.count {
        for id in expected.keys where range.contains(id) { expected[id] = nil }
      } else {
        for id in range { expected[id] = nil }
      }
      if !unknown.isEmpty { unknown = unknown.filter { !range.contains($0) } }
    }
    if withValues { return }
    for range in life.deleted { unknown.formUnion(range) }
  }

  /// The values with which records were deleted are those that the run before must have left.
  private func keep(_ column: CellColumn, _ ids: [ClosedRange<Int64>], _ run: Int64) {
    let number = Int32(truncatingIfNeeded: columns.count)
    columns.append(column)
    var row: Int32 = 0
    for range in ids {
      for id in range {
        expected[id] = (Place(column: number, row: row), run)
        row += 1
      }
    }
  }

  private func update(
    _ before: CellColumn, _ after: CellColumn, _ ids: [ClosedRange<Int64>], _ run: Int64
  ) {
    let number = Int32(truncatingIfNeeded: columns.count)
    columns += [before, after]
    var row: Int32 = 0
    for range in ids {
      for id in range {
        let left = Place(column: number + 1, row: row)
        if let (place, later) = expected[id] {
          if !isSame(left, place) {
            tell(
              "\(entity.name) \(id).\(name): run \(run) left \(text(left)), and run \(later) found \(text(place))"
            )
          }
        } else if unmade.contains(id), !unknown.contains(id) {
          tell("run \(run) changed \(entity.name) \(id), which a later run made")
        } else if !unknown.contains(id) {
          current.append((id, left, run))
        }
        unknown.remove(id)
        expected[id] = (Place(column: number, row: row), run)
        row += 1
      }
    }
  }

  private func compareWithNow() throws {
    current.sort { $0.id < $1.id }
    for start in stride(from: 0, to: current.count, by: 1024) {
      let part = current[start..<min(start + 1024, current.count)]
      let block = RowBlock(entity, capacity: part.count, session: examination.session, scan: nil)
      block.reset(part.map(\.id)[...], keeping: [])
      try block.load(slot)
      for (row, (id, place, run)) in part.enumerated() {
        let now = block.cells[row * block.width + slot]
        let isSame = columns[Int(place.column)].withCell(Int(place.row)) { $0.isSame(as: now) }
        // Records that are not there are told of once, by their lives.
        if isSame || !lives.isAlive(id) { continue }
        let value = (try? now.value().display) ?? "?"
        tell("\(entity.name) \(id).\(name): run \(run) left \(text(place)), and \(value) is there")
      }
    }
  }

  private func isSame(_ one: Place, _ other: Place) -> Bool {
    columns[Int(one.column)].isSame(
      Int(one.row), as: columns[Int(other.column)], Int(other.row))
  }

  private func text(_ place: Place) -> String {
    columns[Int(place.column)].value(Int(place.row)).display
  }

  private func tell(_ what: String) {
    examination.damage(
      "history", what,
      remedy:
        "something other than Tenon wrote to the store, or a page was lost: set it anew, or go "
        + "back to a copy made with tenon backup")
  }
}
