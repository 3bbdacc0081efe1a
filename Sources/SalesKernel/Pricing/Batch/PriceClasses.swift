import Values

/// Which lines a policy cannot tell apart: they take the same path through its rules.
///
/// Two records of an axis are of one class where every limit of the policy admits both or neither; two
/// quantities where no limit lies between them. A line's *key* puts the classes of its axes and of its
/// quantity together.
struct PriceClasses {
  /// One axis on which the policy tells records apart.
  struct Axis {
    let index: Int
    /// A record's part of the key.
    let parts: [Int]
  }

  let axes: [Axis]
  /// The first quantities of the classes but the lowest, going up.
  let cuts: [Int64]
  /// Keys are below this; nil where there are too many to count.
  let bound: Int?

  init(_ policy: PricePolicy, _ lines: PriceLines) {
    let limits = policy.steps.flatMap(\.rules).flatMap(\.condition.limits)
    let pieces = PriceLine.schema.entity.slot(of: "quantity")
    cuts = Self.cuts(limits.filter { $0.slot == pieces }.map(\.bounds))
    var (stride, isWide) = (cuts.count + 1, false)
    var axes: [Axis] = []
    for (index, axis) in lines.axes.enumerated() {
      let asked = limits.filter { axis.slots.contains($0.slot) }
      let (classes, count) = Self.classes(axis.records, asked)
      guard count > 1 else { continue }
      axes.append(Axis(index: index, parts: classes.map { $0 &* stride }))
      let (next, overflow) = stride.multipliedReportingOverflow(by: count)
      (stride, isWide) = (next, isWide || overflow)
    }
    (self.axes, bound) = (axes, isWide ? nil : stride)
  }

  /// The class of each record by the limits that admit it, and how many classes there are.
  private static func classes(
    _ records: [PriceLine], _ limits: [PriceCondition.Limit]
  ) -> ([Int], count: Int) {
    var known: [[Bool]: Int] = [:]
    let classes = records.map { record in
      let admitted = limits.map {
        $0.bounds.admits(PriceLine.schema.value(of: record, slot: $0.slot))
      }
      let next = known[admitted] ?? known.count
      known[admitted] = next
      return next
    }
    return (classes, known.count)
  }

  /// Where the admission of whole quantities may change.
  private static func cuts(_ bounds: [Bounds]) -> [Int64] {
    var cuts: Set<Int64> = []
    func cut(_ value: FieldValue, after: Bool) {
      guard case .integer(let whole) = value, whole < .max else { return }
      cuts.insert(after ? whole + 1 : whole)
    }
    for bounds in bounds {
      if let lower = bounds.lower { cut(lower.value, after: !lower.isIncluded) }
      if let upper = bounds.upper { cut(upper.value, after: upper.isIncluded) }
      for choice in bounds.choices {
        cut(choice, after: false)
        cut(choice, after: true)
      }
    }
    return cuts.sorted()
  }
}
