/// What a target counts: which records, what of them, on which day, and whose they are.
/// - Source: OR2.
public struct TargetMetric: Sendable {
  /// Whether amounts of money or whole pieces.
  public enum Unit: String, CaseIterable, Sendable {
    case yuan, pieces
  }

  /// Parts of a record that belong to products, as the lines of an order.
  public struct Lines: Sendable {
    public let entity: Entity
    /// What refers to the record.
    public let parent: Int
    public let product: Int
    public let value: Int
  }

  public let key: String
  public let title: Label
  public let unit: Unit
  public let entity: Entity
  /// What is summed; nil where records are counted, or where only lines have it.
  public let value: Int?
  public let day: Int
  /// What refers to the rep; nil where the customer's owner stands for it.
  public let rep: Int?
  /// What refers to the customer; nil where the record is one.
  public let customer: Int?
  /// Records with one of the words in the field do not count.
  public let except: [Int: [String]]
  /// Only records with one of the words in the field count.
  public let only: [Int: [String]]
  public let lines: Lines?
  public let source: String

  /// Whether all is read from the lines.
  public var isOfLines: Bool { lines != nil && value == nil }

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: [
      "key", "title", "unit", "of", "value", "day", "rep", "customer", "except", "only", "lines",
      "source", "note",
    ])
    key = try table["key"].key()
    title = try table["title"].label()
    unit = try table["unit"].oneOf(Unit.self)
    entity = try table["of"].entity()
    value = try table["value"].ifPresent?.slot(of: entity, [.money, .integer, .number])
    day = try table["day"].slot(of: entity, [.day, .instant])
    rep = try table["rep"].ifPresent?.slot(of: entity, [.reference(Rep.schema.entity.name)])
    let customers = Customer.schema.entity
    customer =
      entity.name == customers.name
      ? nil : try table["customer"].slot(of: entity, [.reference(customers.name)])
    except = try table["except"].words(of: entity)
    only = try table["only"].words(of: entity)
    if let lines = table["lines"].ifPresent {
      self.lines = try Lines(lines, of: entity)
    } else {
      lines = nil
    }
    source = try table.source()
    try requireUnit(at)
  }

  private func requireUnit(_ at: PolicyDecoder) throws(PolicyError) {
    let type: FieldType? =
      isOfLines
      ? lines.map { $0.entity.fields[$0.value].type } : value.map { entity.fields[$0].type }
    guard (type == .money) == (unit == .yuan) else {
      throw PolicyError(
        "policy.value", at: "\(at.path).unit",
        "\(unit.rawValue) does not fit what is summed",
        remedy: "yuan for money, pieces for counts and whole numbers")
    }
    if let lines, let value,
      (lines.entity.fields[lines.value].type == .money) != (entity.fields[value].type == .money)
    {
      throw PolicyError(
        "policy.value", at: "\(at.path).lines.value", "is of another kind than value")
    }
  }
}

extension TargetMetric.Lines {
  fileprivate init(_ at: PolicyDecoder, of whole: Entity) throws(PolicyError) {
    let table = try at.table(keys: ["of", "parent", "product", "value"])
    entity = try table["of"].entity()
    parent = try table["parent"].slot(of: entity, [.reference(whole.name)])
    product = try table["product"].slot(of: entity, [.reference(Product.schema.entity.name)])
    value = try table["value"].slot(of: entity, [.money, .integer])
  }
}

extension FieldType {
  /// Whether values of it are words.
  var isText: Bool {
    switch self {
    case .text, .choice: true
    default: false
    }
  }
}

extension PolicyDecoder {
  /// Words of fields, as `{status = {"cancelled"}}`; none where there is nothing.
  func words(of entity: Entity) throws(PolicyError) -> [Int: [String]] {
    var words: [Int: [String]] = [:]
    guard isPresent else { return words }
    let table = try dictionary()
    for key in table.keys {
      let slot = try PolicyDecoder(.text(key), at: path).slot(of: entity)
      guard entity.fields[slot].type.isText else {
        throw PolicyError("policy.field", at: "\(path).\(key)", "holds no words")
      }
      words[slot] = try table[key].words()
    }
    return words
  }

  /// An entity of the book, by its plural name.
  func entity() throws(PolicyError) -> Entity {
    let name = try choice(Catalog.sales.entities.map(\.name))
    guard let entity = Catalog.sales.entity(named: name) else { throw unexpected("an entity") }
    return entity
  }

  /// A field of an entity, by name.
  /// - Throws: `policy.field`.
  func slot(of entity: Entity, _ types: [FieldType] = []) throws(PolicyError) -> Int {
    let name = try text()
    guard let slot = entity.slot(of: name) else {
      throw PolicyError(
        "policy.field", at: path, "\(entity.name) has no field \"\(name.excerpt)\"",
        remedy: Suggestion.sentence(for: name, among: entity.fields.map(\.name)))
    }
    guard types.isEmpty || types.contains(entity.fields[slot].type) else {
      throw PolicyError(
        "policy.field", at: path, "\(name) of \(entity.name) is of a kind that cannot serve here")
    }
    return slot
  }
}
