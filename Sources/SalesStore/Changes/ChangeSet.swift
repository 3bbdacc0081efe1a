import SalesKernel

/// What a run changed, net: records created, records deleted with all their values, and fields
/// updated.
public struct ChangeSet: Sendable {
  public internal(set) var entities: [EntityChanges]

  public init() { entities = [] }

  init(_ entities: [EntityChanges]) { self.entities = entities.filter { !$0.isEmpty } }

  public var isEmpty: Bool { entities.isEmpty }

  /// All cells updated, records created and records deleted.
  public var count: Int {
    entities.reduce(0) { sum, entity in
      sum + entity.created.count + entity.deleted.ids.count
        + entity.updated.reduce(0) { $0 + $1.count }
    }
  }

  public subscript(_ entity: String) -> EntityChanges? {
    entities.first { $0.entity == entity }
  }

  /// The changes of one field.
  public func change(of entity: String, _ field: String) -> FieldChange? {
    self[entity]?.updated.first { $0.field == field }
  }

  /// Stable text of 32 hexadecimal digits: equal for equal change sets.
  public var digest: String {
    var hash = StableHash()
    for entity in entities {
      for part in ChangeCodec.parts(of: entity) {
        hash.add(Array(part.entity.utf8))
        hash.add(Array(part.field.utf8))
        hash.add(Array(part.kind.rawValue.utf8))
        hash.add(part.ids)
        hash.add(part.before)
        hash.add(part.after)
      }
    }
    return hash.text
  }
}

/// The changes of one entity.
public struct EntityChanges: Sendable {
  public let entity: String
  public internal(set) var created = IDRuns()
  public internal(set) var deleted = DeletedRecords()
  public internal(set) var updated: [FieldChange] = []

  init(_ entity: String) { self.entity = entity }

  public var isEmpty: Bool {
    created.isEmpty && deleted.ids.isEmpty && updated.allSatisfy { $0.ids.isEmpty }
  }
}

/// Deleted records, ids upward, with the values they had before the run.
public struct DeletedRecords: Sendable {
  public internal(set) var ids: [Int64] = []
  /// One column a field, each as long as ``ids``.
  public internal(set) var values: [(field: String, column: CellColumn)] = []
}

/// FNV-1a twice with different bases: a stable digest, not a cryptographic one.
struct StableHash {
  private var first: UInt64 = 0xcbf2_9ce4_8422_2325
  private var second: UInt64 = 0x9ae1_6a3b_2f90_404f

  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { mix(byte) }
    mix(0xFF)
    withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { for byte in $0 { mix(byte) } }
  }

  private mutating func mix(_ byte: UInt8) {
    first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
    second = ((second ^ UInt64(byte)) &* 0x9e37_79b9_7f4a_7c15) ^ (second >> 31)
  }

  var text: String {
    [first, second].map { value in
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
