import CRows
import SalesKernel

/// How much a bulk update went over and changed.
public struct UpdateResult: Sendable, Equatable {
  public let scanned: Int
  public let changed: Int
}

/// The door for many records: a rule gives the values of one field, block by block.
extension Session {
  /// Sets a field of the selected records to what a rule gives.
  ///
  /// First all blocks are read and the changes noted; then, with no cursor open, they are written
  /// with one
  /// statement. Cells that the rule leaves `CELL_UNLOADED` stay as they are. Texts that the rule
  /// gives must
  /// live until it is called again or this returns (see ``RowBlock/keep(_:)``).
  ///
  /// - Parameter reading: Slots that the rule reads of every row.
  /// - Complexity: O(selected); memory 16–24 bytes a changed record.
  /// - Throws: what the rule throws, the field's ``ValidationError`` with the record's id,
  ///   `record.reference`,
  ///   `record.duplicate`. Nothing is changed then.
  public func update(
    _ selection: Selection, slot: Int, reading: [Int],
    rule: (RowBlock, UnsafeMutablePointer<row_cell>) throws -> Void
  ) throws -> UpdateResult {
    let change = try evaluate(selection, slot: slot, reading: reading, rule: rule)
    try write(selection.entity, slot, change.net)
    return UpdateResult(scanned: change.scanned, changed: change.net.count)
  }

  /// What a rule does to one field of the selected records.
  public struct FieldRule {
    public let slot: Int
    public let reading: [Int]
    public let rule: (RowBlock, UnsafeMutablePointer<row_cell>) throws -> Void

    public init(
      slot: Int, reading: [Int],
      rule: @escaping (RowBlock, UnsafeMutablePointer<row_cell>) throws -> Void
    ) {
      self.slot = slot
      self.reading = reading
      self.rule = rule
    }
  }

  /// Sets several fields, each by its rule; all rules see the records as they were before any of them.
  ///
  /// - Throws: as ``update(_:slot:reading:rule:)``, `ledger.final`; nothing is changed then.
  public func update(_ selection: Selection, _ rules: [FieldRule]) throws -> UpdateResult {
    let changes = try rules.map {
      try evaluate(selection, slot: $0.slot, reading: $0.reading, rule: $0.rule)
    }
    try savepoint {
      for (rule, change) in zip(rules, changes) {
        try write(selection.entity, rule.slot, change.net)
      }
    }
    return UpdateResult(
      scanned: changes.map(\.scanned).max() ?? 0, changed: changes.reduce(0) { $0 + $1.net.count })
  }

  /// The first half of an update: reads all, notes what would change, writes nothing.
  private func evaluate(
    _ selection: Selection, slot: Int, reading: [Int],
    rule: (RowBlock, UnsafeMutablePointer<row_cell>) throws -> Void
  ) throws -> (scanned: Int, net: FieldChange) {
    try requireWritable()
    let entity = selection.entity
    try check([slot] + reading, of: entity)
    let size = 1024
    let results = UnsafeMutablePointer<row_cell>.allocate(capacity: size)
    defer { results.deallocate() }
    var validator = CellValidator(entity, slot)
    var change = FieldChange(entity.fields[slot].name, entity.fields[slot].type)
    var scanned = 0
    try forEachBlock(selection, slots: reading + [slot], size: size) { block in
      results.update(repeating: .unloaded, count: block.count)
      try rule(block, results)
      try block.load(slot)
      scanned += block.count
      for row in 0..<block.count where results[row].kind != CellKind.unloaded {
        let before = block.cells[row * block.width + slot]
        if results[row].isSame(as: before) { continue }
        let after = try validator.valid(results[row], id: block.ids[row])
        if !after.isSame(as: before) { change.append(block.ids[row], before: before, after: after) }
      }
      return true
    }
    let net = change.net()
    if let id = net.ids.first {
      try entity.requireEditable(
        slot, id: id, before: net.before.value(0), after: net.after.value(0))
    }
    return (scanned, net)
  }
}

extension FieldChange {
  mutating func append(_ id: Int64, before old: row_cell, after new: row_cell) {
    noteID(id)
    before.append(old)
    after.append(new)
  }
}
