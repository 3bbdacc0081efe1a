/// Lint: bands that nothing can reach, values that no band takes, combinations without a group.
extension TieringPolicy {
  var findings: [PolicyError] {
    axes.flatMap(findings(of:)) + groupFindings
  }

  private func findings(of axis: Axis) -> [PolicyError] {
    var found: [PolicyError] = []
    var open = domain(of: axis)
    var closedBy: String?
    for band in axis.bands {
      let takes = band.bounds.map { bounds in
        open.indices.filter { open[$0].isWithin(bounds) }
      }
      if let closedBy {
        found.append(unreachable(band, "\(closedBy) before it takes everything"))
      } else if let takes, takes.isEmpty {
        found.append(
          unreachable(band, "no value is \(band.bounds?.text ?? "") that none before takes"))
      }
      if band.isUnconditional { closedBy = closedBy ?? band.outcome.code }
      if band.also.isEmpty, band.when == nil, let takes {
        let gone = Set(takes)
        open = open.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
      }
    }
    if closedBy == nil, let gap = open.first, let last = axis.bands.last {
      let name = axis.measure.map { measures[$0].name } ?? "the record"
      found.append(
        PolicyError(
          "policy.gap", at: last.path, "no band takes \(name) \(gap.text)",
          remedy: "leave the last band without conditions, or close the gap"))
    }
    return found
  }

  private func unreachable(_ band: Band, _ why: String) -> PolicyError {
    PolicyError(
      "policy.unreachable", at: band.path, "\(band.outcome.code) can never apply: \(why)",
      remedy: "bands are tried in order; put the narrower one first")
  }

  /// The measure's possible values, cut at every limit that the axis names.
  private func domain(of axis: Axis) -> [Stretch] {
    guard let measure = axis.measure else { return [.between(nil, nil)] }
    var isWhole = false
    if case .field(let slot) = measures[measure].kind {
      switch entity.fields[slot].type {
      case .choice(let words): return words.map { .point(.text($0)) }
      case .bool: return [.point(.bool(false)), .point(.bool(true))]
      case .integer: isWhole = true
      default: break
      }
    }
    var cuts: [FieldValue] = []
    for bounds in axis.bands.compactMap(\.bounds) {
      let named = [bounds.lower?.value, bounds.upper?.value].compactMap(\.self) + bounds.choices
      cuts += named.filter { value in !cuts.contains { $0.order(to: value) == 0 } }
    }
    cuts.sort { ($0.order(to: $1) ?? 0) < 0 }
    var stretches: [Stretch] = []
    var before: FieldValue?
    for cut in cuts {
      let isEmpty = before.map { cut.follows($0, isWhole: isWhole) } ?? false
      stretches += isEmpty ? [.point(cut)] : [.between(before, cut), .point(cut)]
      before = cut
    }
    return stretches + [.between(before, nil)]
  }

  private var groupFindings: [PolicyError] {
    guard !groups.isEmpty else { return [] }
    let used = Set(groupOfCombination)
    var found = groups.indices.filter { !used.contains($0) }.map {
      PolicyError(
        "policy.unreachable", at: groups[$0].path,
        "\(groups[$0].outcome.code) can never apply: groups before it take all its combinations")
    }
    let missing = groupOfCombination.indices.filter { groupOfCombination[$0] < 0 }
    if let first = missing.first {
      let names = bands(of: Assignment(outcome: nil, score: nil, combination: first))
        .map { "\($0.axis.name) \($0.band.outcome.code)" }
      found.append(
        PolicyError(
          "policy.uncovered", at: "policy.groups",
          "\(missing.count) of \(groupOfCombination.count) combinations have no group, as "
            + names.joined(separator: ", "),
          remedy: "add a group without a pattern at the end"))
    }
    return found
  }
}

extension FieldValue {
  /// Whether nothing lies between the other value and this one.
  fileprivate func follows(_ other: FieldValue, isWhole: Bool) -> Bool {
    switch (other, self) {
    case (.integer(let a), .integer(let b)): isWhole && a < .max && a + 1 == b
    case (.money(let a), .money(let b)): a.units < .max && a.units + 1 == b.units
    case (.day(let a), .day(let b)): b.days(since: a) == 1
    default: false
    }
  }
}

/// A piece of a measure's range: one value, or the open stretch between two.
private enum Stretch {
  case point(FieldValue)
  case between(FieldValue?, FieldValue?)

  func isWithin(_ bounds: Bounds) -> Bool {
    switch self {
    case .point(let value): return bounds.admits(value)
    case .between(let low, let high):
      guard bounds.choices.isEmpty else { return false }
      if let lower = bounds.lower {
        guard let order = low?.order(to: lower.value), order >= 0 else { return false }
      }
      if let upper = bounds.upper {
        guard let order = high?.order(to: upper.value), order <= 0 else { return false }
      }
      return true
    }
  }

  var text: String {
    switch self {
    case .point(let value): value.display
    case .between(let low?, let high?): "between \(low.display) and \(high.display)"
    case .between(nil, let high?): "below \(high.display)"
    case .between(let low?, nil): "over \(low.display)"
    case .between(nil, nil): "of any value"
    }
  }
}
