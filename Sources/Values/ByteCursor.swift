/// A position in the bytes of a value's text form.
struct ByteCursor {
  private let bytes: UnsafeRawBufferPointer
  private(set) var position = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }
  var peek: UInt8? { isAtEnd ? nil : bytes[position] }
  var peekIsDigit: Bool { peek.map { $0 &- UInt8(ascii: "0") < 10 } ?? false }

  /// Whether the next byte is that one, which is then passed.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  /// The value of the next byte when it is a digit, which is then passed.
  mutating func takeDigit() -> UInt8? {
    guard let byte = peek else { return nil }
    let digit = byte &- UInt8(ascii: "0")
    guard digit < 10 else { return nil }
    position += 1
    return digit
  }

  /// Exactly `count` digits as a number; nil when there are fewer.
  mutating func takeDigits(_ count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit = takeDigit() else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// Passes `¥` or its full-width form.
  mutating func take(yen: Void) -> Bool {
    guard let byte = peek, byte >= 0x80 else { return false }
    let rest = bytes[position...]
    for sign: StaticString in ["¥", "￥"] {
      let wanted = UnsafeRawBufferPointer(start: sign.utf8Start, count: sign.utf8CodeUnitCount)
      if rest.starts(with: wanted) {
        position += wanted.count
        return true
      }
    }
    return false
  }

  mutating func skipSpaces() {
    while let byte = peek, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { position += 1 }
  }
}

extension StringProtocol {
  /// The value that `read` makes of the UTF-8 bytes.
  func readBytes<Value>(
    _ read: (UnsafeRawBufferPointer) throws(ValueError) -> Value
  ) throws(ValueError) -> Value {
    var text = String(self)
    let result: Result<Value, ValueError> = text.withUTF8 { bytes in
      do throws(ValueError) {
        return .success(try read(UnsafeRawBufferPointer(bytes)))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
