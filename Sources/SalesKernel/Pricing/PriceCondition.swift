/// What a price rule asks of a line: limits of fields, and a rule in Lua where those are not enough.
struct PriceCondition {
  struct Limit {
    let slot: Int
    let bounds: Bounds
  }

  let limits: [Limit]
  let rule: (any Rule)?

  /// Why the line does not fit; nil where it does.
  struct Failure {
    let code: String
    let reason: String
  }

  /// - Throws: `price.rule` where the Lua rule fails or gives no truth value.
  func holds(_ line: PriceLine, at place: String) throws -> Bool {
    for limit in limits
    where !limit.bounds.admits(PriceLine.schema.value(of: line, slot: limit.slot)) {
      return false
    }
    guard let rule else { return true }
    return try PriceRule.evaluate(rule, line, at: place) { value in
      guard case .bool(let holds) = value else { return nil }
      return holds
    }
  }

  /// Why it does not hold, for a line that it was found not to hold for.
  func failure(_ line: PriceLine) -> Failure {
    limitFailure(line)
      ?? Failure(code: "rule", reason: "\(rule?.text ?? "its rule") does not hold")
  }

  /// The first limit that the line does not keep.
  func limitFailure(_ line: PriceLine) -> Failure? {
    for limit in limits {
      let value = PriceLine.schema.value(of: line, slot: limit.slot)
      if limit.bounds.admits(value) { continue }
      let name = PriceLine.schema.entity.fields[limit.slot].name
      if limit.slot == Self.promotion, let refusal = line.promotionRefused,
        line.promotion == nil
      {
        return Failure(code: "campaign", reason: refusal)
      }
      return Failure(code: Self.code(of: name), reason: limit.bounds.reason(name, value))
    }
    return nil
  }

  private static let promotion = PriceLine.schema.entity.slot(of: "promotion")

  /// The reason's code by the field that failed.
  private static func code(of field: String) -> String {
    switch field {
    case "on": "date"
    case "first_order": "already_used"
    case "cash", "prepaid", "renewal_years": "payment"
    default: field
    }
  }
}

extension PriceCondition {
  /// Reads `when`: an expression, a function, or a table of fields with a value, a list of values or
  /// limits.
  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder, compiler: any RuleCompiler) throws(PolicyError) {
    switch at.value {
    case .null: self.init(limits: [], rule: nil)
    case .text, .rule:
      let rule = try at.rule(compiler, entity: PriceLine.schema.entity, extra: [])
      self.init(limits: [], rule: rule)
    default:
      let fields = try at.table(keys: PriceLine.schema.entity.fields.map(\.name) + ["rule"])
      var limits: [Limit] = []
      for name in fields.keys where name != "rule" {
        guard let slot = PriceLine.schema.entity.slot(of: name) else { continue }
        let field = PriceLine.schema.entity.fields[slot]
        limits.append(Limit(slot: slot, bounds: try Bounds(reading: fields[name], of: field)))
      }
      let rule = try fields["rule"].ifPresent?.rule(
        compiler, entity: PriceLine.schema.entity, extra: [])
      self.init(limits: limits, rule: rule)
    }
  }
}
