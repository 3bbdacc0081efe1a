import SalesKernel

/// Where the fields of an entity stand: the main table and one narrow table for each home of facts.
///
/// ```
///   customers(id, code, name, …)      slots with home .record
///   customer_level(id, level)         home .facts("level")
///   customer_purchase(id, …)          home .facts("purchase")
/// ```
/// Every record has one row in each.
struct TableLayout {
  struct Home {
    let table: String
    let slots: [Int]
  }

  let entity: Entity
  /// The main table is first.
  let homes: [Home]
  /// The index in ``homes`` of each slot.
  let homeOfSlot: [Int]

  init(_ entity: Entity) {
    self.entity = entity
    var names = [entity.name]
    var slots: [[Int]] = [[]]
    var homeOfSlot: [Int] = []
    for (slot, field) in entity.fields.enumerated() {
      var home = 0
      if case .facts(let name) = field.home {
        let table = "\(entity.singular)_\(name)"
        if let known = names.dropFirst().firstIndex(of: table) {
          home = known
        } else {
          home = names.count
          names.append(table)
          slots.append([])
        }
      }
      slots[home].append(slot)
      homeOfSlot.append(home)
    }
    self.homes = zip(names, slots).map { Home(table: $0, slots: $1) }
    self.homeOfSlot = homeOfSlot
  }

  func home(of slot: Int) -> Home { homes[homeOfSlot[slot]] }
}
