import Values

/// Pricing of many lines at once.
///
/// Lines of one class take one path through the policy, so that the rules are tried once a path; what is
/// left for a line is one product and its roundings. The prices are those of ``price(_:explaining:)`` to
/// the last digit: where a rule is Lua, or a choice depends on the price so far, and where numbers have
/// too many digits, that is what prices the line.
extension PricePolicy {
  /// - Parameters:
  ///   - refusing: Whether a line that has no price is kept as a refusal; else it ends the pricing.
  ///   - poll: Called now and then with the lines done; throwing ends the pricing.
  /// - Complexity: O(lines + paths × rules).
  /// - Throws: `price.line` with the line's number and what ``price(_:explaining:)`` says of it.
  public func price(
    _ lines: PriceLines, refusing: Bool = false, poll: (Int) throws -> Void = { _ in }
  ) throws -> PricedLines {
    var batch = PricedLines(self, lines)
    guard isClassed, let facts = try PriceFacts(self, lines) else {
      try batch.priceSingly(0..<lines.count, refusing: refusing, poll: poll)
      return batch
    }
    let classes = PriceClasses(self, lines)
    guard let bound = classes.bound else {
      try batch.priceSingly(0..<lines.count, refusing: refusing, poll: poll)
      return batch
    }
    batch.facts = facts
    var stretch = PriceStretch(facts, classes, PathTable(bound: bound), size: Self.stretch)
    for start in stride(from: 0, to: lines.count, by: Self.stretch) {
      try poll(start)
      let end = min(start + Self.stretch, lines.count)
      try batch.price(start..<end, &stretch)
      for line in stretch.left {
        try batch.priceSingly(line..<line + 1, refusing: refusing, poll: { _ in })
      }
    }
    return batch
  }

  /// Lines between two polls.
  private static var stretch: Int { 8192 }

  /// Whether limits alone decide which rules a line takes.
  var isClassed: Bool {
    !hasRules && floors.allSatisfy { $0.isOfProduct }
      && steps.allSatisfy { step in
        step.choice != .best
          || step.rules.allSatisfy { if case .discount = $0.effect { true } else { false } }
      }
  }
}

extension PricePolicy.Floor {
  fileprivate var isOfProduct: Bool {
    switch least {
    case .margin, .fixed: true
    case .field(let slot):
      PriceLine.productFields.contains(PriceLine.schema.entity.fields[slot].name)
    case .computed: false
    }
  }
}

extension PricedLines {
  /// Prices lines by themselves, as the policy prices one.
  mutating func priceSingly(
    _ range: Range<Int>, refusing: Bool, poll: (Int) throws -> Void
  ) throws {
    for index in range {
      if index & 255 == 0 { try poll(index) }
      do {
        let price = try policy.price(lines.line(index), explaining: false)
        (units[index], amounts[index]) = (price.unit.units, price.amount.units)
        costs[index] = price.cost?.units ?? Self.noCost
      } catch let error where PriceError.isOfLine(error) {
        guard refusing else { throw PriceError(error, line: index + 1) }
        refusals.append(Refusal(line: index, error: error))
      }
    }
  }
}

extension PriceError {
  /// Whether an error speaks of a line and not of a broken rule, a limit or a stop.
  static func isOfLine(_ error: any Error) -> Bool {
    if let error = error as? PriceError { return error.code != "price.rule" }
    return error is ValueError
  }

  init(_ error: any Error, line: Int) {
    let cause = error as? PriceError
    let value = error as? ValueError
    self.init(
      cause?.code ?? value?.code ?? "price.line",
      "line \(line): \(cause?.message ?? value?.message ?? "\(error)")",
      remedy: cause?.remedy ?? value?.remedy ?? "")
  }
}
