import Lua
import SalesKernel
import SalesStore
import Values

/// What figures are split by, with the words of its groups.
struct FigureSplit {
  let grouping: FigureGrouping
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

/// Whose figures are split: its name in messages, the code of its error, and the words that help.
struct FigureSubject {
  let name: String
  let code: String
  let examples: String
}

/// Finds what a word splits records by: a period, a field of theirs, or one of their customers.
struct FigureSplitReader {
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
  /// The slot of the records that must be read.
  let slot: Int?

  /// - Parameter entity: That of the records; it refers to customers as `customer`.
  /// - Throws: the subject's code for what nothing can be split by, with the nearest word.
  init(_ host: ScriptHost, _ entity: Entity, _ name: String, of subject: FigureSubject) throws {
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
      default: throw Self.unknown(name, entity, subject)
      }
      self.slot = slot
    } else if let slot = customers.slot(of: name), customers.fields[slot].canSplit {
      by = .customer(slot: slot)
      self.slot = try entity.requireSlot(of: "customer")
    } else {
      throw Self.unknown(name, entity, subject)
    }
  }

  private static func unknown(_ name: String, _ entity: Entity, _ subject: FigureSubject) -> Error {
    let words =
      Grain.allCases.map(\.rawValue)
      + (entity.fields + Customer.schema.entity.fields).filter(\.canSplit).map(\.name)
    return ArgumentError(
      "\(subject.name) cannot be split by '\(name)'", code: subject.code,
      remedy: Suggestion.closest(to: name, among: words).map { "did you mean '\($0)'?" }
        ?? "give day, week, month, quarter, year, \(subject.examples)")
  }

  /// - Parameter coded: What ``slot`` holds of the records; not asked for a period.
  func split(_ coded: () throws -> FigureCodes) throws -> FigureSplit {
    switch by {
    case .period(let period):
      return FigureSplit(
        grouping: .period(period), columns: [.init(name)], words: [], period: period)
    case .reference(let target):
      let coded = try coded()
      return try named(target, coded.values, codes: coded.codes)
    case .customer(let slot): return try ofCustomers(slot, coded())
    case .field:
      let coded = try coded()
      return FigureSplit(
        grouping: .codes(coded.codes), columns: [.init(name)],
        words: coded.values.map { [$0.scriptValue] }, period: nil)
    }
  }

  /// Groups of ids, each with its name.
  private func named(
    _ target: String, _ ids: [FieldValue], codes: [Int32]
  ) throws -> FigureSplit {
    FigureSplit(
      grouping: .codes(codes), columns: [.init(name, .number), .init("name")],
      words: zip(ids, try names(of: target, ids)).map { [$0.scriptValue, .string($1)] },
      period: nil)
  }

  private func names(of target: String, _ ids: [FieldValue]) throws -> [String] {
    let entity = try host.catalog.require(target)
    guard let slot = entity.slot(of: "name") ?? entity.slot(of: "code") else {
      return ids.map(\.display)
    }
    let table = try host.requireSession().columns(
      of: Selection(entity), slots: [slot], poll: host.state.checkStop)
    let index = RecordIndex(table.ids)
    return ids.map { id in
      guard case .integer(let id) = id, let row = index.place(of: id) else { return "" }
      return table.columns[0].value(row).scriptValue.plain
    }
  }

  private func ofCustomers(_ slot: Int, _ coded: FigureCodes) throws -> FigureSplit {
    let entity = Customer.schema.entity
    let table = try host.requireSession().columns(
      of: Selection(entity), slots: [slot], poll: host.state.checkStop)
    let index = RecordIndex(table.ids)
    let rows = coded.values.map { value -> Int? in
      guard case .integer(let id) = value else { return nil }
      return index.place(of: id)
    }
    let known = rows.compactMap { $0 }
    let words = FigureCodes(table.columns[0], rows: known)
    var next = words.codes.makeIterator()
    let ofCustomer = rows.map { $0 == nil ? -1 : next.next() ?? -1 }
    let codes = coded.codes.map { $0 < 0 ? -1 : ofCustomer[Int($0)] }
    if case .reference(let target) = entity.fields[slot].type {
      return try named(target, words.values, codes: codes)
    }
    return FigureSplit(
      grouping: .codes(codes), columns: [.init(name)],
      words: words.values.map { [$0.scriptValue] }, period: nil)
  }
}

extension Field {
  /// Whether it holds words or references, which can be told apart in a table.
  fileprivate var canSplit: Bool {
    switch type {
    case .text, .choice, .reference: true
    default: false
    }
  }
}
