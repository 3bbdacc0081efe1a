/// A script as the command reads it from disk or standard input.
import Foundation

struct ScriptFile {
  /// As the user gave it.
  let path: String
  let source: String
  /// Whether the file's first line begins with `#`: it is a comment in `source`.
  let hasMarkedLine: Bool

  /// For the interpreter: `@file` for files.
  var chunkName: String { path == "-" ? "=stdin" : "@" + path }

  /// As errors name the chunk.
  var shownName: String { path == "-" ? "stdin" : path }

  private static let comment = "--"

  /// A script that is in no file.
  init(path: String, source: String) {
    (self.path, self.source, hasMarkedLine) = (path, source, false)
  }

  /// Writes another source in place of the file's own.
  ///
  /// - Throws: `file.unwritable`.
  func write(_ source: String) throws {
    try FileBytes.write(
      hasMarkedLine ? String(source.dropFirst(ScriptFile.comment.count)) : source, to: path)
  }

  /// Reads a script; `-` is standard input. A byte order mark is left out, and a first line of `#!` is a comment.
  ///
  /// - Throws: `file.missing`, `file.unreadable`, `script.utf8`.
  init(path: String) throws {
    self.path = path
    let bytes =
      path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try FileBytes.read(path)
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    guard let source = String(validating: text, as: UTF8.self) else {
      throw CommandError(
        "script.utf8", "\(path) is not UTF-8 text", remedy: "save it as UTF-8")
    }
    hasMarkedLine = source.hasPrefix("#")
    self.source = hasMarkedLine ? ScriptFile.comment + source : source
  }
}

/// Whole files.
enum FileBytes {
  /// - Throws: `file.missing`, `file.unreadable`.
  static func read(_ path: String) throws -> Data {
    do { return try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
      guard FileManager.default.fileExists(atPath: path) else {
        throw CommandError(
          "file.missing", "there is no file \(path)",
          remedy: "check the path and the working folder")
      }
      throw CommandError(
        "file.unreadable", "cannot read \(path)", remedy: "check that it is a file you may read")
    }
  }

  /// Units: bytes; 0 where there is no file.
  static func size(_ path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }

  /// - Throws: `file.unwritable`.
  static func write(_ text: String, to path: String) throws {
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
      throw CommandError(
        "file.unwritable", "cannot write \(path)", remedy: "check the folder and its permissions")
    }
  }
}
