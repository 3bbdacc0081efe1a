// Policies with words in the wrong places: each is refused with a code, or used. The input says which pack of the
// standard library, and which of its words become which others.
import FuzzSupport
import SalesKernel
import SalesScript
import SalesStore
import Values

@testable import TenonCommand

private struct Bench: @unchecked Sendable {
  let host: ScriptHost
  /// Each pack as its words, with what stands between them.
  let packs: [[String]]

  init() throws {
    let store = try Store.inMemory(catalog: .sales)
    host = try ScriptHost(
      store: store,
      options: .init(
        clock: Instant(parsing: "2026-06-30T12:00:00+08:00"), memory: 128 << 20, timeout: 5),
      output: Silence())
    packs = Stdlib.names(in: "policy").compactMap { Stdlib.source("policy/\($0).lua") }
      .map { Bench.words(of: $0) }
  }

  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var last: Bool?
    for character in text {
      let isWord = character.isLetter || character.isNumber || "_.".contains(character)
      if isWord, last == true {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      last = isWord
    }
    return words
  }
}

private let bench = Result { try Bench() }

private let junk = [
  "nil", "true", "0", "-1", "1e300", "0/0", "1/0", "-1/0", "math.mininteger", "math.maxinteger",
  "9007199254740993", "0.1", "{}", "{{}}", "{1, 2}", "\"\"", "\"A\"", "\"credit\"", "\"\\xff\"",
  "wan(1)", "days(90)", "date\"9999-12-31\"", "date\"0001-01-01\"", "money(1 << 59)",
  "function() error('x') end", "function() return 0/0 end", "customers", "\"1 +\"", "", ",", "}",
  "{",
]

@main enum FuzzPolicy {
  static func main() { Fuzzer.run(fuzzPolicy) }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPolicy(_ start: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  guard let bench = try? bench.get() else { preconditionFailure("no host") }
  var input = Input(start, size)
  var words = bench.packs[input.byte() % bench.packs.count]
  while !input.isEmpty {
    words[input.word() % words.count] = junk[input.byte() % junk.count]
  }
  do {
    try PolicyCheck.judge(ScriptFile(path: "fuzz.lua", source: words.joined()), by: bench.host)
  } catch {
    let code = ErrorFacts.of(error).code
    precondition(!code.isEmpty && code != "host.error", "\(error)")
  }
  return 0
}
