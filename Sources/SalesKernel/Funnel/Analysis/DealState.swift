/// Where a deal stood at the end of a day, and how it came there.
struct DealState {
  /// Its stage then: an open one, won, or lost.
  var place: Int
  /// Since when, in milliseconds.
  var since: Int64
  /// The farthest stage it had come to.
  var reached: Int
  /// The stage that it was lost from.
  var lostFrom: Int?
  /// When it came to its first stage.
  let entered: Int64
  var amount: Int64?
  var expectedClose: Int32?
}

extension FunnelHistory {
  /// The state of a deal at the end of a day; nil where it was not there yet.
  ///
  /// - Parameter visit: Every stay in a stage that had ended by then: place, from, to.
  @inline(__always)
  func state(
    of deal: Int, at day: Int32, visit: (Int, Int64, Int64) -> Void = { _, _, _ in }
  ) -> DealState? {
    let cut = FunnelDay.end(day)
    let (first, end) = (starts[deal], starts[deal + 1])
    guard deals[deal].opened <= day, first < end, times[first] <= cut else { return nil }
    let lost = stages.lost
    let opening = Int(places[first])
    var state = DealState(
      place: opening, since: times[first], reached: opening == lost ? 0 : opening,
      lostFrom: opening == lost ? 0 : nil, entered: times[first], amount: amount(first),
      expectedClose: expectedClose(first))
    var move = first + 1
    while move < end, times[move] <= cut {
      state.amount = amount(move) ?? state.amount
      state.expectedClose = expectedClose(move) ?? state.expectedClose
      let place = Int(places[move])
      if place != state.place {
        visit(state.place, state.since, times[move])
        state.lostFrom = place == lost ? state.place : nil
        if place != lost, place > state.reached { state.reached = place }
        (state.place, state.since) = (place, times[move])
      }
      move += 1
    }
    if deals[deal].isAmountKnown {
      state.amount = deals[deal].amount
      state.expectedClose = deals[deal].expectedClose
    }
    return state
  }
}
