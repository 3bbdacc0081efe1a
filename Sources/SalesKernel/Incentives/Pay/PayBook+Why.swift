import Values

/// How pay came about, as trees.
extension PayBook {
  /// One rep's pay: every component with its steps, their sum at the top.
  /// - Throws: `money.overflow`.
  public func explanation(of place: Int) throws(ValueError) -> Explanation {
    let rep = inputs.roster.reps[place]
    guard let role = roles[place] else {
      return Explanation(
        rep.name, .notMatched, reason: missingRole(place), source: plan.header.source)
    }
    var children = [
      Explanation(
        "role", .matched, value: .text(role.key),
        reason: "\(rep.role ?? "") stands for \(role.title.en)", source: role.source)
    ]
    for (index, component) in plan.components.enumerated() {
      guard let item = items[index][place] else {
        children.append(
          Explanation(
            component.key, .notMatched,
            reason: "not for \(role.key), for \(component.roles.joined(separator: ", "))",
            source: component.source))
        continue
      }
      children.append(explanation(of: item, component))
    }
    return Explanation(
      rep.name, .step, value: .money(try total(place)),
      reason: "the sum of the components, each rounded \(plan.rounding.rawValue) once",
      source: plan.header.source, children: children)
  }

  private func explanation(of item: PayItem, _ component: PayComponent) -> Explanation {
    let facts = [item.gap.map { "no data: \($0)" }, item.note].compactMap { $0 }
    return Explanation(
      component.key, .step, value: .money(item.amount),
      reason: facts.isEmpty ? nil : facts.joined(separator: "; "), source: component.source,
      children: item.steps)
  }

  /// Why somebody is not paid by the plan.
  public func missingRole(_ place: Int) -> String {
    guard let word = inputs.roster.reps[place].role else { return "no role" }
    let words = plan.roles.flatMap(\.words)
    return plan.role(of: word) == nil
      ? "the plan has no role \"\(word)\"; it knows \(words.joined(separator: ", "))"
      : "not with us in \(inputs.period.text)"
  }

  /// What is not known of a rep's pay, by component.
  public func gaps(_ place: Int) -> [(component: String, gap: String)] {
    plan.components.indices.compactMap { index in
      items[index][place]?.gap.map { (plan.components[index].key, $0) }
    }
  }
}

extension PayBook {
  /// What counts for a rep in the period.
  /// - Throws: `money.overflow`.
  public func credit(of place: Int) throws(ValueError) -> Money {
    try inputs.cells.sum(place, .all)
  }
}
