import Values

/// The values of one key, numbered upward by value from 1, 0 for none: one number a position.
struct FrameCodes {
  let codes: FrameBuffer<UInt32>
  /// Numbers that there may be: 0 to this, excluded.
  let domain: Int
  private let decode: (Int) -> FieldValue

  func value(_ code: Int) -> FieldValue { code == 0 ? .null : decode(code - 1) }

  /// - Parameter limit: The most numbers that are handed out without looking which of them occur.
  /// - Throws: `frame.key` for a period of what is no day; `day.range`.
  init(_ frame: Frame, _ key: FrameKey, limit: Int) throws {
    let column = try frame.column(key.column)
    if let unit = key.unit {
      self = try Self.periods(frame, column, key, unit, limit)
      return
    }
    switch column.storage {
    case .words(let codes, let words): self = Self.words(frame, codes, words)
    case .narrow(let values): self = Self.wholes(frame, column, values.base, limit)
    case .wide(let values): self = Self.wholes(frame, column, values.base, limit)
    case .real(let values):
      let base = values.base
      self = Self.distinct(
        frame, pattern: { base[$0].isNaN ? nil : Self.ordered(base[$0]) },
        decode: { .number(Self.unordered($0)) })
    }
  }

  private init(
    _ codes: FrameBuffer<UInt32>, domain: Int, decode: @escaping (Int) -> FieldValue
  ) {
    self.codes = codes
    self.domain = domain
    self.decode = decode
  }

  /// By the alphabet, of the texts that occur.
  private static func words(
    _ frame: Frame, _ codes: FrameBuffer<UInt32>, _ words: FrameWords
  ) -> FrameCodes {
    let from = codes.base
    let rank = FrameBuffer<UInt32>(repeating: 0, count: words.texts.count + 1)
    let ranks = rank.base
    frame.rows.forEach { _, row in ranks[Int(from[row])] = 1 }
    let present = (1..<rank.count).filter { ranks[$0] > 0 }
    let sorted = present.sorted { words.texts[$0 - 1] < words.texts[$1 - 1] }
    ranks[0] = 0
    for (place, code) in sorted.enumerated() { ranks[code] = UInt32(place + 1) }
    let result = FrameBuffer<UInt32>(capacity: frame.count)
    let to = result.extend(by: frame.count)
    frame.rows.forEach { position, row in to[position] = ranks[Int(from[row])] }
    return FrameCodes(result, domain: sorted.count + 1) { .text(words.texts[sorted[$0] - 1]) }
  }

  /// Whole numbers: one number each where they lie close together.
  private static func wholes<Whole: FixedWidthInteger>(
    _ frame: Frame, _ column: FrameColumn, _ from: UnsafeMutablePointer<Whole>, _ limit: Int
  ) -> FrameCodes {
    guard let (least, most) = bounds(frame, from) else { return empty(frame) }
    let (span, overflow) = most.subtractingReportingOverflow(least)
    guard !overflow, span < limit else {
      return distinct(
        frame,
        pattern: { from[$0] == .min ? nil : UInt64(bitPattern: Int64(from[$0])) ^ (1 << 63) },
        decode: { column.value(of: Int64(bitPattern: $0 ^ (1 << 63))) })
    }
    let result = FrameBuffer<UInt32>(capacity: frame.count)
    let to = result.extend(by: frame.count)
    frame.rows.forEach { position, row in
      let value = from[row]
      to[position] = value == .min ? 0 : UInt32(truncatingIfNeeded: Int64(value) &- least &+ 1)
    }
    return FrameCodes(result, domain: Int(span) + 2) { column.value(of: least + Int64($0)) }
  }

  private static func bounds<Whole: FixedWidthInteger>(
    _ frame: Frame, _ from: UnsafeMutablePointer<Whole>
  ) -> (Int64, Int64)? {
    var (least, most) = (Whole.max, Whole.min)
    frame.rows.forEach { _, row in
      let value = from[row]
      if value != .min { (least, most) = (min(least, value), max(most, value)) }
    }
    return most == .min ? nil : (Int64(least), Int64(most))
  }

  private static func empty(_ frame: Frame) -> FrameCodes {
    FrameCodes(FrameBuffer(repeating: 0, count: frame.count), domain: 1) { _ in .null }
  }

  /// Values that lie far apart: told apart by a table, then numbered upward.
  private static func distinct(
    _ frame: Frame, pattern: (Int) -> UInt64?, decode: @escaping (UInt64) -> FieldValue
  ) -> FrameCodes {
    var table = FramePatterns()
    let result = FrameBuffer<UInt32>(capacity: frame.count)
    let to = result.extend(by: frame.count)
    frame.rows.forEach { position, row in
      to[position] = pattern(row).map { table.number(of: $0) + 1 } ?? 0
    }
    let values = table.rank(result)
    return FrameCodes(result, domain: values.count + 1) { decode(values[$0]) }
  }

  /// A double as bits that go up with it.
  private static func ordered(_ number: Double) -> UInt64 {
    let bits = (number == 0 ? 0 : number).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  private static func unordered(_ bits: UInt64) -> Double {
    Double(bitPattern: bits >> 63 == 1 ? bits & ~(1 << 63) : ~bits)
  }
}

/// Days and moments by the calendar.
extension FrameCodes {
  private static func periods(
    _ frame: Frame, _ column: FrameColumn, _ key: FrameKey, _ unit: FrameUnit, _ limit: Int
  ) throws -> FrameCodes {
    switch (column.type, column.storage) {
    case (.day, .narrow(let days)): return try periods(frame, unit, days.base)
    case (.instant, .wide):
      let days = FrameBuffer<Int32>(capacity: column.count)
      for row in 0..<column.count {
        let instant = column.whole(row).flatMap { try? Instant(milliseconds: $0) }
        days.append(instant.map { $0.day().number } ?? .min)
      }
      return try periods(frame, unit, days.base)
    default:
      throw ValidationError(
        "frame.key", "\(key.column) holds no days, so there is no \(unit.rawValue) of it",
        remedy: "give a column of days, or group by it as it is", field: key.column)
    }
  }

  private static func periods(
    _ frame: Frame, _ unit: FrameUnit, _ from: UnsafeMutablePointer<Int32>
  ) throws -> FrameCodes {
    guard let (least, most) = bounds(frame, from) else { return empty(frame) }
    // The calendar has fewer than four million days, so that each can have a place; only the days that occur are
    // asked for their period.
    let table = FrameBuffer<UInt32>(repeating: 0, count: Int(most - least) + 1)
    let (codes, low) = (table.base, Int32(truncatingIfNeeded: least))
    frame.rows.forEach { _, row in if from[row] != .min { codes[Int(from[row] - low)] = 1 } }
    var starts: [Day] = []
    for place in 0..<table.count where codes[place] != 0 {
      let start = try unit.start(of: Day(number: least + Int64(place)))
      if starts.last != start { starts.append(start) }
      codes[place] = UInt32(starts.count)
    }
    let result = FrameBuffer<UInt32>(capacity: frame.count)
    let to = result.extend(by: frame.count)
    frame.rows.forEach { position, row in
      let day = from[row]
      to[position] = day == .min ? 0 : codes[Int(day - low)]
    }
    let texts = starts.map { unit.text(of: $0) }
    return FrameCodes(result, domain: texts.count + 1) { .text(texts[$0]) }
  }
}
