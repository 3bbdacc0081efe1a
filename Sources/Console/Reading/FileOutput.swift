/// Writes all of a text to a file descriptor.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

public enum FileOutput {
  /// True when all was written; false when the other end is gone or the disk is full.
  @discardableResult
  public static func write(_ text: String, to descriptor: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        #if canImport(Darwin)
          Darwin.write(descriptor, $0.baseAddress, $0.count)
        #else
          Glibc.write(descriptor, $0.baseAddress, $0.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
