import Values

/// What the churn policy says of one customer on one day.
public struct ChurnSignal: Hashable, Sendable {
  public let state: ChurnPolicy.State
  /// The policy's word, as it is stored.
  public let code: String
  /// First day on which the customer is, or will be, at risk if nothing happens; nil for a
  /// prospect.
  public let atRiskFrom: Day?
  public let explanation: Explanation
}

extension ChurnPolicy {
  /// The state of a customer who last bought and last opened an e-mail on these days.
  ///
  /// Both silences must be complete: N months are complete on the same day of the month N months
  /// later. Whoever never opened an e-mail is silent there from the beginning.
  /// - Throws: ``ValueError`` with `day.range` at the end of the calendar.
  public func signal(
    lastOrder: Day?, lastEmailOpened: Day?, asOf today: Day
  ) throws(ValueError) -> ChurnSignal {
    let inputs = [
      Explanation("last_order", .input, value: lastOrder.map(FieldValue.day) ?? .null),
      Explanation("last_email_opened", .input, value: lastEmailOpened.map(FieldValue.day) ?? .null),
      Explanation("as_of", .input, value: .day(today)),
    ]
    guard let lastOrder else {
      return signal(.prospect, nil, "never bought", inputs, [])
    }
    let noPurchase = try lastOrder.adding(months: purchaseMonths)
    let noEmail = try lastEmailOpened.map { opened throws(ValueError) in
      try opened.adding(months: emailMonths)
    }
    let from = max(noPurchase, noEmail ?? noPurchase)
    let state = try state(atRiskFrom: from, asOf: today)
    let rules = [
      rule("no purchase for \(purchaseMonths) months", noPurchase, today),
      noEmail.map { rule("no e-mail opened for \(emailMonths) months", $0, today) }
        ?? Explanation(
          "no e-mail opened for \(emailMonths) months", .matched, reason: "never opened one",
          source: header.source),
    ]
    return signal(state, from, "at risk from \(from) if nothing happens", inputs, rules)
  }

  /// The first day on which a customer is at risk if nothing happens: both silences are complete.
  /// - Throws: `day.range`.
  public func atRiskFrom(lastOrder: Day, lastEmailOpened: Day?) throws(ValueError) -> Day {
    let noPurchase = try lastOrder.adding(months: purchaseMonths)
    guard let lastEmailOpened else { return noPurchase }
    return max(noPurchase, try lastEmailOpened.adding(months: emailMonths))
  }

  /// - Throws: `day.range`.
  public func state(atRiskFrom from: Day, asOf today: Day) throws(ValueError) -> State {
    if from <= today { return .atRisk }
    return try from.adding(months: -warnMonths) <= today ? .warning : .active
  }

  private func rule(_ name: String, _ holdsFrom: Day, _ today: Day) -> Explanation {
    let days = holdsFrom.days(since: today)
    return Explanation(
      name, days <= 0 ? .matched : .notMatched,
      reason: days <= 0
        ? "holds since \(holdsFrom), \(-days) days" : "holds from \(holdsFrom), in \(days) days",
      source: header.source)
  }

  private func signal(
    _ state: State, _ from: Day?, _ reason: String, _ inputs: [Explanation],
    _ rules: [Explanation]
  ) -> ChurnSignal {
    let code = code(of: state)
    return ChurnSignal(
      state: state, code: code, atRiskFrom: from,
      explanation: Explanation(
        "churn", .step, value: .text(code), reason: reason, source: header.source,
        children: inputs + rules))
  }
}
