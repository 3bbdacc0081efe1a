/// How a CSV file is read into an entity.
public struct ImportOptions: Sendable {
  /// Header → field, where they differ; an empty field leaves the column out.
  public var mapping: [String: String]
  /// The field that tells which record a row is; by default `id` or `code`, whichever the file has
  /// first.
  public var key: String?
  /// Where refused rows go; by default beside the file, as `customers.rejects.csv`.
  public var rejects: String?
  /// Whether refused rows are written to a file at all.
  public var writesRejects: Bool
  public var delimiter: CSVDelimiter

  public init(
    mapping: [String: String] = [:], key: String? = nil, rejects: String? = nil,
    writesRejects: Bool = true, delimiter: CSVDelimiter = .comma
  ) {
    self.mapping = mapping
    self.key = key
    self.rejects = rejects
    self.writesRejects = writesRejects
    self.delimiter = delimiter
  }
}

/// What became of the rows of a file: `read == stored + rejected`.
public struct ImportReport: Sendable {
  /// Rows behind the header.
  public internal(set) var read = 0
  public internal(set) var created = 0
  /// Rows whose record was there, changed or not.
  public internal(set) var updated = 0
  public internal(set) var rejected = 0
  /// The file of refused rows; nil when there are none.
  public internal(set) var rejectPath: String?
  /// The first refused rows.
  public internal(set) var firstRejects: [ImportReject] = []

  public var stored: Int { created + updated }
}

/// One refused row.
public struct ImportReject: Sendable, Hashable {
  /// The line, from 1, on which the row starts.
  public let line: Int
  /// The header of the column at fault; nil when it is the whole row.
  public let column: String?
  public let code: String
  public let message: String
}
