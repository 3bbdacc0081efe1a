import Foundation

/// The process that holds a store for writing, where the system tells.
///
/// The engine's writers lock one byte of the log's index. Asking the system by `fcntl` would open that file, and closing
/// it again would give up this process's own locks on it; Linux lists all locks in `/proc/locks`.
struct LockHolder {
  let process: Int32
  /// Its command line; empty where it may not be read.
  let command: String

  private static let writerByte = "120"
  private static let longest = 80

  /// - Parameter path: The store.
  init?(of path: String) {
    var info = stat()
    guard stat(path + "-shm", &info) == 0,
      let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
    else { return nil }
    let inode = ":\(info.st_ino)"
    // 3: POSIX  ADVISORY  WRITE 9032 fe:00:16228390 120 120
    for line in locks.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 8, words[1] == "POSIX", words[3] == "WRITE", words[5].hasSuffix(inode),
        words[6] == LockHolder.writerByte, let process = Int32(words[4]), process != getpid()
      else { continue }
      self.process = process
      command = LockHolder.command(of: process)
      return
    }
    return nil
  }

  private static func command(of process: Int32) -> String {
    guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else {
      return ""
    }
    let words = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    guard let program = words.first else { return "" }
    let name = program.split(separator: "/").last.map(String.init) ?? program
    let line = ([name] + words.dropFirst()).joined(separator: " ")
    return line.count > longest ? String(line.prefix(longest)) + "…" : line
  }

  var text: String { "process \(process)" + (command.isEmpty ? "" : " (\(command))") }
}
