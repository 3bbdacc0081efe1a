import Foundation
import Testing

@testable import Console

@Suite("Plain reader")
struct PlainLineReaderTests {
  @Test(
    "Lines of a pipe, CRLF and a last line without an end included",
    arguments: [
      ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb\n\nc", ["a", "b", "", "c"]),
      ("鸿\n\u{0}x", ["鸿", "\u{0}x"]),
    ])
  func lines(_ text: String, _ expected: [String]) {
    let pipe = Pipe()
    pipe.fileHandleForWriting.write(Data(text.utf8))
    pipe.fileHandleForWriting.closeFile()
    var reader = PlainLineReader(descriptor: pipe.fileHandleForReading.fileDescriptor)
    #expect(!reader.isInteractive)
    var lines: [String] = []
    while case .line(let line) = reader.read(ReadRequest(prompt: "never shown> ")) {
      lines.append(line)
    }
    #expect(lines == expected)
    #expect(reader.read(ReadRequest(prompt: "")) == .end)
  }

  @Test("Many lines over several reads")
  func many() throws {
    try withTemporaryFolder { folder in
      let text = (0..<20_000).map { "line \($0) 鸿雁" }.joined(separator: "\n")
      let path = folder + "/text"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let file = try #require(FileHandle(forReadingAtPath: path))
      var reader = PlainLineReader(descriptor: file.fileDescriptor)
      for index in 0..<20_000 {
        #expect(reader.read(ReadRequest(prompt: "")) == .line("line \(index) 鸿雁"))
      }
      #expect(reader.read(ReadRequest(prompt: "")) == .end)
    }
  }

  @Test("At a terminal the prompt is shown on its own stream")
  func prompt() {
    let input = Pipe()
    let output = Pipe()
    input.fileHandleForWriting.write(Data("x\n".utf8))
    var reader = PlainLineReader(
      descriptor: input.fileHandleForReading.fileDescriptor,
      promptDescriptor: output.fileHandleForWriting.fileDescriptor, isInteractive: true)
    #expect(reader.read(ReadRequest(prompt: "tenon> ")) == .line("x"))
    #expect(output.fileHandleForReading.availableData == Data("tenon> ".utf8))
  }
}
