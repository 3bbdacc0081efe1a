/// Files and folders whose paths begin with what is typed.
import Foundation

enum FileCandidates {
  /// Folders end in `/`. Hidden files come up only where the dot is typed.
  ///
  /// - Parameter isModule: whether modules are looked for: Lua files without their ending, `.` for `/`.
  static func of(_ typed: String, isModule: Bool) -> [String] {
    let path = isModule ? typed.replacing(".", with: "/") : typed
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let begun = parts.last.map(String.init) ?? ""
    let folder = String(path.dropLast(begun.count))
    let place = folder.isEmpty ? Surroundings.workingFolder : folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    let found = names.sorted().filter {
      $0.hasPrefix(begun) && (begun.hasPrefix(".") || !$0.hasPrefix("."))
    }.compactMap { name -> String? in
      var isFolder: ObjCBool = false
      let whole = (place.hasSuffix("/") ? place : place + "/") + name
      guard FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder) else {
        return nil
      }
      if isFolder.boolValue { return folder + name + "/" }
      return isModule
        ? name.hasSuffix(".lua") ? folder + name.dropLast(".lua".count) : nil : folder + name
    }
    return isModule ? found.map { $0.replacing("/", with: ".") } : found
  }
}
