import Lua
import SalesKernel
import SalesStore
import Values

/// What the parts of a target weigh, and what says so.
struct TargetWeights {
  /// As targets keep it: last_year, history, even or given.
  let basis: String
  let weights: [Int64]
  /// What was reached in the history within the whole but by none of the parts.
  let uncovered: Int128

  private static let words = ["last_year", "history", "even"]

  /// - Parameters:
  ///   - value: A word, or a table of percents by name or in the parts' order.
  ///   - otherwise: What holds where the history is empty; nil for an error.
  /// - Throws: `target.weights`, `target.history`.
  init(
    _ value: Value?, otherwise: String?, _ parts: [(scope: TargetScope, name: String)],
    of whole: TargetScope, _ metric: TargetMetric, _ desk: TargetDesk
  ) throws {
    if let otherwise, otherwise != "even" {
      throw Self.error(
        "otherwise: there is no \"\(otherwise.excerpt)\"", remedy: "give otherwise = \"even\"")
    }
    switch value ?? .string(Self.words[0]) {
    case .string("even"):
      (basis, weights, uncovered) = ("even", parts.map { _ in 1 }, 0)
    case .string("last_year"):
      let (sums, rest) = try Self.sums(parts, of: whole, yearsBefore: 1, metric, desk)
      let weights = TargetSplit.weights(ofSums: sums)
      (basis, self.weights) = try Self.orEven(
        "last_year", weights, otherwise, desk.name(whole))
      uncovered = rest
    case .string("history"):
      var years: [[Int128]] = []
      var rest: Int128 = 0
      for year in 1...desk.policy.historyYears {
        let (sums, left) = try Self.sums(parts, of: whole, yearsBefore: year, metric, desk)
        years.append(sums)
        rest += left
      }
      let weights = TargetSplit.weights(ofYears: years)
      (basis, self.weights) = try Self.orEven("history", weights, otherwise, desk.name(whole))
      uncovered = rest
    case .string(let word):
      throw Self.error(
        "there are no weights \"\(word.excerpt)\"",
        remedy: Suggestion.sentence(for: word, among: Self.words) + ", or a table of percents")
    case .table(let table):
      let percents = try Self.percents(table, parts.map(\.name))
      (basis, weights) = ("given", try TargetSplit.weights(ofPercents: percents))
      uncovered = 0
    case let other:
      throw Self.error(
        "weights: expected a word or a table, got \(other.typeName)",
        remedy: "as \"last_year\", \"history\", \"even\" or {east = 60, west = 40}")
    }
  }

  private static func error(_ message: String, remedy: String) -> ValidationError {
    ValidationError("target.weights", message, remedy: remedy, field: "weights")
  }

  /// - Throws: `target.history` where nothing was reached and nobody asked for even parts.
  private static func orEven(
    _ basis: String, _ weights: [Int64], _ otherwise: String?, _ name: String
  ) throws -> (String, [Int64]) {
    if weights.contains(where: { $0 > 0 }) { return (basis, weights) }
    guard otherwise == "even" else {
      throw ValidationError(
        "target.history", "by \(basis) none of the parts of \(name) reached anything",
        remedy: "give weights, or otherwise = \"even\" for even parts", field: "weights")
    }
    return ("even", weights.map { _ in 1 })
  }

  /// What the parts reached so many years before, and what else was reached within the whole.
  private static func sums(
    _ parts: [(scope: TargetScope, name: String)], of whole: TargetScope, yearsBefore years: Int,
    _ metric: TargetMetric, _ desk: TargetDesk
  ) throws -> (sums: [Int128], rest: Int128) {
    func past(_ scope: TargetScope) throws -> TargetScope {
      var past = scope
      past.period = try scope.period.adding(years: -years)
      return past
    }
    let all = try past(whole)
    let scopes = try parts.map { try past($0.scope) }
    let cells = try desk.cells(
      metric, from: all.period.first, upto: all.period.last,
      byProduct: scopes.contains { $0.product != nil })
    var sums = scopes.map { _ in Int128(0) }
    var rest: Int128 = 0
    for cell in cells where all.holds(cell, in: desk.org) {
      if let place = scopes.firstIndex(where: { $0.holds(cell, in: desk.org) }) {
        sums[place] += cell.sum
      } else {
        rest += cell.sum
      }
    }
    return (sums, rest)
  }

  /// Percents of the parts: by their names, or one after the other.
  private static func percents(_ table: Table, _ names: [String]) throws -> [Rate] {
    if table.fields.isEmpty && table.others.isEmpty {
      guard table.list.count == names.count else {
        throw error(
          "\(table.list.count.text("weight")) for \(names.count.text("part"))",
          remedy: "the parts are \(names.joined(separator: ", "))")
      }
      return try zip(table.list, names).map { try percent($0, $1) }
    }
    guard table.list.isEmpty, table.others.isEmpty else {
      throw error("weights are given by name and by place", remedy: "give one or the other")
    }
    for (key, _) in table.fields where !names.contains(key) {
      throw error(
        "there is no part \"\(key.excerpt)\"",
        remedy: Suggestion.sentence(for: key, among: names))
    }
    return try names.map { name in
      let value = table[name]
      return value.isNil ? .zero : try percent(value, name)
    }
  }

  private static func percent(_ value: Value, _ name: String) throws -> Rate {
    do {
      switch value {
      case .integer(let whole): return try Rate(mantissa: whole, scale: 0)
      case .number(let number): return try Rate(exactly: number)
      default: break
      }
    } catch {
      throw Self.error("the weight of \(name) is no number that counts", remedy: "as 12.5")
    }
    throw Self.error(
      "the weight of \(name): expected a number, got \(value.typeName)", remedy: "as 12.5")
  }
}
