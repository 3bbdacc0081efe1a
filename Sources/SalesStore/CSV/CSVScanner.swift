/// Finds one record at a time in a ``CSVInput`` and the slices of its fields.
///
/// Offsets count from the start of the record, so they hold when the input moves its window. The
/// bytes stay as they are until the whole record is known to be sound; ``unescape()`` then takes
/// doubled quotes out.
struct CSVScanner {
  /// A field without its outer quotes.
  struct Slice {
    var start: Int32
    var end: Int32
    var hasDoubledQuotes: Bool
  }

  enum Outcome {
    /// Slices and ``at``, behind the line break, are set.
    case record
    /// A line without a byte.
    case blank
    /// Nothing is left.
    case end
    /// A quote stands in a field that did not start with one, or text behind a closing quote.
    case strayQuote
    /// The file ends inside quotes.
    case openQuote
    /// The record is over the limit of bytes or of fields.
    case tooLong
  }

  static let mostFields = 65_536

  let input: CSVInput
  private let marks: UnsafePointer<UInt8>
  private let limit: Int

  /// The record's first byte.
  private(set) var base: UnsafeMutablePointer<UInt8>
  /// Bytes at hand from ``base``.
  private var available: Int
  /// The offset reached.
  private(set) var at = 0
  /// All bytes passed, or-ed: whether any is not ASCII.
  private(set) var union: UInt8 = 0
  /// Line breaks passed.
  private(set) var breaks = 0
  private(set) var slices: UnsafeMutablePointer<Slice>
  private(set) var count = 0
  private var capacity = 64
  private var isOverLimit = false

  init(input: CSVInput, marks: UnsafePointer<UInt8>, limit: Int) {
    self.input = input
    self.marks = marks
    self.limit = min(max(limit, 1), 1 << 30)
    base = input.buffer + input.start
    available = input.end - input.start
    slices = .allocate(capacity: capacity)
  }

  /// For the holder's deinit.
  func deallocate() { slices.deallocate() }

  /// Scans the record at the input's start; the input is not moved past it.
  mutating func scan() throws(CSVError) -> Outcome {
    rewind()
    union = 0
    isOverLimit = false
    count = 0
    guard try hasByte() else { return .end }
    if marks[Int(base[0])] >= CSVMarks.lineFeed {
      try passBreak()
      return .blank
    }
    while true {
      if let trouble = try scanField() { return isOverLimit || at > limit ? .tooLong : trouble }
      if isOverLimit || at > limit || count > CSVScanner.mostFields { return .tooLong }
      guard at < available else { return .record }
      if marks[Int(base[at])] != CSVMarks.delimiter {
        try passBreak()
        return .record
      }
      at += 1
    }
  }

  /// Takes the first line of the record as one slice, whatever it holds; none when it is over the
  /// limit, in which case its bytes are passed over.
  mutating func scanLine() throws(CSVError) {
    rewind()
    isOverLimit = false
    count = 0
    var isCut = false
    while true {
      while at < available, marks[Int(base[at])] < CSVMarks.lineFeed { at += 1 }
      if at < available { break }
      if try more() { continue }
      guard isOverLimit else { break }
      isCut = true
      isOverLimit = false
      input.start = input.end
      rewind()
    }
    if !isCut, at <= limit { append(from: 0, to: at, false) }
    if at < available { try passBreak() }
  }

  /// Takes the second of each pair of quotes out of the fields that have any, in place.
  mutating func unescape() {
    for index in 0..<count where slices[index].hasDoubledQuotes {
      var (from, to) = (Int(slices[index].start), Int(slices[index].start))
      let end = Int(slices[index].end)
      while from < end {
        let byte = base[from]
        base[to] = byte
        to += 1
        from += byte == CSVMarks.quoteByte ? 2 : 1
      }
      slices[index].end = Int32(to)
    }
  }

  private mutating func rewind() {
    base = input.buffer + input.start
    available = input.end - input.start
    at = 0
    breaks = 0
  }

  /// Whether the byte at ``at``, or `ahead` of it, is at hand, after reading on if it must.
  private mutating func hasByte(
    ahead: Int = 0, isLimited: Bool = true
  ) throws(CSVError) -> Bool {
    if at + ahead < available { return true }
    return try more(isLimited: isLimited)
  }

  /// More bytes behind those at hand; false at the end of the file or at the limit.
  private mutating func more(isLimited: Bool = true) throws(CSVError) -> Bool {
    if isLimited, available > limit {
      isOverLimit = true
      return false
    }
    let isMore = try input.more()
    base = input.buffer + input.start
    available = input.end - input.start
    return isMore
  }

  /// From the first byte of a field to the mark behind it.
  private mutating func scanField() throws(CSVError) -> Outcome? {
    guard try hasByte() else {
      append(from: at, to: at, false)
      return nil
    }
    if base[at] == CSVMarks.quoteByte { return try scanQuoted() }
    let start = at
    repeat {
      passPlain()
      if at < available { break }
    } while try more()
    if at < available, base[at] == CSVMarks.quoteByte { return .strayQuote }
    append(from: start, to: at, false)
    return nil
  }

  private mutating func passPlain() {
    let (base, marks, available) = (base, marks, available)
    var (position, union) = (at, union)
    while position < available {
      let byte = base[position]
      if marks[Int(byte)] != 0 { break }
      union |= byte
      position &+= 1
    }
    (at, self.union) = (position, union)
  }

  private mutating func scanQuoted() throws(CSVError) -> Outcome? {
    at += 1
    let start = at
    var hasDoubledQuotes = false
    while true {
      passQuoted()
      if at == available {
        if try more() { continue }
        return .openQuote
      }
      guard try hasByte(ahead: 1) else { break }
      guard base[at + 1] == CSVMarks.quoteByte else { break }
      hasDoubledQuotes = true
      at += 2
    }
    append(from: start, to: at, hasDoubledQuotes)
    at += 1
    let mark = at < available ? marks[Int(base[at])] : CSVMarks.delimiter
    return mark == 0 || mark == CSVMarks.quote ? .strayQuote : nil
  }

  /// To the next quote, counting line breaks.
  private mutating func passQuoted() {
    let (base, marks, available) = (base, marks, available)
    var (position, union) = (at, union)
    while position < available {
      let byte = base[position]
      let mark = marks[Int(byte)]
      if mark == CSVMarks.quote { break }
      if mark == CSVMarks.carriageReturn {
        breaks += 1
      } else if mark == CSVMarks.lineFeed, base[position - 1] != UInt8(ascii: "\r") {
        breaks += 1
      }
      union |= byte
      position &+= 1
    }
    (at, self.union) = (position, union)
  }

  /// Passes LF, CR or CR LF.
  private mutating func passBreak() throws(CSVError) {
    let isReturn = base[at] == UInt8(ascii: "\r")
    at += 1
    breaks += 1
    guard isReturn, try hasByte(isLimited: false) else { return }
    if base[at] == UInt8(ascii: "\n") { at += 1 }
  }

  private mutating func append(from start: Int, to end: Int, _ hasDoubledQuotes: Bool) {
    if count == capacity {
      let larger = UnsafeMutablePointer<Slice>.allocate(capacity: capacity * 2)
      larger.update(from: slices, count: count)
      slices.deallocate()
      slices = larger
      capacity *= 2
    }
    slices[count] = Slice(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
      hasDoubledQuotes: hasDoubledQuotes)
    count += 1
  }
}
