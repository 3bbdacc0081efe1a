import CRows
import SalesKernel

/// Every cell of every record can be read, and is what its field may hold.
struct RecordCheck {
  private let examination: Examination
  private let schema: SchemaCheck.Found
  private var session: Session { examination.session }

  init(_ examination: Examination, _ schema: SchemaCheck.Found) {
    (self.examination, self.schema) = (examination, schema)
  }

  func run() throws {
    for (entity, layout, slots) in schema.entities {
      var count = 0
      var isRead = false
      var last: Int64 = 0
      do {
        try session.forEachBlock(Selection(entity), slots: slots) { block in
          for row in 0..<block.count { check(block, row, slots) }
          count += block.count
          last = block.count > 0 ? block.ids[block.count - 1] : last
          return true
        }
        isRead = true
      } catch let error as StoreError {
        tell(entity, layout, readableTo: last, error)
      }
      examination.report.counts.append((entity.name, isRead ? count : nil))
    }
  }

  private func check(_ block: RowBlock, _ row: Int, _ slots: [Int]) {
    for slot in slots {
      let cell = block.cells[row * block.width + slot]
      switch cell.kind {
      case CellKind.text where !UTF8Check.isValid(cell.bytes):
        tell(block, row, slot, "a text that is not UTF-8")
      case CellKind.bool where cell.bits != 0 && cell.bits != 1:
        tell(block, row, slot, "a stored yes or no \(cell.bits) is out of range")
      case CellKind.number where !Double(bitPattern: UInt64(bitPattern: cell.bits)).isFinite:
        tell(block, row, slot, "a stored number is out of range")
      case CellKind.day, CellKind.instant:
        do { _ = try cell.value() } catch {
          tell(block, row, slot, (error as? StoreError)?.message ?? "\(error)")
        }
      default: break
      }
    }
  }

  private func tell(_ block: RowBlock, _ row: Int, _ slot: Int, _ what: String) {
    examination.damage(
      "values",
      "\(block.entity.name) \(block.ids[row]).\(block.entity.fields[slot].name): \(what)",
      remedy: "set it anew, or go back to a copy made with tenon backup")
  }

  /// Where reading stops from the front, and where from behind.
  private func tell(
    _ entity: Entity, _ layout: TableLayout, readableTo last: Int64, _ error: StoreError
  ) {
    var end: Int64?
    if let statement = try? Statement(session.connection, layout.idsFromBehind()) {
      while (try? statement.step()) == true { end = statement.integer(0) }
    }
    let upTo = end.map { $0 > last ? " and before \($0)" : "" } ?? ""
    examination.damage(
      "records",
      "\(entity.name): records after \(last)\(upTo) cannot be read (\(error.message))",
      remedy: "go back to a copy made with tenon backup; the others come out with "
        + "tenon export \(entity.name) --where \"id <= \(last)\"")
  }
}
