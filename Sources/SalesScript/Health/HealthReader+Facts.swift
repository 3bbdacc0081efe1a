import SalesKernel
import SalesStore
import Values

/// Health from what customers answered, what was measured of them, and whom we know there.
extension HealthReader {
  /// Answers on the scale of their survey.
  func readSurveys(into board: inout HealthBoard) throws {
    let measures = board.slots(of: .surveys)
    guard !measures.isEmpty else { return }
    let surveys = try policies.surveys()
    let scales = try measures.map { try surveys.kind($0.measure.words[0]).scale }
    try readWords(
      SurveyAnswer.schema.entity, ["customer", "answered_on", "kind", "score"], measures, &board
    ) { index, bits in
      scales[index].contains(bits) ? Double(bits) : nil
    }
  }

  func readReadings(into board: inout HealthBoard) throws {
    try readWords(
      Reading.schema.entity, ["customer", "day", "metric", "value"],
      board.slots(of: .readings), &board
    ) { _, bits in Double(bitPattern: UInt64(bitPattern: bits)) }
  }

  /// Records with a customer, a day, a word that says what they are of, and a value.
  private func readWords(
    _ entity: Entity, _ names: [String], _ measures: [HealthBoard.Slot],
    _ board: inout HealthBoard, value: (Int, Int64) -> Double?
  ) throws {
    guard !measures.isEmpty else { return }
    let columns = try slots(entity, names)
    var filters = measures.map { WordFilter($0.measure.words) }
    try board.fill(measures) { tallies in
      try forEachChunk(selection(entity), columns) { chunk in
        for row in 0..<chunk.count {
          guard let place = place(chunk, 0, row) else { continue }
          let day = Int32(truncatingIfNeeded: chunk.bits(1)[row])
          for index in tallies.indices where filters[index].admits(chunk, 2, row) {
            if let value = value(index, chunk.bits(3)[row]) {
              tallies[index].add(place, day, value)
            }
          }
        }
      }
    }
  }

  /// Contacts that were known on the day asked about, as they stood.
  func readContacts(into board: inout HealthBoard) throws {
    guard !board.slots(of: .contacts).isEmpty else { return }
    let entity = Contact.schema.entity
    let columns = try slots(
      entity, ["customer", "role", "relationship", "department", "created_on"])
    let past = try past(entity, Array(columns[1...3]))
    var tally = ContactTally(try policies.decisions(), count: customers.count)
    var roles: [Int?] = [nil]
    var departments = Numbering()
    try forEachChunk(selection(entity), columns) { chunk in
      while roles.count <= chunk.textCount(1) {
        roles.append(tally.role(chunk.text(1, roles.count)))
      }
      for row in 0..<chunk.count {
        guard let place = place(chunk, 0, row) else { continue }
        if !chunk.nulls(4)[row], chunk.bits(4)[row] > Int64(asOf.number) { continue }
        var role = roles[Int(chunk.bits(1)[row])]
        var relationship = chunk.nulls(2)[row] ? nil : chunk.bits(2)[row]
        var department = departments.number(chunk, 3, row)
        if let past {
          let id = chunk.ids[row]
          if let before = past.value(of: id, slot: columns[1]) {
            role = before.word.flatMap { tally.role($0) }
          }
          if let before = past.value(of: id, slot: columns[2]) {
            relationship = before.whole
          }
          if let before = past.value(of: id, slot: columns[3]) {
            department = before.word.map { departments.number(of: $0) } ?? 0
          }
        }
        tally.add(place, role: role, relationship: relationship, department: department)
      }
    }
    board.fill(from: tally)
  }

  /// Fields of the customers themselves, as they stood.
  func readCustomers(into board: inout HealthBoard) throws {
    let entity = Customer.schema.entity
    for slot in board.slots(of: .customer) {
      guard let field = slot.measure.slot else { continue }
      let past = try past(entity, [field])
      let table = try session.columns(
        of: Selection(entity, ids: customers.count == 1 ? customers.ids : nil), slots: [field],
        poll: host.state.checkStop)
      var numbers = [Double](repeating: .nan, count: customers.count)
      var words = [UInt32](repeating: 0, count: customers.count)
      var texts = Numbering()
      for row in 0..<table.count {
        guard let place = customers.index.place(of: table.ids[row]) else { continue }
        let value = past?.value(of: table.ids[row], slot: field) ?? table.columns[0].value(row)
        if case .text(let word) = value {
          words[place] = UInt32(truncatingIfNeeded: texts.number(of: word))
        } else if let number = value.yuanOrNumber {
          numbers[place] = number
        }
      }
      switch entity.fields[field].type {
      case .text, .choice: board.fill(slot, words: words, texts.texts)
      default: board.fill(slot, numbers: numbers)
      }
    }
  }
}

/// Numbers different texts from 1; 0 stands for none.
private struct Numbering {
  private(set) var texts: [String] = []
  private var known: [String: Int32] = [:]
  private var ofCodes: [Int32] = [0]

  mutating func number(of text: String) -> Int32 {
    if let number = known[text] { return number }
    texts.append(text)
    let number = Int32(truncatingIfNeeded: texts.count)
    known[text] = number
    return number
  }

  mutating func number(_ chunk: ColumnChunk, _ column: Int, _ row: Int) -> Int32 {
    let code = Int(chunk.bits(column)[row])
    while ofCodes.count <= code { ofCodes.append(number(of: chunk.text(column, ofCodes.count))) }
    return ofCodes[code]
  }
}

extension FieldValue {
  fileprivate var whole: Int64? { if case .integer(let number) = self { number } else { nil } }
  fileprivate var yuanOrNumber: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    case .money(let money): Double(money.units) / 10_000
    default: nil
    }
  }
}
