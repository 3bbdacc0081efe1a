/// What the contacts of many customers give: how many, from how many departments, and how well they
/// cover the roles that decide, as ``DecisionPolicy/coverage(of:)`` has it for one.
public struct ContactTally: Sendable {
  private let roles: [DecisionPolicy.Role]
  private var counts: [Int32]
  /// The strongest relationship by customer and role; below 0 where there is no contact.
  private var strongest: [Int8]
  /// Place and department in one number each.
  private var departments: [Int64] = []

  public init(_ decisions: DecisionPolicy, count: Int) {
    roles = decisions.roles
    counts = Array(repeating: 0, count: count)
    strongest = Array(repeating: -1, count: count * roles.count)
  }

  /// The number of a role; nil for one that the decision policy does not know.
  public func role(_ code: String) -> Int? { roles.firstIndex { $0.code == code } }

  /// - Parameter department: The number of its name; 0 for none.
  public mutating func add(
    _ place: Int, role: Int?, relationship: Int64?, department: Int32
  ) {
    counts[place] &+= 1
    if let role {
      let strength = Int8(truncatingIfNeeded: min(max(relationship ?? 0, 0), 100))
      let cell = place * roles.count + role
      strongest[cell] = max(strongest[cell], strength)
    }
    if department > 0 { departments.append(Int64(place) << 32 | Int64(department)) }
  }

  /// What is taken, by customer; not a number where there are no contacts at all.
  func numbers(_ take: HealthMeasure.Take) -> [Double] {
    switch take {
    case .coverage:
      return weighted { Int64(max($0, 0)) }
    case .penetration:
      return weighted { $0 < 0 ? 0 : 100 }
    case .departments:
      var numbers = counts.map { $0 == 0 ? Double.nan : 0 }
      var last: Int64 = -1
      for one in departments.sorted() where one != last {
        numbers[Int(one >> 32)] += 1
        last = one
      }
      return numbers
    default: return counts.map { Double($0) }
    }
  }

  private func weighted(_ strength: (Int8) -> Int64) -> [Double] {
    counts.indices.map { place in
      guard counts[place] > 0 else { return .nan }
      var sum: Int64 = 0
      for role in roles.indices {
        sum += roles[role].weight * strength(strongest[place * roles.count + role])
      }
      return Double(sum) / 100
    }
  }
}
