import SalesKernel

/// Every record has its one row in each of its narrow tables, and no row there is without its record.
struct HomeCheck {
  private let examination: Examination
  private let schema: SchemaCheck.Found
  private var session: Session { examination.session }

  init(_ examination: Examination, _ schema: SchemaCheck.Found) {
    (self.examination, self.schema) = (examination, schema)
  }

  func run() throws {
    for (entity, layout, slots) in schema.entities {
      for (place, home) in layout.homes.enumerated().dropFirst()
      where home.slots.contains(where: slots.contains) {
        try session.report(home.table, done: place, total: layout.homes.count)
        try examination.attempt("homes", home.table) {
          for id in try ids(layout.orphans(place)) {
            examination.damage(
              "homes", "\(home.table) \(id) belongs to no record of \(entity.name)")
          }
          for id in try ids(layout.withoutHome(place)) {
            examination.damage("homes", "\(entity.name) \(id) has no row in \(home.table)")
          }
        }
      }
    }
  }

  private func ids(_ sql: String) throws -> [Int64] {
    let statement = try Statement(session.connection, sql)
    var ids: [Int64] = []
    while ids.count < 20, try statement.step() { ids.append(statement.integer(0)) }
    return ids
  }
}
