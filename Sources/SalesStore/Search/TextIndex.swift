import GRDBSQLite
import SalesKernel

/// An index of the words of records' texts, on the side of the connection.
///
/// It is derived from the records alone: it is made at the first search, brought up to date at every later one by
/// what changed since, and gone with the connection. It lives in the temporary database, so that a run taken back
/// takes back what it did to the index too, and a store that is only read is searched as well.
struct TextIndex {
  /// A record that was found; the higher the score, the better it fits.
  typealias Find = (id: Int64, score: Double)

  private let session: Session
  private let entity: Entity
  private let fields: [(slot: Int, weight: Double)]
  private let name: String

  init(_ session: Session, _ entity: Entity, _ fields: [(slot: Int, weight: Double)]) {
    (self.session, self.entity, self.fields) = (session, entity, fields)
    name = "search_\(entity.name)_" + fields.map { "\($0.slot)" }.joined(separator: "_")
  }

  private var columns: [String] { fields.map { "c\($0.slot)" } }

  /// Brings the index up to date.
  /// - Parameter cut: The words of a text, with blanks between.
  func refresh(_ cut: (String) -> String) throws {
    try session.requireOpen()
    try Transaction.execute(
      session.connection,
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.\(name) "
        + "USING fts5(\(columns.joined(separator: ", ")), tokenize = 'ascii');"
        + "CREATE TABLE IF NOT EXISTS temp.\(name)_marks (id INTEGER PRIMARY KEY, mark INTEGER NOT NULL);"
        + "CREATE TABLE IF NOT EXISTS temp.\(name)_edition (edition INTEGER NOT NULL);")
    let edition = session.edition(of: entity)
    guard try !isCurrent(edition) else { return }
    try update(cut)
    try session.statement("DELETE FROM temp.\(name)_edition").run()
    let note = try session.statement("INSERT INTO temp.\(name)_edition VALUES (?)")
    note.bind(1, edition)
    try note.run()
  }

  /// Whether the records are those that the index was made of. What a rollback takes back of the records it takes
  /// back of the index too, and of this note.
  private func isCurrent(_ edition: Int64) throws -> Bool {
    let statement = try session.statement("SELECT edition FROM temp.\(name)_edition")
    defer { statement.reset() }
    return try statement.step() && statement.integer(0) == edition
  }

  private func update(_ cut: (String) -> String) throws {
    var marks = try self.marks()
    try session.forEachBlock(Selection(entity), slots: fields.map(\.slot)) { block in
      for row in 0..<block.count {
        let texts = try fields.map { field -> String in
          if case .text(let text) = try block.value(row, field.slot) { text } else { "" }
        }
        let (id, mark) = (block.ids[row], Self.mark(of: texts))
        let before = marks.removeValue(forKey: id)
        if before == mark { continue }
        if before != nil { try remove(id) }
        try insert(id, texts.map(cut), mark)
      }
      return true
    }
    for id in marks.keys.sorted() { try remove(id) }
  }

  private func marks() throws -> [Int64: Int64] {
    let statement = try session.statement("SELECT id, mark FROM temp.\(name)_marks")
    defer { statement.reset() }
    var marks: [Int64: Int64] = [:]
    while try statement.step() { marks[statement.integer(0)] = statement.integer(1) }
    return marks
  }

  private func insert(_ id: Int64, _ words: [String], _ mark: Int64) throws {
    let places = fields.map { _ in ", ?" }.joined()
    let insert = try session.statement(
      "INSERT INTO temp.\(name)(rowid, \(columns.joined(separator: ", "))) VALUES (?\(places))")
    insert.bind(1, id)
    for (index, words) in words.enumerated() {
      insert.bind(Int32(truncatingIfNeeded: index + 2), words)
    }
    try insert.run()
    let note = try session.statement("INSERT INTO temp.\(name)_marks VALUES (?, ?)")
    note.bind(1, id)
    note.bind(2, mark)
    try note.run()
  }

  private func remove(_ id: Int64) throws {
    for sql in [
      "DELETE FROM temp.\(name) WHERE rowid = ?", "DELETE FROM temp.\(name)_marks WHERE id = ?",
    ] {
      let statement = try session.statement(sql)
      statement.bind(1, id)
      try statement.run()
    }
  }

  /// FNV-1a of all texts, so that what did not change is not cut again.
  private static func mark(of texts: [String]) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for text in texts {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x100_0000_01b3
    }
    return Int64(bitPattern: hash)
  }

  /// Records that match, the best first, ties by id.
  func finds(_ match: String) throws -> [Find] {
    let weights = fields.map { "\($0.weight)" }.joined(separator: ", ")
    let statement = try session.statement(
      "SELECT rowid, bm25(\(name), \(weights)) AS rank FROM temp.\(name) WHERE \(name) MATCH ? "
        + "ORDER BY rank, rowid")
    defer { statement.reset() }
    statement.bind(1, match)
    var finds: [Find] = []
    while try statement.step() {
      finds.append((statement.integer(0), -statement.number(1)))
    }
    return finds
  }
}

extension Session {
  /// Records whose texts hold what is looked for, the best first.
  ///
  /// - Parameters:
  ///   - fields: Slots that are searched, and what a find in each weighs.
  ///   - match: In the language of FTS5, over words as `cut` gives them.
  ///   - cut: The words of a text, with blanks between; the same at every call.
  public func search(
    _ entity: Entity, fields: [(slot: Int, weight: Double)], for match: String,
    cut: (String) -> String
  ) throws -> [(id: Int64, score: Double)] {
    try check(fields.map(\.slot), of: entity)
    let index = TextIndex(self, entity, fields)
    try index.refresh(cut)
    return try index.finds(match)
  }
}
