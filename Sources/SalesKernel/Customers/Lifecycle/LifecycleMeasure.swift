import Values

/// How a target of the lifecycle is measured: customers of a period, and those among them that count.
/// - Source: CU12.
public struct LifecycleMeasure {
  public enum Kind: String, CaseIterable, Sendable {
    case count, share
  }

  /// Over which customers.
  public enum Base: String, CaseIterable, Sendable {
    case all
    /// Made in the period.
    case new
    /// With an order in the period.
    case ordering
  }

  /// What rules read beside the fields of a customer, at the slots after them.
  public static let facts = ["categories", "referred"]

  public let kind: Kind
  public let base: Base
  public let rule: any Rule

  /// - Throws: ``PolicyError``.
  init(
    _ at: PolicyDecoder, entity: Entity, compiler: any RuleCompiler
  ) throws(PolicyError) {
    let table = try at.table(keys: ["kind", "of", "that"])
    kind = try table["kind"].oneOf(Kind.self)
    base = try table["of"].oneOf(Base.self)
    rule = try table["that"].rule(compiler, entity: entity, extra: Self.facts)
  }
}

/// A customer with what a period knows of it.
public struct CustomerInPeriod: RecordReader {
  private let base: any RecordReader
  private let categories: Int
  private let isReferred: Bool
  public let isNew: Bool
  public let isOrdering: Bool

  public init(
    _ base: any RecordReader, categories: Int, isReferred: Bool, isNew: Bool, isOrdering: Bool
  ) {
    self.base = base
    self.categories = categories
    self.isReferred = isReferred
    self.isNew = isNew
    self.isOrdering = isOrdering
  }

  public var entity: Entity { base.entity }
  public var id: Int64 { base.id }

  public func value(at slot: Int) throws -> FieldValue {
    switch slot - base.entity.fields.count {
    case 0: .integer(Int64(categories))
    case 1: .bool(isReferred)
    default: try base.value(at: slot)
    }
  }
}

/// How many customers a measure is over and how many count.
public struct LifecycleActual: Hashable, Sendable {
  public let kind: LifecycleMeasure.Kind
  public private(set) var base = 0
  public private(set) var counted = 0

  public init(_ kind: LifecycleMeasure.Kind) { self.kind = kind }

  /// - Throws: what the rule throws.
  public mutating func add(_ customer: CustomerInPeriod, by measure: LifecycleMeasure) throws {
    switch measure.base {
    case .all: break
    case .new: if !customer.isNew { return }
    case .ordering: if !customer.isOrdering { return }
    }
    base += 1
    if try measure.rule.evaluate(customer).isTrue { counted += 1 }
  }

  /// The count, or the share; nil for a share of nobody.
  public var value: Double? {
    switch kind {
    case .count: Double(counted)
    case .share: base == 0 ? nil : Double(counted) / Double(base)
    }
  }
}
