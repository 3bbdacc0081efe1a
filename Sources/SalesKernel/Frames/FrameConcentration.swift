import Values

/// What hangs on few: a group's rows by one more column.
extension FrameGroups {
  /// How many different values of a column have at least so many rows of a group.
  ///
  ///     customers with two orders: repeated("customer", 2)
  /// - Throws: `frame.column`.
  public func repeated(_ column: String, least: Int, in group: Int) throws -> Int {
    let inner = try nested(column)
    return inner.places[group].count { inner.groups.size($0) >= least }
  }

  /// What share of a group's sum the largest few values of a key have; nil where the sum is not above 0.
  ///
  /// Rows without the key count in the sum and are none of the few.
  /// - Throws: `frame.column`, `frame.measure`, `sum.overflow`.
  public func topShare(of column: String, by key: String, _ few: Int, in group: Int) throws
    -> Double?
  {
    let inner = try nested(key)
    let sums = try inner.groups.values(.sum, of: column)
    var (all, amounts) = (0.0, [Double]())
    for place in inner.places[group] {
      guard let amount = sums[place].amount else { continue }
      all += amount
      if inner.groups.key(place).last?.isNull == false { amounts.append(amount) }
    }
    guard all > 0 else { return nil }
    return amounts.sorted(by: >).prefix(max(few, 0)).reduce(0, +) / all
  }
}
