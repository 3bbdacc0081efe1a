import SalesKernel

/// Which tables, fields and indexes of the catalog a file has.
struct SchemaCheck {
  private let examination: Examination
  private var session: Session { examination.session }

  init(_ examination: Examination) { self.examination = examination }

  /// What can be asked for.
  struct Found {
    fileprivate(set) var entities: [(entity: Entity, layout: TableLayout, slots: [Int])] = []
  }

  func run() throws -> Found {
    var found = Found()
    try examination.attempt("schema", "schema") {
      let columns = try StoreSchema.columns(on: session.connection)
      let indexes = try indexes()
      for entity in session.catalog.entities {
        let layout = try session.layout(of: entity)
        let slots = entity.fields.indices.filter {
          columns[layout.home(of: $0).table]?.contains(entity.fields[$0].name) == true
        }
        let lacking = entity.fields.indices.filter { !slots.contains($0) }
        if !lacking.isEmpty {
          examination.note(
            "older",
            "\(entity.name) has no \(lacking.map { entity.fields[$0].name }.joined(separator: ", ")) yet",
            remedy: "it is added when the store is next opened for writing")
        }
        for slot in slots { check(layout, slot, indexes) }
        if columns[entity.name] != nil { found.entities.append((entity, layout, slots)) }
      }
    }
    return found
  }

  private func indexes() throws -> Set<String> {
    let statement = try Statement(
      session.connection, "SELECT name FROM sqlite_schema WHERE type = 'index'")
    var names: Set<String> = []
    while try statement.step() { names.insert(statement.text(0)) }
    return names
  }

  /// A lost index makes the engine slow, and lets a unique value come twice.
  private func check(_ layout: TableLayout, _ slot: Int, _ indexes: Set<String>) {
    guard let sql = layout.createIndex(slot) else { return }
    let name = "\(layout.home(of: slot).table)_\(layout.entity.fields[slot].name)"
    if indexes.contains(name) { return }
    examination.damage(
      "indexes", "the index \(name) is missing",
      remedy: "make it with SQLite (\(sql)), or go back to a copy made with tenon backup")
  }
}
