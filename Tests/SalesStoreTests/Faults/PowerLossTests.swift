/// The power goes at any moment: what was committed is there, what was not is there whole or not at all.
import Foundation
import SalesKernel
@testable import SalesStore
import Testing

@Suite struct PowerLossTests {
  private static let rounds = TestRounds.of(15)

  private static func set(_ id: Int64, _ credit: Int64, _ store: Store) throws {
    _ = try store.transaction(Fixture.header) { session in
      try session.set(Fixture.customers, id: id, [(Fixture.slot("credit"), .integer(credit))])
    }
  }

  /// Each commits once.
  private static let works: [@Sendable (Store) throws -> Void] = [
    FaultedWork.bulk,
    { try set(3, 77, $0) },
    { store in
      _ = try store.transaction(Fixture.header) { try $0.delete(Fixture.customers, ids: [5, 6]) }
    },
    { store in
      // The log goes into the file before the next run.
      try store.settle()
      try set(9, 11, store)
    },
    { store in _ = try store.undo(4, Fixture.header) },
    { try Fixture.fill(other: $0) },
  ]

  @Test func everyMomentLeavesACommittedState() throws {
    var cuts = TestRandom.seeded("power loss")
    let seed = cuts.state
    let template = try Fixture.store()
    try Fixture.fill(template, 40)
    try template.settle()
    template.close()
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: template.path)))
    let record = DiskRecord(["store.db": bytes])
    var states = [try RawDigest.of(template.path)]
    var ends: [Int] = []
    let path = try place(["store.db": bytes])
    let plan = FaultPlan(record: record)
    try FaultVFS.with(plan, in: (path as NSString).deletingLastPathComponent) {
      var store = try Store.open(at: path, catalog: Fixture.catalog)
      for (number, work) in Self.works.enumerated() {
        try work(store)
        ends.append(record.count)
        states.append(try state(beside: path))
        if number == 2 {
          store.close()
          store = try Store.open(at: path, catalog: Fixture.catalog)
        }
      }
      store.close()
    }
    #expect(Set(states).count == states.count)
    for _ in 0..<Self.rounds {
      let cut = Int.random(in: 0...record.count, using: &cuts)
      let copy = try place(record.files(after: cut, &cuts))
      let found = try RawDigest.of(copy)
      let committed = ends.count { $0 <= cut }
      let isWhole = states[committed...].prefix(2).contains(found)
      #expect(isWhole, "seed \(seed), cut \(cut) of \(record.count), \(committed) committed")
      try? FileManager.default.removeItem(
        atPath: (copy as NSString).deletingLastPathComponent)
    }
  }

  /// The state of files that are open here: of a copy.
  private func state(beside path: String) throws -> String {
    var files: [String: [UInt8]] = [:]
    for end in ["", "-wal"] {
      files["store.db" + end] = FileManager.default.contents(atPath: path + end).map { [UInt8]($0) }
    }
    return try RawDigest.of(place(files))
  }

  private func place(_ files: [String: [UInt8]]) throws -> String {
    let path = Fixture.path()
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
    return path
  }

  /// A log that is cut or changed in any place gives the runs before it.
  @Test func aDamagedLogGivesAnEarlierState() throws {
    var random = TestRandom.seeded("damaged log")
    let seed = random.state
    let store = try Fixture.store()
    try Fixture.fill(store, 40)
    try store.settle()
    var states = [try state(beside: store.path)]
    for id in 1...12 {
      try Self.set(Int64(id), 90 + Int64(id % 10), store)
      states.append(try state(beside: store.path))
    }
    let file = [UInt8](try Data(contentsOf: URL(fileURLWithPath: store.path)))
    let log = [UInt8](try Data(contentsOf: URL(fileURLWithPath: store.path + "-wal")))
    for round in 0..<(Self.rounds / 2) {
      var damaged = log
      if round % 2 == 0 {
        damaged = Array(log.prefix(Int.random(in: 0...log.count, using: &random)))
      } else {
        damaged[Int.random(in: 0..<log.count, using: &random)] ^= 1 << UInt8(round % 8)
      }
      let copy = try place(["store.db": file, "store.db-wal": damaged])
      #expect(try states.contains(RawDigest.of(copy)), "seed \(seed), round \(round)")
    }
  }
}

extension Fixture {
  /// Another few customers, with the rep that is there.
  fileprivate static func fill(other store: Store) throws {
    _ = try store.transaction(header) { session in
      for number in 0..<5 {
        _ = try session.create(customers, [(slot("name"), .text("新客户 \(number)"))])
      }
    }
  }
}
