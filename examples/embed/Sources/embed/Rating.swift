import Tenon

/// What a credit agency says of a customer. Scripts hold it and call it.
final class Rating: ScriptObject, CustomStringConvertible {
  static let scriptName = "rating"
  let grade: String
  let limit: Money
  var note = ""

  init(of code: String) throws {
    switch code {
    case "C-001": (grade, limit) = ("AA", try Money.yuan(500_000))
    case "C-002": (grade, limit) = ("B", try Money.yuan(80_000))
    default: throw UnknownCustomer(code: code)
    }
  }

  func allows(_ amount: Money) -> Bool { amount <= limit }

  var description: String { "rating \(grade), up to \(limit)" }

  /// What scripts see of it.
  static func define(on host: ScriptHost) throws {
    try host.define(Rating.self) { type in
      type.property("grade", \.grade)
      type.property("limit", \.limit)
      type.property("note", writable: \.note)
      type.method("allows") { (rating: Rating, amount: Money) in rating.allows(amount) }
    }
  }
}

/// An error of the program's own: code, message and remedy are what a script sees of it.
struct UnknownCustomer: ScriptError {
  let code = "agency.unknown"
  let customer: String
  var message: String { "the agency knows no customer '\(customer)'" }
  var remedy: String { "ask it for a report first" }

  init(code: String) { customer = code }
}
