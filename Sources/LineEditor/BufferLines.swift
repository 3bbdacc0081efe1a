/// The lines of a chunk under edit, and where the cursor comes to when it moves between them.

import Terminal

/// Units: offsets count bytes of UTF-8.
struct BufferLines {
  private let lines: [Substring]
  private let measure = DisplayWidth()

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The same display column on the line above, or nil on the first line.
  func above(_ offset: Int) -> Int? { moved(from: offset, by: -1) }

  /// The same display column on the line below, or nil on the last line.
  func below(_ offset: Int) -> Int? { moved(from: offset, by: 1) }

  private func moved(from offset: Int, by step: Int) -> Int? {
    var start = 0
    for (index, line) in lines.enumerated() {
      let length = line.utf8.count
      if offset <= start + length {
        let target = index + step
        guard lines.indices.contains(target) else { return nil }
        let before = String(decoding: line.utf8.prefix(offset - start), as: UTF8.self)
        let kept = measure.prefix(lines[target], fitting: measure.of(before)).text
        let targetStart = step > 0 ? start + length + 1 : start - lines[target].utf8.count - 1
        return targetStart + kept.utf8.count
      }
      start += length + 1
    }
    return nil
  }
}
