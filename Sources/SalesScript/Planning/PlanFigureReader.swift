import SalesKernel
import SalesStore
import Values

/// Reads the figures of plans: each in one pass over its records.
struct PlanFigureReader {
  let host: ScriptHost

  /// What a figure came to by a day, counted from a first one where it is not a standing one.
  func sum(_ figure: PlanFigure, from first: Day, upto day: Day) throws -> Int128 {
    var slots: [Int] = []
    func column(_ slot: Int) -> Int {
      slots.append(slot)
      return slots.count - 1
    }
    let dates: [Int]
    switch figure.window {
    case .since(let slot): dates = [column(slot)]
    case .standing(let begins, let ends): dates = [column(begins), column(ends)]
    }
    let value = figure.value.map(column)
    let conditions = ChunkConditions(except: figure.except, only: figure.only, column)
    let fields = figure.entity.fields
    let isInstant = fields[slots[0]].type == .instant
    func number(_ chunk: ColumnChunk, _ column: Int, _ row: Int) -> Int64? {
      if chunk.nulls(column)[row] { return nil }
      let bits = chunk.bits(column)[row]
      guard isInstant else { return bits }
      return (try? Instant(milliseconds: bits)).map { Int64($0.day().number) }
    }
    let (low, high) = (Int64(first.number), Int64(day.number))
    var sum: Int128 = 0
    try host.requireSession().forEachChunk(of: Selection(figure.entity), slots: slots) { chunk in
      try host.state.checkStop()
      for row in 0..<chunk.count {
        let counts: Bool
        if dates.count == 1 {
          counts = number(chunk, dates[0], row).map { $0 >= low && $0 <= high } ?? false
        } else {
          counts =
            number(chunk, dates[0], row) ?? .min <= high
            && number(chunk, dates[1], row) ?? .max >= high
        }
        guard counts, conditions.hold(chunk, row) else { continue }
        sum += value.map { chunk.nulls($0)[row] ? 0 : Int128(chunk.bits($0)[row]) } ?? 1
      }
    }
    return sum
  }
}
