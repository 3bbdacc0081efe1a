/// One line on a terminal that says how far a long piece of work is; gone when the work ends.
///
/// ```
/// import 43 %  430,000 of 1,000,000  102,000/s  6 s left
/// ```
/// Nothing is shown in the first second, nor off a terminal, and at most ten times a second after that.
///
/// ```swift
/// var progress = Progress("import", total: 1_000_000, isTerminal: true) { write($0) }
/// progress.update(done: 430_000); progress.finish()
/// ```
public struct Progress {
  public let label: String
  /// Nil where nobody knows; an estimate may change as the work goes on.
  public private(set) var total: Int?
  private let isShown: Bool
  private let width: Int
  private let now: () -> Duration
  private let write: (String) -> Void
  private let start: Duration
  private var lastShown: Duration?

  /// `write` gets text for standard error; `now` is any clock that goes forward.
  public init(
    _ label: String, total: Int? = nil, isTerminal: Bool, width: Int = 80,
    now: (() -> Duration)? = nil, write: @escaping (String) -> Void
  ) {
    self.label = label
    self.total = total
    self.isShown = isTerminal
    self.width = width
    let origin = ContinuousClock.now
    self.now = now ?? { ContinuousClock.now - origin }
    self.write = write
    start = self.now()
  }

  /// Says that so much is done, of so much; draws when it is time to.
  public mutating func update(done: Int, total: Int? = nil) {
    self.total = total ?? self.total
    guard isShown else { return }
    let time = now()
    guard time - start >= .seconds(1) else { return }
    if let lastShown, time - lastShown < .milliseconds(100) { return }
    lastShown = time
    let line = DisplayWidth().truncated(words(done, time - start), to: max(1, width - 1))
    write("\r\u{1B}[K" + line)
  }

  /// Takes the line away.
  public mutating func finish() {
    guard lastShown != nil else { return }
    lastShown = nil
    write("\r\u{1B}[K")
  }

  private func words(_ done: Int, _ elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let rate = seconds > 0 ? Double(done) / seconds : 0
    let perSecond = Int(exactly: rate.rounded()).map { "\(DigitGroups.of($0))/s" } ?? ""
    guard let total, total > 0, done >= 0 else {
      return "\(label)  \(DigitGroups.of(done))  \(perSecond)"
    }
    let percent = Int(min(100, Double(done) / Double(total) * 100))
    let left = rate > 0 ? Int(exactly: (Double(max(0, total - done)) / rate).rounded(.up)) : nil
    return
      "\(label) \(percent) %  \(DigitGroups.of(done)) of \(DigitGroups.of(total))  \(perSecond)"
      + (left.map { "  \($0) s left" } ?? "")
  }
}
