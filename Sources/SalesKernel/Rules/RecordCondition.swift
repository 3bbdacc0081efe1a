/// What a policy asks of a record's fields, as `when = { level = { "A", "B" } }`.
public struct RecordCondition {
  struct Limit {
    let slot: Int
    let bounds: Bounds
  }

  let entity: Entity
  let limits: [Limit]

  public var asksNothing: Bool { limits.isEmpty }

  /// Reads a table of fields, each with a value, a list of values or limits; nothing asks nothing.
  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder, of entity: Entity) throws(PolicyError) {
    self.entity = entity
    guard at.isPresent else {
      limits = []
      return
    }
    let table = try at.table(keys: entity.fields.map(\.name))
    var limits: [Limit] = []
    for name in table.keys {
      guard let slot = entity.slot(of: name) else { continue }
      limits.append(
        Limit(slot: slot, bounds: try Bounds(reading: table[name], of: entity.fields[slot])))
    }
    self.limits = limits
  }

  /// Why a record does not fit; nil where it does.
  /// - Parameter reader: Nil where no record is known, which fits what asks nothing.
  public func failure(_ reader: (any RecordReader)?) throws -> String? {
    for limit in limits {
      let name = entity.fields[limit.slot].name
      guard let reader else { return "no \(entity.singular) is known, and it asks for \(name)" }
      let value = try reader.value(at: limit.slot)
      if !limit.bounds.admits(value) { return limit.bounds.reason(name, value) }
    }
    return nil
  }
}
