import Testing

@testable import Console

@Suite("Console loop")
struct ConsoleLoopTests {
  @Test("Chunks run one by one, numbered, with signals handed over; Ctrl-D ends with 0")
  func runs() {
    let (code, log) = session([.line("a"), .line(""), .line("  "), .line("b")])
    #expect(code == 0)
    #expect(log.evaluated == ["1:a:1", "2:b:1"])
    #expect(log.nesting == 0)
    #expect(log.output == "a!\nb!\n")
    #expect(log.errors == "Tenon\n\n")
  }

  @Test("Lines are gathered until the chunk is whole")
  func gathers() {
    let (_, log) = session([.line("a\\"), .line("b\\"), .line("c"), .line("d")])
    #expect(log.evaluated == ["1:a\\\nb\\\nc:1", "2:d:1"])
    #expect(log.prompts == ["tenon> ", "     > ", "     > ", "tenon> ", "tenon> "])
    #expect(log.remembered == ["a\\\nb\\\nc", "d"])
  }

  @Test("Ctrl-C drops all that was typed and never ends a session at a terminal")
  func interrupt() {
    let (code, log) = session([
      .line("a\\"), .interrupted, .interrupted, .interrupted, .interrupted, .line("b"),
    ])
    #expect(code == 0)
    #expect(log.evaluated == ["1:b:1"])
  }

  @Test("A forced chunk runs though it wants more")
  func forced() {
    #expect(session([.chunk("a\\")]).log.evaluated == ["1:a\\:1"])
  }

  @Test("What can never be right is said and not run")
  func invalid() {
    let (code, log) = session([.line(")")], isInteractive: false)
    #expect(code == 1)
    #expect(log.evaluated.isEmpty)
    #expect(log.errors == "chunk:1: syntax\n")
  }

  @Test("At a terminal errors do not end the session nor change its code")
  func errorsAtTerminal() {
    let (code, log) = session([.line("fail"), .line("stop"), .line("b")])
    #expect(code == 0)
    #expect(log.evaluated.count == 3)
  }

  @Test("In a pipe the first failure ends with 1, an interrupt with 130, and nothing is decorated")
  func pipe() {
    let failed = session([.line("a"), .line("fail"), .line("b")], isInteractive: false)
    #expect(failed.code == 1)
    #expect(failed.log.evaluated == ["1:a:1", "2:fail:1"])
    #expect(failed.log.errors == "failed\n")
    #expect(session([.line("stop"), .line("b")], isInteractive: false).code == 130)
    #expect(session([.interrupted, .line("b")], isInteractive: false).code == 130)
    let clean = session([.line("a")], isInteractive: false)
    #expect(clean.code == 0 && clean.log.errors.isEmpty && clean.log.remembered.isEmpty)
  }

  @Test("Told to go on, a pipe runs all and still ends with 1")
  func goesOn() {
    let (code, log) = session(
      [.line("fail"), .line("b")], isInteractive: false, stopsAtFailure: false)
    #expect(code == 1)
    #expect(log.evaluated.count == 2)
  }

  @Test(
    "A pipe's half chunk at the end is run, so that its error shows; at a terminal it is dropped")
  func halfChunk() {
    #expect(session([.line("a\\")], isInteractive: false).log.evaluated == ["1:a\\\n:1"])
    #expect(session([.line("a\\")]).log.evaluated.isEmpty)
  }

  @Test("A chunk can end the session with its code")
  func exits() {
    let (code, log) = session([.line("exit 3"), .line("b")])
    #expect(code == 3)
    #expect(log.evaluated.count == 1)
  }

  @Test("The prompt carries the language's mark")
  func mark() {
    #expect(
      session([.line("mark"), .line("a\\")]).log.prompts == ["tenon> ", "tenon*> ", "      > "])
  }

  @Test("A pasted transcript runs its chunks in order and stops at the first that fails")
  func transcript() {
    let pasted = "tenon> a\na!\ntenon> b\\\n     > c\nb!\ntenon> fail\ntenon> d"
    let (_, log) = session([.line(pasted)])
    #expect(log.evaluated == ["1:a:1", "2:b\\\nc:1", "3:fail:1"])
  }

  @Test("History is offered to the reader at the start, and grows with each chunk")
  func recall() {
    let history = History(file: nil)
    history.add("old")
    let (_, log) = session([.line("new"), .line("new"), .line(" hidden")], history: history)
    #expect(log.remembered == ["old", "new"])
  }
}

@Suite("Transcripts")
struct TranscriptTests {
  @Test(
    "Text without prompts is one chunk",
    arguments: ["", "a\nb", "x > y", "  tenon> a", "tenonx> a"])
  func plain(_ text: String) {
    #expect(Transcript.chunks(of: text) == [text])
  }

  @Test("Prompts go, with marks and with their last space lost; answers go too")
  func stripped() {
    #expect(Transcript.chunks(of: "tenon> a") == ["a"])
    #expect(Transcript.chunks(of: "tenon*> f(\n      > 1)\n1\ntenon!> b") == ["f(\n1)", "b"])
    #expect(Transcript.chunks(of: "tenon> f(\n     >\n     > 1)") == ["f(\n\n1)"])
  }

  @Test(
    "The word before the cursor",
    arguments: [
      ("c:ord", 5, 0), ("print(c.na", 10, 6), ("a = 客户", 10, 4), ("x(\"won", 6, 3), ("", 0, 0),
      ("ab", 9, 0),
      ("a ", 2, 2), ("ab", -1, 0),
    ])
  func words(_ line: String, _ cursor: Int, _ start: Int) {
    #expect(CompletionWord.start(in: line, cursor: cursor) == start)
  }

  @Test("What candidates share")
  func shared() {
    #expect(CompletionWord.commonPrefix(["customers", "customer_count"]) == "customer")
    #expect(CompletionWord.commonPrefix(["客户", "客人"]) == "客")
    #expect(CompletionWord.commonPrefix([]) == "")
    #expect(CompletionWord.commonPrefix(["a", "b"]) == "")
  }
}
