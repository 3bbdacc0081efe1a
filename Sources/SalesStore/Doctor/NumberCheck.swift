import SalesKernel

/// The number that the next record gets is above those of all that are there.
struct NumberCheck {
  private let examination: Examination
  private let schema: SchemaCheck.Found
  private var session: Session { examination.session }

  init(_ examination: Examination, _ schema: SchemaCheck.Found) {
    (self.examination, self.schema) = (examination, schema)
  }

  func run() throws {
    for (entity, layout, _) in schema.entities {
      try examination.attempt("numbers", entity.name) {
        let saved = try Statement(session.connection, RunSQL.nextID)
        saved.bind(1, entity.name)
        guard try saved.step() else { return }
        let next = saved.integer(0)
        let last = try Statement(session.connection, layout.lastID())
        guard try last.step(), !last.isNull(0), last.integer(0) >= next else { return }
        examination.damage(
          "numbers",
          "the next of \(entity.name) would be \(next), and \(last.integer(0)) is there",
          remedy: "records of that number were not made by Tenon; the next gets one above them")
      }
    }
  }
}
