import Values

/// Someone whose pay is computed.
public struct PayRep: Hashable, Sendable {
  public let id: Int64
  public let name: String
  public let code: String?
  /// A word of the field `role`.
  public let role: String?
  public let team: String?
  /// What the rep belongs to: the area, else the region.
  public let area: String?
  public let manager: String?
  /// A month.
  public let basePay: Money?
  public let joinedOn: Day?
  public let leftOn: Day?

  public init(_ rep: Rep) {
    (id, name, code) = (rep.id, rep.name, rep.code)
    (role, team, area) = (rep.role, rep.team, rep.area ?? rep.region)
    (manager, basePay) = (rep.manager, rep.basePay)
    (joinedOn, leftOn) = (rep.joinedOn, rep.leftOn)
  }

  /// Whether the rep was with us on some day of a period.
  func isEmployed(in period: Period) -> Bool {
    (joinedOn.map { $0 <= period.last } ?? true) && (leftOn.map { $0 >= period.first } ?? true)
  }
}

/// All reps by id, and who is below whom.
public struct PayRoster: Sendable {
  public let reps: [PayRep]
  private let places: [Int64: Int]
  /// By place: oneself and everybody below, directly or through others, upward.
  let below: [[Int]]

  /// - Parameter reps: By id.
  public init(_ reps: [PayRep]) {
    self.reps = reps
    places = Dictionary(uniqueKeysWithValues: reps.indices.map { (reps[$0].id, $0) })
    below = Self.below(reps)
  }

  public func place(of id: Int64) -> Int? { places[id] }

  private static func below(_ reps: [PayRep]) -> [[Int]] {
    var byWord: [String: [Int]] = [:]
    for (place, rep) in reps.enumerated() {
      byWord[rep.name, default: []].append(place)
      if let code = rep.code, code != rep.name { byWord[code, default: []].append(place) }
    }
    var direct = reps.map { _ in [Int]() }
    for (place, rep) in reps.enumerated() {
      // Two reps of one name: nobody can tell whose people they are.
      guard let manager = rep.manager, let found = byWord[manager], found.count == 1,
        found[0] != place
      else { continue }
      direct[found[0]].append(place)
    }
    return reps.indices.map { top in
      var (seen, open): (Set<Int>, [Int]) = ([top], [top])
      while let next = open.popLast() {
        for place in direct[next] where seen.insert(place).inserted { open.append(place) }
      }
      return seen.sorted()
    }
  }
}
