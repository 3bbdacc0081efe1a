/// Keeps the head and the tail of a long text that comes in pieces, in bounded memory.
///
/// Units: bytes. What is cut out in the middle is counted, and both cuts stand at ends of lines where a line
/// ends nearby.
public struct ClippedText: Sendable {
  private let limit: Int
  private var head: [UInt8] = []
  /// The last bytes behind the head; longer than they need be now and then.
  private var tail: [UInt8] = []
  private var dropped = 0

  /// - Parameter limit: The most that is kept, half of it from the beginning.
  public init(limit: Int) { self.limit = max(2, limit) }

  private var headLimit: Int { limit / 2 }
  private var tailLimit: Int { limit - headLimit }

  public mutating func append(_ bytes: some Collection<UInt8>) {
    var rest = bytes[...]
    if head.count < headLimit, tail.isEmpty {
      let part = rest.prefix(headLimit - head.count)
      head += part
      rest = rest.dropFirst(part.count)
    }
    tail += rest
    if tail.count > 2 * tailLimit { trim() }
  }

  private mutating func trim() {
    let extra = tail.count - tailLimit
    guard extra > 0 else { return }
    tail.removeFirst(extra)
    dropped += extra
  }

  /// The text; where something was left out, a line says how much.
  public var text: String {
    var copy = self
    copy.trim()
    if copy.dropped == 0 { return String(decoding: copy.head + copy.tail, as: UTF8.self) }
    var (head, tail, dropped) = (copy.head, copy.tail, copy.dropped)
    if let end = head.lastIndex(of: 10), head.count - end <= head.count / 2 {
      dropped += head.count - end - 1
      head.removeSubrange((end + 1)...)
    }
    if let end = tail.firstIndex(of: 10), end < tail.count / 2 {
      dropped += end + 1
      tail.removeSubrange(...end)
    }
    let gap = head.last == 10 || head.isEmpty ? "" : "\n"
    return String(decoding: head, as: UTF8.self) + gap + "… \(dropped) bytes left out …\n"
      + String(decoding: tail, as: UTF8.self)
  }
}
