// What the tests of CSV share: reading bytes in chunks of a chosen size, scratch files, seeded
// values.
import Foundation
import Testing

@testable import SalesStore

/// A row that outlives its reader.
struct KeptRow: Equatable {
  let line: Int
  let fields: [[UInt8]]
  let code: String?

  init(_ row: CSVRow) {
    line = row.line
    fields = (0..<row.count).map { Array(row[$0]) }
    code = row.error?.code
  }

  var texts: [String] { fields.map { String(decoding: $0, as: UTF8.self) } }
}

/// An input that hands out the bytes in chunks.
func chunked(_ bytes: [UInt8], chunk: Int) -> CSVInput {
  var position = 0
  return CSVInput(chunk: chunk) { room throws(CSVError) in
    let count = min(room.count, bytes.count - position)
    room.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}

func rows(
  _ bytes: [UInt8], chunk: Int = 7, _ delimiter: CSVDelimiter = .comma,
  columns: CSVReader.Columns = .any, limit: Int = CSVReader.recordLimit
) throws -> [KeptRow] {
  let reader = try CSVReader(
    chunked(bytes, chunk: chunk), named: "sample", delimiter, columns, limit: limit)
  var kept: [KeptRow] = []
  while let row = try reader.next() { kept.append(KeptRow(row)) }
  return kept
}

func rows(
  _ text: String, chunk: Int = 7, columns: CSVReader.Columns = .any,
  limit: Int = CSVReader.recordLimit
) throws -> [KeptRow] {
  try rows(Array(text.utf8), chunk: chunk, columns: columns, limit: limit)
}

/// Runs the body with the path of a file that does not exist yet, and removes it.
func withScratchPath<T>(_ body: (String) throws -> T) rethrows -> T {
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("csv-\(UUID().uuidString).csv").path
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}

/// SplitMix64 with a printed seed.
struct CSVSeed: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64 = .random(in: 0...UInt64.max), for law: String) {
    print("\(law): seed \(seed)")
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A field with a good share of all that CSV can stumble on.
  mutating func field() -> String {
    let pieces = [
      "a", "7", ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r", "\r\n", " ", "螺", "栓", "é", "🔩",
      "\u{FEFF}", "\u{0}", "bolt", "1,234.50",
    ]
    let count = Int.random(in: 0...6, using: &self)
    return (0..<count).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }
}
