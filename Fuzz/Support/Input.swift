import Foundation

/// Bytes that a fuzzer made up, read as numbers from the front; zeros when there are no more.
public struct Input {
  private var rest: Slice<UnsafeBufferPointer<UInt8>>

  public init(_ start: UnsafePointer<UInt8>, _ size: Int) {
    rest = UnsafeBufferPointer(start: start, count: size)[...]
  }

  public var isEmpty: Bool { rest.isEmpty }
  public var bytes: [UInt8] { Array(rest) }

  public mutating func byte() -> Int { Int(rest.popFirst() ?? 0) }
  public mutating func word() -> Int { byte() << 8 | byte() }
}

/// A file of its own for each fuzzer process, in memory where there is such a place.
public enum ScratchFile {
  public static let path: String = {
    let folder =
      FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    return "\(folder)/tenon-fuzz-\(getpid())"
  }()

  public static func write(_ bytes: [UInt8]) -> Bool {
    FileManager.default.createFile(atPath: path, contents: Data(bytes))
  }
}
