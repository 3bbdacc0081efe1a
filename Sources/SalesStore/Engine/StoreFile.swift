#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the first bytes of a store's file say, read before the engine opens it.
struct StoreFile {
  /// "Tenn", in the header of every store.
  static let applicationID: Int32 = 0x5465_6E6E
  /// The layout of runs and homes that this program writes.
  static let version: Int32 = 1

  let path: String

  var exists: Bool { !path.utf8.contains(0) && access(path, F_OK) == 0 }

  /// Throws: `store.missing`, `store.io`, `store.foreign`, `store.newer`.
  func check() throws {
    guard exists else {
      throw StoreError(
        "store.missing", "there is no store at \(path)", remedy: "make one with tenon init")
    }
    let header = try read(100)
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)),
      number(header, 68) == StoreFile.applicationID
    else {
      throw StoreError(
        "store.foreign", "\(path) is not a Tenon store", remedy: "give the path of a store")
    }
    let version = number(header, 60)
    if version > StoreFile.version {
      throw StoreError(
        "store.newer", "\(path) has format \(version); this program knows \(StoreFile.version)",
        remedy: "use a newer tenon")
    }
  }

  /// Whether there are bytes in the log beside the file: another program has it open, or one was
  /// killed.
  var hasLog: Bool { StoreFile(path: path + "-wal").hasBytes }

  var hasBytes: Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_size > 0
  }

  private func read(_ count: Int) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    #if canImport(Glibc)
      let got = Glibc.read(descriptor, &bytes, count)
    #else
      let got = Darwin.read(descriptor, &bytes, count)
    #endif
    guard got >= 0 else { throw failure() }
    return Array(bytes.prefix(got))
  }

  private func failure() -> StoreError {
    StoreError(
      "store.io", "cannot read \(path): \(String(cString: strerror(errno)))",
      remedy: "check that it is a file you may read")
  }

  private func number(_ header: [UInt8], _ offset: Int) -> Int32 {
    Int32(bitPattern: header[offset..<(offset + 4)].reduce(0) { $0 << 8 | UInt32($1) })
  }
}
