import CTenon
import Foundation
import Tenon

/// Open handles by number: a number that was closed is known as such, and never used again.
final class HandleTable: @unchecked Sendable {
  static let shared = HandleTable()
  private let lock = NSLock()
  private var handles: [tenon_handle: OpenHandle] = [:]
  private var latest: tenon_handle = 0

  func add(_ handle: OpenHandle) -> tenon_handle {
    lock.withLock {
      latest += 1
      handles[latest] = handle
      return latest
    }
  }

  /// The handle for the time of the call, with nobody else inside.
  ///
  /// - Throws: `script.closed`, `store.nested`, and what `body` throws.
  func using<T>(_ number: tenon_handle, _ body: (OpenHandle) throws -> T) throws -> T {
    guard let handle = lock.withLock({ handles[number] }) else { throw HandleTable.unknown(number) }
    return try handle.alone { try body(handle) }
  }

  /// Closes a handle that nobody is inside of.
  ///
  /// - Throws: `script.closed`, `store.nested`.
  func remove(_ number: tenon_handle) throws {
    try using(number) { handle in
      _ = lock.withLock { handles.removeValue(forKey: number) }
      handle.close()
    }
  }

  private static func unknown(_ number: tenon_handle) -> LuaError {
    LuaError(
      "script.closed", "\(number) is no open handle",
      remedy: "use what tenon_open gave, and not after tenon_close")
  }
}
