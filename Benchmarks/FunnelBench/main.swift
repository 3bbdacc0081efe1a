// A funnel of a million opportunities with four million moves, ten thousand runs over five thousand open
// deals, and the clocks of ten thousand leads, from scripts; against SQL over the same rows and plain Lua.
// Prints work, ours, peer and budget by tabs.
import Foundation
import SalesKernel
import SalesScript
import SalesStore
import Values

final class FunnelBench {
  let path: String
  private let store: Store
  private let host: ScriptHost
  private let folder: URL
  private let rounds = 3

  init(_ name: String, fill: (Session) throws -> Void) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "funnel-bench-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "\(name).db").path
    store = try Store.create(at: path, catalog: .sales)
    let clock = try Instant(parsing: "2026-06-30T09:00:00")
    let header = RunHeader(kind: .script, script: "bench", arguments: [], clock: clock, actor: "bench")
    _ = try store.transaction(header, mode: .apply) { try fill($0) }
    host = try ScriptHost(
      store: store, options: .init(clock: clock, seed: 1, memory: 8 << 30, isInteractive: true),
      output: CapturedOutput())
  }

  func remove() {
    store.close()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Seconds of a chunk, the median of some, and what it gave the last time.
  func median(_ source: String) throws -> (seconds: Double, value: String) {
    var times: [Double] = []
    var value = ""
    for _ in 0..<rounds {
      let time = try ContinuousClock().measure {
        let outcome = try host.run(source, name: "=bench", mode: .read, kind: .script)
        value = outcome.values.map(\.plain).joined(separator: " ")
      }
      times.append(time / .seconds(1))
    }
    return (times.sorted()[rounds / 2], value)
  }

  /// Seconds of a command and what it prints, the median of some.
  func peer(_ command: [String], input: String = "") throws -> (seconds: Double, text: String) {
    var times: [Double] = []
    var text = ""
    for _ in 0..<rounds {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = command
      let (output, stdin) = (Pipe(), Pipe())
      process.standardOutput = output
      process.standardInput = stdin
      let time = try ContinuousClock().measure {
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
      }
      guard process.terminationStatus == 0 else {
        throw StoreError("bench.peer", "\(command[0]) failed: \(text)")
      }
      times.append(time / .seconds(1))
    }
    return (
      times.sorted()[rounds / 2], text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    )
  }
}

/// Numbers that are the same on every machine.
struct BenchRandom {
  private var state: UInt64 = 12345
  mutating func below(_ bound: UInt64) -> Int64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int64((state >> 33) % bound)
  }
}

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

func row(_ work: String, _ ours: Double, _ peer: Double) {
  print("\(work)\t\(ours)\t\(peer)\t-")
  fflush(nil)
}

// 1. The whole report from one reading, by rep; SQL: how many came to each stage, and days in stage.
let funnel = try FunnelBench("funnel") { try BenchData.opportunities($0, count: 1_000_000) }
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
row("funnel report: 1,000,000 opportunities, about 4,000,000 moves (peer: stages and days in SQL)",
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
let pipeline = try FunnelBench("pipeline") {
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
row("Monte Carlo: 10,000 runs over 5,000 open deals (peer: plain Lua)", simulated.seconds, drawn.seconds)
pipeline.remove()

// 3. Clocks of leads; plain SQL compares wall-clock hours only.
let leads = try FunnelBench("leads") { try BenchData.leads($0, count: 10_000) }
let clocks = try leads.median("return tostring(qualification.sla{})")
let hours = try leads.peer(
  ["sqlite3", "-batch", "-bail", leads.path],
  input: """
    SELECT grade, count(*), sum(graded_at - arrived_at <= 86400000), sum(followed_up_at - grade_since <= 172800000)
      FROM leads JOIN lead_grade USING (id) GROUP BY grade;
    """)
row("SLA of 10,000 leads (peer: wall-clock hours in SQL, with the shell's start)", clocks.seconds, hours.seconds)
leads.remove()
