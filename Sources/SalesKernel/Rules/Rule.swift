/// A record as a rule or an engine reads it, by slot of its entity.
public protocol RecordReader {
  var entity: Entity { get }
  var id: Int64 { get }
  func value(at slot: Int) throws -> FieldValue
}

/// Something that, applied to a record of an entity, gives a value: a Lua function or expression behind
/// an opaque face, so that it can later be compiled without its callers knowing.
public protocol Rule {
  /// As the author wrote it, for explanations.
  var text: String { get }
  /// Fields that its text names, whether or not they are read; empty where that is not known.
  var named: [String] { get }
  func evaluate(_ record: any RecordReader) throws -> FieldValue
  /// The value of each record, in their order.
  func evaluate(all records: [any RecordReader]) throws -> [FieldValue]
  /// The same value, with the fields that were read on the way, in order of first reading.
  func trace(_ record: any RecordReader) throws -> RuleTrace
}

extension Rule {
  public var named: [String] { [] }

  public func evaluate(all records: [any RecordReader]) throws -> [FieldValue] {
    try records.map(evaluate)
  }
}

/// What a traced evaluation saw.
public struct RuleTrace: Sendable {
  public let value: FieldValue
  public let inputs: [(field: String, value: FieldValue)]

  public init(value: FieldValue, inputs: [(field: String, value: FieldValue)]) {
    self.value = value
    self.inputs = inputs
  }
}

/// Turns an expression string of a policy into a rule over an entity's fields.
public protocol RuleCompiler {
  /// - Parameter fields: names the expression may read beside the entity's own (as `score`, `share_before`).
  /// - Throws: with code `rule.syntax` or `rule.unknown_name`, position and did-you-mean.
  func compile(_ text: String, entity: Entity, extra: [String]) throws -> any Rule
}
