/// Copies of a store, and damage that only a check of the whole file finds.
import Foundation
import GRDB
import SalesTesting
import Testing

@Suite struct BackupTests {
  @Test func aCopyIsEqualAndWorksOnItsOwn() throws {
    let fixture = try CommandFixture()
    #expect(try fixture.run(["eval", "customers:update{credit = 5}", "--yes"]).status == 0)
    let before = try fixture.digest()
    #expect(try fixture.run(["backup", "copy.db"]).status == 0)
    let copy = fixture.folder.appending(path: "copy.db").path
    #expect(try StoreDigest.of(path: copy) == before)
    #expect(try fixture.digest() == before)
    #expect(try fixture.command.run(["undo", "--last", "--yes", "--store", "copy.db"]).status == 0)
    #expect(try StoreDigest.of(path: copy) != before)
    #expect(try fixture.digest() == before)
  }

  @Test func aFileThatIsThereStays() throws {
    let fixture = try CommandFixture()
    try fixture.write("mine", to: "copy.db")
    let result = try fixture.run(["backup", "copy.db"])
    #expect(result.status == 4)
    #expect(result.errors.hasPrefix("store.exists: "))
    let kept = try Data(contentsOf: fixture.folder.appending(path: "copy.db"))
    #expect(kept == Data("mine".utf8))
  }

  @Test func theDoctorFindsARecordWithoutItsOwner() throws {
    let fixture = try CommandFixture()
    let queue = try DatabaseQueue(path: fixture.store.path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: "UPDATE orders SET customer = 999999 WHERE id = 1")
    }
    try queue.close()
    let result = try fixture.run(["doctor"])
    #expect(result.status == 4, "\(result.errors)")
    #expect(
      result.errors.contains(
        "damage: orders 1 refers to a record of customers that is not there"))
    #expect(result.errors.contains("store.corrupt: "))
  }

  @Test func theDoctorFindsAnIndexThatDoesNotFit() throws {
    let fixture = try CommandFixture()
    let queue = try DatabaseQueue(path: fixture.store.path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA writable_schema = ON")
      try db.execute(
        sql: "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema "
          + "WHERE type = 'index' AND tbl_name = 'contacts' AND rootpage > 0 LIMIT 1) "
          + "WHERE name = (SELECT name FROM sqlite_schema WHERE type = 'index' "
          + "AND tbl_name = 'activities' AND rootpage > 0 LIMIT 1)")
    }
    try queue.close()
    let result = try fixture.run(["doctor"])
    #expect(result.status == 4, "\(result.errors)")
    #expect(result.errors.contains("store.corrupt"), "\(result.errors)")
  }
}
