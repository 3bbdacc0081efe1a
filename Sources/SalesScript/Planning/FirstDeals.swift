import SalesKernel
import SalesStore
import Values

/// Which of the people who joined in a stretch of time signed a deal of their own within the policy's months.
struct FirstDeals {
  struct Newcomer {
    let rep: Rep
    let joinedOn: Day
    /// Last day of the months that the rep has.
    let until: Day
    let firstOn: Day?

    /// Whether the first deal came in time.
    var isInTime: Bool { firstOn.map { $0 <= until } ?? false }
  }

  let people: [Newcomer]
  let day: Day

  /// - Parameters:
  ///   - first: First day that somebody may have joined on to be counted.
  ///   - day: Last such day, and the day up to which deals are looked at.
  init(_ host: ScriptHost, _ policy: TrainingPolicy, from first: Day, upto day: Day) throws {
    self.day = day
    let reps = try host.records(Rep.self).filter {
      $0.joinedOn.map { $0 >= first && $0 <= day } ?? false
    }
    var firsts: [Int64: Day] = [:]
    let entity = Order.schema.entity
    let slots = [try entity.requireSlot(of: "rep"), try entity.requireSlot(of: "ordered_on")]
    var read = slots
    let conditions = ChunkConditions(except: policy.except, only: [:]) { slot in
      read.append(slot)
      return read.count - 1
    }
    let wanted = Set(reps.map(\.id))
    if !wanted.isEmpty {
      try host.requireSession().forEachChunk(of: Selection(entity), slots: read) { chunk in
        try host.state.checkStop()
        for row in 0..<chunk.count where !chunk.nulls(0)[row] && !chunk.nulls(1)[row] {
          let rep = chunk.bits(0)[row]
          guard wanted.contains(rep), conditions.hold(chunk, row),
            let on = try? Day(number: chunk.bits(1)[row]), on <= day
          else { continue }
          if on < firsts[rep] ?? .last { firsts[rep] = on }
        }
      }
    }
    people = try reps.map { rep in
      let joined = rep.joinedOn ?? first
      return Newcomer(
        rep: rep, joinedOn: joined,
        until: try joined.adding(months: policy.firstDeal.months).adding(days: -1),
        firstOn: firsts[rep.id])
    }
  }

  /// Whose months are over, or who signed already.
  var ripe: Int { people.count { $0.until <= day || $0.isInTime } }
  var signed: Int { people.count(where: \.isInTime) }
  /// Nil where nobody's months are over.
  var share: Double? { ripe == 0 ? nil : Double(signed) / Double(ripe) }
}
