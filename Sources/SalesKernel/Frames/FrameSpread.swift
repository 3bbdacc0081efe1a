import Values

/// The rows of each group side by side, for what needs all values of a group at once.
private struct FrameSegments {
  /// Where each group begins; one more at the end.
  let starts: [Int]
  private let place: [Int]

  init(_ tally: FrameTally) {
    var (starts, place) = ([0], [Int](repeating: 0, count: tally.slots.domain))
    for slot in tally.slots.groups {
      place[slot] = starts[starts.count - 1]
      starts.append(starts[starts.count - 1] + tally.slots.sizes[slot])
    }
    (self.starts, self.place) = (starts, place)
  }

  /// Puts a pattern of each row that has one into its group's segment.
  /// - Returns: the patterns, and how many each group has.
  func fill<Element: BitwiseCopyable>(
    _ tally: FrameTally, _ zero: Element, _ pattern: (Int) -> Element?
  ) -> (values: [Element], counts: [Int]) {
    var values = [Element](repeating: zero, count: starts[starts.count - 1])
    var next = place
    tally.rows.forEach { position, row in
      guard let value = pattern(row) else { return }
      let slot = Int(tally.slots.codes.base[position])
      values[next[slot]] = value
      next[slot] += 1
    }
    return (values, tally.slots.groups.map { next[$0] - place[$0] })
  }
}

/// How many different values each group has.
struct FrameDistinct {
  private let tally: FrameTally
  /// Bits that may be kept for all pairs of group and value.
  private static let mostBits = 1 << 29

  init(_ tally: FrameTally) { self.tally = tally }

  func values() throws -> [FieldValue] {
    let (codes, domain) = try numbers()
    let (bits, overflow) = tally.slots.domain.multipliedReportingOverflow(by: domain)
    let counts =
      !overflow && bits <= Self.mostBits ? byBits(codes, domain) : bySegments(codes)
    return counts.map { .integer(Int64($0)) }
  }

  /// The values as numbers, 0 for none.
  private func numbers() throws -> (FrameBuffer<UInt32>, Int) {
    let frame = Frame([(tally.name, tally.column)], rows: tally.rows)
    let key = FrameKey(tally.name, column: tally.name)
    let codes = try FrameCodes(frame, key, limit: 1 << 24)
    return (codes.codes, codes.domain)
  }

  private func byBits(_ codes: FrameBuffer<UInt32>, _ domain: Int) -> [Int] {
    let words = FrameBuffer<UInt64>(
      repeating: 0, count: (tally.slots.domain * domain + 63) / 64)
    var counts = [Int](repeating: 0, count: tally.slots.domain)
    let (seen, all, slots) = (words.base, codes.base, tally.slots.codes.base)
    counts.withUnsafeMutableBufferPointer { counts in
      for position in 0..<codes.count where all[position] != 0 {
        let slot = Int(slots[position])
        let bit = slot * domain + Int(all[position])
        let mask: UInt64 = 1 << UInt64(bit & 63)
        if seen[bit >> 6] & mask == 0 {
          seen[bit >> 6] |= mask
          counts[slot] += 1
        }
      }
    }
    return tally.slots.groups.map { counts[$0] }
  }

  private func bySegments(_ codes: FrameBuffer<UInt32>) -> [Int] {
    let all = FrameTally(
      slots: tally.slots, rows: .all(codes.count), column: tally.column, name: tally.name)
    let segments = FrameSegments(all)
    let filled = segments.fill(all, UInt32(0)) { codes.base[$0] == 0 ? nil : codes.base[$0] }
    return filled.counts.indices.map { group in
      let start = segments.starts[group]
      var (count, last) = (0, UInt32(0))
      for code in filled.values[start..<start + filled.counts[group]].sorted() where code != last {
        count += 1
        last = code
      }
      return count
    }
  }
}

/// Quantiles of each group, by straight lines between the sorted values.
///
///     place = share × (n − 1); value = lower + (upper − lower) × rest
///
/// Money rounds half to even at 1/10,000 yuan; of days and moments the value at or below the place is taken.
/// - Source: R. Hyndman, Y. Fan (1996), type 7, as NumPy and spreadsheets have it.
struct FrameQuantile {
  private let tally: FrameTally

  init(_ tally: FrameTally) { self.tally = tally }

  /// - Throws: `frame.measure` for texts, references and booleans, `frame.share` outside 0–1.
  func values(_ share: Double) throws -> [FieldValue] {
    guard share >= 0, share <= 1 else {
      throw ValidationError(
        "frame.share",
        "a quantile is of a share of 0 to 1, not \(FieldValue.number(share).display)",
        remedy: "give 0.5 for the median, 0.9 for the upper tenth", field: tally.name)
    }
    let segments = FrameSegments(tally)
    switch tally.column.type {
    case .money, .integer, .day, .instant:
      let filled = segments.fill(tally, Int64(0)) { tally.column.whole($0) }
      return filled.counts.indices.map { group in
        let start = segments.starts[group]
        return whole(filled.values[start..<start + filled.counts[group]].sorted(), share)
      }
    case .number:
      guard case .real(let values) = tally.column.storage else { return [] }
      let filled = segments.fill(tally, 0.0) { values.base[$0].isNaN ? nil : values.base[$0] }
      return filled.counts.indices.map { group in
        let start = segments.starts[group]
        let sorted = filled.values[start..<start + filled.counts[group]].sorted()
        guard let place = Place(share, of: sorted.count) else { return .null }
        let (low, high) = (sorted[place.low], sorted[place.high])
        return .number(low + (high - low) * place.rest)
      }
    case .text, .choice, .reference, .bool: throw tally.refused("quantile")
    }
  }

  private struct Place {
    let low: Int
    let high: Int
    let rest: Double

    init?(_ share: Double, of count: Int) {
      guard count > 0 else { return nil }
      let place = share * Double(count - 1)
      low = Int(place)
      high = min(low + 1, count - 1)
      rest = place - Double(low)
    }
  }

  private func whole(_ sorted: [Int64], _ share: Double) -> FieldValue {
    guard let place = Place(share, of: sorted.count) else { return .null }
    let (low, high) = (sorted[place.low], sorted[place.high])
    switch tally.column.type {
    case .integer:
      return .number(Double(low) + (Double(high) - Double(low)) * place.rest)
    case .money:
      let step = (Double(high) - Double(low)) * place.rest
      let units = Int64(exactly: step.rounded(.toNearestOrEven)).map {
        low.addingReportingOverflow($0)
      }
      return .money(Money(units: units.map { $0.overflow ? low : $0.partialValue } ?? low))
    default: return tally.column.value(of: low)
    }
  }
}
