// A store with bytes changed or its end cut off: opened, read, checked and written, or refused with a code. The input
// says which bytes of a small store become which others.
import Foundation
import FuzzSupport
import SalesKernel
import SalesScript
import SalesStore
import Values

private let base: [UInt8] = {
  let path = ScratchFile.path + "-base"
  try? FileManager.default.removeItem(atPath: path)
  guard let store = try? Store.create(at: path, catalog: .sales) else { return [] }
  let script =
    "for i = 1, 20 do customers:create{code = 'C' .. i, name = 'n' .. i} end customers:update{credit = 5}"
  _ = try? host(store).run(script, name: "=base", mode: .apply, kind: .script)
  store.close()
  defer { try? FileManager.default.removeItem(atPath: path) }
  return (try? Array(Data(contentsOf: URL(fileURLWithPath: path)))) ?? []
}()

private func host(_ store: Store) throws -> ScriptHost {
  try ScriptHost(
    store: store,
    options: .init(
      clock: Instant(parsing: "2026-06-30T12:00:00+08:00"), memory: 64 << 20, timeout: 5),
    output: Silence())
}

@main enum FuzzStore {
  static func main() { Fuzzer.run(fuzzStore) }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzStore(_ start: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  precondition(!base.isEmpty, "no store to begin with")
  var input = Input(start, size)
  var image = base
  let choice = input.byte()
  let isWritten = choice >= 240
  if choice % 8 == 7 { image.removeLast((input.word() << 4) % image.count) }
  while !input.isEmpty, !image.isEmpty {
    image[(input.byte() << 16 | input.word()) % image.count] = UInt8(input.byte())
  }
  guard ScratchFile.write(image) else { return 0 }
  defer {
    for end in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: ScratchFile.path + end)
    }
  }
  do {
    let store = try Store.open(at: ScratchFile.path, catalog: .sales)
    defer { store.close() }
    _ = try? store.runs()
    _ = try? StoreDoctor(store).examine()
    // A host costs many times what the rest does.
    guard isWritten else { return 0 }
    _ = try host(store).run(
      "local n = 0 for c in customers:each() do n = n + c.credit end customers:update{credit = 6} return n",
      name: "=fuzz", mode: .apply, kind: .script)
  } catch {
    let code = ErrorFacts.of(error).code
    precondition(!code.isEmpty && code != "host.error", "\(error)")
  }
  return 0
}
