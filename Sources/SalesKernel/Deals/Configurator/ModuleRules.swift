/// The rules of one base: what fits it, how often, and what goes with what.
/// - Source: PR10; the rules are records.
public struct ModuleRules: Sendable {
  struct Fit: Sendable {
    var least: Int64 = 0
    var most: Int64?
    var requires: [Int64] = []
    var excludes: [Int64] = []
  }

  public let base: Int64
  private let fits: [Int64: Fit]

  /// What fits, in the order of the ids.
  public var modules: [Int64] { fits.keys.sorted() }

  /// - Parameter rules: Those of the base.
  public init(base: Int64, _ rules: [ModuleRule]) {
    self.base = base
    var fits: [Int64: Fit] = [:]
    for rule in rules where rule.base == base {
      var fit = fits[rule.module] ?? Fit()
      fit.least = max(fit.least, rule.least ?? 0)
      fit.most = [fit.most, rule.most].compactMap { $0 }.min()
      if let other = rule.requires { fit.requires.append(other) }
      if let other = rule.excludes { fit.excludes.append(other) }
      fits[rule.module] = fit
    }
    self.fits = fits
  }

  /// A rule of the base and how a configuration stands to it.
  public struct Finding: Sendable {
    /// `fits`, `limit`, `requires`, `excludes`.
    public let code: String
    public let module: Int64
    public let other: Int64?
    public let text: String
  }

  /// - Parameter name: How a product is called in messages.
  /// - Returns: the rules that the configuration keeps.
  /// - Throws: `configurator.circular`, `configurator.unknown`, `configurator.limit`,
  ///   `configurator.requires`, `configurator.excludes`; the first rule that is not kept.
  public func check(
    _ configuration: Configuration, name: (Int64) -> String
  ) throws(ValidationError) -> [Finding] {
    try refuseCircles(name)
    var found: [Finding] = []
    let pieces = Dictionary(
      configuration.modules.map { ($0.product, $0.quantity) }, uniquingKeysWith: { $1 })
    for module in configuration.modules where fits[module.product] == nil {
      throw ValidationError(
        "configurator.unknown", "\(name(module.product)) does not fit \(name(base))",
        remedy: modules.isEmpty
          ? "say what fits it as module_rules"
          : "it takes \(modules.map(name).joined(separator: ", "))",
        field: "module")
    }
    for module in modules {
      guard let fit = fits[module] else { continue }
      try checkLimit(module, fit, pieces[module] ?? 0, name, &found)
    }
    for module in configuration.modules {
      guard let fit = fits[module.product] else { continue }
      try checkOthers(module.product, fit, Set(pieces.keys), name, &found)
    }
    return found
  }

  private func checkLimit(
    _ module: Int64, _ fit: Fit, _ count: Int64, _ name: (Int64) -> String,
    _ found: inout [Finding]
  ) throws(ValidationError) {
    let most = fit.most.map { "at most \($0)" }
    let least = fit.least > 0 ? "at least \(fit.least)" : nil
    let limits = [least, most].compactMap { $0 }.joined(separator: " and ")
    guard count >= fit.least, count <= fit.most ?? .max else {
      throw ValidationError(
        "configurator.limit", "\(name(base)) takes \(limits) of \(name(module)), not \(count)",
        remedy: count < fit.least
          ? "add \(fit.least - count) of \(name(module))"
          : "leave out \(count - (fit.most ?? 0)) of \(name(module))",
        field: "quantity")
    }
    guard count > 0 else { return }
    found.append(
      Finding(
        code: limits.isEmpty ? "fits" : "limit", module: module, other: nil,
        text: limits.isEmpty
          ? "\(count) of \(name(module)) without a limit"
          : "\(count) of \(name(module)), \(limits)"))
  }

  private func checkOthers(
    _ module: Int64, _ fit: Fit, _ chosen: Set<Int64>, _ name: (Int64) -> String,
    _ found: inout [Finding]
  ) throws(ValidationError) {
    for other in fit.requires {
      guard chosen.contains(other) || other == base else {
        throw ValidationError(
          "configurator.requires", "\(name(module)) requires \(name(other)), which is not chosen",
          remedy: "add \(name(other)), or leave out \(name(module))", field: "requires")
      }
      found.append(
        Finding(
          code: "requires", module: module, other: other,
          text: "\(name(module)) requires \(name(other)), which is there"))
    }
    for other in fit.excludes {
      guard !chosen.contains(other) else {
        throw ValidationError(
          "configurator.excludes", "\(name(module)) excludes \(name(other)), and both are chosen",
          remedy: "leave out one of the two", field: "excludes")
      }
      found.append(
        Finding(
          code: "excludes", module: module, other: other,
          text: "\(name(module)) excludes \(name(other)), which is not there"))
    }
  }

  /// - Throws: `configurator.circular` with the path.
  private func refuseCircles(_ name: (Int64) -> String) throws(ValidationError) {
    var done: Set<Int64> = []
    for start in modules { try follow(start, [], &done, name) }
  }

  private func follow(
    _ module: Int64, _ path: [Int64], _ done: inout Set<Int64>, _ name: (Int64) -> String
  ) throws(ValidationError) {
    guard !path.contains(module) else {
      let way = (path.drop { $0 != module } + [module]).map(name).joined(separator: " → ")
      throw ValidationError(
        "configurator.circular", "modules of \(name(base)) require each other: \(way)",
        remedy: "delete one of these module_rules", field: "requires")
    }
    guard !done.contains(module) else { return }
    for other in fits[module]?.requires ?? [] {
      try follow(other, path + [module], &done, name)
    }
    done.insert(module)
  }
}
