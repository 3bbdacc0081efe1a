/// What a new delegation must keep to, so that nobody comes by a role that is not given to them.
extension Delegation {
  /// Whether some day is in both.
  func overlaps(_ other: Delegation) -> Bool {
    fromOn <= other.uptoOn && other.fromOn <= uptoOn
  }

  /// Refuses a delegation to oneself, with days reversed, of a role that the rep does not have, of
  /// one that is itself delegated, and one that leads back to the rep.
  ///
  /// A role is handed over once: who holds it by delegation cannot pass it on. Where two reps of one
  /// role were to stand in for each other, each would decide for the other at once.
  ///
  /// - Parameters:
  ///   - others: The delegations there are.
  ///   - role: The own role of a rep.
  /// - Throws: `delegation.self`, `delegation.days`, `delegation.role`, `delegation.chain`,
  ///   `delegation.circle`.
  /// - Source: FU8.
  public func check(
    among others: [Delegation], role ownRole: (Int64) throws -> String?
  ) throws {
    guard rep != delegate else {
      throw ValidationError(
        "delegation.self", "rep \(rep) cannot delegate to rep \(delegate)",
        remedy: "give another rep as to", field: "delegate")
    }
    guard fromOn <= uptoOn else {
      throw ValidationError(
        "delegation.days", "from \(fromOn) is after upto \(uptoOn)",
        remedy: "give the earlier day as from", field: "from_on")
    }
    let near = others.filter { $0.overlaps(self) }
    let own = try ownRole(rep)
    let handed = role ?? own
    guard let handed, handed == own else { throw try refusal(of: handed, near, own, ownRole) }
    func passes(_ item: Delegation) throws -> Bool {
      try ownRole(item.rep) == handed && (item.role ?? handed) == handed
    }
    var seen = [delegate]
    var next = 0
    while next < seen.count {
      for item in near where try item.rep == seen[next] && passes(item) {
        guard item.delegate != rep else {
          throw ValidationError(
            "delegation.circle",
            "rep \(rep) stands in for rep \(item.rep) as \(handed) from \(item.fromOn) to "
              + "\(item.uptoOn), so they would decide for each other",
            remedy: "delegate to someone who does not delegate the role in those days",
            field: "delegate")
        }
        if !seen.contains(item.delegate) { seen.append(item.delegate) }
      }
      next += 1
    }
  }

  private func refusal(
    of handed: String?, _ near: [Delegation], _ own: String?, _ ownRole: (Int64) throws -> String?
  ) throws -> ValidationError {
    let holder = try near.first {
      try $0.delegate == rep && handed != nil && ownRole($0.rep) == handed
        && ($0.role ?? handed) == handed
    }
    if let holder {
      return ValidationError(
        "delegation.chain",
        "rep \(rep) is \(handed ?? "") only for rep \(holder.rep) and cannot pass it on",
        remedy: "let rep \(holder.rep) delegate it", field: "role")
    }
    return ValidationError(
      "delegation.role",
      "rep \(rep) has \(own.map { "the role \($0)" } ?? "no role"), not \(handed ?? "one to hand over")",
      remedy: "delegate the own role, or set the rep's role", field: "role")
  }
}
