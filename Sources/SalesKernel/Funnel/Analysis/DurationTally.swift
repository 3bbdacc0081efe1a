/// Lengths of time: how many, their mean, and their median to the hour.
public struct DurationTally: Sendable {
  public private(set) var count = 0
  private var total: Int64 = 0
  /// How many took so many whole hours; the last holds all that took longer.
  private var hours: [UInt32] = []
  /// Hours told apart: thirty years.
  private static let most = 24 * 366 * 30
  private static let millisecondsPerHour: Int64 = 3_600_000

  public init() {}

  mutating func add(_ milliseconds: Int64) {
    let length = max(milliseconds, 0)
    count += 1
    total = total.addingReportingOverflow(length).partialValue
    let hour = Int(min(length / Self.millisecondsPerHour, Int64(Self.most)))
    if hour >= hours.count {
      let room = min(Self.most + 1, max(hour + 1, hours.count * 2))
      hours.append(contentsOf: repeatElement(0, count: room - hours.count))
    }
    hours[hour] += 1
  }

  /// In days; nil where there are none.
  public var meanDays: Double? {
    count == 0 ? nil : FunnelDay.days(total) / Double(count)
  }

  /// In days, the mean of the two in the middle of an even number; nil where there are none.
  public var medianDays: Double? {
    guard count > 0 else { return nil }
    return (days(ofRank: (count - 1) / 2) + days(ofRank: count / 2)) / 2
  }

  private func days(ofRank rank: Int) -> Double {
    var seen = 0
    for (hour, number) in hours.enumerated() {
      seen += Int(number)
      if seen > rank { return Double(hour) / 24 }
    }
    return 0
  }
}
