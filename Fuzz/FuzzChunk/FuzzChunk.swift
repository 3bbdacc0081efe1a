// Any text typed at the console: whole or not, its names, its places.
import FuzzSupport
import SalesScript
import Values

@testable import TenonCommand

nonisolated(unsafe) private let host = try? ScriptHost(
  store: nil, options: .init(clock: .first, memory: 64 << 20, timeout: 5, isInteractive: true),
  output: Silence())

@main enum FuzzChunk {
  static func main() { Fuzzer.run(fuzzChunk) }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzChunk(_ start: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  guard let host else { preconditionFailure("no host") }
  let text = String(decoding: UnsafeBufferPointer(start: start, count: size), as: UTF8.self)
  _ = ChunkShape(host: host).completeness(of: text)
  let names = LuaNames(text)
  _ = names.topLocals
  _ = LuaParser.block(of: text)
  return 0
}
