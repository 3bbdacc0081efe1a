import CRows

/// The bytes of a block's texts: grows by chunks, frees all at once.
final class TextArena {
  private static let chunk = 64 * 1024
  private var chunks: [UnsafeMutableRawBufferPointer] = []
  private var current = 0
  private var used = 0

  deinit { for chunk in chunks { chunk.deallocate() } }

  /// Forgets all texts and keeps the memory.
  func reset() {
    current = 0
    used = 0
  }

  /// A text cell with a copy of the bytes.
  @inline(__always)
  func cell(_ bytes: UnsafeRawBufferPointer) -> row_cell {
    let count = bytes.count
    guard count > 0 else {
      return row_cell(bits: Int64(Int(bitPattern: room(1))), length: 0, kind: CellKind.text)
    }
    let place = room(count)
    place.copyMemory(from: bytes.baseAddress.unsafelyUnwrapped, byteCount: count)
    return row_cell(
      bits: Int64(Int(bitPattern: place)), length: UInt32(truncatingIfNeeded: count),
      kind: CellKind.text)
  }

  private func room(_ count: Int) -> UnsafeMutableRawPointer {
    while current < chunks.count {
      if used + count <= chunks[current].count {
        defer { used += count }
        return chunks[current].baseAddress.unsafelyUnwrapped + used
      }
      current += 1
      used = 0
    }
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(count, TextArena.chunk), alignment: 16)
    chunks.append(chunk)
    used = count
    return chunk.baseAddress.unsafelyUnwrapped
  }
}
