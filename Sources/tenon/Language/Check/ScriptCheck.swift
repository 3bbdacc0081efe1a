/// What can be said against a script that compiles, without running it.
import Console
import SalesKernel
import SalesScript

struct ScriptCheck {
  private let file: ScriptFile
  private let places: SourcePlaces
  /// By place.
  let findings: [CheckFinding]

  /// - Parameter isPlanOnly: whether the script may change nothing, even where it does not say so.
  init(_ file: ScriptFile, _ model: LanguageModel, isPlanOnly: Bool = false) {
    self.file = file
    places = SourcePlaces(file.source)
    let block = LuaParser.block(of: file.source)
    var found = ScriptCheck.undefined(LuaNames(block, places), model)
    var types = TypeFindings(model)
    var plan = PlanOnly()
    LuaTyper(model, followsAssignments: false).read(block) {
      types.judge($0)
      plan.judge($0)
    }
    found += types.found
    if isPlanOnly || PlanOnly.isDeclared(in: file.source) { found += plan.found }
    findings = found.sorted {
      ($0.range.lowerBound, $0.code) < ($1.range.lowerBound, $1.code)
    }
  }

  /// The first use of each name that nothing defines. A script with an environment of its own defines what it
  /// likes.
  private static func undefined(_ names: LuaNames, _ model: LanguageModel) -> [CheckFinding] {
    if names.uses.contains(where: { $0.name == "_ENV" }) { return [] }
    var seen = model.globals
    return names.uses.filter { seen.insert($0.name).inserted }.map { use in
      let near = NearName(use.name, among: model.globals)
      return CheckFinding(
        code: "script.undefined_name",
        message: use.isWritten ? "'\(use.name)' is not declared" : "'\(use.name)' is not defined",
        remedy: use.isWritten
          ? "declare it first: local \(use.name)"
          : near.name.map { "did you mean '\($0)'?" } ?? "tenon help lists what is",
        range: use.range, isError: true,
        fix: use.isWritten ? nil : near.only.map { .init(range: use.range, text: $0) })
    }
  }

  /// As people read it.
  func report(_ finding: CheckFinding) -> ErrorReport {
    let start = places.place(of: finding.range.lowerBound)
    return ErrorReport(
      code: finding.code, message: finding.message, remedy: finding.remedy,
      place: .init(
        file: file.shownName, line: start.line, column: start.column,
        length: places.length(of: finding.range)),
      source: file.source)
  }
}
