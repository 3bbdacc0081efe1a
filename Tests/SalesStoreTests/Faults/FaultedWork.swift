/// Pieces of work on a small store, each of which is done again and again with a fault in another place.
import CRows
import Foundation
import SalesKernel
@testable import SalesStore
import Values

struct FaultedWork: Sendable, CustomStringConvertible {
  let name: String
  /// Done between opening and closing; nil makes the store itself.
  let act: (@Sendable (Store) throws -> Void)?
  /// What a part of the work leaves, where it is committed in parts.
  var parts: [@Sendable (Store) throws -> Void] = []

  var description: String { name }

  private static let level = Fixture.slot("level")
  private static let credit = Fixture.slot("credit")

  /// Level by credit, in one statement.
  static let bulk: @Sendable (Store) throws -> Void = { store in
    _ = try store.transaction(Fixture.header) { session in
      _ = try session.update(
        Selection(Fixture.customers), slot: level, reading: [credit]
      ) { block, results in
        for row in 0..<block.count {
          let text = block.cells[row * block.width + credit].bits > 50 ? "高" : "低"
          results[row] = row_cell(.text(text), in: block.arena)
        }
      }
    }
  }

  private static func checkpoints(_ count: Int) -> @Sendable (Store) throws -> Void {
    { store in
      _ = try store.transaction(Fixture.header) { session in
        for part in 1...count {
          try session.set(
            Fixture.customers, id: Int64(part), [(credit, .integer(Int64(100 - part)))])
          if part < count {
            _ = try session.checkpoint(Fixture.header, started: .epoch)
          }
        }
      }
    }
  }

  static let all: [FaultedWork] = [
    FaultedWork(name: "create", act: nil),
    FaultedWork(name: "open and close", act: { _ in }),
    FaultedWork(name: "bulk update", act: bulk),
    FaultedWork(
      name: "import",
      act: { store in
        let path = (store.path as NSString).deletingLastPathComponent + "/many.csv"
        let rows = (1...400).map { "K\($0),Company \($0)\n" }.joined()
        try Data(("code,name\n" + rows).utf8).write(to: URL(fileURLWithPath: path))
        _ = try store.transaction(Fixture.header) { session in
          try session.importCSV(Fixture.customers, from: path)
        }
      }),
    FaultedWork(
      name: "undo",
      act: { store in
        guard let last = try store.runs(limit: 1).first else { return }
        _ = try store.undo(last.id, Fixture.header)
      }),
    FaultedWork(
      name: "checkpoint parts", act: checkpoints(4),
      parts: [checkpoints(1), checkpoints(2), checkpoints(3)]),
    FaultedWork(
      name: "savepoints",
      act: { store in
        _ = try store.transaction(Fixture.header) { session in
          try session.savepoint { try session.delete(Fixture.customers, ids: [7, 8]) }
          _ = try? session.savepoint {
            _ = try session.create(Fixture.reps, [(1, .text("无"))])
            throw ValidationError("test.stop", "")
          }
        }
      }),
    FaultedWork(
      name: "settle",
      act: { store in
        try bulk(store)
        try store.settle()
      }, parts: [bulk]),
    FaultedWork(
      name: "backup", act: { store in try store.backup(to: FaultedWork.copy(of: store.path)) }),
  ]

  static func copy(of path: String) -> String { path + ".copy" }
}
