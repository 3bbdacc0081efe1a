import Values

/// What a target is split by: a level further down, a line, or a shorter period.
public enum TargetFacet: Hashable, Sendable {
  case level(Int)
  case product, region, kind
  case period(Period.Unit)

  private static let lines = ["product", "region", "kind"]

  /// Every word that a policy's targets can be split by.
  public static func words(_ policy: TargetPolicy) -> [String] {
    policy.levels.dropFirst().map(\.key) + lines
      + Period.Unit.allCases.dropFirst().map(\.rawValue)
  }

  /// - Throws: `target.by` with the nearest word.
  public init(_ word: String, _ policy: TargetPolicy) throws(ValidationError) {
    if let place = policy.levels.firstIndex(where: { $0.key == word }), place > 0 {
      self = .level(place)
    } else if let unit = Period.Unit(rawValue: word), unit != .year {
      self = .period(unit)
    } else {
      switch word {
      case "product": self = .product
      case "region": self = .region
      case "kind": self = .kind
      default:
        throw ValidationError(
          "target.by", "a target cannot be split by \"\(word.excerpt)\"",
          remedy: Suggestion.sentence(for: word, among: Self.words(policy)), field: "by")
      }
    }
  }

  public func word(_ policy: TargetPolicy) -> String {
    switch self {
    case .level(let place): policy.levels[place].key
    case .product: "product"
    case .region: "region"
    case .kind: "kind"
    case .period(let unit): unit.rawValue
    }
  }

  /// - Throws: `target.by` where a target of that scope has no such parts.
  public func require(of scope: TargetScope, _ policy: TargetPolicy) throws(ValidationError) {
    let problem: String?
    switch self {
    case .level(let place):
      problem =
        place > scope.level
        ? nil : "is of the level \(policy.levels[scope.level].key) itself"
    case .period(let unit):
      problem =
        unit.months < scope.period.unit.months
        ? nil : "is of a \(scope.period.unit.rawValue), which has no \(unit.rawValue)s"
    case .product: problem = scope.product.map { "is of the product line \($0) alone" }
    case .region: problem = scope.region.map { "is of the region \($0) alone" }
    case .kind: problem = scope.kind.map { "is of customers of kind \($0) alone" }
    }
    guard let problem else { return }
    throw ValidationError(
      "target.by", "the target \(problem): it cannot be split by \(word(policy))",
      remedy: "split by something that it does not say yet", field: "by")
  }

  /// The name of a part, as a call's weights and tables say it.
  public func name(_ scope: TargetScope, in org: TargetOrg) -> String {
    switch self {
    case .level(let place):
      switch org.levels[place].reach {
      case .company: ""
      case .unit: scope.unit ?? ""
      case .rep: scope.rep.map { org.member($0)?.name ?? "\($0)" } ?? ""
      }
    case .product: scope.product ?? ""
    case .region: scope.region ?? ""
    case .kind: scope.kind ?? ""
    case .period: scope.period.text
    }
  }

  /// The scopes of the parts, in the order that remainders are given out in.
  ///
  /// - Parameter words: Product lines, regions or kinds that there are.
  /// - Throws: `target.parts` where there are none.
  public func parts(
    of scope: TargetScope, in org: TargetOrg, words: [String], _ policy: TargetPolicy
  ) throws(ValidationError) -> [TargetScope] {
    var parts: [TargetScope] = []
    func part(_ change: (inout TargetScope) -> Void) {
      var part = scope
      change(&part)
      parts.append(part)
    }
    switch self {
    case .level(let place):
      let members = org.members.filter {
        $0.isPresent(in: scope.period) && org.holds($0.id, in: scope)
      }
      if org.levels[place].reach == .rep {
        for member in members { part { ($0.level, $0.unit, $0.rep) = (place, nil, member.id) } }
      } else {
        for unit in Set(members.compactMap { $0.units[place] }).sorted() {
          part { ($0.level, $0.unit) = (place, unit) }
        }
      }
    case .product: for word in words { part { $0.product = word } }
    case .region: for word in words { part { $0.region = word } }
    case .kind: for word in words { part { $0.kind = word } }
    case .period(let unit):
      for period in scope.period.parts(unit) { part { $0.period = period } }
    }
    guard !parts.isEmpty else {
      throw ValidationError(
        "target.parts", "there is no \(word(policy)) that the target could be split into",
        remedy: "fill the field in the records first: reps.team and reps.area, products.category, "
          + "customers.region and customers.kind", field: "by")
    }
    return parts
  }
}
