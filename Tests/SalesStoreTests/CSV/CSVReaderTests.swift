import Foundation
import Testing

@testable import SalesStore

@Suite struct CSVReaderTests {
  @Test(arguments: [1, 2, 3, 7, 4096])
  func readsEveryFormOfLine(chunk: Int) throws {
    let text = "a,b\n1,2\r\n3,4\r5,6"
    let expected = [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]
    #expect(try rows(text, chunk: chunk).map(\.texts) == expected)
    #expect(try rows(text + "\n", chunk: chunk).map(\.texts) == expected)
    #expect(try rows(text + "\r\n", chunk: chunk).map(\.texts) == expected)
    #expect(try rows(text, chunk: chunk).map(\.line) == [1, 2, 3, 4])
  }

  @Test(arguments: [1, 2, 3, 7, 4096])
  func readsQuotes(chunk: Int) throws {
    let text = "\"a\"\"b\",\"c,d\",\"e\nf\r\ng\"\n\"\",\"\"\"\",x\n"
    let kept = try rows(text, chunk: chunk)
    #expect(kept.map(\.texts) == [["a\"b", "c,d", "e\nf\r\ng"], ["", "\"", "x"]])
    #expect(kept.map(\.line) == [1, 4])
    #expect(kept.allSatisfy { $0.code == nil })
  }

  @Test func keepsEmptyFieldsAndSkipsEmptyLines() throws {
    let kept = try rows(",\n\n\"\"\n\r\na,,b,\n")
    #expect(kept.map(\.texts) == [["", ""], [""], ["a", "", "b", ""]])
    #expect(kept.map(\.line) == [1, 3, 5])
    #expect(try rows("a,").map(\.texts) == [["a", ""]])
    #expect(try rows("\n\n").isEmpty)
  }

  @Test(arguments: CSVDelimiter.allCases)
  func readsEveryDelimiter(delimiter: CSVDelimiter) throws {
    let mark = String(decoding: [delimiter.byte], as: UTF8.self)
    let kept = try rows(Array("a\(mark)\"b\(mark)c\"\n".utf8), delimiter)
    #expect(kept.map(\.texts) == [["a", "b\(mark)c"]])
  }

