/// The chunks that were typed, whole, oldest first; kept in a file from session to session.
///
/// Not kept: blank chunks, a chunk equal to the one before it, one that begins with a space, and one that
/// seems to hold a secret (``SecretWords``). A history without a file lives as long as the session.
public final class History {
  public let file: HistoryFile?
  public let limit: Int
  public private(set) var entries: [String]
  /// Why the file cannot be used, where it cannot; the session goes on without.
  public private(set) var problem: String?

  /// Reads the file, and shortens it when it holds more than twice the limit.
  public init(file path: String?, limit: Int = 10_000) {
    self.limit = max(1, limit)
    file = path.map(HistoryFile.init)
    entries = []
    guard let file else { return }
    do {
      let all = try file.read()
      entries = all.suffix(self.limit)
      if all.count / 2 > self.limit { try file.replace(with: entries) }
    } catch {
      problem = error.description
    }
  }

  /// Adds a chunk; false where it is not to be kept.
  @discardableResult
  public func add(_ chunk: String) -> Bool {
    guard History.isKept(chunk), chunk != entries.last else { return false }
    entries.append(chunk)
    if entries.count > limit { entries.removeFirst() }
    guard problem == nil, let file else { return true }
    do { try file.append(chunk) } catch { problem = error.description }
    return true
  }

  /// Entries that hold a text, the last `count` of them, oldest first.
  public func entries(containing text: String, last count: Int = .max) -> [String] {
    Array(entries.filter { text.isEmpty || $0.contains(text) }.suffix(max(0, count)))
  }

  static func isKept(_ chunk: String) -> Bool {
    chunk.first != " " && !chunk.allSatisfy(\.isWhitespace) && !SecretWords.isIn(chunk)
  }
}
