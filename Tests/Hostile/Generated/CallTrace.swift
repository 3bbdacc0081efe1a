/// Finds the call that ends the process.
import Foundation

/// Where each call is written before it is made.
struct CallTrace {
  private let handle: FileHandle?

  init(path: String) {
    FileManager.default.createFile(atPath: path, contents: nil)
    handle = FileHandle(forWritingAtPath: path)
  }

  func write(_ number: Int, _ call: HostileCall) {
    write("\(number)\t\(call.entry)\t\(call.what)\n\(call.source)")
  }

  func write(_ text: String) { handle?.write(Data((text + "\n").utf8)) }
}
