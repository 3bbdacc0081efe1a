import SalesKernel

/// Finds the record that a column refers to, by id or by code, and remembers it.
final class ReferenceFinder {
  private static let memory = 1 << 16

  private let session: Session
  private let target: Entity
  private let field: Field
  private var seen = TextTable()
  private var ids: [Int64] = []

  init(_ session: Session, _ target: Entity, _ field: Field) {
    self.session = session
    self.target = target
    self.field = field
  }

  /// Throws: `record.reference`.
  func id(_ bytes: UnsafeRawBufferPointer) throws -> Int64 {
    if seen.count >= ReferenceFinder.memory {
      seen = TextTable()
      ids = []
    }
    let code = Int(seen.code(of: bytes))
    if code <= ids.count {
      let id = ids[code - 1]
      return id > 0 ? id : try find(bytes) ?? refuse(bytes)
    }
    let found = try find(bytes)
    ids.append(found ?? 0)
    return try found ?? refuse(bytes)
  }

  private func find(_ bytes: UnsafeRawBufferPointer) throws -> Int64? {
    if let id = CellParser.integer(bytes), try session.exists(target, id: id) { return id }
    guard let slot = target.slot(of: "code") else { return nil }
    return try session.holder(
      target, slot: slot, value: .text(String(decoding: bytes, as: UTF8.self)))
  }

  private func refuse(_ bytes: UnsafeRawBufferPointer) throws -> Int64 {
    let text = String(decoding: bytes.prefix(80), as: UTF8.self)
    throw StoreError(
      "record.reference", "\(field.name): no \(target.singular) has the id or code \"\(text)\"",
      remedy: "import \(target.name) first")
  }
}
