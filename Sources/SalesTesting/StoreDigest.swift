/// All rows of a store, and its runs, as one short text: equal stores have equal digests.
import SalesKernel
import SalesStore

public enum StoreDigest {
  /// - Complexity: O(cells).
  public static func of(path: String) throws -> String {
    let store = try Store.open(at: path, catalog: .sales)
    defer { store.close() }
    return try store.read { session in
      var lines = [try runs(session)]
      for entity in session.catalog.entities { lines.append(try rows(entity, session)) }
      return lines.joined(separator: "\n")
    }
  }

  private static func runs(_ session: Session) throws -> String {
    try session.runs(limit: Int(Int32.max)).map { "\($0.id) \($0.status.rawValue)" }
      .joined(separator: ", ")
  }

  private static func rows(_ entity: Entity, _ session: Session) throws -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var count = 0
    let slots = Array(entity.fields.indices)
    try session.forEachBlock(Selection(entity), slots: slots) { block in
      for row in 0..<block.count {
        count += 1
        mix("\(block.ids[row])", into: &hash)
        for slot in slots { mix(try block.value(row, slot).text, into: &hash) }
      }
      return true
    }
    return "\(entity.name): \(count) rows, \(String(hash, radix: 16))"
  }

  /// FNV-1a, with a mark between texts.
  private static func mix(_ text: String, into hash: inout UInt64) {
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ 0xFF) &* 0x100_0000_01b3
  }
}
