/// One file that the engine opened under a plan of faults.
import Foundation
import GRDBSQLite

enum FaultFile {
  typealias File = UnsafeMutablePointer<sqlite3_file>

  /// The system's own file stands behind the methods and the plan.
  static func inner(_ file: File) -> File {
    (UnsafeMutableRawPointer(file) + 16).assumingMemoryBound(to: sqlite3_file.self)
  }

  static func keep(_ plan: FaultPlan, in file: File) {
    (UnsafeMutableRawPointer(file) + 8).storeBytes(
      of: Unmanaged.passRetained(plan), as: Unmanaged<FaultPlan>.self)
  }

  private static func plan(_ file: File) -> Unmanaged<FaultPlan> {
    (UnsafeMutableRawPointer(file) + 8).load(as: Unmanaged<FaultPlan>.self)
  }

  /// Does an operation of the system's file, unless the plan lets it fail.
  private static func act(
    _ file: File?, _ operation: DiskFault.Operation?,
    _ body: (File, sqlite3_io_methods) -> Int32
  ) -> Int32 {
    guard let file else { return SQLITE_ERROR }
    if let operation,
      let fault = plan(file).takeUnretainedValue().failure(of: operation)
    {
      return fault.code
    }
    let real = inner(file)
    return real.pointee.pMethods.map { body(real, $0.pointee) } ?? SQLITE_ERROR
  }

  private static func note(_ action: DiskRecord.Action, _ file: File?) {
    guard let file else { return }
    plan(file).takeUnretainedValue().record?.note(action, of: file)
  }

  /// A write that fails may have reached the disk by half.
  private static func write(
    _ file: File?, _ bytes: UnsafeRawPointer?, _ count: Int32, _ offset: Int64
  ) -> Int32 {
    guard let file else { return SQLITE_ERROR }
    let (real, plan) = (inner(file), plan(file).takeUnretainedValue())
    guard let fault = plan.failure(of: .write) else {
      let data = [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      plan.record?.note(.write(Int(offset), data), of: file)
      return real.pointee.pMethods?.pointee.xWrite(real, bytes, count, offset) ?? SQLITE_ERROR
    }
    if fault.isTorn { _ = real.pointee.pMethods?.pointee.xWrite(real, bytes, count / 2, offset) }
    errno = fault.systemError
    return fault.code
  }

  static let methods = sqlite3_io_methods(
    iVersion: 2,
    xClose: { file in
      let result = act(file, nil) { $1.xClose($0) }
      if let file { plan(file).release() }
      return result
    },
    xRead: { file, bytes, count, offset in
      act(file, .read) { $1.xRead($0, bytes, count, offset) }
    },
    xWrite: { write($0, $1, $2, $3) },
    xTruncate: { file, size in
      note(.truncate(Int(size)), file)
      return act(file, .truncate) { $1.xTruncate($0, size) }
    },
    // No test takes the power away: what the system has is as good as what the disk has, and faster.
    xSync: { file, _ in
      note(.sync, file)
      return act(file, .sync) { _, _ in SQLITE_OK }
    },
    xFileSize: { file, size in act(file, .size) { $1.xFileSize($0, size) } },
    xLock: { file, level in act(file, nil) { $1.xLock($0, level) } },
    xUnlock: { file, level in act(file, nil) { $1.xUnlock($0, level) } },
    xCheckReservedLock: { file, result in act(file, nil) { $1.xCheckReservedLock($0, result) } },
    xFileControl: { file, operation, argument in
      act(file, nil) { $1.xFileControl($0, operation, argument) }
    },
    xSectorSize: { file in act(file, nil) { $1.xSectorSize($0) } },
    xDeviceCharacteristics: { file in act(file, nil) { $1.xDeviceCharacteristics($0) } },
    xShmMap: { file, page, size, extend, result in
      act(file, .shared) { $1.xShmMap($0, page, size, extend, result) }
    },
    xShmLock: { file, offset, count, flags in
      act(file, nil) { $1.xShmLock($0, offset, count, flags) }
    },
    xShmBarrier: { file in
      _ = act(file, nil) { real, methods in
        methods.xShmBarrier(real)
        return SQLITE_OK
      }
    },
    xShmUnmap: { file, delete in act(file, nil) { $1.xShmUnmap($0, delete) } },
    xFetch: nil, xUnfetch: nil)
}
