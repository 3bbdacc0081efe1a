import Values

/// What waits for the customers' money.
extension PayBook {
  /// The part of what a component pays that is held: as much as is unpaid of the orders it hangs on.
  ///
  /// - Parameter unpaid: What is not paid yet of the same orders, summed in the same way.
  /// - Throws: `money.overflow`, `price.precision`.
  public func held(
    _ component: Int, _ place: Int, unpaid: CreditCells
  ) throws(ValueError) -> Money {
    let rule = plan.components[component]
    guard rule.isHeld, let item = items[component][place], item.amount != .zero else {
      return .zero
    }
    let (scope, deals): (PayComponent.Scope, PayComponent.Deals) =
      switch rule.kind {
      case .commission(_, let scope, let deals): (scope, deals)
      case .pool(_, let deals): (.team, deals)
      default: (.own, .all)
      }
    return try plan.share(
      item.amount, .one, of: volume(place, scope, deals, of: unpaid),
      in: volume(place, scope, deals, of: inputs.cells))
  }
}

extension PayBook {
  /// What components on own orders pay, or one of them: what may be spread over orders.
  /// - Throws: `incentive.component`, `money.overflow`.
  public func payOnOrders(_ place: Int, component: String?) throws -> Money {
    let own = plan.components.filter { component in
      switch component.kind {
      case .commission(_, .own, _), .cut: true
      default: false
      }
    }.map(\.key)
    guard let component else { return try sum(of: own, place) }
    guard own.contains(component) else {
      throw ValidationError(
        "incentive.component",
        "\(plan.name) has no component \"\(component.excerpt)\" on own orders",
        remedy: Suggestion.sentence(for: component, among: own))
    }
    return try sum(of: [component], place)
  }
}
