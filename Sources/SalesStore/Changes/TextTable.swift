#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Distinct texts numbered from 1 in order of appearance, found by their bytes; 0 stands for no
/// text.
struct TextTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends in ``bytes``.
  private var ends: [Int] = []
  /// Open addressing: numbers, 0 where free; the count is a power of two.
  private var places: [UInt32] = Array(repeating: 0, count: 16)
  private var recent: UInt32 = 0

  var count: Int { ends.count }

  /// The bytes of a text.
  func withBytes<R>(_ code: UInt32, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    let end = ends[Int(code) - 1]
    let start = code > 1 ? ends[Int(code) - 2] : 0
    return try bytes.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
  }

  func text(_ code: UInt32) -> String? {
    code == 0 ? nil : withBytes(code) { String(decoding: $0, as: UTF8.self) }
  }

  /// The number of a text, given when it is new.
  mutating func code(of text: UnsafeRawBufferPointer) -> UInt32 {
    if recent > 0, isEqual(recent, text) { return recent }
    var place = Int(truncatingIfNeeded: TextTable.hash(text)) & (places.count - 1)
    while places[place] > 0 {
      if isEqual(places[place], text) {
        recent = places[place]
        return recent
      }
      place = (place + 1) & (places.count - 1)
    }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    recent = UInt32(ends.count)
    places[place] = recent
    if ends.count * 2 > places.count { grow() }
    return recent
  }

  mutating func code(of text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { code(of: UnsafeRawBufferPointer($0)) }
  }

  private func isEqual(_ code: UInt32, _ text: UnsafeRawBufferPointer) -> Bool {
    withBytes(code) { known in
      guard known.count == text.count else { return false }
      guard let one = known.baseAddress, let other = text.baseAddress else { return true }
      return memcmp(one, other, known.count) == 0
    }
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: places.count * 2)
    for code in 1...UInt32(ends.count) {
      var place = Int(truncatingIfNeeded: withBytes(code, TextTable.hash)) & (places.count - 1)
      while places[place] > 0 { place = (place + 1) & (places.count - 1) }
      places[place] = code
    }
  }

  /// FNV-1a over words of eight bytes, then over the rest, with a mix after each.
  static func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(text.count)
    var place = 0
    while place + 8 <= text.count {
      hash = (hash ^ text.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x100_0000_01b3
      hash ^= hash >> 29
      place += 8
    }
    for index in place..<text.count { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 29)
  }
}
