/// Scripts that may change nothing: they say `-- tenon: plan-only` among their first comments.
import SalesKernel
import SalesScript

struct PlanOnly {
  private(set) var found: [CheckFinding] = []

  /// Whether a script's header says so: the comment lines before its first line of code.
  static func isDeclared(in source: String) -> Bool {
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.drop { $0 == " " || $0 == "\t" }
      if text.isEmpty { continue }
      guard text.hasPrefix("--") else { return false }
      let words = text.drop { $0 == "-" }.split(whereSeparator: \.isWhitespace)
      if words == ["tenon:", "plan-only"] { return true }
    }
    return false
  }

  /// What changes something; inside `plan` and `whatif` it is taken back, and may stand.
  mutating func judge(_ event: LuaEvent) {
    switch event {
    case .call(let call):
      guard let entry = call.entry, !entry.changes.isEmpty, !call.isTried,
        !Self.trying.contains(entry.name)
      else { return }
      add("\(entry.name) changes \(entry.changes)", call.name.range)
    case .assigned(let name, let entity, isTried: false):
      add("this sets \(name.text) of \(entity)", name.range)
    default: break
    }
  }

  private static let trying: Set<String> = ["plan", "whatif"]

  private mutating func add(_ message: String, _ range: Range<Int>) {
    found.append(
      CheckFinding(
        code: "check.plan_only", message: "\(message), in a script that is plan-only",
        remedy: "try it within plan(function() … end), or take plan-only out of the header",
        range: range, isError: true))
  }
}
