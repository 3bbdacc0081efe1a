import Values

/// Who sells, and the unit of every level that each belongs to.
/// - Source: OR1, OR2.
public struct TargetOrg: Sendable {
  public struct Member: Hashable, Sendable {
    public let id: Int64
    public let name: String
    /// One a level of the policy; nil for the company, for reps, and where the rep belongs to none.
    public let units: [String?]
    public let joinedOn: Day?
    public let leftOn: Day?

    /// Whether the rep is with us on some day of a period.
    public func isPresent(in period: Period) -> Bool {
      (joinedOn ?? .first) <= period.last && (leftOn ?? .last) >= period.first
    }
  }

  public let levels: [TargetPolicy.Level]
  /// By id.
  public let members: [Member]
  private let places: [Int64: Int]

  public init(_ reps: [Rep], levels: [TargetPolicy.Level]) {
    self.levels = levels
    members = reps.sorted { $0.id < $1.id }.map { rep in
      Member(
        id: rep.id, name: rep.name,
        units: levels.map { level in
          guard case .unit(let slots) = level.reach else { return nil }
          for slot in slots {
            if case .text(let text) = Rep.schema.value(of: rep, slot: slot) { return text }
          }
          return nil
        }, joinedOn: rep.joinedOn, leftOn: rep.leftOn)
    }
    places = Dictionary(
      members.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public func member(_ id: Int64) -> Member? { places[id].map { members[$0] } }

  /// The units of a level, by the alphabet.
  public func units(_ level: Int) -> [String] {
    Set(members.compactMap { $0.units[level] }).sorted()
  }

  /// Whether a rep belongs to what a scope is of.
  public func holds(_ rep: Int64?, in scope: TargetScope) -> Bool {
    switch levels[scope.level].reach {
    case .company: return true
    case .rep: return rep != nil && rep == scope.rep
    case .unit:
      guard let rep, let member = member(rep), let unit = scope.unit else { return false }
      return member.units[scope.level] == unit
    }
  }
}
