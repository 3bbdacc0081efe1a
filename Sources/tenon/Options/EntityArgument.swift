/// Entities and fields that a command line names.
import SalesKernel
import SalesScript

enum EntityArgument {
  /// - Throws: `usage.entity`, with the nearest name.
  static func entity(_ name: String) throws -> Entity {
    do { return try Catalog.sales.require(name) } catch {
      throw CommandError("usage.entity", error.message, remedy: error.remedy)
    }
  }

  /// Slots of names with commas between; `id` comes by itself.
  ///
  /// - Throws: `usage.field`, with the nearest name.
  static func slots(_ names: String, of entity: Entity) throws -> [Int] {
    var slots: [Int] = []
    for part in names.split(separator: ",") {
      let name = String(part.filter { !$0.isWhitespace })
      if name == "id" { continue }
      do { slots.append(try entity.requireSlot(of: name)) } catch {
        throw CommandError("usage.field", error.message, remedy: error.remedy)
      }
    }
    return slots
  }
}
