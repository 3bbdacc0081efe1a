/// Whether bytes are well-formed UTF-8.
///
/// Source: Unicode standard, table 3-7.
enum UTF8Check {
  static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let count = bytes.count
    var at = 0
    while at < count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += asciiRun(bytes, from: at)
        continue
      }
      if lead & 0xF0 == 0xE0, lead != 0xE0, lead != 0xED, at + 2 < count {
        // Most Chinese text: three bytes, the last two of the plain form.
        guard bytes[at + 1] & bytes[at + 2] & 0x80 != 0, (bytes[at + 1] | bytes[at + 2]) & 0x40 == 0
        else { return false }
        at += 3
        continue
      }
      let length = sequenceLength(lead)
      guard length > 0, at + length <= count, second(bytes[at + 1], of: lead) else { return false }
      var place = 2
      while place < length {
        guard bytes[at + place] & 0xC0 == 0x80 else { return false }
        place += 1
      }
      at += length
    }
    return true
  }

  /// Bytes that are surely ASCII from one that is: by eight where all eight are.
  private static func asciiRun(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var at = start
    while at + 8 <= bytes.count,
      bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      at += 8
    }
    return max(at - start, 1)
  }

  /// Bytes of a sequence by its first; 0 when no sequence starts so.
  private static func sequenceLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// The second byte's range shuts out overlong forms, surrogates and what lies above U+10FFFF.
  private static func second(_ byte: UInt8, of lead: UInt8) -> Bool {
    switch lead {
    case 0xE0: (0xA0...0xBF).contains(byte)
    case 0xED: (0x80...0x9F).contains(byte)
    case 0xF0: (0x90...0xBF).contains(byte)
    case 0xF4: (0x80...0x8F).contains(byte)
    default: byte & 0xC0 == 0x80
    }
  }
}
