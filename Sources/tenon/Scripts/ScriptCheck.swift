/// What can be said against a script that compiles, without running it.
import Console
import SalesKernel
import SalesScript

struct ScriptCheck {
  struct Finding {
    let report: ErrorReport
    /// The script would fail there; otherwise it does something else than it seems to.
    let isError: Bool
  }

  private let file: ScriptFile
  private let names: LuaNames
  private let comparisons: [LuaNames.Comparison]
  private let known: Set<String>
  private let moneyFields: Set<String>

  init(_ file: ScriptFile, host: ScriptHost) throws {
    self.file = file
    names = LuaNames(file.source)
    comparisons = names.comparisons + ScriptCheck.comparisonsInRules(file.source)
    known = Set(host.state.names(in: try host.state.newEnvironment()))
    moneyFields = ScriptCheck.moneyFields(of: host.catalog)
  }

  /// By line.
  var findings: [Finding] {
    let found =
      undefined.map { (line: $0.line, finding: finding($0)) }
      + moneyComparisons.map { (line: $0.line, finding: finding($0)) }
    return found.sorted { $0.line < $1.line }.map(\.finding)
  }

  // MARK: Names

  /// The first use of each name that nothing defines. A script with an environment of its own defines what it
  /// likes.
  private var undefined: [LuaNames.Use] {
    if names.uses.contains(where: { $0.name == "_ENV" }) { return [] }
    var seen = known
    return names.uses.filter { seen.insert($0.name).inserted }
  }

  private func finding(_ use: LuaNames.Use) -> Finding {
    let near = Suggestion.closest(to: use.name, among: known)
    let report =
      use.isWritten
      ? report(
        "script.undefined_name", "'\(use.name)' is not declared",
        "declare it first: local \(use.name)", use.line)
      : report(
        "script.undefined_name", "'\(use.name)' is not defined",
        near.map { "did you mean '\($0)'?" } ?? "tenon help lists what is", use.line)
    return Finding(report: report, isError: true)
  }

  // MARK: Money

  /// Calls that give money; and those that give what their field is.
  private static let makers: Set<String> = ["money", "wan", "yuan"]
  private static let folds: Set<String> = ["sum", "min", "max", "avg"]

  private static func moneyFields(of catalog: Catalog) -> Set<String> {
    let fields = catalog.entities.flatMap(\.fields)
    let others = Set(fields.filter { $0.type != .money }.map(\.name))
    return Set(fields.filter { $0.type == .money }.map(\.name)).subtracting(others)
  }

  /// Rules may be texts, as in `where("annual_purchase == 0")`.
  private static func comparisonsInRules(_ source: String) -> [LuaNames.Comparison] {
    LuaTokens.of(source).filter { $0.kind == .string }.flatMap { token in
      LuaNames("return " + token.text).comparisons.map {
        LuaNames.Comparison(
          left: $0.left, right: $0.right, sign: $0.sign, line: token.line + $0.line - 1)
      }
    }
  }

  /// An amount is never equal to a plain number, not even no money to 0.
  private var moneyComparisons: [LuaNames.Comparison] {
    comparisons.filter {
      ($0.left == .number && isMoney($0.right)) || ($0.right == .number && isMoney($0.left))
    }
  }

  private func isMoney(_ shape: LuaNames.Shape) -> Bool {
    switch shape {
    case .field(let name): moneyFields.contains(name)
    case .call(let name, let argument):
      ScriptCheck.makers.contains(name)
        || (ScriptCheck.folds.contains(name) && argument.map(moneyFields.contains) == true)
    case .number, .other: false
    }
  }

  private func finding(_ comparison: LuaNames.Comparison) -> Finding {
    let outcome = comparison.sign == "==" ? "false" : "true"
    return Finding(
      report: report(
        "check.money_equality",
        "warning: money \(comparison.sign) a plain number is always \(outcome)",
        "compare with :is_zero(), or with an amount: money\"0\", wan(5)", comparison.line),
      isError: false)
  }

  private func report(
    _ code: String, _ message: String, _ remedy: String, _ line: Int
  ) -> ErrorReport {
    ErrorReport(
      code: code, message: message, remedy: remedy,
      place: .init(file: file.shownName, line: line), source: file.source)
  }
}
