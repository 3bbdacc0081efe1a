/// A field that is empty in a share of records, as in every real list of customers.
/// - Source: CU14.
struct SampleGap<Record: SalesRecord>: Sendable {
  let slot: Int
  let share: SampleShare

  /// A table of field names with shares of 1, in slot order.
  ///
  /// Facts that agree with the orders cannot have gaps; nor can fields that are required.
  static func list(_ place: PolicyDecoder) throws(PolicyError) -> [SampleGap] {
    let entity = Record.schema.entity
    let table = try place.table(
      keys: entity.fields.filter {
        !$0.isRequired && ($0.home == .record || $0.home == .facts("stage"))
      }.map(\.name))
    var gaps: [SampleGap] = []
    for (slot, field) in entity.fields.enumerated() where table[field.name].isPresent {
      gaps.append(SampleGap(slot: slot, share: try table[field.name].share()))
    }
    return gaps
  }
}
