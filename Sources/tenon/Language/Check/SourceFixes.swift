/// A source with the certain fixes of its findings made.
struct SourceFixes {
  let source: String
  /// How many were made.
  let count: Int
  private let before: String

  /// Where two fixes meet, the first one is made.
  init(_ findings: [CheckFinding], in source: String) {
    before = source
    var bytes = Array(source.utf8)
    var (count, limit) = (0, bytes.count)
    for fix in findings.compactMap(\.fix).sorted(by: { $0.range.lowerBound > $1.range.lowerBound })
    where fix.range.upperBound <= limit && fix.range.lowerBound >= 0 {
      bytes.replaceSubrange(fix.range, with: fix.text.utf8)
      limit = fix.range.lowerBound
      count += 1
    }
    self.source = String(decoding: bytes, as: UTF8.self)
    self.count = count
  }

  /// What changed, line by line: fixes neither add nor drop a line.
  func diff(of file: String) -> String {
    let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false) }
    var text = ""
    for (index, pair) in zip(lines(before), lines(source)).enumerated() where pair.0 != pair.1 {
      text += "\(file):\(index + 1)\n-\(pair.0)\n+\(pair.1)\n"
    }
    return text
  }
}
