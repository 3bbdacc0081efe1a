// A funnel of a million opportunities with four million moves, ten thousand runs over five thousand open
// deals, and the clocks of ten thousand leads, from scripts; against SQL over the same rows and plain Lua.
// Prints work, ours, peer and budget by tabs.
import BenchSupport
import SalesKernel
import SalesScript
import SalesStore
import Values

enum BenchData {
  static let stages = [
    "initial_contact", "need_confirmed", "proposal", "technical_review", "negotiation",
    "contract_signed",
  ]

  static func reps(_ session: Session) throws {
    let feed = try RecordFeed<Rep>(session)
    for id in 1...200 {
      var rep = Rep(id: Int64(id), name: "rep \(id)")
      rep.region = ["east", "central", "west"][id % 3]
      try feed.append(rep)
    }
    try feed.finish()
  }

  /// Opportunities that have come as many stages as it takes for four moves each in the mean.
  static func opportunities(_ session: Session, count: Int64, open: Bool = false) throws {
    try reps(session)
    var random = BenchRandom()
    let deals = try RecordFeed<Opportunity>(session)
    let first = try Day(parsing: "2024-01-01")
    var walks: [(place: Int, isLost: Bool)] = []
    for id in 1...count {
      // 0–5 stages beyond the first; half of those that stop before the last are lost.
      let place = open ? Int(random.below(5)) : min(5, Int(random.below(4)) + Int(random.below(3)))
      let isLost = !open && place < 5 && random.below(2) == 0
      walks.append((place, isLost))
      var deal = Opportunity(
        id: id, playbook: "fastener", stage: isLost ? "lost" : stages[place],
        status: isLost ? .lost : place == 5 ? .won : .open,
        openedOn: try first.adding(days: Int(random.below(800))))
      deal.rep = random.below(200) + 1
      deal.region = ["east", "central", "west"][Int(id % 3)]
      deal.amount = Money(units: (random.below(990) + 10) * 10_000_000)
      deal.expectedClose = try deal.openedOn.adding(days: 1000)
      deal.reason = isLost ? ["price", "delivery", "no_need"][Int(random.below(3))] : nil
      try deals.append(deal)
    }
    try deals.finish()
    let moves = try RecordFeed<StageMove>(session)
    random = BenchRandom()
    for (index, walk) in walks.enumerated() {
      var time = try Instant(startOf: first.adding(days: Int(random.below(800))))
      for place in 0...walk.place + (walk.isLost ? 1 : 0) {
        var move = StageMove(
          opportunity: Int64(index + 1), movedAt: time,
          stage: place > walk.place ? "lost" : stages[place])
        move.fromStage = place == 0 ? nil : stages[place - 1]
        try moves.append(move)
        time = try time.adding(.hours(random.below(300) + 1))
      }
    }
    try moves.finish()
  }

  static func leads(_ session: Session, count: Int64) throws {
    try reps(session)
    var random = BenchRandom()
    let feed = try RecordFeed<Lead>(session)
    let first = try Instant(parsing: "2026-03-01T00:00:00")
    for id in 1...count {
      let arrived = try first.adding(.minutes(random.below(160_000)))
      var lead = Lead(id: id, company: "firm \(id)", arrivedAt: arrived)
      lead.owner = random.below(200) + 1
      lead.grade = ["A", "B", "C", "D"][Int(random.below(4))]
      lead.gradedAt = try arrived.adding(.hours(random.below(30)))
      lead.gradeSince = lead.gradedAt
      if random.below(4) > 0 {
        lead.followedUpAt = try lead.gradedAt?.adding(.hours(random.below(200)))
      }
      try feed.append(lead)
    }
    try feed.finish()
  }
}

// 1. The whole report from one reading, by rep; SQL: how many came to each stage, and days in stage.
let funnel = try StoreBench("funnel") { try BenchData.opportunities($0, count: 1_000_000) }
let report = try funnel.median(
  """
  local r = funnel.report{by = "rep"}
  local reached = {}
  for i, s in ipairs(r.cohort.stages) do reached[i] = s.reached end
  return table.concat(reached, " ")
  """)
let sql = try funnel.peer(
  ["sqlite3", "-batch", "-bail", "-separator", " ", funnel.path],
  input: """
    SELECT count(DISTINCT opportunity) FROM stage_moves WHERE stage <> 'lost' GROUP BY stage ORDER BY 1 DESC;
    CREATE TEMP TABLE days AS SELECT stage, avg(days) FROM (
      SELECT stage, (lead(moved_at) OVER (PARTITION BY opportunity ORDER BY moved_at) - moved_at) / 86400000.0 AS days
        FROM stage_moves) GROUP BY stage;
    """)
guard report.value == sql.text else {
  throw StoreError("bench.sum", "the funnels differ: \(report.value) and \(sql.text)")
}
row(
  "funnel report: 1,000,000 opportunities, about 4,000,000 moves (peer: stages and days in SQL)",
  report.seconds, sql.seconds)
let scan = try funnel.peer(
  ["sqlite3", "-batch", "-bail", funnel.path],
  input: """
    SELECT sum(opportunity) + sum(moved_at) + count(stage) FROM stage_moves;
    SELECT sum(opened_on) + count(stage) + sum(amount) + count(closed_on) + sum(rep) + count(reason)
      + count(playbook) + count(expected_close) FROM opportunities;
    """)
row("the same (peer: SQLite's scan of the columns it reads)", report.seconds, scan.seconds)
let fewer = try funnel.median("return funnel.report{as_of = date\"2025-06-30\"}.cohort.entered")
row("the same as of a past day (peer: SQL as above)", fewer.seconds, sql.seconds)
funnel.remove()

// 2. Monte Carlo; plain Lua draws as many numbers and adds as many amounts.
let pipeline = try StoreBench("pipeline") {
  try BenchData.opportunities($0, count: 5_000, open: true)
}
let simulated = try pipeline.median("return forecast.simulate{runs = 10000}.mean")
let drawn = try pipeline.peer(
  ["lua5.4", "-"],
  input: """
    local amounts, chances, totals = {}, {}, {}
    for i = 1, 5000 do amounts[i], chances[i] = i * 1000, (i % 8 + 1) / 10 end
    for run = 1, 10000 do
      local sum = 0
      for i = 1, 5000 do if math.random() < chances[i] then sum = sum + amounts[i] end end
      totals[run] = sum
    end
    table.sort(totals)
    """)
row(
  "Monte Carlo: 10,000 runs over 5,000 open deals (peer: plain Lua)", simulated.seconds,
  drawn.seconds)
pipeline.remove()

// 3. Clocks of leads; plain SQL compares wall-clock hours only.
let leads = try StoreBench("leads") { try BenchData.leads($0, count: 10_000) }
let clocks = try leads.median("return tostring(qualification.sla{})")
let hours = try leads.peer(
  ["sqlite3", "-batch", "-bail", leads.path],
  input: """
    SELECT grade, count(*), sum(graded_at - arrived_at <= 86400000), sum(followed_up_at - grade_since <= 172800000)
      FROM leads JOIN lead_grade USING (id) GROUP BY grade;
    """)
row(
  "SLA of 10,000 leads (peer: wall-clock hours in SQL, with the shell's start)", clocks.seconds,
  hours.seconds)
leads.remove()
