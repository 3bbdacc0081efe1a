import SalesKernel

/// Deleting records, which keeps all their values in the run's change set.
extension Session {
  /// Deletes records.
  ///
  /// Throws: `record.missing`; `ledger.final`; `record.reference` naming a record that refers to one
  /// of them.
  /// Nothing is deleted then.
  public func delete(_ entity: Entity, ids: [Int64]) throws {
    try requireWritable()
    let ids = Array(Set(ids)).sorted()
    for id in ids {
      if try !exists(entity, id: id) { throw StoreError.missing(entity, id) }
      try entity.requireDeletable(id: id)
    }
    if let holder = try referrer(to: entity, ids, except: [:]) {
      throw StoreError(
        "record.reference",
        "\(entity.singular) \(holder.target) is the \(holder.field) of "
          + "\(holder.entity.singular) \(holder.id)",
        remedy: "delete or change \(holder.entity.singular) \(holder.id) first")
    }
    try remove(entity, ids)
  }

  struct Referrer {
    let entity: Entity
    let field: String
    let id: Int64
    let target: Int64
  }

  /// A record, not among those excepted, that refers to one of `ids`, and will still when the
  /// changes are undone.
  func referrer(
    to target: Entity, _ ids: [Int64], except: [String: IDRuns], unlessUndone: ChangeSet? = nil
  ) throws -> Referrer? {
    for entity in catalog.entities {
      let layout = try layout(of: entity)
      for (slot, field) in entity.fields.enumerated() where field.type == .reference(target.name) {
        let statement = try statement(layout.referrers(slot))
        defer { statement.reset() }
        for id in ids {
          statement.bind(1, id)
          while try statement.step() {
            let holder = statement.integer(0)
            if entity.name == target.name, ids.contains(holder) { continue }
            if except[entity.name]?.contains(holder) == true { continue }
            let undone = unlessUndone?.change(of: entity.name, field.name)
            if undone?.index(of: holder) != nil { continue }
            return Referrer(entity: entity, field: field.name, id: holder, target: id)
          }
          statement.reset()
        }
      }
    }
    return nil
  }

  /// Deletes and notes, with no question asked.
  func remove(_ entity: Entity, _ ids: [Int64]) throws {
    let layout = try layout(of: entity)
    for start in stride(from: 0, to: ids.count, by: 1024) {
      let block = try block(of: entity, ids: Array(ids[start..<min(start + 1024, ids.count)]))
      try log.deleted(entity, DeletedRecords(block))
      for home in layout.homes.indices.reversed() {
        let statement = try statement(layout.delete(home))
        for row in 0..<block.count {
          statement.bind(1, block.ids[row])
          try statement.run()
        }
      }
    }
  }
}

extension DeletedRecords {
  /// All values of a block's records.
  init(_ block: RowBlock) throws {
    ids = Array(UnsafeBufferPointer(start: block.ids, count: block.count))
    for (slot, field) in block.entity.fields.enumerated() {
      try block.load(slot)
      var column = CellColumn(field.type)
      for row in 0..<block.count { column.append(block.cells[row * block.width + slot]) }
      values.append((field.name, column))
    }
  }
}
