/// Writes fixed-width numbers and marks into a buffer known to be long enough.
struct DigitWriter {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    self.buffer = buffer
  }

  mutating func put(_ byte: UInt8) {
    buffer[count] = byte
    count += 1
  }

  /// The last `digits` digits of a number that is not negative, zeros in front.
  mutating func put(_ number: Int, digits: Int) {
    var rest = number
    for place in stride(from: digits - 1, through: 0, by: -1) {
      buffer[count + place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    count += digits
  }
}
