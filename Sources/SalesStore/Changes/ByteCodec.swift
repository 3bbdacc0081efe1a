/// Appends integers of varying length and checks them back.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func unsigned(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func count(_ value: Int) { unsigned(UInt64(value)) }

  /// Zigzag: small numbers of either sign are short.
  mutating func signed(_ value: Int64) {
    unsigned(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }

  mutating func append(_ text: UnsafeRawBufferPointer) {
    count(text.count)
    bytes.append(contentsOf: text)
  }
}

/// Reads what ``ByteWriter`` wrote; anything else is `store.corrupt`, never a trap.
struct ByteReader {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func corrupt(_ what: String) -> StoreError {
    StoreError(
      "store.corrupt", "a run's change set is damaged: \(what)",
      remedy: "restore the store from a backup to undo that run")
  }

  mutating func byte() throws -> UInt8 {
    guard position < bytes.count else { throw ByteReader.corrupt("it ends early") }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func unsigned() throws -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      if shift == 63, next > 1 { throw ByteReader.corrupt("a number is too long") }
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
      if shift > 63 { throw ByteReader.corrupt("a number is too long") }
    }
  }

  mutating func signed() throws -> Int64 {
    let value = try unsigned()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  mutating func count(atMost limit: Int) throws -> Int {
    let value = try unsigned()
    guard value <= UInt64(limit) else { throw ByteReader.corrupt("a count is too large") }
    return Int(value)
  }

  mutating func text() throws -> ArraySlice<UInt8> {
    let count = try count(atMost: bytes.count)
    guard count <= bytes.count - position else { throw ByteReader.corrupt("it ends early") }
    defer { position += count }
    return bytes[position..<(position + count)]
  }

  func requireEnd() throws {
    if position != bytes.count { throw ByteReader.corrupt("it has bytes left over") }
  }
}
