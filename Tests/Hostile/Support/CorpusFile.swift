/// One script of the corpus, with what its header says of its end.
///
/// ```lua
/// -- What it tries.
/// -- ends: limit.deadline          a code, `ok`, or several with `or` between them
/// -- commits: yes                  where a part of it stays although it failed, or where it may write
/// ```
import Foundation
import SalesTesting
import Testing

struct CorpusFile: CustomTestStringConvertible {
  /// `loops/for_ever.lua`
  let name: String
  let path: String
  let source: String
  let endings: [String]
  let commits: Bool
  /// Whether it may run until it is stopped.
  var isStopped: Bool { endings.contains("limit.deadline") }

  var testDescription: String { name }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpus").path

  /// Every script but those that others load, by name; only those whose name begins with `$TENON_HOSTILE`, if it
  /// is set.
  static func all() -> [CorpusFile] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let prefix = ProcessInfo.processInfo.environment["TENON_HOSTILE"] ?? ""
    return names.filter {
      $0.hasSuffix(".lua") && !$0.contains("parts/") && $0.hasPrefix(prefix)
    }.sorted()
      .compactMap(CorpusFile.init)
  }

  /// A share of them under a seed that is printed; all of them where TENON_HOSTILE is set.
  static func share(of count: Int) -> [CorpusFile] {
    let files = all()
    if ProcessInfo.processInfo.environment["TENON_HOSTILE"] != nil { return files }
    let seed = Seed.value
    var random = SeededRandom(seed: seed)
    let share = files.share(of: count, &random)
    print("corpus: \(share.count) of \(files.count) files, seed \(seed)")
    return share
  }

  private init?(name: String) {
    self.name = name
    path = CorpusFile.folder + "/" + name
    guard let source = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    self.source = source
    let header = source.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.hasPrefix("--") }
    func field(_ name: String) -> String? {
      header.first { $0.hasPrefix("-- \(name): ") }.map { String($0.dropFirst(name.count + 5)) }
    }
    endings = field("ends").map { $0.components(separatedBy: " or ") } ?? []
    commits = field("commits") == "yes"
  }
}
