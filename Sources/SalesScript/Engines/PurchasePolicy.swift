import SalesKernel
import Values

/// Over how many months purchases are counted.
/// - Source: CU1, CU7; `stdlib-lua/policy/purchases.lua`.
struct PurchasePolicy {
  let name: String
  let source: String
  let months: Int

  /// - Throws: ``PolicyError``.
  init(decoding value: PolicyValue) throws(PolicyError) {
    let table = try PolicyDecoder(value).table(keys: ["name", "title", "source", "note", "months"])
    self.name = try table["name"].text()
    _ = try table["title"].label()
    self.source = try table.source()
    self.months = Int(clamping: try table["months"].integer(in: PurchaseWindow.lengths))
  }
}

/// The days whose orders count: after `start`, up to and with `end`.
struct PurchaseWindow: Hashable {
  /// Months that a window may have.
  static let lengths: ClosedRange<Int64> = 1...120

  let start: Day
  let end: Day
  let months: Int

  /// - Throws: `day.range` where the calendar ends.
  init(endingOn end: Day, months: Int) throws(ValueError) {
    self.start = try end.adding(months: -months)
    self.end = end
    self.months = months
  }

  func holds(_ day: Day) -> Bool { start < day && day <= end }
}
