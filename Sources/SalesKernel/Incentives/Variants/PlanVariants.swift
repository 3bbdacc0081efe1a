import Values

/// Plans that differ in the values of some places: every combination of them.
public struct PlanVariants {
  /// What is varied: a parameter or a path, and the values it takes.
  public struct Axis {
    public let name: String
    public let values: [PolicyValue]

    public init(_ name: String, _ values: [PolicyValue]) {
      (self.name, self.values) = (name, values)
    }
  }

  public struct Variant {
    /// One value an axis.
    public let values: [PolicyValue]
    public let plan: IncentivePlan
    /// The plan as a policy.
    public let table: PolicyValue
  }

  public static let most = 10_000
  public let axes: [Axis]
  public let variants: [Variant]

  /// - Throws: `incentive.vary` for nothing to vary or too much, `incentive.path` for a place that
  ///   there is not, ``PolicyError`` for a variant that is no plan, with its values.
  public init(of table: PolicyValue, along axes: [Axis]) throws {
    self.axes = axes
    let plan = try IncentivePlan(decoding: table)
    guard !axes.isEmpty else {
      throw ValidationError(
        "incentive.vary", "there is nothing to vary",
        remedy: "give vary = { rate = {0.02, 0.025} }")
    }
    var count = 1
    for axis in axes {
      guard !axis.values.isEmpty else {
        throw ValidationError(
          "incentive.vary", "\(axis.name) has no values to take",
          remedy: "give a list, as {0.02, 0.025}")
      }
      let (product, overflow) = count.multipliedReportingOverflow(by: axis.values.count)
      guard !overflow, product <= Self.most else {
        throw ValidationError(
          "incentive.vary", "more than \(Self.most) variants", remedy: "vary fewer values")
      }
      count = product
    }
    let paths = try axes.map { try Self.paths($0.name, plan) }
    variants = try (0..<count).map { number in
      var (rest, changed, values) = (number, table, [PolicyValue]())
      for (axis, paths) in zip(axes, paths).reversed() {
        let value = axis.values[rest % axis.values.count]
        rest /= axis.values.count
        for path in paths { changed = try path.setting(value, in: changed) }
        values.insert(value, at: 0)
      }
      do {
        return Variant(
          values: values, plan: try IncentivePlan(decoding: changed), table: changed)
      } catch let error as PolicyError {
        let words = zip(axes, values).map { "\($0.name) = \($1.short)" }
        throw PolicyError(
          error.code, at: "with \(words.joined(separator: ", "))", error.message,
          remedy: error.remedy)
      }
    }
  }

  /// The places of a parameter, or of a path.
  private static func paths(
    _ name: String, _ plan: IncentivePlan
  ) throws(ValidationError) -> [PlanPath] {
    if let paths = plan.parameters[name] { return paths.map(PlanPath.init) }
    guard name.contains(".") else {
      throw ValidationError(
        "incentive.parameter", "\(plan.name) has no parameter \"\(name.excerpt)\"",
        remedy: plan.parameters.isEmpty
          ? "give a path, as components.commission.rate"
          : Suggestion.sentence(for: name, among: plan.parameters.keys.sorted())
            + "; or give a path, as components.commission.rate")
    }
    return [PlanPath(name)]
  }
}

extension PolicyValue {
  /// As messages and tables show it.
  public var short: String { fieldValue?.display ?? description }
}
