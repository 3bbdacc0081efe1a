/// The table of executions and its statements.
enum ExecutionSQL {
  static let table = "executions"

  static let tables = [
    """
    CREATE TABLE executions (id INTEGER PRIMARY KEY, job INTEGER NOT NULL, name TEXT NOT NULL,
      due INTEGER, attempt INTEGER NOT NULL, state TEXT NOT NULL, started INTEGER NOT NULL,
      finished INTEGER, process INTEGER NOT NULL, exit_code INTEGER, error_code TEXT,
      error_message TEXT, retry_at INTEGER, runs TEXT NOT NULL, checkpoint TEXT, output TEXT,
      skipped INTEGER NOT NULL) STRICT
    """,
    "CREATE INDEX executions_job ON executions (job, id)",
  ]

  private static let columns = """
    id, job, name, due, attempt, state, started, finished, process, exit_code, error_code,
      error_message, retry_at, runs, checkpoint, output, skipped
    """
  static let insert = """
    INSERT INTO executions (\(columns)) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
  static let update = """
    UPDATE executions SET job = ?1, name = ?2, due = ?3, attempt = ?4, state = ?5, started = ?6,
      finished = ?7, process = ?8, exit_code = ?9, error_code = ?10, error_message = ?11,
      retry_at = ?12, runs = ?13, checkpoint = ?14, output = ?15, skipped = ?16 WHERE id = ?17
    """
  static let one = "SELECT \(columns) FROM executions WHERE id = ?"
  static let recent = "SELECT \(columns) FROM executions ORDER BY id DESC LIMIT ?"
  static let recentOfJob =
    "SELECT \(columns) FROM executions WHERE job = ?2 ORDER BY id DESC LIMIT ?1"
  static let recentOfName =
    "SELECT \(columns) FROM executions WHERE name = ?2 ORDER BY id DESC LIMIT ?1"
  /// All but the last so many of a job.
  static let forget = """
    DELETE FROM executions WHERE job = ?1 AND id <= (SELECT id FROM executions
      WHERE job = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)
    """
}
