import SalesKernel

/// What each run left is what the next one found, and what the last one left is there now.
///
/// Goes from the latest run back. Whole: every cell of every run, one field at a time.
struct HistoryCheck {
  private let examination: Examination
  private let schema: SchemaCheck.Found
  private var session: Session { examination.session }

  init(_ examination: Examination, _ schema: SchemaCheck.Found) {
    (self.examination, self.schema) = (examination, schema)
  }

  func run() throws {
    for (entity, layout, slots) in schema.entities {
      try examination.attempt("history", entity.name) {
        let lives = try RecordLives(session, entity)
        try check(lives, entity, layout)
        let changed = try fields(of: entity)
        for (place, slot) in slots.enumerated() {
          let name = entity.fields[slot].name
          guard changed.contains(name) else { continue }
          try session.report("history", done: place, total: slots.count)
          try examination.attempt("history", "\(entity.name).\(name)") {
            try FieldHistory(examination, entity, slot, lives).check()
          }
        }
      }
    }
  }

  private func fields(of entity: Entity) throws -> Set<String> {
    let statement = try Statement(session.connection, RunSQL.fieldsChanged)
    statement.bind(1, entity.name)
    var names: Set<String> = []
    while try statement.step() { names.insert(statement.text(0)) }
    return names
  }

  /// The records that are there are those that runs made and no later run deleted.
  private func check(_ lives: RecordLives, _ entity: Entity, _ layout: TableLayout) throws {
    let statement = try Statement(session.connection, layout.idsFromFront())
    var there = IDRuns()
    while try statement.step() {
      let id = statement.integer(0)
      there.insert(id)
      if lives.isAlive(id) { continue }
      let what = lives.dead.contains(id) ? "a run deleted it" : "no run made it"
      examination.damage(
        "lives", "\(entity.name) \(id) is there, and \(what)",
        remedy: "something other than Tenon wrote to the store; look at it, then keep or delete it")
    }
    for range in lives.made.ranges {
      for id in range where !there.contains(id) && !lives.dead.contains(id) {
        if examination.isEnough("lost") { return }
        examination.damage("lost", "\(entity.name) \(id) is not there, and a run made it")
      }
    }
  }
}

/// When the records of an entity were made and deleted.
struct RecordLives {
  /// Of one run: deleted came before made, where a number is in both.
  struct Change {
    let run: Int64
    var made: [ClosedRange<Int64>] = []
    var deleted: [ClosedRange<Int64>] = []
  }

  /// The latest first.
  private(set) var changes: [Change] = []
  private(set) var made = IDRuns()
  /// Those whose last change is to have been deleted.
  private(set) var dead: Set<Int64> = []

  init(_ session: Session, _ entity: Entity) throws {
    let statement = try Statement(session.connection, RunSQL.lives)
    statement.bind(1, entity.name)
    while try statement.step() {
      let run = statement.integer(0)
      if changes.last?.run != run { changes.append(Change(run: run)) }
      let ranges = try ChangeCodec.decodeRuns(
        statement.blob(2), count: Int(statement.integer(3)))
      let isMade = statement.text(1) == ChangePart.Kind.created.rawValue
      if isMade {
        changes[changes.count - 1].made = ranges
      } else {
        changes[changes.count - 1].deleted = ranges
      }
    }
    for change in changes {
      // Numbers that a later run deleted stay dead.
      for range in change.made { made.insert(range) }
      for range in change.deleted {
        for id in range where !made.contains(id) { dead.insert(id) }
      }
    }
  }

  func isAlive(_ id: Int64) -> Bool { made.contains(id) && !dead.contains(id) }
}
