// A million clocks, the report on a million tickets, and a store for the health of a million customers.
//
//   service-bench             prints work, ours, peer and budget by tabs
//   service-bench make PATH   makes the store for health at a path, and nothing else
import BenchSupport
import Foundation
import SalesKernel
import SalesScript
import SalesStore
import Values

if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "make" {
  try CompanyData.make(at: CommandLine.arguments[2])
  exit(0)
}

// 1. Clocks from values: when due, how much elapsed, how it stands; a third of them with two holds. The peer
// looks at the wall only: one comparison of stored moments each, in SQL.
let service = try StoreBench("service") {
  try CompanyData.people($0)
  try CompanyData.tickets($0)
}
let timeline = Timeline.working(try service.host.workingCalendar())
let day = Span(milliseconds: 8 * 3_600_000)
var random = BenchRandom()
let starts = try (0..<1_000_000).map { _ in
  try Instant(parsing: "2024-07-01T00:00:00").adding(.minutes(random.below(1_000_000)))
}
let now = try Instant(parsing: "2026-06-30T09:00:00")
let pauses = try starts.enumerated().map { place, start in
  guard place % 3 == 0 else { return HoldList.none }
  return HoldList(
    [
      try Hold(from: start.adding(.hours(1)), to: start.adding(.hours(5))),
      try Hold(from: start.adding(.hours(20)), to: start.adding(.hours(30))),
    ])
}
var times: [Double] = []
var missed = 0
for _ in 0..<3 {
  missed = 0
  let time = try ContinuousClock().measure {
    for place in starts.indices {
      let state = try ClockState(
        day, from: starts[place], done: nil, now: now, holds: pauses[place], on: timeline)
      if state.outcome.isMissed { missed += 1 }
    }
  }
  times.append(time / .seconds(1))
}
let wall = try service.peer(
  ["sqlite3", "-batch", "-bail", service.path],
  input: "SELECT sum(coalesce(resolved_at, 1782781200000) - opened_at > 86400000) FROM tickets;")
row(
  "1,000,000 clock evaluations, a third with two holds (peer: wall clock in SQL)",
  times.sorted()[1], wall.seconds)

// 2. The report on all tickets of the store, every clock of each.
let sla = try service.median("return tostring(service.sla{})")
row("SLA of 1,000,000 tickets from the store (peer: wall clock in SQL)", sla.seconds, wall.seconds)
service.remove()
