import Lua
import SalesKernel
import SalesStore

/// Records as functions take them: the record, its id, or its code.
extension ScriptHost {
  /// - Throws: `record.missing` where there is none, with the nearest thing to do.
  func row(_ value: Value?, of entity: Entity, as name: String) throws -> BlockRow {
    let session = try requireSession()
    let id: Int64?
    switch value ?? .nil {
    case .record(let record):
      guard let binding = binding(of: record.recordClass), binding.entity.name == entity.name else {
        throw ArgumentError("\(name): expected \(entity.indefinite), got another record")
      }
      return try binding.block(of: record).reader(record.row)
    case .integer(let number): id = number
    case .string(let code):
      id = try entity.slot(of: "code").flatMap {
        try session.holder(entity, slot: $0, value: .text(code))
      }
    case let other:
      throw ArgumentError(
        "\(name): expected \(entity.indefinite), got \(other.typeName)",
        remedy: "give the record, its id or its code")
    }
    guard let id, try session.exists(entity, id: id) else {
      throw ArgumentError(
        "\(name): there is no \(entity.singular) \(value?.plain ?? "")", code: "record.missing",
        remedy: entity.slot(of: "code") == nil
          ? "give the id of one, see \(entity.name)" : "see \(entity.name):select(\"code\")")
    }
    return try session.block(of: entity, ids: [id]).reader(0)
  }
}
