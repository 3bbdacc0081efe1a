/// Golden files: commands in, standard output, standard error and exit code out.
import Foundation
import SalesTesting
import Testing

@Suite struct GoldenTests {
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".golden") }.sorted()
  }()

  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  }

  @Test func thereAreGoldenFiles() { #expect(!GoldenTests.names.isEmpty) }

  /// A step that fails must also leave every row and run as it was; 3 may come from an import that stored
  /// the good rows of a file.
  @Test(arguments: names)
  func golden(_ name: String) throws {
    let text = try String(contentsOf: GoldenTests.folder.appending(path: name), encoding: .utf8)
    let fixture = try CommandFixture()
    var runner = GoldenRunner(program: fixture.program, folder: fixture.folder)
    runner.state = { try fixture.digest() }
    runner.changingStatuses = name.hasPrefix("import-partly") ? [0, 3] : [0]
    runner.placeholder = { query in Grouped.text(try fixture.sql(query)) }
    for difference in try runner.differences(GoldenFile(name: name, text: text)) {
      Issue.record("\(difference)")
    }
  }
}

/// Numbers as people write them: `1,234`.
enum Grouped {
  static func text(_ number: Int64) -> String {
    var digits = "\(number)"
    var parts: [String] = []
    while digits.count > 3 {
      parts.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + parts).joined(separator: ",")
  }
}
