/// The windows of all kinds of days, one after the other, for look-ups that allocate nothing.
struct DayWindows: Sendable {
  private var windows: [WorkingHours.Window] = []
  /// Where the windows of each kind begin; one more for the end.
  private var starts: [Int] = [0]

  init(_ kinds: [WorkingHours]) {
    for hours in kinds {
      windows += hours.windows
      starts.append(windows.count)
    }
  }

  /// Worked from midnight to a time of a day of a kind.
  @inline(__always)
  func worked(until time: Int64, kind: Int) -> Int64 {
    var total: Int64 = 0
    for index in starts[kind]..<starts[kind + 1] {
      let window = windows[index]
      if time < window.to { return window.before + max(0, time - window.from) }
      total = window.before + window.to - window.from
    }
    return total
  }

  /// The first time of a day of a kind by which so much is worked, from 1 to its total.
  @inline(__always)
  func time(worked: Int64, kind: Int) -> Int64 {
    var last: Int64 = 0
    for index in starts[kind]..<starts[kind + 1] {
      let window = windows[index]
      if worked <= window.before + (window.to - window.from) {
        return window.from + worked - window.before
      }
      last = window.to
    }
    return last
  }
}
