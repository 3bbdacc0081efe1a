/// The entities of a product, in the order that tables, help and sample data go.
public struct Catalog: Sendable {
  public let entities: [Entity]
  private let index: [String: Int]

  public init(_ entities: [Entity]) {
    self.entities = entities
    var index: [String: Int] = [:]
    for (position, entity) in entities.enumerated() { index[entity.name] = position }
    self.index = index
  }

  /// The entity with a plural name.
  public func entity(named name: String) -> Entity? { index[name].map { entities[$0] } }

  /// The entity with a plural name, or an error with the nearest name.
  /// - Throws: `catalog.entity`.
  public func require(_ name: String) throws(ValidationError) -> Entity {
    if let entity = entity(named: name) { return entity }
    throw ValidationError(
      "catalog.entity", "there is no entity \"\(name.excerpt)\"",
      remedy: Suggestion.sentence(for: name, among: entities.map(\.name)))
  }

  /// Customers, contacts, reps, products, orders and activities. Referred-to entities come first.
  public static let sales = Catalog([
    Rep.schema.entity, Product.schema.entity, Customer.schema.entity, Contact.schema.entity,
    Order.schema.entity, Activity.schema.entity,
  ])
}

extension Entity {
  /// The field with a name.
  public func field(named name: String) -> Field? { slot(of: name).map { fields[$0] } }

  /// The slot of a name, or an error with the nearest name.
  /// - Throws: `entity.field`.
  public func requireSlot(of name: String) throws(ValidationError) -> Int {
    if let slot = slot(of: name) { return slot }
    let near = Suggestion.closest(to: name, among: fields.map(\.name))
    throw ValidationError(
      "entity.field", "\(self.name) has no field \"\(name.excerpt)\"",
      remedy: near.map { "did you mean \"\($0)\"?" } ?? "help(\(self.name)) lists the fields",
      field: name)
  }
}
