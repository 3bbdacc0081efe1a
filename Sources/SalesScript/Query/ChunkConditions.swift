import SalesStore

/// Which rows of one scan count, by words of their fields.
///
/// Every word is looked at once: its number is the same in all chunks of the scan.
final class ChunkConditions {
  private let conditions: [(column: Int, words: Set<String>, counts: Bool)]
  /// By condition and number of the word: whether it is one of the words; nil where not looked at yet.
  private var known: [[Bool?]]

  /// - Parameters:
  ///   - except: By slot; rows with one of the words do not count.
  ///   - only: By slot; only rows with one of the words count.
  ///   - column: Asks for a slot to be read, and gives its column.
  init(except: [Int: [String]], only: [Int: [String]], _ column: (Int) -> Int) {
    var conditions: [(column: Int, words: Set<String>, counts: Bool)] = []
    for (words, counts) in [(except, false), (only, true)] {
      for (slot, list) in words.sorted(by: { $0.key < $1.key }) {
        conditions.append((column(slot), Set(list), counts))
      }
    }
    self.conditions = conditions
    known = conditions.map { _ in [] }
  }

  func hold(_ chunk: ColumnChunk, _ row: Int) -> Bool {
    for index in conditions.indices {
      let condition = conditions[index]
      let isThere = !chunk.nulls(condition.column)[row] && isWord(chunk, index, row)
      if isThere != condition.counts { return false }
    }
    return true
  }

  private func isWord(_ chunk: ColumnChunk, _ index: Int, _ row: Int) -> Bool {
    let condition = conditions[index]
    let number = Int(chunk.bits(condition.column)[row])
    if number < known[index].count, let answer = known[index][number] { return answer }
    let answer = condition.words.contains(chunk.text(condition.column, number))
    while known[index].count <= number { known[index].append(nil) }
    known[index][number] = answer
    return answer
  }
}
