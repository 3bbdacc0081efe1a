import Lua
import SalesKernel
import Values

/// `forecast.seek`: for what a formula gives a target.
extension ScriptHost {
  func defineGoalSeek(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "forecast.seek",
        "forecast.seek{f = function(x), target = number or money, from = x, to = x, tolerance =, policy =}",
        "The x between two ends for which a formula gives the target: x, value, residual, iterations, why.",
        returns: "report",
        units:
          "f may give numbers or money, as the target is; where from and to are money, so is x. tolerance: how far "
          + "from the target is close enough, money to its own 1/10,000; residual = value − target. Where the formula jumps "
          + "over the target, x is the place of the jump. Let f round amounts, as :times(x, \"half_up\") does",
        errors: [
          "seek.bracket", "seek.finite", "seek.number", "seek.iterations", "policy.unknown",
        ],
        example:
          "local s = forecast.seek{target = wan(223), from = 0, to = 1,\n"
          + "  f = function(x) return wan(200):times(1 + x, \"half_up\") end}\n"
          + "return (\"%.6f\"):format(s.x), s.value",
        result: "\"0.115000\"  money\"2230000.00\"", seeAlso: ["whatif", "forecast.run"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "forecast.seek",
        allowing: ["f", "target", "from", "to", "tolerance", "policy"])
      let policy = try policies.forecasts(options["policy"])
      try results.add(Value.object(try seek(options, policy)))
    }
  }

  private func seek(_ options: NamedArguments, _ policy: ForecastPolicy) throws -> ReportObject {
    guard case .function(let function)? = options["f"] else {
      throw ArgumentError(
        "f: expected a function, got \(options["f"]?.typeName ?? "nothing")",
        remedy: "as f = function(x) return … end")
    }
    let target = try Quantity(options["target"], "target").requireFinite("target")
    let from = try Quantity(options["from"], "from").requireFinite("from")
    let to = try Quantity(options["to"], "to").requireFinite("to")
    guard from.isMoney == to.isMoney else {
      throw ArgumentError(
        "from and to are both money or both numbers", code: "seek.number",
        remedy: "give two of a kind")
    }
    let smallest = policy.tolerance * max(1, abs(target.number))
    let tolerance =
      try options["tolerance"].map { try Quantity($0, "tolerance").number } ?? smallest
    // An amount has steps of 1/10,000 yuan: none between two of them is closer.
    let step = 1 / Double(Money.unitsPerYuan)
    let width = from.isMoney ? step / 2 : 1e-15 * max(abs(from.number), abs(to.number), 1e-300)
    let solver = GoalSeek(
      target: target.number, tolerance: target.isMoney ? max(tolerance, step / 2) : tolerance,
      width: width, most: policy.iterations)
    let found = try solver.solve(from: from.number, to: to.number) { x in
      try state.checkStop()
      let given = try state.call(function, [try from.like(x)]).first ?? .nil
      let value = try Quantity(given, "f gave")
      guard value.isMoney == target.isMoney else {
        throw ArgumentError(
          "f gave \(given.typeName), and the target is \(target.isMoney ? "money" : "a number")",
          code: "seek.number", remedy: "let both be money, or both numbers")
      }
      return value.number
    }
    return try Self.report(found, target, from, solver)
  }

  private static func report(
    _ found: GoalSeek.Found, _ target: Quantity, _ from: Quantity, _ solver: GoalSeek
  ) throws -> ReportObject {
    let (x, value) = (try from.like(found.place), try target.like(found.value))
    let residual = try target.like(found.value - target.number)
    let why = Explanation(
      "seek", .step, value: try x.fieldValue(for: "x"),
      reason: "f gives \(value.plain) there, \(residual.plain) off; "
        + "\(found.iterations.text("step")) of Brent's method")
    return ReportObject([
      .init("x", x), .init("value", value), .init("residual", residual),
      .init("iterations", .integer(Int64(found.iterations))),
      .init("why", .object(WhyObject(why)), text: ""),
    ])
  }
}

/// A number or an amount, as a number.
private struct Quantity {
  let number: Double
  let isMoney: Bool

  /// - Throws: `seek.number`.
  init(_ value: Value?, _ name: String) throws {
    switch value {
    case .integer(let integer)?: (number, isMoney) = (Double(integer), false)
    case .number(let double)?: (number, isMoney) = (double, false)
    case .scalar(let scalar)?:
      guard case .money(let money) = try TypedScalar(scalar) else { fallthrough }
      (number, isMoney) = (money.yuan, true)
    default:
      throw ArgumentError(
        "\(name): expected a number or money, got \(value?.typeName ?? "nothing")",
        code: "seek.number", remedy: "give a number, or an amount as wan(50)")
    }
  }

  /// - Throws: `seek.finite`.
  func requireFinite(_ name: String) throws -> Quantity {
    guard number.isFinite else {
      throw ArgumentError(
        "\(name) is \(NumberText.of(number)), no finite number", code: "seek.finite",
        remedy: "give a number")
    }
    return self
  }

  /// Another number as a value of this kind; amounts to their own 1/10,000 yuan.
  /// - Throws: `forecast.overflow`.
  func like(_ other: Double) throws -> Value {
    guard isMoney else { return .number(other) }
    return .scalar(try Money(nearest: other).scalar)
  }
}
