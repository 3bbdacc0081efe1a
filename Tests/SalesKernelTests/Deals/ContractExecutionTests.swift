// Steps in order, by hand and by what happens.
import Testing
import Values

@testable import SalesKernel

@Suite struct ContractExecutionTests {
  /// Three steps; the first and the last follow from events.
  private func execution(_ done: [String?] = [nil, nil, nil]) throws -> ContractExecution {
    let words: [(String, ContractEvent?)] = [("a", .signed), ("b", nil), ("c", .delivered)]
    let steps = try words.enumerated().map { index, word in
      var step = ContractStep(
        id: Int64(index + 1), contract: 1, position: Int64(index + 1), step: word.0)
      step.doneBy = word.1
      step.doneOn = try done[index].map { try day($0) }
      return step
    }
    return ContractExecution("HT-1", steps.reversed())
  }

  @Test(arguments: [
    ("x", "contract.step", "no step \"x\""), ("b", "contract.turn", "a first"),
    ("c", "contract.turn", "a, b first"),
  ])
  func refusals(_ word: String, _ code: String, _ says: String) throws {
    let execution = try execution()
    let error = #expect(throws: ValidationError.self) { _ = try execution.require(word) }
    #expect(error?.code == code)
    #expect(error?.message.contains(says) == true)
  }

  @Test func aStepIsDoneOnce() throws {
    let execution = try execution(["2026-01-01", nil, nil])
    #expect(try execution.require("b").id == 2)
    let error = #expect(throws: ValidationError.self) { _ = try execution.require("a") }
    #expect(error?.code == "contract.step_done")
    #expect(error?.remedy == "the next is b")
  }

  @Test func eventsCompleteStepsWhoseTurnItIs() throws {
    let events: [ContractEvent: Day] = [
      .signed: try day("2026-01-01"), .delivered: try day("2026-02-01"),
    ]
    var execution = try execution()
    #expect(execution.settle(events).map(\.step) == ["a"])
    #expect(execution.settle(events).isEmpty)
    #expect(!execution.isDone)
    // The delivery waited for b; it counts from b's day on.
    execution = try self.execution(["2026-01-01", "2026-03-01", nil])
    let settled = execution.settle(events)
    #expect(settled.map(\.step) == ["c"])
    #expect(settled.first?.doneOn?.description == "2026-03-01")
    #expect(execution.isDone)
  }

  @Test func noStepsAreNeverDone() {
    #expect(!ContractExecution("", []).isDone)
  }
}
