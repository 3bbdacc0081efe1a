import Values

/// Whether a running campaign goes on.
/// - Source: AU1.
public enum CampaignVerdict: Hashable, Sendable {
  case goesOn
  /// Its last day is over.
  case ends
  case stops(reason: String)

  /// - Parameters:
  ///   - arms: Treated arms by their word.
  ///   - heldOut: Those held out.
  public init(
    of campaign: Campaign, _ terms: CampaignTerms, arms: [(key: String, tally: ArmTally)],
    heldOut: ArmTally, on day: Day
  ) throws(ValueError) {
    if day > campaign.endsOn {
      self = .ends
      return
    }
    if terms.stop.budget, let budget = campaign.budget, let spent = campaign.spent,
      spent >= budget
    {
      self = .stops(
        reason: "budget spent: \(spent.grouped) of \(budget.grouped)")
      return
    }
    if let confidence = terms.stop.harm, heldOut.customers >= terms.stop.least {
      for arm in arms where arm.tally.customers >= terms.stop.least {
        guard
          let lift = try CampaignLift(
            treated: arm.tally, heldOut: heldOut, confidence: confidence),
          lift.share.high < 0
        else { continue }
        self = .stops(
          reason: "harm: \(arm.key) responds less than those held out, by "
            + "\(Self.points(-lift.share.high)) points at least with confidence "
            + FieldValue.number(confidence).display)
        return
      }
    }
    self = .goesOn
  }

  private static func points(_ share: Double) -> String {
    FieldValue.number((share * 10_000).rounded() / 100).display
  }
}
