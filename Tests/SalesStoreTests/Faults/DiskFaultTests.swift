/// Every operation on files that a piece of work does fails once, in every way: the store is as before, or as after.
import Foundation
import SalesKernel
@testable import SalesStore
import Testing

@Suite struct DiskFaultTests {
  /// Places of one fault in one piece of work; all of them where TENON_ROUNDS is 100.
  private static let places = TestRounds.of(2)

  @Test(arguments: FaultedWork.all)
  func everyFaultEndsInAnErrorOrAWholeStore(_ work: FaultedWork) throws {
    try fail(work, places: DiskFaultTests.places)
  }

  /// Whoever catches an error of the store, the run ends with that error.
  @Test func anErrorThatIsCaughtIsWhatTheRunEndsWith() throws {
    let work = try #require(FaultedWork.all.first { $0.name == "savepoints" })
    try fail(work, places: TestRounds.of(40))
  }

  private func fail(_ work: FaultedWork, places most: Int) throws {
    let trial = try FaultTrial(work)
    let counts = try trial.counts()
    for fault in DiskFault.all {
      let count = counts.count(fault.operations)
      let step = max(1, count / most)
      // Another offset for each fault, the first and last operations among them.
      var places = Set(stride(from: 1 + fault.name.utf8.count % step, through: count, by: step))
      places.formUnion([1, 2, count].filter { $0 >= 1 && $0 <= count })
      for place in places.sorted() { try trial.run(fault, at: place) }
    }
  }
}

/// One piece of work with what it may leave.
private struct FaultTrial {
  let work: FaultedWork
  /// The file that each try begins with; nil where it is made.
  private let template: Data?
  private let before: String
  private let after: String
  private let between: [String]

  init(_ work: FaultedWork) throws {
    self.work = work
    if let act = work.act {
      let store = try Fixture.store()
      try Fixture.fill(store, 60)
      try store.settle()
      store.close()
      let bytes = try Data(contentsOf: URL(fileURLWithPath: store.path))
      template = bytes
      before = try RawDigest.of(store.path)
      after = try FaultTrial.state(bytes, after: act)
      between = try work.parts.map { try FaultTrial.state(bytes, after: $0) }
    } else {
      let store = try Fixture.store()
      store.close()
      template = nil
      (before, between) = ("no file", [])
      after = try RawDigest.of(store.path)
    }
  }

  private static func state(
    _ template: Data, after act: (Store) throws -> Void
  ) throws -> String {
    let path = Fixture.path()
    try template.write(to: URL(fileURLWithPath: path))
    let store = try Store.open(at: path, catalog: Fixture.catalog)
    try act(store)
    store.close()
    return try RawDigest.of(path)
  }

  /// How many operations a fault could hit: the work, done without one.
  func counts() throws -> FaultPlan {
    let plan = FaultPlan()
    let path = Fixture.path()
    let error = try attempt(plan, path)
    #expect(error == nil, "\(work): \(String(describing: error))")
    #expect(try state(path) == after)
    return plan
  }

  func run(_ fault: DiskFault, at place: Int) throws {
    let plan = FaultPlan(fault, at: place)
    let path = Fixture.path()
    defer {
      try? FileManager.default.removeItem(
        atPath: (path as NSString).deletingLastPathComponent)
    }
    let error = try attempt(plan, path)
    let name: Comment = "\(work), \(fault) at \(place): \(error.map { "\($0)" } ?? "no error")"
    #expect(plan.hasFired, name)
    if let error {
      #expect(error.code == fault.expected, name)
      #expect(error.message.contains(path), name)
      #expect(!error.remedy.isEmpty, name)
    }
    let found = try state(path)
    let isAllowed = found == after || (error != nil && ([before] + between).contains(found))
    #expect(isAllowed, "\(name)\n\(found)")
    try checkCopy(of: path, hasFailed: error != nil, name)
  }

  private func attempt(_ plan: FaultPlan, _ path: String) throws -> StoreError? {
    if let template { try template.write(to: URL(fileURLWithPath: path)) }
    let folder = (path as NSString).deletingLastPathComponent
    return try FaultVFS.with(plan, in: folder) {
      do {
        guard let act = work.act else {
          try Store.create(at: path, catalog: Fixture.catalog).close()
          return nil
        }
        let store = try Store.open(at: path, catalog: Fixture.catalog)
        defer {
          // Whatever it says, it says by an error.
          _ = try? Fixture.dump(store)
          store.close()
        }
        try act(store)
        return nil
      } catch let error as StoreError {
        return error
      }
    }
  }

  private func state(_ path: String) throws -> String {
    FileManager.default.fileExists(atPath: path) ? try RawDigest.of(path) : "no file"
  }

  /// A copy is whole or not there, and nothing is left of it.
  private func checkCopy(of path: String, hasFailed: Bool, _ name: Comment) throws {
    let copy = FaultedWork.copy(of: path)
    #expect(!FileManager.default.fileExists(atPath: copy + ".part"), name)
    guard work.name == "backup" else { return }
    #expect(FileManager.default.fileExists(atPath: copy) != hasFailed, name)
    if !hasFailed { #expect(try RawDigest.of(copy) == before, name) }
  }
}
