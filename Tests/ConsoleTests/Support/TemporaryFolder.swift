/// A folder of a test's own, gone after it.

import Foundation
import Testing

func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("tenon-console-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}

/// The permission bits of a file or folder are these.
func expectPermissions(_ path: String, _ bits: Int) throws {
  let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  #expect(found == bits, "\(path)")
}
