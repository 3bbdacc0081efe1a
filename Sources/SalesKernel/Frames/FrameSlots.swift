/// Which group each position of a frame belongs to, and what the groups' keys are.
///
/// A slot is a combination of key numbers that may occur; groups are the slots that do, upward by their keys,
/// empty keys first. Tallies are arrays by slot, so that adding a row is one step.
struct FrameSlots {
  /// The slot of each position.
  private(set) var codes: FrameBuffer<UInt32>
  private(set) var domain = 1
  /// How many positions each slot has.
  let sizes: [Int]
  /// The slots that occur, upward.
  let groups: [Int]
  private let keys: [FrameCodes]
  /// The key numbers of a slot.
  private let decode: (Int) -> [Int]

  /// The most slots that are kept without looking which of them occur.
  private static func limit(_ count: Int) -> Int { min(max(1 << 16, 2 * count), 1 << 22) }

  /// - Throws: `frame.column`, `frame.key`.
  init(_ frame: Frame, _ keys: [FrameKey]) throws {
    let limit = Self.limit(frame.count)
    var codes = FrameBuffer<UInt32>(repeating: 0, count: keys.isEmpty ? frame.count : 0)
    var (domain, all): (Int, [FrameCodes]) = (1, [])
    var decode: (Int) -> [Int] = { _ in [] }
    for key in keys {
      let next = try FrameCodes(frame, key, limit: limit)
      let before = decode
      if all.isEmpty {
        (codes, domain) = (next.codes, next.domain)
        decode = { [$0] }
      } else if domain * next.domain <= limit {
        Self.combine(codes, next)
        domain *= next.domain
        decode = { before($0 / next.domain) + [$0 % next.domain] }
      } else {
        let pairs = Self.pairs(codes, next)
        domain = pairs.count + 1
        decode = { slot in
          guard slot > 0 else { return [] }
          let pair = pairs[slot - 1]
          return before(Int(pair >> 32)) + [Int(pair & 0xFFFF_FFFF)]
        }
      }
      all.append(next)
    }
    (self.codes, self.domain, self.keys, self.decode) = (codes, domain, all, decode)
    let counted = Self.count(codes, domain)
    sizes = counted
    let filled = counted.indices.filter { counted[$0] > 0 }
    // Without keys there is one group, even of nothing.
    groups = keys.isEmpty ? [0] : filled
  }

  /// All positions in one group.
  init(whole count: Int) {
    codes = FrameBuffer(repeating: 0, count: count)
    (sizes, groups, keys, decode) = ([count], [0], [], { _ in [] })
  }

  private init(_ codes: FrameBuffer<UInt32>, of slots: FrameSlots) {
    self.codes = codes
    (domain, groups, keys, decode) = (slots.domain, slots.groups, slots.keys, slots.decode)
    sizes = Self.count(codes, domain)
  }

  /// The same groups with those of their rows that a condition admits.
  ///
  /// - Parameter places: Positions in this frame.
  func narrowed(to places: FrameBuffer<Int32>) -> FrameSlots {
    let kept = FrameBuffer<UInt32>(capacity: places.count)
    let (from, to, base) = (codes.base, kept.extend(by: places.count), places.base)
    for index in 0..<places.count { to[index] = from[Int(base[index])] }
    return FrameSlots(kept, of: self)
  }

  /// The values of a group's keys.
  func values(_ group: Int) -> [FieldValue] {
    zip(keys, decode(groups[group])).map { $0.value($1) }
  }

  /// The key numbers of a group, to tell groups with a key in common.
  func numbers(_ group: Int) -> [Int] { decode(groups[group]) }

  private static func combine(_ codes: FrameBuffer<UInt32>, _ next: FrameCodes) {
    let (all, more, domain) = (codes.base, next.codes.base, UInt32(next.domain))
    for position in 0..<codes.count { all[position] = all[position] * domain + more[position] }
  }

  /// Numbers the pairs that occur, upward from 1, in place.
  private static func pairs(_ codes: FrameBuffer<UInt32>, _ next: FrameCodes) -> [UInt64] {
    var table = FramePatterns()
    let (all, more) = (codes.base, next.codes.base)
    for position in 0..<codes.count {
      all[position] = table.number(of: UInt64(all[position]) << 32 | UInt64(more[position])) + 1
    }
    return table.rank(codes)
  }

  private static func count(_ codes: FrameBuffer<UInt32>, _ domain: Int) -> [Int] {
    var sizes = [Int](repeating: 0, count: domain)
    sizes.withUnsafeMutableBufferPointer { sizes in
      guard let target = sizes.baseAddress else { return }
      let all = codes.base
      for position in 0..<codes.count { target[Int(all[position])] += 1 }
    }
    return sizes
  }
}
