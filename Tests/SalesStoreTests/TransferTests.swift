/// CSV in and out: identity, refused rows, files that are no use.
import Foundation
import SalesKernel
@testable import SalesStore
import Testing
import Values

@Suite struct TransferTests {
  let customers = Fixture.customers

  func file(_ text: String) throws -> String {
    let path = Fixture.path() + ".csv"
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  func load(
    _ store: Store, _ path: String, _ options: ImportOptions = ImportOptions()
  ) throws -> ImportReport {
    try store.transaction(Fixture.header) {
      try $0.importCSV(customers, from: path, options: options)
    }.value
  }

  @Test(arguments: [UInt64](1...4)) func importOfExportIsIdentity(seed: UInt64) throws {
    var random = TestRandom(state: seed)
    let store = try Fixture.store()
    try Fixture.fill(store, 50)
    let law = UndoPropertyTests()
    _ = try store.transaction(Fixture.header) { session in
      for _ in 0..<60 { try law.act(session, &random) }
    }
    let target = try Fixture.store()
    for entity in Fixture.catalog.entities {
      let path = Fixture.path() + ".csv"
      let written = try store.read { try $0.exportCSV(Selection(entity), to: path) }
      let report = try target.transaction(Fixture.header) {
        try $0.importCSV(entity, from: path)
      }.value
      #expect(report.read == written && report.created == written, "seed \(seed)")
      #expect(report.rejectPath == nil, "seed \(seed): \(report.firstRejects)")
    }
    #expect(try Fixture.dump(target) == Fixture.dump(store), "seed \(seed)")
  }

  @Test func badRowsAreRefusedAndCounted() throws {
    let store = try Fixture.store()
    _ = try store.transaction(Fixture.header) { session in
      try session.create(Fixture.reps, [(0, .text("R7")), (1, .text("李"))])
    }
    let path = try file(
      #"""
      code,名称,owner,credit,purchase,since
      a1,甲,R7,50,320000.5,2026-03-31
      a2,"乙, ""two""",1,, -12.3456 ,
      a3,,1,5,1,
      a4,丁,R9,5,1,
      a5,戊,,101,1,
      a6,己,,5x,1,
      a7,庚,,5,1.23456,
      a8,辛,,5,1,2026-02-30
      a1,壬,,5,1,
      a9,癸,,5
      """#)
    let report = try load(store, path)
    #expect(report.read == 10 && report.created == 2 && report.rejected == 8)
    #expect(
      report.firstRejects.map(\.code) == [
        "field.required", "record.reference", "customer.credit.range", "field.syntax",
        "field.syntax", "field.syntax", "record.duplicate", "csv.columns",
      ])
    #expect(report.firstRejects.map(\.line) == Array(4...11))
    #expect(report.firstRejects[0].column == "名称")
    let all = try #require(try Fixture.dump(store)["customers"]).sorted { $0.key < $1.key }
    #expect(all.map { $0.value[1] } == [.text("甲"), .text("乙, \"two\"")])
    #expect(all.map { $0.value[2] } == [.integer(1), .integer(1)])
    #expect(
      all.map { $0.value[Fixture.slot("purchase")] }
        == [.money(Money(units: 3_200_005_000)), .money(Money(units: -123_456))])
    let rejects = try String(contentsOfFile: try #require(report.rejectPath), encoding: .utf8)
    #expect(
      rejects.hasPrefix(
        "code,名称,owner,credit,purchase,since,reject_line,reject_code,reject_reason\n"))
    #expect(rejects.contains("a5,戊,,101,1,,6,customer.credit.range,"))
    #expect(rejects.split(separator: "\n").count == 9)
  }

  @Test func mendedRejectsAreImportedAsTheyAre() throws {
    let store = try Fixture.store()
    let report = try load(store, try file("code,name,credit\na1,甲,5\na2,乙,500\n"))
    let path = try #require(report.rejectPath)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("code,name,credit,reject_line,reject_code,reject_reason\na2,乙,500,3,"))
    let mended = try load(store, try file(text.replacingOccurrences(of: "乙,500", with: "乙,50")))
    #expect(mended.created == 1 && mended.rejected == 0)
  }

  @Test func aKeyUpdatesRecords() throws {
    let store = try Fixture.store()
    try Fixture.fill(store, 3)
    let path = try file("code,name,level\nc1,new name,B\nc9,nine,A\nc1,again,C\n")
    let report = try load(store, path)
    #expect(report.created == 1 && report.updated == 1 && report.rejected == 1)
    let all = try #require(try Fixture.dump(store)["customers"])
    #expect(all[2]?[1] == .text("new name"))
    #expect(all[2]?[Fixture.slot("level")] == .text("B"))
    #expect(all[2]?[Fixture.slot("credit")] == .integer(1))
    #expect(all.count == 4)
    let before = try Fixture.dump(store)
    let run = try #require(try store.runs().first)
    _ = try store.undo(run.id, Fixture.header)
    #expect(try Fixture.dump(store)["customers"]?.count == 3)
    _ = try store.undo(try #require(try store.runs().first).id, Fixture.header)
    #expect(try Fixture.dump(store) == before)
  }

  @Test func filesThatAreNoUse() throws {
    let store = try Fixture.store()
    let cases = [
      ("", "csv.empty"), ("code,nmae\n1,2\n", "import.column"),
      ("code,code\n1,2\n", "import.column"),
      ("code,编码\n1,2\n", "import.column"),
    ]
    for (text, expected) in cases {
      let path = try file(text)
      #expect(code { _ = try load(store, path) } == expected)
    }
    #expect(code { _ = try load(store, "/nowhere/x.csv") } == "csv.missing")
    let header = try file("code,name\n")
    #expect(try load(store, header).read == 0)
    let path = try file("kunde,name,x\n1,2,3\n")
    let mapping = ImportOptions(mapping: ["kunde": "code", "x": ""])
    #expect(try load(store, path, mapping).created == 1)
    #expect(
      code { _ = try load(store, path, ImportOptions(mapping: ["no": "code"])) } == "import.column")
    var bytes = Data("code,name\nu1,".utf8)
    bytes.append(contentsOf: [0xC3, 0x28, 0x0A])
    bytes.append(Data("u2,ok\n".utf8))
    try bytes.write(to: URL(fileURLWithPath: path))
    let report = try load(store, path)
    #expect(report.created == 1 && report.rejected == 1)
    #expect(report.firstRejects.first?.code == "csv.utf8")
  }
}
