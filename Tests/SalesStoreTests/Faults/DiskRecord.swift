/// What was written to files, in order; and what of it a disk has after the power went.
import GRDBSQLite

final class DiskRecord {
  enum Action {
    case open, delete, sync
    case write(Int, [UInt8])
    case truncate(Int)
  }

  private typealias Note = (action: Action, file: String)
  private static let sector = 512

  private let start: [String: [UInt8]]
  private var notes: [Note] = []
  private var names: [UnsafeMutableRawPointer: String] = [:]

  /// - Parameter start: What is safe on the disk at first, by the names of files.
  init(_ start: [String: [UInt8]]) { self.start = start }

  var count: Int { notes.count }

  func note(_ action: Action, _ file: String) { notes.append((action, file)) }

  func open(_ file: String, _ pointer: UnsafeMutablePointer<sqlite3_file>) {
    names[UnsafeMutableRawPointer(pointer)] = file
    note(.open, file)
  }

  func note(_ action: Action, of pointer: UnsafeMutablePointer<sqlite3_file>) {
    if let name = names[UnsafeMutableRawPointer(pointer)] { note(action, name) }
  }

  /// The files after a power cut behind so many notes. What was synced is there; of the rest any part may be, a
  /// write by some of its sectors.
  func files(after cut: Int, _ random: inout TestRandom) -> [String: [UInt8]] {
    var files = start
    var pending: [String: [Action]] = [:]
    for (action, file) in notes.prefix(cut) {
      switch action {
      case .open: if files[file] == nil { files[file] = [] }
      case .sync:
        for action in pending[file] ?? [] {
          DiskRecord.apply(action, to: &files[file, default: []])
        }
        pending[file] = nil
      case .delete: (files[file], pending[file]) = (nil, nil)
      case .write, .truncate: pending[file, default: []].append(action)
      }
    }
    for (file, actions) in pending.sorted(by: { $0.key < $1.key }) {
      for action in actions {
        let part = DiskRecord.part(of: action, &random)
        if let part { DiskRecord.apply(part, to: &files[file, default: []]) }
      }
    }
    return files
  }

  private static func part(of action: Action, _ random: inout TestRandom) -> Action? {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return nil
    case 1: return action
    default:
      guard case .write(let offset, let bytes) = action else { return action }
      let sectors = Int.random(in: 0...(bytes.count / sector), using: &random)
      return .write(offset, Array(bytes.prefix(sectors * sector)))
    }
  }

  private static func apply(_ action: Action, to file: inout [UInt8]) {
    switch action {
    case .write(let offset, let bytes):
      let end = offset + bytes.count
      if file.count < end { file += [UInt8](repeating: 0, count: end - file.count) }
      file.replaceSubrange(offset..<end, with: bytes)
    case .truncate(let size): file = Array(file.prefix(size))
    default: break
    }
  }
}
