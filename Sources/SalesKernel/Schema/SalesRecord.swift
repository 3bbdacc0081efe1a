/// A Swift value that is one record of an entity of the catalog.
public protocol SalesRecord: Sendable {
  static var schema: Schema<Self> { get }
  /// Store's key; 0 for a record that is not stored yet.
  var id: Int64 { get set }
  /// A record with its required fields still empty, for a reader to fill by slot.
  static func blank(id: Int64) -> Self
}

extension SalesRecord {
  /// The typed record that a reader stands on.
  /// - Throws: ``ValidationError`` of the first value that does not fit, or what the reader throws.
  public init(reading reader: any RecordReader) throws {
    var record = Self.blank(id: reader.id)
    for slot in Self.schema.entity.fields.indices {
      try Self.schema.set(&record, slot: slot, to: reader.value(at: slot))
    }
    self = record
  }

  /// The record as rules and engines read it.
  public var reader: TypedReader<Self> { TypedReader(self) }
}

/// A typed record behind the face that rules read.
public struct TypedReader<Root: SalesRecord>: RecordReader {
  public let record: Root
  public init(_ record: Root) { self.record = record }
  public var entity: Entity { Root.schema.entity }
  public var id: Int64 { record.id }
  public func value(at slot: Int) -> FieldValue { Root.schema.value(of: record, slot: slot) }
}
