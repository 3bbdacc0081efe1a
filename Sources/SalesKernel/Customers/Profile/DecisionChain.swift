import Values

/// The people who decide at one customer as they stand, and whom to see next.
/// - Source: CU3.
public struct DecisionChain: Sendable {
  /// Why somebody is to be seen.
  public enum Action: String, CaseIterable, Sendable {
    /// Nobody is known in the role.
    case find
    /// The relationship is below the target.
    case build
    /// The relationship is strong, and was not cared for long enough.
    case keep
  }

  /// A role of the chain, with its contacts, the strongest first.
  public struct Link: Sendable {
    public let role: DecisionPolicy.Role
    public let contacts: [Contact]
    /// 0–100; 0 where nobody is known.
    public var strength: Int64 { contacts.first?.strength ?? 0 }
  }

  /// A step that would make us better known.
  public struct Step: Sendable {
    public let role: DecisionPolicy.Role
    /// Nil where somebody has to be found first.
    public let contact: Contact?
    public let action: Action
    /// Points of coverage that it gains at most, 0–100.
    public let gain: Double
    /// Day of the last meeting, where there was one.
    public let lastMet: Day?
  }

  public let links: [Link]
  /// Contacts in a role that the policy does not know, or in none.
  public let others: [Contact]
  /// What to do, the most gain first; then whom to meet again, the heaviest role first.
  public let steps: [Step]

  /// - Parameters:
  ///   - lastMet: Day of the last meeting by id of the contact.
  ///   - today: Meetings are told as of this day.
  /// - Throws: ``ValueError`` with `day.range` at the end of the calendar.
  public init(
    _ policy: DecisionPolicy, _ contacts: some Sequence<Contact>, lastMet: [Int64: Day],
    asOf today: Day
  ) throws(ValueError) {
    var known: [String: [Contact]] = [:]
    var others: [Contact] = []
    for contact in contacts {
      if let code = contact.role, policy.role(coded: code) != nil {
        known[code, default: []].append(contact)
      } else {
        others.append(contact)
      }
    }
    links = policy.roles.map { role in
      Link(
        role: role,
        contacts: (known[role.code] ?? []).sorted {
          ($1.strength, $0.id) < ($0.strength, $1.id)
        })
    }
    self.others = others
    var steps: [Step] = []
    for link in links where link.role.weight > 0 {
      if let step = try Self.step(link, policy.sight, lastMet, today) { steps.append(step) }
    }
    self.steps = steps.enumerated().sorted { one, other in
      let (first, second) = (one.element, other.element)
      if first.gain != second.gain { return first.gain > second.gain }
      if first.role.weight != second.role.weight { return first.role.weight > second.role.weight }
      return one.offset < other.offset
    }.map(\.element)
  }

  private static func step(
    _ link: Link, _ sight: DecisionSight, _ lastMet: [Int64: Day], _ today: Day
  ) throws(ValueError) -> Step? {
    guard let contact = link.contacts.first else {
      return Step(
        role: link.role, contact: nil, action: .find, gain: gain(link.role, sight.target),
        lastMet: nil)
    }
    let met = link.contacts.compactMap { lastMet[$0.id] }.filter { $0 <= today }.max()
    let missing = sight.target - contact.strength
    if missing > 0 {
      return Step(
        role: link.role, contact: contact, action: .build, gain: gain(link.role, missing),
        lastMet: met)
    }
    if let met, try met.adding(months: sight.months) > today { return nil }
    return Step(role: link.role, contact: contact, action: .keep, gain: 0, lastMet: met)
  }

  private static func gain(_ role: DecisionPolicy.Role, _ points: Int64) -> Double {
    Double(role.weight * points) / 100
  }
}

extension Contact {
  /// The relationship, 0 where it is not known.
  var strength: Int64 { min(max(relationship ?? 0, 0), 100) }
}