  @Test func passesOverAByteOrderMark() throws {
    #expect(
      try rows("\u{FEFF}名称,a\n螺栓,🔩\n", chunk: 1).map(\.texts) == [["名称", "a"], ["螺栓", "🔩"]])
    #expect(try rows("\u{FEFF}\"a\"\n").map(\.texts) == [["a"]])
  }

  @Test func refusesRowsThatAreNotUTF8AndGoesOn() throws {
    let gbk: [UInt8] = [0xC2, 0xDD, 0xCB, 0xA8]
    let kept = try rows(Array("a,b\nx,".utf8) + gbk + Array("\ny,螺\n".utf8))
    #expect(kept.map(\.code) == [nil, "csv.utf8", nil])
    #expect(kept[1].fields == [Array("x".utf8), gbk])
    #expect(kept[2].texts == ["y", "螺"])
  }

  /// Well-formed and ill-formed sequences of the Unicode standard's table 3-7.
  @Test(
    arguments: [
      ([0xC3, 0xA9], true), ([0xED, 0x9F, 0xBF], true), ([0xF4, 0x8F, 0xBF, 0xBF], true),
      ([0xEF, 0xBF, 0xBD], true), ([0xC0, 0xAF], false), ([0xE0, 0x9F, 0xBF], false),
      ([0xED, 0xA0, 0x80], false), ([0xF4, 0x90, 0x80, 0x80], false), ([0x80], false),
      ([0xE8, 0x9E], false), ([0xF5, 0x80, 0x80, 0x80], false), ([0xF0, 0x8F, 0xBF, 0xBF], false),
      ([0xC3, 0x41], false), ([0xE8, 0x9E, 0x41], false),
    ] as [([UInt8], Bool)])
  func knowsUTF8(bytes: [UInt8], isValid: Bool) {
    #expect(bytes.withUnsafeBytes { UTF8Check.isValid($0) } == isValid)
    #expect((String(validating: bytes, as: UTF8.self) != nil) == isValid)
  }

  @Test(arguments: [1, 3, 4096])
  func refusesStrayQuotesAndGoesOnAtTheNextLine(chunk: Int) throws {
    let kept = try rows("a,b\nx\"y,z\n\"x\"y,z\nc,d\n", chunk: chunk)
    #expect(kept.map(\.code) == [nil, "csv.quote", "csv.quote", nil])
    #expect(kept.map(\.texts) == [["a", "b"], ["x\"y,z"], ["\"x\"y,z"], ["c", "d"]])
    #expect(kept.map(\.line) == [1, 2, 3, 4])
  }

  @Test(arguments: [1, 3, 4096])
  func anOpenQuoteCostsOneLine(chunk: Int) throws {
    let kept = try rows("a,b\n\"x,y\r\nc,d\ne,f", chunk: chunk)
    #expect(kept.map(\.code) == [nil, "csv.quote", nil, nil])
    #expect(kept.map(\.texts) == [["a", "b"], ["\"x,y"], ["c", "d"], ["e", "f"]])
    #expect(kept.map(\.line) == [1, 2, 3, 4])
    #expect(try rows("\"", chunk: chunk).map(\.code) == ["csv.quote"])
  }

  @Test func refusesAnotherNumberOfFields() throws {
    let kept = try rows("a,b\n1\n1,2,3\n1,2\n", columns: .asFirstRow)
    #expect(kept.map(\.code) == [nil, "csv.columns", "csv.columns", nil])
    #expect(kept[2].texts == ["1", "2", "3"])
  }

  @Test(arguments: [1, 5, 64])
  func refusesARecordOverTheLimit(chunk: Int) throws {
    let long = String(repeating: "x", count: 40)
    let kept = try rows("a\n\(long)\nb\n\"\(long)\n\"\nc\n", chunk: chunk, limit: 20)
    #expect(kept.map(\.code) == [nil, "csv.length", nil, "csv.length", "csv.quote", nil])
    #expect(kept.map(\.line) == [1, 2, 3, 4, 5, 6])
    #expect(kept[2].texts == ["b"] && kept[5].texts == ["c"])
  }

  @Test func refusesTooManyFields() throws {
    let kept = try rows(String(repeating: ",", count: 70_000) + "\na,b\n", chunk: 4096)
    #expect(kept.map(\.code) == ["csv.length", nil])
    #expect(kept[1].texts == ["a", "b"])
  }

  @Test func namesWhatIsWrongWithTheFile() throws {
    func code(_ body: () throws -> CSVReader) -> String? {
      do {
        _ = try body()
        return nil
      } catch { return (error as? CSVError)?.code }
    }
    #expect(code { try CSVReader(path: "/no/such/file.csv") } == "csv.missing")
    #expect(code { try CSVReader(path: "a\u{0}b") } == "csv.missing")
    #expect(code { try CSVReader(path: "/tmp") } == "csv.unreadable")
    #expect(code { try CSVReader(path: "/dev/null") } == "csv.empty")
    for (bytes, expected) in [
      ([], "csv.empty"), ([0xEF, 0xBB, 0xBF], "csv.empty"),
      ([0xFF, 0xFE, 0x61, 0], "csv.encoding"),
      ([0xFE, 0xFF], "csv.encoding"), ([0x61], nil), ([0xEF, 0xBB], nil),
    ] as [([UInt8], String?)] {
      let found = code {
        try CSVReader(chunked(bytes, chunk: 1), named: "x", .comma, .any, limit: 99)
      }
      #expect(found == expected, "\(bytes)")
    }
  }

  @Test func aReadErrorEndsTheRows() throws {
    var calls = 0
    let input = CSVInput(chunk: 4) { room throws(CSVError) in
      calls += 1
      if calls > 2 { throw CSVError("csv.unreadable", "gone") }
      room.copyBytes(from: Array("a,b\n".utf8))
      return 4
    }
    let reader = try CSVReader(input, named: "x", .comma, .any, limit: 99)
    var count = 0
    #expect(throws: CSVError("csv.unreadable", "gone")) {
      while try reader.next() != nil { count += 1 }
    }
    #expect(count == 2)
    #expect(try reader.next() == nil)
  }
}
