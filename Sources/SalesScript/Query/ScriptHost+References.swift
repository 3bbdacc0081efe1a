import Lua
import SalesKernel
import SalesStore

/// Values for fields: where a field refers to a record, the record itself stands for its id.
extension ScriptHost {
  /// - Throws: `field.type` for a record of another entity, and what the value throws.
  func fieldValue(_ value: Value, for field: Field) throws -> FieldValue {
    guard case .record(let record) = value, case .reference(let target) = field.type,
      let binding = binding(of: record.recordClass)
    else { return try value.fieldValue(for: field.name) }
    guard binding.entity.name == target else {
      throw ValidationError(
        "field.type", "\(field.name) refers to \(target), not to \(binding.entity.indefinite)",
        remedy: "give a record of \(target), or its id", field: field.name)
    }
    return .integer(try binding.block(of: record).ids[record.row])
  }
}
