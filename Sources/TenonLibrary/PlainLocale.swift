import Foundation

/// The plain locale for the time of a call, on this thread only: a program may have set another, in which Lua would
/// write `1,5` for a number and compare texts by its rules.
enum PlainLocale {
  static func using<T>(_ body: () throws -> T) rethrows -> T {
    #if canImport(Glibc)
      guard let plain else { return try body() }
      let former = uselocale(plain)
      defer { uselocale(former) }
    #endif
    return try body()
  }

  #if canImport(Glibc)
    /// Categories that the mask leaves out are plain as well.
    nonisolated(unsafe) private static let plain: locale_t? = newlocale(
      1 << Int32(LC_NUMERIC) | 1 << Int32(LC_COLLATE), "C", nil)
  #endif
}
