// What holds of every playbook and every way through it.
import Testing
import Values

@testable import SalesKernel

@Suite struct PlaybookPropertyTests {
  private static let seeds: ClosedRange<UInt64> = 1...200

  private struct Draw {
    let playbook: Playbook
    let start: Instant

    init(_ random: inout SeededGenerator) throws {
      let count = Int.random(in: 2...6, using: &random)
      let stages = (0..<count).map { index -> String in
        let later = ((index + 1)..<count).filter { _ in Bool.random(using: &random) }
        let earlier = (0..<index).filter { _ in Bool.random(using: &random) }
        let next = later.isEmpty ? "" : "next = { \(Self.list(later)) }, "
        let back = earlier.isEmpty ? "" : "back = { \(Self.list(earlier)) }, "
        let nodes = (0..<Int.random(in: 0...3, using: &random)).map { node in
          """
          { key = "n\(index)_\(node)", title = "n", deliverable = "d", role = "sales", source = "us",
            limit = days(\(Int.random(in: 0...9, using: &random))),
            required = \(Bool.random(using: &random)) }
          """
        }
        let probability = index == count - 1 ? 1 : Double(index) / 10
        return """
          { key = "s\(index)", title = "s", source = "us", probability = \(probability), \(next)\(back)
            nodes = { \(nodes.joined(separator: ", ")) } }
          """
      }
      playbook = try Playbook(
        decoding: LuaTable.parse(
          """
          return { name = "p", title = "p", source = "us", version = "1", won = "s\(count - 1)",
            stages = { \(stages.joined(separator: ", ")) } }
          """), entity: Opportunity.schema.entity, compiler: NoExpressions())
      start = try Instant(parsing: "2026-01-05T09:00:00")
    }

    private static func list(_ stages: [Int]) -> String {
      stages.map { "\"s\($0)\"" }.joined(separator: ", ")
    }

    func at(_ step: Int) throws -> Instant { try start.adding(.days(Int64(step))) }
  }

  @Test("what keeps to the playbook and hands in at once is wholly compliant", arguments: seeds)
  func byTheBook(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let draw = try Draw(&random)
    let (playbook, item) = (
      draw.playbook, Opportunity(playbook: "p", stage: "s0", openedOn: draw.start.day()).reader
    )
    var (stage, done) = (0, [String: NodeProgress]())
    var steps = [StageWalk.Step(from: nil, to: "s0", at: draw.start)]
    for turn in 1...40 where stage != playbook.won {
      let now = try draw.at(turn - 1).day()
      for node in playbook.stages[stage].nodes where done[node.key] == nil {
        done[node.key] = NodeProgress(doneOn: now)
      }
      let ways = playbook.allowed(from: stage)
      let word = ways[Int.random(in: 0..<ways.count, using: &random)]
      let to = try playbook.index(of: word)
      let missing = try playbook.missing(for: item, done, from: stage, to: to)
      #expect(missing.isEmpty, "seed \(seed)")
      try playbook.require("o", from: stage, to: to, missing: missing)
      steps.append(
        StageWalk.Step(from: playbook.stages[stage].key, to: word, at: try draw.at(turn)))
      stage = to
    }
    let walk = StageWalk(steps, through: playbook)
    #expect(walk.jumps.isEmpty && walk.jumped.isEmpty, "seed \(seed)")
    guard stage == playbook.won, let end = steps.last?.at.day() else { return }
    for node in playbook.stages[stage].nodes { done[node.key] = NodeProgress(doneOn: end) }
    let result = try ProcessCompliance(walk, done, end: .won(end), on: end, playbook: playbook)
    #expect(!result.isOutside, "seed \(seed) \(result.breaches)")
    #expect(result.counted == result.nodes.count, "seed \(seed)")
    #expect(result.share ?? 1 == 1, "seed \(seed)")
  }

  @Test(
    "every node of the way has one state, and time only turns pending into missing",
    arguments: seeds)
  func states(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let draw = try Draw(&random)
    let playbook = draw.playbook
    var steps = [StageWalk.Step(from: nil, to: "s0", at: draw.start)]
    var stage = 0
    for turn in 1...Int.random(in: 1...5, using: &random) {
      let to = Int.random(in: 0..<playbook.stages.count, using: &random)
      steps.append(
        StageWalk.Step(from: "s\(stage)", to: "s\(to)", at: try draw.at(turn)))
      stage = to
    }
    let walk = StageWalk(steps, through: playbook)
    var done: [String: NodeProgress] = [:]
    for node in playbook.stages.flatMap(\.nodes) where Bool.random(using: &random) {
      done[node.key] = NodeProgress(
        doneOn: try draw.at(Int.random(in: 0...12, using: &random)).day())
    }
    var before: ProcessCompliance?
    for turn in 0...14 {
      let result = try ProcessCompliance(
        walk, done, end: .open, on: draw.at(turn).day(), playbook: playbook)
      let required = playbook.stages.filter { walk.start(of: $0.key) != nil }
        .flatMap(\.nodes).filter(\.isRequired)
      #expect(result.nodes.map(\.node) == required, "seed \(seed)")
      #expect(result.onTime <= result.counted && result.counted <= result.nodes.count)
      for (old, new) in zip(before?.nodes ?? [], result.nodes) where old.state != new.state {
        #expect(old.state == .pending && new.state == .missing, "seed \(seed)")
      }
      before = result
    }
    for jump in walk.jumps {
      let (from, to) = (try playbook.index(of: jump.from ?? ""), try playbook.index(of: jump.to))
      #expect(playbook.direction(from: from, to: to) == nil && from < to, "seed \(seed)")
    }
  }
}
