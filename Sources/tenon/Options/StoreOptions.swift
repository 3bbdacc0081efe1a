/// The option of every command that says which store.
import ArgumentParser
import SalesKernel
import SalesStore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

struct StoreOptions: ParsableArguments {
  static let standardPath = "tenon.db"

  @Option(
    help: ArgumentHelp(
      "The store; else $TENON_STORE, else ./\(StoreOptions.standardPath).", valueName: "file"),
    completion: ShellCompletions.stores)
  var store: String?

  /// What was said, by option or environment; nil for the usual place.
  private var given: String? { store ?? Surroundings.variable("TENON_STORE") }

  var path: String { given ?? StoreOptions.standardPath }

  /// For a hint to copy: ` --store s.db` where it was given so.
  var hint: String { store.map { " --store \($0)" } ?? "" }

  /// - Throws: `store.missing` and the other codes of opening.
  func open(_ access: Store.Access = .readWrite) throws -> Store {
    try Store.open(at: path, catalog: .sales, access: access)
  }

  /// For what mostly reads: writable where the file is, else for reading.
  func openLeniently() throws -> Store {
    do { return try open() } catch let error as StoreError where error.code == "store.readonly" {
      return try open(.readOnly)
    }
  }

  /// For what looks after the file: read, and not even brought up to date.
  func openAsItStands() throws -> Store {
    try Store.openAsItStands(at: path, catalog: .sales)
  }

  /// For scripts, which may need no store: none where none was named and none stands in the usual place.
  func openIfNamedOrThere() throws -> Store? {
    if given == nil, access(path, F_OK) != 0 { return nil }
    return try open()
  }

  /// For what works without a store too: none where none was named and none stands in the usual place.
  func openIfThere() throws -> Store? {
    if given == nil, access(path, F_OK) != 0 { return nil }
    return try openLeniently()
  }
}
