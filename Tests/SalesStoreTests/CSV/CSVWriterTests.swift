import Foundation
import Testing

@testable import SalesStore

@Suite struct CSVWriterTests {
  private func written(
    _ records: [[String]], _ delimiter: CSVDelimiter = .comma, bom: Bool = false
  ) throws -> [UInt8] {
    try withScratchPath { path in
      let writer = try CSVWriter(path: path, delimiter: delimiter, bom: bom)
      for record in records { try writer.record(record) }
      try writer.close()
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
  }

  @Test func quotesOnlyWhatNeedsIt() throws {
    let bytes = try written([["a", "b c", "螺栓"], ["1,2", "x\"y", "l\nm"], ["", ""], [""], []])
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "a,b c,螺栓\n\"1,2\",\"x\"\"y\",\"l\nm\"\n,\n\"\"\n")
    #expect(try written([["1,2", "1;2"]], .semicolon) == Array("1,2;\"1;2\"\n".utf8))
  }

  @Test func startsWithAByteOrderMarkWhenAsked() throws {
    #expect(try written([["a"]], bom: true) == [0xEF, 0xBB, 0xBF, 0x61, 0x0A])
    #expect(try written([["\u{FEFF}a"]]) == Array("\"\u{FEFF}a\"\n".utf8))
  }

  @Test func writesFieldsLargerThanItsBuffer() throws {
    let large = String(repeating: "螺", count: 200_000)
    let quoted = String(repeating: "\"", count: 300_000)
    let kept = try rows(try written([["a", large, quoted, "b"]]), chunk: 65_536)
    #expect(kept.map(\.texts) == [["a", large, quoted, "b"]])
  }

  @Test func namesWhatIsWrongWithTheFile() throws {
    #expect { try CSVWriter(path: "/no/such/folder/x.csv") } throws: {
      ($0 as? CSVError)?.code == "csv.unwritable"
    }
    let full = try CSVWriter(path: "/dev/full")
    try full.record(["a"])
    #expect { try full.close() } throws: { ($0 as? CSVError)?.code == "csv.unwritable" }
    try full.close()
    #expect { for _ in 0..<300_000 { try full.record(["a"]) } } throws: {
      ($0 as? CSVError)?.code == "csv.unwritable"
    }
  }

  @Test func whatIsWrittenReadsBack() throws {
    var random = CSVSeed(for: "csv write and read back")
    for round in 0..<150 {
      let delimiter = CSVDelimiter.allCases.randomElement(using: &random) ?? .comma
      let width = Int.random(in: 1...5, using: &random)
      let records = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        (0..<width).map { _ in random.field() }
      }
      let bytes = try written(records, delimiter, bom: round % 2 == 0)
      let chunk = Int.random(in: 1...40, using: &random)
      let kept = try rows(bytes, chunk: chunk, delimiter, columns: .asFirstRow)
      #expect(kept.map(\.fields) == records.map { $0.map { Array($0.utf8) } })
      #expect(kept.allSatisfy { $0.code == nil })
    }
  }

  /// Damaged input gives rows and errors, never a trap, the same for every chunk size, and every
  /// line counts.
  @Test func damagedInputNeverTraps() throws {
    var random = CSVSeed(for: "csv damaged input")
    for _ in 0..<400 {
      let records = (0..<5).map { _ in (0..<3).map { _ in random.field() } }
      var bytes = try written(records)
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch random.next() % 4 {
        case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(UInt8(ascii: "\""), at: index)
        default: bytes.removeLast(bytes.count - index)
        }
      }
      let limit = Int.random(in: 1...60, using: &random)
      let outcomes = [1, 2, 13, 4096].map { chunk in
        Result { try rows(bytes, chunk: chunk, columns: .asFirstRow, limit: limit) }
          .mapError { $0 as? CSVError ?? CSVError("other", "\($0)") }
      }
      #expect(outcomes.allSatisfy { $0 == outcomes[0] }, "\(bytes), limit \(limit)")
      if case .success(let kept) = outcomes[0] {
        #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.line < $1.line })
      }
    }
  }
}
