/// "Did you mean": the closest of a set of names by edit distance.
public enum Suggestion {
  /// The candidate nearest to `word`, or nil where none is near enough to be a slip of the
  /// keyboard.
  ///
  /// Near enough is a third of the longer name's characters, at least one; transposed neighbours
  /// count as one edit, and case does not count. The first of equals wins.
  ///
  /// ```swift
  /// Suggestion.closest(to: "nmae", among: ["name", "level"])  // "name"
  /// ```
  /// - Complexity: O(candidates × length²); words over 64 characters have no suggestion.
  public static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    nearest(to: word, among: candidates).first
  }

  /// Every candidate that is as near as the nearest, in their order; none where none is near enough.
  public static func nearest(
    to word: String, among candidates: some Sequence<String>
  ) -> [String] {
    let target = Array(word.lowercased())
    guard !target.isEmpty, target.count <= 64 else { return [] }
    var best: (names: [String], distance: Int) = ([], .max)
    for candidate in candidates {
      let letters = Array(candidate.lowercased())
      let floor = max(1, max(letters.count, target.count) / 3)
      guard letters.count <= 64, abs(letters.count - target.count) <= floor else { continue }
      let distance = editDistance(target, letters)
      if distance > floor || distance > best.distance { continue }
      if distance < best.distance { best = ([], distance) }
      best.names.append(candidate)
    }
    return best.names
  }

  /// A sentence for an error's remedy: `did you mean "x"?`, or the choices where nothing is close.
  public static func sentence(for word: String, among candidates: some Collection<String>) -> String
  {
    if let name = closest(to: word, among: candidates) { return "did you mean \"\(name)\"?" }
    if candidates.isEmpty { return "" }
    return "one of: " + candidates.joined(separator: ", ")
  }

  /// Optimal string alignment: insert, delete, replace, swap neighbours.
  private static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
