import Values

/// The pay of all reps for one period by one plan.
///
/// Components are computed one after the other for everybody, so that a later one may build on earlier
/// ones, of oneself or of others.
public struct PayBook: Sendable {
  public let plan: IncentivePlan
  public let inputs: PayInputs
  /// By place in the roster; nil for a rep whose role the plan does not know.
  public let roles: [PlanRole?]
  /// By component and place; nil for those it is not for.
  public private(set) var items: [[PayItem?]] = []
  /// Whether items keep how they came about.
  let isExplained: Bool

  /// - Throws: `money.overflow`, `price.precision`, `incentive.figure`.
  public init(
    _ plan: IncentivePlan, _ inputs: PayInputs, explained: Bool = false
  ) throws(ValueError) {
    (self.plan, self.inputs, isExplained) = (plan, inputs, explained)
    var roles: [PlanRole?] = []
    for (place, rep) in inputs.roster.reps.enumerated() {
      roles.append(try Self.isInvolved(place, inputs) ? plan.role(of: rep.role) : nil)
    }
    self.roles = roles
    for component in plan.components { items.append(try compute(component)) }
  }

  /// The places of reps who are paid by the plan.
  public var places: [Int] { roles.indices.filter { roles[$0] != nil } }

  /// Reps with something to be paid for who have no role of the plan.
  public func withoutRole() throws(ValueError) -> [Int] {
    var places: [Int] = []
    for (place, rep) in inputs.roster.reps.enumerated()
    where plan.role(of: rep.role) == nil {
      if try Self.isInvolved(place, inputs) { places.append(place) }
    }
    return places
  }

  /// Whether a rep was with us in the period, or something counts for the rep all the same.
  private static func isInvolved(_ place: Int, _ inputs: PayInputs) throws(ValueError) -> Bool {
    if inputs.roster.reps[place].isEmployed(in: inputs.period) { return true }
    let credit = try inputs.cells.sum(place, .all)
    return credit != .zero || inputs.awards[place] != nil
  }

  /// - Throws: `money.overflow`.
  public func total(_ place: Int) throws(ValueError) -> Money {
    var total = Money.zero
    for item in items { if let item = item[place] { total = try total.adding(item.amount) } }
    return total
  }

  func sum(of keys: [String], _ place: Int) throws(ValueError) -> Money {
    var sum = Money.zero
    for (index, component) in plan.components.enumerated()
    where index < items.count && keys.contains(component.key) {
      if let item = items[index][place] { sum = try sum.adding(item.amount) }
    }
    return sum
  }

  private func compute(_ component: PayComponent) throws(ValueError) -> [PayItem?] {
    if case .pool(let rate, let deals) = component.kind {
      return try pool(component, rate, deals)
    }
    var row: [PayItem?] = []
    for (place, role) in roles.enumerated() {
      guard let role, component.isFor(role.key) else {
        row.append(nil)
        continue
      }
      row.append(try item(component, place))
    }
    return row
  }

  private func item(_ component: PayComponent, _ place: Int) throws(ValueError) -> PayItem {
    switch component.kind {
    case .base: try base(place)
    case .commission(let bands, let scope, let deals):
      try commission(component, bands, volume(place, scope, deals), place)
    case .bonus(let rule): try bonus(component, rule, place)
    case .pool: PayItem()
    case .mentor(let rate, let keys): try mentor(component, rate, keys, place)
    case .behaviour(let rule): try behaviour(component, rule, place)
    case .cut(let rate, let deals, let keys): try cut(rate, deals, keys, place)
    case .months(let measure, let from, let upto): try months(measure, from...upto, place)
    case .awards: PayItem(inputs.awards[place] ?? .zero)
    case .draw(let amount, let isRecoverable, let keys):
      try draw(amount, isRecoverable, keys, place)
    }
  }

  /// What counts for a rep by the scope of a component.
  /// - Throws: `money.overflow`.
  func volume(
    _ place: Int, _ scope: PayComponent.Scope, _ deals: PayComponent.Deals,
    of cells: CreditCells? = nil
  ) throws(ValueError) -> Money {
    let cells = cells ?? inputs.cells
    var sum = Money.zero
    for other in members(place, scope) { sum = try sum.adding(cells.sum(other, deals)) }
    return sum
  }

  private func members(_ place: Int, _ scope: PayComponent.Scope) -> [Int] {
    let reps = inputs.roster.reps
    switch scope {
    case .own: return [place]
    case .reports: return inputs.roster.below[place]
    case .company: return Array(reps.indices)
    case .team:
      guard let team = reps[place].team else { return [place] }
      return reps.indices.filter { reps[$0].team == team }
    case .area:
      guard let area = reps[place].area else { return [place] }
      return reps.indices.filter { reps[$0].area == area }
    }
  }

  /// A share of the orders of each team, in equal parts that sum to it.
  private func pool(
    _ component: PayComponent, _ rate: Rate, _ deals: PayComponent.Deals
  ) throws(ValueError) -> [PayItem?] {
    let reps = inputs.roster.reps
    var row = roles.map { role -> PayItem? in
      guard let role, component.isFor(role.key) else { return nil }
      return PayItem()
    }
    var teams: [String: [Int]] = [:]
    for place in row.indices where row[place] != nil {
      if let team = reps[place].team {
        teams[team, default: []].append(place)
      } else if try inputs.cells.sum(place, deals) != .zero {
        row[place]?.gap = "no team"
      }
    }
    for (team, members) in teams {
      var volume = Money.zero
      for place in reps.indices where reps[place].team == team {
        volume = try volume.adding(inputs.cells.sum(place, deals))
      }
      guard volume > .zero else { continue }
      let whole = try volume.times(rate, rounding: plan.rounding, to: .document)
      let parts = try Values.Allocation.split(whole, parts: members.count, to: .document)
      for (place, part) in zip(members, parts) {
        row[place] = PayItem(part, basis: volume, rate: rate)
        row[place]?.note = "\(whole.grouped) of team \(team) in \(members.count.text("part"))"
        guard isExplained else { continue }
        row[place]?.steps = [
          Explanation("\(deals.rawValue) orders of \(team)", .input, value: .money(volume)),
          Explanation(
            "pool", .step, value: .money(whole), reason: "\(volume.grouped) × \(rate)"),
          Explanation("members", .input, value: .integer(Int64(members.count))),
        ]
      }
    }
    return row
  }
}
