import Lua
import SalesKernel
import SalesStore
import Values

/// Reads what was reached: by rep, line, region and kind of customer, month by month, in one pass.
struct TargetReader {
  let host: ScriptHost
  let metric: TargetMetric

  /// What was reached from one day to another, both with them.
  ///
  /// - Parameter byProduct: Whether the parts of product lines are told apart, which only lines of records know.
  /// - Throws: `target.product` where the metric knows nothing of products.
  func cells(from first: Day, upto last: Day, byProduct: Bool) throws -> [TargetCell] {
    guard first <= last else { return [] }
    if byProduct, metric.lines == nil {
      throw ArgumentError(
        "\(metric.key) is not known by product line", code: "target.product",
        remedy: "leave product out, or take a metric of the target policy that has lines")
    }
    let customers = try CustomerLines(host)
    let places = MonthPlaces(first, last)
    let rows = try Rows(metric)
    var sums: [CellKey: Int128] = [:]
    var parents = ParentKeys()
    let usesLines = byProduct || metric.isOfLines
    let selection = Selection(metric.entity)
    try host.requireSession().forEachChunk(of: selection, slots: rows.slots) { chunk in
      try host.state.checkStop()
      for row in 0..<chunk.count {
        guard rows.counts(chunk, row), let day = rows.day(chunk, row),
          let month = places.place(of: day)
        else { continue }
        let customer =
          rows.customer.map { chunk.bits($0)[row] }
          ?? (metric.customer == nil ? chunk.ids[row] : 0)
        let place = customers.place(of: customer)
        let rep =
          rows.rep.map { chunk.nulls($0)[row] ? -1 : chunk.bits($0)[row] }
          ?? customers.owner(place)
        let key = CellKey(rep: rep, customer: customers.group(place), product: 0, month: month)
        if usesLines {
          parents.append(chunk.ids[row], key)
        } else {
          sums[key, default: 0] += Int128(try rows.value(chunk, row))
        }
      }
    }
    var categories: [String?] = [nil]
    if usesLines { categories = try addLines(&sums, of: parents, byProduct: byProduct) }
    return sums.sorted { $0.key < $1.key }.map { key, sum in
      let group = customers.words(key.customer)
      return TargetCell(
        rep: key.rep < 0 ? nil : key.rep, product: categories[Int(key.product)],
        region: group.region, kind: group.kind, month: places.day(of: key.month), sum: sum)
    }
  }

  /// Adds the lines of the records that count.
  /// - Returns: the product lines by their number; the first is none.
  private func addLines(
    _ sums: inout [CellKey: Int128], of parents: ParentKeys, byProduct: Bool
  ) throws -> [String?] {
    guard let lines = metric.lines else { return [nil] }
    var categories: [String?] = [nil]
    var ofProduct: [Int64: Int32] = [:]
    if byProduct {
      var known: [String: Int32] = [:]
      for product in try host.records(Product.self) {
        guard let word = product.category else { continue }
        if known[word] == nil {
          known[word] = Int32(truncatingIfNeeded: categories.count)
          categories.append(word)
        }
        ofProduct[product.id] = known[word]
      }
    }
    let index = RecordIndex(parents.ids)
    var groups: [CellKey: Int128] = sums
    try host.requireSession().forEachChunk(
      of: Selection(lines.entity), slots: [lines.parent, lines.product, lines.value]
    ) { chunk in
      try host.state.checkStop()
      for row in 0..<chunk.count where !chunk.nulls(2)[row] {
        guard let place = index.place(of: chunk.bits(0)[row]) else { continue }
        var key = parents.keys[place]
        key.product = chunk.nulls(1)[row] ? 0 : ofProduct[chunk.bits(1)[row]] ?? 0
        groups[key, default: 0] += Int128(chunk.bits(2)[row])
      }
    }
    sums = groups
    return categories
  }

  /// The key of a sum, by numbers.
  private struct CellKey: Hashable, Comparable {
    /// Below 0: nobody's.
    let rep: Int64
    let customer: Int32
    var product: Int32
    let month: Int32

    static func < (one: CellKey, other: CellKey) -> Bool {
      (one.month, one.rep, one.customer, one.product)
        < (other.month, other.rep, other.customer, other.product)
    }
  }

  /// The records that count, whose lines are added up afterwards.
  private struct ParentKeys {
    var ids: [Int64] = []
    var keys: [CellKey] = []

    mutating func append(_ id: Int64, _ key: CellKey) {
      ids.append(id)
      keys.append(key)
    }
  }

