import Foundation
import Testing

@Suite("The console in a pipe")
struct PipeTests {
  @Test(
    "Only answers on standard output, only errors on standard error, and the exit code",
    arguments: [
      ("a\nf(\n1)\n", "=> 1 \"a\"\n=> 2 \"f(\\n1)\"\n", "", 0),
      ("fail\nb\n", "", "chunk:1: probe.failed\n", 1),
      (")\n", "", "chunk:1: probe.syntax: a bracket too many\n", 1),
      ("f(", "=> 1 \"f(\\n\"\n", "", 0), ("", "", "", 0), ("exit 5\nb\n", "", "", 5),
    ])
  func plain(_ input: String, _ output: String, _ errors: String, _ code: Int32) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Probe.program)
    process.environment = ["LC_ALL": "C"]
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    stdin.fileHandleForWriting.write(Data(input.utf8))
    stdin.fileHandleForWriting.closeFile()
    let shown = String(decoding: stdout.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let said = String(decoding: stderr.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(shown == output)
    #expect(said == errors)
    #expect(process.terminationStatus == code)
  }
}
