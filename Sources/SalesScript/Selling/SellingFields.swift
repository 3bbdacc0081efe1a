import Lua
import SalesKernel
import SalesStore
import Values

/// The fields of an opportunity that calls of `selling` take.
enum SellingFields {
  /// What opening and revising may set.
  static let free = [
    "name", "customer", "product", "rep", "region", "source", "lead", "amount",
    "expected_close", "competitor", "is_key",
  ]
}

extension ScriptHost {
  /// The fields that a call names, as the store takes them.
  /// - Throws: `record.missing`, `opportunity.competitor`, `field.type`.
  func sellingFields(
    _ options: NamedArguments, _ names: [String] = SellingFields.free
  ) throws -> [(slot: Int, value: FieldValue)] {
    let entity = Opportunity.schema.entity
    return try names.compactMap { name in
      guard let given = options[name] else { return nil }
      let slot = try entity.requireSlot(of: name)
      return (slot, try sellingValue(given, for: entity.fields[slot]))
    }
  }

  private func sellingValue(_ given: Value, for field: Field) throws -> FieldValue {
    if case .reference(let target) = field.type {
      return .integer(try row(given, of: catalog.require(target), as: field.name).id)
    }
    switch field.name {
    case "competitor": return .text(try competitor(given).code)
    case "lead":
      guard case .record(let record) = given, let binding = binding(of: record.recordClass) else {
        return try given.fieldValue(for: field.name)
      }
      return .integer(try binding.id(of: record))
    default: return try given.fieldValue(for: field.name)
    }
  }

  /// A competitor: the record, its id or its code.
  /// - Throws: `opportunity.competitor` with the nearest code.
  func competitor(_ value: Value) throws -> Competitor {
    if case .string(let code) = value {
      let entity = Competitor.schema.entity
      let slot = try entity.requireSlot(of: "code")
      if let id = try requireSession().holder(entity, slot: slot, value: .text(code)) {
        return try record(Competitor.self, id: id)
      }
      let codes = try records(Competitor.self).map(\.code)
      throw ArgumentError(
        "competitor: there is no competitor \"\(code)\"", code: "opportunity.competitor",
        remedy: codes.isEmpty
          ? "note it first: competitors:create{code = …, name = …}"
          : Suggestion.sentence(for: code, among: codes))
    }
    return try Competitor(reading: row(value, of: Competitor.schema.entity, as: "competitor"))
  }

  /// The opportunity of a call's first argument.
  func opportunity(_ arguments: Arguments) throws -> Opportunity {
    try Opportunity(
      reading: row(arguments[0], of: Opportunity.schema.entity, as: "opportunity"))
  }

  /// Its days follow each other.
  /// - Throws: `opportunity.close`.
  func requireDays(of opportunity: Opportunity) throws {
    guard let close = opportunity.expectedClose, close < opportunity.openedOn else { return }
    throw ValidationError(
      "opportunity.close",
      "expected_close \(close) is before the opportunity was opened on \(opportunity.openedOn)",
      remedy: "give a day from then on", field: "expected_close")
  }

  func answer(_ id: Int64, _ results: inout Results) throws {
    try results.add(try binding(Opportunity.schema.entity).record(id))
  }
}
