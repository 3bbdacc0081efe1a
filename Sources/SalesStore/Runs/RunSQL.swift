/// The tables of runs and their statements.
enum RunSQL {
  static let tables = [
    """
    CREATE TABLE runs (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, script TEXT, script_hash TEXT,
      arguments TEXT NOT NULL, clock INTEGER NOT NULL, seed INTEGER NOT NULL, actor TEXT NOT NULL,
      policy TEXT, note TEXT, started INTEGER NOT NULL, finished INTEGER NOT NULL,
      status TEXT NOT NULL, undoes INTEGER REFERENCES runs,
      undone_by INTEGER REFERENCES runs) STRICT
    """,
    """
    CREATE TABLE run_changes (id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs,
      entity TEXT NOT NULL, field TEXT NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL,
      ids BLOB NOT NULL, before BLOB NOT NULL, after BLOB NOT NULL) STRICT
    """,
    "CREATE INDEX run_changes_place ON run_changes (entity, field, run)",
    "CREATE INDEX run_changes_run ON run_changes (run)",
    "CREATE TABLE next_ids (entity TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT",
  ]

  static let insertRun = """
    INSERT INTO runs (kind, script, script_hash, arguments, clock, seed, actor, policy, note,
      started, finished, status, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'applied', ?)
    """
  static let insertChange = """
    INSERT INTO run_changes (run, entity, field, kind, count, ids, before, after)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    """
  static let columns = """
    id, kind, script, script_hash, arguments, clock, seed, actor, policy, note, started, finished,
      status, undoes, undone_by
    """
  static let recent = "SELECT \(columns) FROM runs ORDER BY id DESC LIMIT ?"
  static let one = "SELECT \(columns) FROM runs WHERE id = ?"
  static let counts =
    "SELECT entity, field, kind, count FROM run_changes WHERE run = ? ORDER BY id"
  static let changes =
    "SELECT entity, field, kind, count, ids, before, after FROM run_changes "
    + "WHERE run = ? ORDER BY id"
  /// When records of an entity were made and deleted, the latest first; of each run what was made comes first, and
  /// once what was deleted.
  static let lives = """
    SELECT run, kind, ids, count FROM run_changes
      WHERE entity = ?1 AND kind <> 'updated' GROUP BY run, kind ORDER BY run DESC, kind
    """
  static let fieldsChanged =
    "SELECT DISTINCT field FROM run_changes WHERE entity = ?1 AND kind = 'updated'"
  /// All that happened to a field of records that were there before, the latest first.
  static let history = """
    SELECT run, kind, ids, before, after, count FROM run_changes
      WHERE entity = ?1 AND field = ?2 AND kind <> 'created' ORDER BY run DESC, kind DESC
    """
  /// Runs that touched an entity and field (or whole records of it), the latest first.
  static let touching = """
    SELECT c.run, c.ids FROM run_changes c JOIN runs r ON r.id = c.run
      WHERE c.entity = ?1 AND (c.field = ?2 OR c.kind <> 'updated' OR ?2 = '') AND c.run > ?3
        AND r.status = 'applied'
        AND NOT (r.undoes IS NOT NULL AND r.undoes > ?3
          AND (SELECT status FROM runs u WHERE u.id = r.undoes) = 'undone')
      ORDER BY c.run DESC
    """
  /// Runs that changed an entity and whose clock is later than a moment, the earliest first.
  static let later = """
    SELECT DISTINCT r.id FROM runs r JOIN run_changes c ON c.run = r.id
      WHERE c.entity = ?1 AND r.clock > ?2 ORDER BY r.id
    """
  static let markUndone = "UPDATE runs SET status = 'undone', undone_by = ?2 WHERE id = ?1"
  static let markApplied = "UPDATE runs SET status = 'applied', undone_by = NULL WHERE id = ?1"
  static let nextID = "SELECT next FROM next_ids WHERE entity = ?"
  static let saveNextID = """
    INSERT INTO next_ids (entity, next) VALUES (?1, ?2)
      ON CONFLICT (entity) DO UPDATE SET next = excluded.next
    """
}
