/// The folder `.tenon` of a project.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

public enum ProjectFolder {
  /// The nearest `.tenon` folder upward that belongs to this user; someone else's is not trusted with what this
  /// user types, nor with what always runs.
  public static func path(above workingFolder: String) -> String? {
    var parts = workingFolder.split(separator: "/")
    while true {
      let folder = (parts.map { "/" + $0 } + ["/.tenon"]).joined()
      if isOwnFolder(folder) { return folder }
      if parts.popLast() == nil { return nil }
    }
  }

  private static func isOwnFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == geteuid()
  }
}
