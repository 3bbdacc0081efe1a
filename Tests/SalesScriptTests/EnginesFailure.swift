// What a chunk that must fail fails with: its code, and a part of its message.
import SalesScript
import Testing

struct Failure: Equatable, CustomStringConvertible {
  let code: String
  let text: String

  init(_ code: String, _ text: String) {
    self.code = code
    self.text = text
  }

  var description: String { "\(code): \(text)" }

  /// The same code, and one text is part of the other.
  static func == (left: Failure, right: Failure) -> Bool {
    left.code == right.code && (left.text.contains(right.text) || right.text.contains(left.text))
  }
}

extension World {
  /// The error of a chunk that is run for real.
  func failure(_ source: String) throws -> Failure {
    do {
      try run(source)
    } catch {
      let facts = ErrorFacts.of(error)
      return Failure(facts.code, "\(facts.message) \(facts.remedy)")
    }
    return Failure("none", "it did not fail")
  }
}
