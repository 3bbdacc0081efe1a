import CRows
import SalesKernel
import Values

/// Validates the cells that rules give for one field; distinct texts are checked once each.
struct CellValidator {
  private let entity: Entity
  private let field: Field
  private let kind: UInt32
  private let isPlain: Bool
  private let arena = TextArena()
  private var seen = TextTable()
  /// The normal form of each text of ``seen``.
  private var normal: [row_cell] = []

  /// More distinct texts than this are not remembered.
  private static let memory = 1 << 16

  init(_ entity: Entity, _ slot: Int) {
    self.entity = entity
    field = entity.fields[slot]
    kind = CellKind.of(field.type)
    switch field.type {
    case .bool, .integer, .money: isPlain = field.check == nil
    default: isPlain = false
    }
  }

  /// The cell in the field's normal form; its text lives until the next call.
  ///
  /// Throws: the ``ValidationError`` of the field, naming the record.
  mutating func valid(_ cell: row_cell, id: Int64) throws -> row_cell {
    if cell.kind == kind, isPlain { return cell }
    if cell.kind == CellKind.text, kind == CellKind.text { return try text(cell, id) }
    return try checked(cell, id)
  }

  private mutating func text(_ cell: row_cell, _ id: Int64) throws -> row_cell {
    if seen.count >= CellValidator.memory {
      seen = TextTable()
      normal = []
      arena.reset()
    }
    let code = Int(seen.code(of: cell.bytes))
    if code <= normal.count { return normal[code - 1] }
    do {
      let result = try checked(cell, id)
      normal.append(result)
      return result
    } catch {
      seen = TextTable()
      normal = []
      throw error
    }
  }

  private func checked(_ cell: row_cell, _ id: Int64) throws -> row_cell {
    if cell.kind == CellKind.text, String(validating: cell.bytes, as: UTF8.self) == nil {
      throw ValidationError(
        "field.text", "\(entity.singular) \(id): \(field.name) is not UTF-8", field: field.name)
    }
    do {
      return row_cell(try field.validated(try cell.value()), in: arena)
    } catch let error as ValidationError {
      throw ValidationError(
        error.code, "\(entity.singular) \(id): \(error.message)", remedy: error.remedy,
        field: error.field)
    }
  }
}