  /// Which columns of the records are read, and what they say.
  private struct Rows {
    private(set) var slots: [Int] = []
    private let isInstant: Bool
    private let value: Int?
    private let isNumber: Bool
    let rep: Int?
    let customer: Int?
    private let conditions: ChunkConditions

    init(_ metric: TargetMetric) throws {
      var slots = [metric.day]
      func column(_ slot: Int) -> Int {
        slots.append(slot)
        return slots.count - 1
      }
      let fields = metric.entity.fields
      isInstant = fields[metric.day].type == .instant
      value = metric.isOfLines ? nil : metric.value.map(column)
      isNumber = metric.value.map { fields[$0].type == .number } ?? false
      rep = metric.rep.map(column)
      customer = metric.customer.map(column)
      conditions = ChunkConditions(except: metric.except, only: metric.only, column)
      self.slots = slots
    }

    func counts(_ chunk: ColumnChunk, _ row: Int) -> Bool { conditions.hold(chunk, row) }

    func day(_ chunk: ColumnChunk, _ row: Int) -> Int32? {
      if chunk.nulls(0)[row] { return nil }
      let bits = chunk.bits(0)[row]
      return isInstant
        ? (try? Instant(milliseconds: bits))?.day().number : Int32(truncatingIfNeeded: bits)
    }

    func value(_ chunk: ColumnChunk, _ row: Int) throws -> Int64 {
      guard let value else { return 1 }
      if chunk.nulls(value)[row] { return 0 }
      let bits = chunk.bits(value)[row]
      guard isNumber else { return bits }
      let number = Double(bitPattern: UInt64(bitPattern: bits))
      guard let whole = Int64(exactly: number) else {
        throw ArgumentError(
          "\(FieldValue.number(number).display) is not a whole number", code: "target.pieces",
          remedy: "count what comes in whole pieces")
      }
      return whole
    }
  }
}

/// The months that days of a window are in, looked up once a day.
private struct MonthPlaces {
  private let first: Int32
  private let months: [Int32]
  private let starts: [Day]

  init(_ first: Day, _ last: Day) {
    self.first = first.number
    var (months, starts) = ([Int32](), [Day]())
    for number in first.number...last.number {
      let start = (try? Day(number: number))?.startOfMonth ?? first
      if starts.last != start { starts.append(start) }
      months.append(Int32(truncatingIfNeeded: starts.count - 1))
    }
    (self.months, self.starts) = (months, starts)
  }

  @inline(__always)
  func place(of day: Int32) -> Int32? {
    let index = Int(day) - Int(first)
    return index >= 0 && index < months.count ? months[index] : nil
  }

  func day(of place: Int32) -> Day { starts[Int(place)] }
}

/// The region, kind and owner of every customer.
private struct CustomerLines {
  private let index: RecordIndex
  private let owners: CellColumn
  /// The group of each customer: the place of its words.
  private let groups: [Int32]
  private let words: [(region: String?, kind: String?)]

  init(_ host: ScriptHost) throws {
    let entity = Customer.schema.entity
    let table = try host.requireSession().columns(
      of: Selection(entity),
      slots: [
        try entity.requireSlot(of: "region"), try entity.requireSlot(of: "kind"),
        try entity.requireSlot(of: "owner"),
      ], poll: host.state.checkStop)
    index = RecordIndex(table.ids)
    owners = table.columns[2]
    var (groups, known) = ([Int32](), [Int: Int32]())
    var words: [(region: String?, kind: String?)] = [(nil, nil)]
    groups.reserveCapacity(table.count)
    let (regions, kinds) = (table.columns[0], table.columns[1])
    let width = kinds.distinctCount + 1
    for row in 0..<table.count {
      let code = regions.code(row) * width + kinds.code(row)
      if let group = known[code] {
        groups.append(group)
        continue
      }
      let group = Int32(truncatingIfNeeded: words.count)
      known[code] = group
      groups.append(group)
      words.append((regions.value(row).word, kinds.value(row).word))
    }
    (self.groups, self.words) = (groups, words)
  }

  func place(of id: Int64) -> Int? { index.place(of: id) }

  func group(_ place: Int?) -> Int32 { place.map { groups[$0] } ?? 0 }

  func words(_ group: Int32) -> (region: String?, kind: String?) { words[Int(group)] }

  /// Below 0 for nobody.
  func owner(_ place: Int?) -> Int64 { place.flatMap { owners.bits($0) } ?? -1 }
}
