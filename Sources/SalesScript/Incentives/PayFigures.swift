import Lua
import SalesKernel
import SalesStore
import Values

/// Figures beside sales that pay asks for, as conversion or satisfaction: from a function or a table of the
/// caller, else from the snapshots of KPIs.
struct PayFigures {
  private enum Source {
    case function(Function)
    /// By the id or the code of a rep.
    case table([String: [String: Double]])
    case snapshots
  }

  private unowned let host: ScriptHost
  private let source: Source

  /// - Throws: `incentive.figure` for a table that does not hold numbers.
  init(_ host: ScriptHost, _ value: Value?) throws {
    self.host = host
    switch value ?? .nil {
    case .nil: source = .snapshots
    case .function(let function): source = .function(function)
    case .table(let table): source = .table(try Self.figures(of: table))
    case let other: throw Self.unusable(other)
    }
  }

  private static func unusable(_ value: Value) -> ArgumentError {
    ArgumentError(
      "figures: expected a function or a table, got \(value.typeName)", code: "incentive.figure",
      remedy: "as {[7] = {conversion = 0.21}}, or function(rep, measure, period) return 0.21 end")
  }

  private static func figures(of table: Table) throws -> [String: [String: Double]] {
    var all: [(String, Value)] = table.fields.map { ($0.key, $0.value) }
    all += table.list.enumerated().map { ("\($0 + 1)", $1) }
    for (key, value) in table.others { all.append((try "\(key.wholeNumber("figures"))", value)) }
    var figures: [String: [String: Double]] = [:]
    for (rep, value) in all {
      guard case .table(let own) = value else {
        if value.isNil { continue }
        throw unusable(value)
      }
      for (measure, value) in own.fields {
        figures[rep, default: [:]][measure] = try number(value, measure, rep)
      }
    }
    return figures
  }

  private static func number(_ value: Value, _ measure: String, _ rep: String) throws -> Double {
    switch value {
    case .integer(let number): return Double(number)
    case .number(let number) where number.isFinite: return number
    default:
      throw ArgumentError(
        "figures: \(measure) of rep \(rep) is \(value.literal), no number",
        code: "incentive.figure", remedy: "give a number, or nil where there is none")
    }
  }

  /// By place in the roster and measure.
  func figures(
    of measures: [String], _ period: Period, _ roster: PayRoster
  ) throws -> [Int: [String: Double]] {
    guard !measures.isEmpty else { return [:] }
    var found: [Int: [String: Double]] = [:]
    switch source {
    case .function(let function):
      for (place, rep) in roster.reps.enumerated() {
        for measure in measures {
          let value =
            try host.state.call(
              function, [.integer(rep.id), .string(measure), .string(period.text)]
            ).first ?? .nil
          if value.isNil { continue }
          found[place, default: [:]][measure] = try Self.number(value, measure, "\(rep.id)")
        }
      }
    case .table(let table):
      for (place, rep) in roster.reps.enumerated() {
        found[place] = table["\(rep.id)"] ?? rep.code.flatMap { table[$0] }
      }
    case .snapshots:
      for measure in measures {
        // By id, so that of several snapshots the last one holds.
        let taken = try host.records(
          KPIValue.self,
          where: [
            ("kpi", .text(measure)), ("period", .text(period.text)), ("by", .text("rep")),
          ])
        for one in taken {
          guard let group = one.group, let value = one.value else { continue }
          for (place, rep) in roster.reps.enumerated()
          where group == "\(rep.id)" || group == rep.code {
            found[place, default: [:]][measure] = value
          }
        }
      }
    }
    return found
  }
}
