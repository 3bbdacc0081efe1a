import Foundation
import GRDBSQLite

/// The error with which the engine took a whole transaction back, by connection, while the transaction's session
/// lasts: whoever caught it, the run ends with it.
enum LostTransactions {
  private struct Watch {
    var first: StoreError?
  }

  private static let lock = NSLock()
  nonisolated(unsafe) private static var watches: [OpaquePointer: Watch] = [:]

  static func begin(_ connection: OpaquePointer) {
    lock.withLock { watches[connection] = Watch() }
  }

  static func end(_ connection: OpaquePointer) {
    lock.withLock { watches[connection] = nil }
  }

  /// To be told of each error of the engine; keeps the first after which there is no transaction.
  static func note(_ error: StoreError, _ connection: OpaquePointer) {
    guard sqlite3_get_autocommit(connection) != 0 else { return }
    lock.withLock {
      if watches[connection]?.first == nil { watches[connection]?.first = error }
    }
  }

  static func error(_ connection: OpaquePointer) -> StoreError? {
    lock.withLock { watches[connection]?.first }
  }
}
