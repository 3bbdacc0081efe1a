// A store with bytes changed or its end cut off: opened, read, checked and written, or refused with a code. The input
// says which bytes of a small store become which others.
import Foundation
import FuzzSupport
import SalesKernel
import SalesScript
import SalesStore
import Values

/// A book of two entities: one of all costs twenty times as much an input, and its bytes say the same.
private let book = Catalog([Rep.schema.entity, Customer.schema.entity])

private let base: [UInt8] = {
  let path = ScratchFile.path + "-base"
  try? FileManager.default.removeItem(atPath: path)
  guard let store = try? Store.create(at: path, catalog: book) else { return [] }
  for credit in [5, 6] { try? write(store, credit: Int64(credit)) }
  store.close()
  defer { try? FileManager.default.removeItem(atPath: path) }
  return (try? Array(Data(contentsOf: URL(fileURLWithPath: path)))) ?? []
}()

/// A run that reads every customer, makes two and changes the others.
private func write(_ store: Store, credit: Int64) throws {
  let customers = Customer.schema.entity
  guard let code = customers.slot(of: "code"), let name = customers.slot(of: "name"),
    let slot = customers.slot(of: "credit")
  else { return }
  let header = RunHeader(
    kind: .script, script: "fuzz.lua", arguments: [], clock: Instant.first, seed: 1, actor: "fuzz")
  _ = try store.transaction(header) { session in
    var ids: [Int64] = []
    try session.forEachBlock(Selection(customers), slots: Array(customers.fields.indices)) {
      block in
      for row in 0..<block.count {
        ids.append(block.ids[row])
        for slot in customers.fields.indices { _ = try block.value(row, slot) }
      }
      return true
    }
    for id in ids { try session.set(customers, id: id, [(slot, .integer(credit))]) }
    for number in 0..<10 {
      _ = try session.create(
        customers,
        [
          (code, .text("C\(credit)-\(number)")), (name, .text("n\(number)")),
          (slot, .integer(credit)),
        ])
    }
  }
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
  let isWritten = choice >= 128
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
    let store = try Store.open(at: ScratchFile.path, catalog: book)
    defer { store.close() }
    _ = try? store.runs()
    _ = try? StoreDoctor(store).examine()
    if isWritten { try write(store, credit: 7) }
  } catch {
    let code = ErrorFacts.of(error).code
    precondition(!code.isEmpty && code != "host.error", "\(error)")
  }
  return 0
}
