/// Explaining an assignment: inputs, the rule that applied, and why each other did not.
extension TieringPolicy {
  /// The why-tree of a record's outcome. Its value is what ``assign(_:ranks:)`` gives.
  /// - Throws: what the record or a rule throws.
  public func explain(
    _ record: any RecordReader, ranks: Ranks = Ranks()
  ) throws -> Explanation {
    let assignment = try assign(record, ranks: ranks)
    let field = entity.fields[writes].name
    let value = code(of: assignment).map(FieldValue.text) ?? .null
    let parts = try axes.map { try explain($0, record, ranks) }
    if groups.isEmpty, let only = parts.first {
      let chosen = assignment.outcome.map { outcomes[$0] }
      return Explanation(
        field, .step, value: value, reason: chosen?.label.en ?? "no level holds",
        source: chosen?.source ?? source, children: only.children)
    }
    let bands = bands(of: assignment).map { index in
      axisBand(index.axis, index.band)
    }
    return Explanation(
      field, .step, value: value,
      reason: bands.isEmpty ? "an axis has no band" : bands.joined(separator: ", "),
      source: assignment.outcome.map { outcomes[$0].source } ?? source,
      children: parts + explainGroups(assignment))
  }

  private func axisBand(_ axis: Axis, _ band: Band) -> String {
    "\(axis.name) \(band.outcome.code)"
  }

  private func explain(
    _ axis: Axis, _ record: any RecordReader, _ ranks: Ranks
  ) throws -> Explanation {
    let primary = try axis.measure.map { try measures[$0].value(of: record, ranks) } ?? .null
    var children: [Explanation] = []
    var matched: Band?
    if let measure = axis.measure {
      children.append(try measures[measure].explain(record, ranks))
    }
    for band in axis.bands {
      var node = try explain(band, of: axis, record, primary, ranks)
      if node.outcome == .matched {
        if let first = matched {
          node.outcome = .notMatched
          node.reason = "\(node.reason ?? "holds"), but \(first.outcome.code) comes first"
        } else {
          matched = band
        }
      }
      children.append(node)
    }
    return Explanation(
      axis.name, .step, value: matched.map { .text($0.outcome.code) } ?? .null,
      reason: matched?.outcome.label.en ?? "no band holds", source: axis.source, children: children)
  }

  private func explain(
    _ band: Band, of axis: Axis, _ record: any RecordReader, _ primary: FieldValue, _ ranks: Ranks
  ) throws -> Explanation {
    var met: [String] = []
    var missed: [String] = []
    var children: [Explanation] = []
    if let bounds = band.bounds, let measure = axis.measure {
      let reason = bounds.reason(measures[measure].name, primary)
      if bounds.admits(primary) { met.append(reason) } else { missed.append(reason) }
    }
    for condition in band.also {
      let measure = measures[condition.measure]
      let value = try measure.value(of: record, ranks)
      let reason = condition.bounds.reason(measure.name, value)
      if condition.bounds.admits(value) { met.append(reason) } else { missed.append(reason) }
      children.append(try measure.explain(record, ranks))
    }
    if let rule = band.when {
      let trace = try rule.trace(scope(record, ranks))
      let inputs = trace.inputs.map { "\($0.field) \($0.value.display)" }.joined(separator: ", ")
      let reason =
        "\(rule.text) is \(trace.value.display)" + (inputs.isEmpty ? "" : " with \(inputs)")
      if trace.value.isTrue { met.append(reason) } else { missed.append(reason) }
      children += trace.inputs.map { Explanation($0.field, .input, value: $0.value) }
    }
    let holds = missed.isEmpty
    let reasons = holds ? (met.isEmpty ? ["no condition"] : met) : missed
    return Explanation(
      band.outcome.code, holds ? .matched : .notMatched, value: .text(band.outcome.code),
      reason: reasons.joined(separator: "; "), source: band.outcome.source, children: children)
  }

  private func explainGroups(_ assignment: Assignment) -> [Explanation] {
    let chosen = bands(of: assignment)
    guard !chosen.isEmpty else { return [] }
    return groups.enumerated().map { index, group in
      let wanted = zip(axes, group.pattern).compactMap { axis, bands -> String? in
        guard let bands else { return nil }
        return "\(axis.name) is "
          + bands.sorted().map { axis.bands[$0].outcome.code }.joined(separator: " or ")
      }
      let wants = wanted.isEmpty ? "any" : wanted.joined(separator: ", ")
      let isChosen = assignment.outcome == index
      let misses = zip(chosen, group.pattern).compactMap { pair, bands -> String? in
        guard let bands, !bands.contains(where: { pair.axis.bands[$0].path == pair.band.path })
        else { return nil }
        return axisBand(pair.axis, pair.band)
      }
      let reason =
        isChosen
        ? "takes \(wants)"
        : misses.isEmpty
          ? "also takes this, but an earlier group comes first"
          : "takes \(wants); here \(misses.joined(separator: ", "))"
      return Explanation(
        group.outcome.code, isChosen ? .matched : .notMatched,
        value: .text(group.outcome.code), reason: reason, source: group.outcome.source)
    }
  }
}
