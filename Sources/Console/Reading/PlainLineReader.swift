/// Lines of a file descriptor as they come: for pipes, and for terminals where there is no line editor.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import Terminal

/// Reads plain lines; on a terminal it shows the prompt, elsewhere it adds nothing.
public struct PlainLineReader: LineReader {
  public let isInteractive: Bool
  private let descriptor: Int32
  private let promptDescriptor: Int32
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  /// `isInteractive` nil asks the descriptor; the prompt goes to `promptDescriptor`.
  public init(descriptor: Int32 = 0, promptDescriptor: Int32 = 2, isInteractive: Bool? = nil) {
    self.descriptor = descriptor
    self.promptDescriptor = promptDescriptor
    self.isInteractive = isInteractive ?? TerminalSize.isTerminal(descriptor)
  }

  /// A line, the last one also without its end. A signal (Ctrl-C) drops what was typed of the line.
  public mutating func read(_ request: ReadRequest) -> LineEvent {
    if isInteractive { FileOutput.write(request.prompt, to: promptDescriptor) }
    var searched = 0
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) { return .line(take(end)) }
      searched = buffer.count
      if isAtEnd { return lastLine() }
      if !fill() {
        if isInteractive {
          buffer = []
          FileOutput.write("\n", to: promptDescriptor)
        }
        return .interrupted
      }
    }
  }

  public mutating func remember(_ chunk: String) {}

  private mutating func take(_ end: Int) -> String {
    var line = buffer[..<end]
    if line.last == 0x0D { line = line.dropLast() }
    let text = String(decoding: line, as: UTF8.self)
    buffer.removeSubrange(...end)
    return text
  }

  private mutating func lastLine() -> LineEvent {
    guard !buffer.isEmpty else { return .end }
    let text = String(decoding: buffer, as: UTF8.self)
    buffer = []
    return .line(text)
  }

  /// Reads what there is; false when a signal came instead.
  private mutating func fill() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = bytes.withUnsafeMutableBytes {
      #if canImport(Darwin)
        Darwin.read(descriptor, $0.baseAddress, $0.count)
      #else
        Glibc.read(descriptor, $0.baseAddress, $0.count)
      #endif
    }
    if count < 0, errno == EINTR { return false }
    if count <= 0 { isAtEnd = true } else { buffer += bytes[..<count] }
    return true
  }
}
