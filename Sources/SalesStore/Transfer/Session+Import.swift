import SalesKernel

/// Reading CSV files into records.
extension Session {
  private static let shownRejects = 20

  /// Stores the rows of a CSV file: new records, or new values of those that a key names.
  ///
  /// The header is checked first. A bad row is refused alone, with its reason, into the file of
  /// rejects; a file
  /// that cannot be read, or an error of the store, takes the whole import back.
  ///
  /// - Complexity: memory does not grow with the file, but for the ids of records updated.
  /// - Throws: `import.column`, `import.key`, ``CSVError`` of the file, errors of the store.
  public func importCSV(
    _ entity: Entity, from path: String, options: ImportOptions = ImportOptions()
  ) throws -> ImportReport {
    try requireWritable()
    let reader = try CSVReader(path: path, delimiter: options.delimiter)
    guard let first = try reader.next() else {
      throw CSVError("csv.empty", "\(path) is empty", remedy: "give a file with a header line")
    }
    if let error = first.error { throw error }
    let header = try ImportHeader(first.texts, entity, options)
    let rejects = RejectFile(
      path: options.rejects ?? RejectFile.path(beside: path), names: header.names,
      delimiter: options.delimiter)
    defer { rejects.discard() }
    return try savepoint {
      let importer = try Importer(self, entity, header)
      var report = ImportReport()
      while let row = try reader.next() {
        report.read += 1
        if report.read & 511 == 0 {
          try self.report(
            "import", done: report.read, total: reader.expectedRecords(after: report.read))
        }
        if let reject = try store(row, importer, &report) {
          report.rejected += 1
          if report.firstRejects.count < Session.shownRejects { report.firstRejects.append(reject) }
          if options.writesRejects { try rejects.add(row, reject) }
        }
      }
      try importer.finish()
      report.rejectPath = try rejects.finish()
      return report
    }
  }

  /// The reason why a row was refused; nil when it was stored.
  private func store(
    _ row: CSVRow, _ importer: Importer, _ report: inout ImportReport
  ) throws -> ImportReject? {
    if let error = row.error {
      return ImportReject(line: row.line, column: nil, code: error.code, message: error.message)
    }
    do {
      if try importer.store(row) { report.created += 1 } else { report.updated += 1 }
      return nil
    } catch let fault as ImportFault {
      return ImportReject(
        line: row.line, column: fault.column, code: fault.code, message: fault.message)
    }
  }
}
