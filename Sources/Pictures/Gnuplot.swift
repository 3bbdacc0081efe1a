import Foundation

/// Draws pictures by the gnuplot command.
public struct Gnuplot: Sendable {
  private let tool: URL

  /// The gnuplot of the search path.
  /// - Throws: `picture.tool` where there is none.
  public init(path: String? = ProcessInfo.processInfo.environment["PATH"]) throws(PictureError) {
    let folders = (path ?? "/usr/bin").split(separator: ":").map(String.init)
    let found = folders.map { URL(fileURLWithPath: $0).appending(path: "gnuplot") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    guard let found else {
      throw PictureError(
        code: "picture.tool", message: "there is no gnuplot, which draws the pictures",
        remedy: "install it, on Debian by: apt install gnuplot-nox")
    }
    tool = found
  }

  /// - Throws: `picture.failed` with what gnuplot said; `picture.empty` for a picture without a value.
  public func svg(
    _ picture: Picture, width: Int = 960, height: Int = 480
  ) throws(PictureError) -> String {
    let drawn = try draw(picture, .svg(width: width, height: height))
    // The declaration would not belong where the drawing stands inside a page.
    guard let start = drawn.range(of: "<svg") else {
      throw PictureError(
        code: "picture.failed", message: "gnuplot drew nothing", remedy: "see that it runs")
    }
    return String(drawn[start.lowerBound...])
  }

  /// Lines of text.
  /// - Throws: `picture.failed`, `picture.empty`.
  public func text(
    _ picture: Picture, width: Int = 79, height: Int = 20
  ) throws(PictureError) -> String {
    let size = (max(40, min(width, 400)), max(10, min(height, 200)))
    let drawn = try draw(picture, .text(width: size.0, height: size.1))
    return drawn.split(separator: "\n").map { line in
      var line = line
      while line.last == " " || line.last == "\u{0C}" { line.removeLast() }
      return String(line)
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Longer than any drawing takes.
  private static let patience = 20.0

  private func draw(
    _ picture: Picture, _ terminal: GnuplotScript.Terminal
  ) throws(PictureError) -> String {
    guard picture.hasValues else {
      throw PictureError(
        code: "picture.empty", message: "\"\(picture.title)\" has no value to draw",
        remedy: "see that its rows have numbers")
    }
    do {
      return try run(GnuplotScript.text(picture, terminal))
    } catch let error as PictureError {
      throw error
    } catch {
      throw PictureError(
        code: "picture.failed", message: "gnuplot could not be run: \(error)",
        remedy: "see that \(tool.path) runs and that there is room for temporary files")
    }
  }

  private func run(_ script: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "tenon-picture-\(UUID().uuidString).gp")
    try Data(script.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = tool
    process.arguments = ["-d", file.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let alarm = DispatchWorkItem { if process.isRunning { process.terminate() } }
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience, execute: alarm)
    defer { alarm.cancel() }
    let drawn = try output.fileHandleForReading.readToEnd() ?? Data()
    let said = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let words = String(decoding: said.prefix(300), as: UTF8.self)
        .replacing(file.path, with: "script")
      throw PictureError(
        code: "picture.failed",
        message: "gnuplot failed: \(words.split(separator: "\n").joined(separator: " "))",
        remedy: "see that its version is 5.2 or later")
    }
    return String(decoding: drawn, as: UTF8.self)
  }
}
