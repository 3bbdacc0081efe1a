import SalesKernel
import SalesStore

/// Every record of a store, to compare before and after.
enum StoreDump {
  static func of(_ store: Store) throws -> [String: [Int64: [FieldValue]]] {
    var dump: [String: [Int64: [FieldValue]]] = [:]
    try store.read { session in
      for entity in Catalog.sales.entities {
        try session.forEachBlock(
          Selection(entity), slots: Array(entity.fields.indices)
        ) { block in
          for row in 0..<block.count {
            dump[entity.name, default: [:]][block.ids[row]] = try entity.fields.indices.map {
              try block.value(row, $0)
            }
          }
          return true
        }
      }
    }
    return dump
  }
}
