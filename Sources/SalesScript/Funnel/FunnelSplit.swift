import Lua
import SalesKernel
import SalesStore
import Values

/// What figures of a funnel are split by, with the words of its groups.
struct FunnelSplit {
  let grouping: FunnelGrouping
  /// A word, or an id with its name.
  let columns: [ResultTable.Column]
  /// The cells of the groups, by their number.
  fileprivate let words: [[Value]]
  fileprivate let period: Grain?

  func cells(of key: Int32?) -> [Value] {
    guard let key else { return columns.map { _ in .nil } }
    if let period { return [.string((try? Day(number: key)).map { period.text(of: $0) } ?? "")] }
    return words[Int(key)]
  }

  /// Groups in the order of a table: periods upward, words and names by the alphabet, none last.
  func sorted<Tally>(_ groups: [Int32?: Tally]) -> [(cells: [Value], tally: Tally)] {
    groups.map { (key: $0.key, cells: cells(of: $0.key), tally: $0.value) }.sorted { one, other in
      guard let first = one.key, let second = other.key else { return one.key != nil }
      if period != nil { return first < second }
      let texts = [one, other].map { $0.cells.last?.plain ?? "" }
      return texts[0] == texts[1] ? first < second : texts[0] < texts[1]
    }.map { ($0.cells, $0.tally) }
  }
}

/// Finds what a word splits by: a period, a field of opportunities, or one of their customers.
struct FunnelSplitReader {
  private enum By {
    case period(Grain)
    case field
    case reference(String)
    /// A field of customers.
    case customer(slot: Int)
  }

  private let host: ScriptHost
  private let name: String
  private let by: By
  /// The slot of opportunities that must be read.
  let slot: Int?

  /// - Throws: `funnel.split` for what nothing can be split by, with the nearest word.
  init(_ host: ScriptHost, _ entity: Entity, _ name: String) throws {
    (self.host, self.name) = (host, name)
    if let period = Grain(rawValue: name) {
      (by, slot) = (.period(period), nil)
      return
    }
    let customers = Customer.schema.entity
    if let slot = entity.slot(of: name) {
      switch entity.fields[slot].type {
      case .reference(let target): by = .reference(target)
      case .text, .choice, .bool: by = .field
      default: throw Self.unknown(name, entity, customers)
      }
      self.slot = slot
    } else if let slot = customers.slot(of: name), customers.fields[slot].isWord {
      by = .customer(slot: slot)
      self.slot = try entity.requireSlot(of: "customer")
    } else {
      throw Self.unknown(name, entity, customers)
    }
  }

  private static func unknown(_ name: String, _ entity: Entity, _ customers: Entity) -> Error {
    let own = entity.fields.filter {
      if case .reference = $0.type { return true }
      return $0.isWord
    }
    let words =
      Grain.allCases.map(\.rawValue) + own.map(\.name)
      + customers.fields.filter(\.isWord).map(\.name)
    return ArgumentError(
      "a funnel cannot be split by '\(name)'", code: "funnel.split",
      remedy: Suggestion.closest(to: name, among: words).map { "did you mean '\($0)'?" }
        ?? "give day, week, month, quarter, year, rep, product, customer, region, source, competitor, or a word "
        + "of customers as level")
  }

  /// - Parameter column: Where ``slot`` was read into.
  func split(_ deals: DealColumns, column: Int) throws -> FunnelSplit {
    guard let slot else {
      guard case .period(let period) = by else { throw ArgumentError("nothing to split by") }
      return FunnelSplit(
        grouping: .period(period), columns: [.init(name)], words: [], period: period)
    }
    let coded = deals.codes(slot: slot, column: column)
    switch by {
    case .reference(let target):
      let names = try names(of: target, coded.values)
      return FunnelSplit(
        grouping: .codes(coded.codes), columns: [.init(name, .number), .init("name")],
        words: zip(coded.values, names).map { [$0.scriptValue, .string($1)] }, period: nil)
    case .customer(let slot): return try ofCustomers(slot, coded)
    case .field, .period:
      return FunnelSplit(
        grouping: .codes(coded.codes), columns: [.init(name)],
        words: coded.values.map { [$0.scriptValue] }, period: nil)
    }
  }

  private func names(of target: String, _ ids: [FieldValue]) throws -> [String] {
    let entity = try host.catalog.require(target)
    guard let slot = entity.slot(of: "name") ?? entity.slot(of: "code") else {
      return ids.map(\.display)
    }
    let table = try host.requireSession().columns(
      of: Selection(entity), slots: [slot], poll: host.state.checkStop)
    let index = DealIndex(table.ids)
    return ids.map { id in
      guard case .integer(let id) = id, let row = index.deal(of: id) else { return "" }
      return table.columns[0].value(row).scriptValue.plain
    }
  }

  private func ofCustomers(
    _ slot: Int, _ coded: (codes: [Int32], values: [FieldValue])
  ) throws -> FunnelSplit {
    let table = try host.requireSession().columns(
      of: Selection(Customer.schema.entity), slots: [slot], poll: host.state.checkStop)
    let index = DealIndex(table.ids)
    var words: [[Value]] = []
    var known: [Int: Int32] = [:]
    let ofCustomer = coded.values.map { value -> Int32 in
      guard case .integer(let id) = value, let row = index.deal(of: id) else { return -1 }
      let text = table.columns[0].code(row)
      if text == 0 { return -1 }
      if let code = known[text] { return code }
      known[text] = Int32(truncatingIfNeeded: words.count)
      words.append([table.columns[0].value(row).scriptValue])
      return Int32(truncatingIfNeeded: words.count - 1)
    }
    return FunnelSplit(
      grouping: .codes(coded.codes.map { $0 < 0 ? -1 : ofCustomer[Int($0)] }),
      columns: [.init(name)], words: words, period: nil)
  }
}

extension Field {
  /// Whether it holds words, which can be told apart in a table.
  fileprivate var isWord: Bool {
    switch type {
    case .text, .choice: true
    default: false
    }
  }
}
