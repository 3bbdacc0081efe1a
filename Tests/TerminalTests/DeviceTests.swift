import Testing

@testable import Terminal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("Style, size, progress")
struct DeviceTests {
  @Test(
    "When a stream is coloured",
    arguments: [
      (ColorMode.auto, true, ["TERM": "xterm"], true), (.auto, false, ["TERM": "xterm"], false),
      (.auto, true, ["TERM": "dumb"], false), (.auto, true, [:], false),
      (.auto, true, ["TERM": "xterm", "NO_COLOR": "1"], false),
      (.auto, true, ["TERM": "xterm", "NO_COLOR": ""], true),
      (.always, false, ["NO_COLOR": "1"], true), (.never, true, ["TERM": "xterm"], false),
    ])
  func coloured(
    _ mode: ColorMode, _ isTerminal: Bool, _ environment: [String: String], _ expected: Bool
  ) {
    #expect(
      Style(mode: mode, isTerminal: isTerminal, environment: environment).isColoured == expected)
  }

  @Test("Paint wraps the text, and nothing when plain or empty")
  func paint() {
    #expect(Style(isColoured: true).paint("x", .error) == "\u{1B}[31mx\u{1B}[0m")
    #expect(Style(isColoured: true).paint("", .error) == "")
    #expect(Style.plain.paint("x", .error) == "x")
  }

  @Test("A pipe has no size")
  func size() {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { ends.forEach { _ = close($0) } }
    #expect(TerminalSize.of(ends[0]) == nil)
    #expect(!TerminalSize.isTerminal(-1))
  }

  @Test("Progress shows after a second, ten times a second at most, and is gone at the end")
  func progress() {
    let log = Log()
    var progress = Progress("import", total: 1_000_000, isTerminal: true, now: { log.time }) {
      log.text.append($0)
    }
    progress.update(done: 10)
    #expect(log.text.isEmpty)
    log.time = .seconds(2)
    progress.update(done: 400_000)
    #expect(log.text == ["\r\u{1B}[Kimport 40 %  400,000 of 1,000,000  200,000/s  3 s left"])
    log.time = .milliseconds(2_050)
    progress.update(done: 410_000)
    #expect(log.text.count == 1)
    progress.finish()
    progress.finish()
    #expect(log.text.dropFirst() == ["\r\u{1B}[K"])
  }

  @Test("Progress off a terminal says nothing; odd numbers do no harm")
  func progressQuiet() {
    let log = Log()
    log.time = .zero
    var quiet = Progress("x", isTerminal: false, now: { log.time }) { log.text.append($0) }
    log.time = .seconds(5)
    quiet.update(done: 5)
    quiet.finish()
    #expect(log.text.isEmpty)
    log.time = .zero
    var odd = Progress("x", total: 1, isTerminal: true, now: { log.time }) { log.text.append($0) }
    log.time = .seconds(1)
    odd.update(done: .max)
    log.time = .seconds(2)
    odd.update(done: -1)
    #expect(log.text.count == 2)
  }

  @Test(
    "Digits in threes",
    arguments: [
      ("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1234567.50", "-1,234,567.50"),
      ("abc", "abc"),
      ("1e5", "1e5"), ("", ""),
    ])
  func groups(_ text: String, _ grouped: String) {
    #expect(DigitGroups.of(text) == grouped)
  }

  /// What a progress line wrote, and the time it was told.
  final class Log {
    var time = Duration.zero
    var text: [String] = []
  }
}
