import Values

/// The steps of carrying out one contract: done in order, by hand or by what happens.
/// - Source: FU9.
public struct ContractExecution {
  private let code: String
  /// In their order.
  public private(set) var steps: [ContractStep]

  public init(_ code: String, _ steps: [ContractStep]) {
    self.code = code
    self.steps = steps.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
  }

  public var isDone: Bool { !steps.isEmpty && steps.allSatisfy { $0.doneOn != nil } }

  /// The step with a word, where it may be marked done.
  ///
  /// - Throws: `contract.step` for a word that is none, `contract.step_done`, `contract.turn` with the
  ///   steps that come first.
  public func require(_ word: String) throws(ValidationError) -> ContractStep {
    guard let index = steps.firstIndex(where: { $0.step == word }) else {
      throw ValidationError(
        "contract.step", "contract \(code) has no step \"\(word.excerpt)\"",
        remedy: Suggestion.sentence(for: word, among: steps.map(\.step)), field: "step")
    }
    let step = steps[index]
    if let done = step.doneOn {
      throw ValidationError(
        "contract.step_done", "\(word) of contract \(code) was done on \(done)",
        remedy: "the next is \(steps.first { $0.doneOn == nil }?.step ?? "none")", field: "step")
    }
    let before = steps[..<index].filter { $0.doneOn == nil }.map(\.step)
    guard before.isEmpty else {
      throw ValidationError(
        "contract.turn",
        "it is not yet the turn of \(word) of contract \(code): \(before.joined(separator: ", ")) first",
        remedy: "mark \(before[0]) done first", field: "step")
    }
    return step
  }

  /// Marks the steps done whose turn it is and whose event has happened; one leads to the next.
  /// - Returns: the steps that this completes. None is done before the one ahead of it.
  public mutating func settle(_ events: [ContractEvent: Day]) -> [ContractStep] {
    var settled: [ContractStep] = []
    var latest: Day?
    for index in steps.indices {
      if let done = steps[index].doneOn {
        latest = max(done, latest ?? done)
        continue
      }
      guard let event = steps[index].doneBy, let day = events[event] else { break }
      latest = max(day, latest ?? day)
      steps[index].doneOn = latest
      settled.append(steps[index])
    }
    return settled
  }
}
