// A generator of many leads: the same for a seed, with what their clocks must count, computed on the way.
import SalesKernel
import SalesScript
import SalesStore
import Values

/// `count` leads of two owners, made without the engine that is tested: their arrival, grading and follow-up
/// are drawn by arithmetic, and what is met and missed as of `now` follows from the same numbers.
struct LeadBook {
  struct Expected: Equatable {
    var met = 0
    var missed = 0
    var open = 0
  }

  private(set) var leads: [Lead] = []
  /// Over both clocks.
  private(set) var expected = Expected()

  init(count: Int, now: Instant, owners: [Int64]) throws {
    let hours = [("A", 48), ("B", 72), ("C", 168)]
    for number in 0..<count {
      // Arrived 1 … 400 hours ago; graded after 0 … 39 hours; followed up after 0 … 249 more.
      let arrived = number * 37 % 400 + 1
      let graded = number * 11 % 40
      let followed = number * 53 % 250
      let (grade, limit) = hours[number % 3]
      var lead = Lead(
        company: "firm \(number)", arrivedAt: try now.subtracting(.hours(Int64(arrived))))
      lead.owner = owners[number % owners.count]
      if graded <= arrived {
        lead.gradedAt = try lead.arrivedAt.adding(.hours(Int64(graded)))
        lead.grade = grade
        let waited = arrived - graded
        let isDone = followed <= waited
        if isDone { lead.followedUpAt = try lead.gradedAt?.adding(.hours(Int64(followed))) }
        note(isDone ? followed : waited, isDone, limit)
      }
      note(min(graded, arrived), graded <= arrived, 24)
      leads.append(lead)
    }
  }

  private mutating func note(_ hours: Int, _ isDone: Bool, _ limit: Int) {
    if hours > limit {
      expected.missed += 1
    } else if isDone {
      expected.met += 1
    } else {
      expected.open += 1
    }
  }

  func fill(_ store: Store) throws {
    let header = RunHeader(
      kind: .sample, script: "leads", arguments: [], clock: .first, seed: 0, actor: "test")
    _ = try store.transaction(header, mode: .apply, onWait: nil) { session in
      let feed = try RecordFeed<Lead>(session)
      for lead in leads { try feed.append(lead) }
      try feed.finish()
    }
  }
}
