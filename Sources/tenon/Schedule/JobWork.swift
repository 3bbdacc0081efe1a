/// A job's script as a run.
import Foundation
import SalesKernel
import SalesScript
import Values

struct JobWork {
  private let script: ScriptFile
  private let options: ScriptHost.Options

  /// - Throws: `job.script_missing`, `job.script_changed`, `script.utf8`.
  init(_ job: Job, due: Instant?, now: Instant) throws {
    do { script = try ScriptFile(path: job.script) } catch let error as CommandError
      where error.code == "file.missing"
    {
      throw CommandError(
        "job.script_missing", "the script of \(job.name) is gone: \(job.script)",
        remedy: "put it back, or: tenon schedule change \(job.name) --script FILE")
    }
    if job.changed == .refuse, SourceHash.of(script.source) != job.scriptHash {
      throw CommandError(
        "job.script_changed", "\(job.script) is not the script that was scheduled",
        remedy: "look at what it does, then: tenon schedule change \(job.name)")
    }
    options = ScriptHost.Options(
      clock: job.clock == .due ? due ?? now : now, seed: UInt64(max(0, job.seed)),
      actor: job.actor, arguments: job.argumentList, memory: Int(job.memoryLimit) << 20,
      timeout: Double(job.timeLimit), grants: .init(read: job.readFolders, write: job.writeFolders))
  }

  /// Paths in the script are seen from its own folder.
  func run(_ store: StoreOptions, _ streams: Streams) -> ScriptRun {
    var store = store
    store.store = JobOptions.absolute(store.path)
    let folder = URL(fileURLWithPath: script.path).deletingLastPathComponent().path
    _ = FileManager.default.changeCurrentDirectoryPath(folder)
    return ScriptRun(
      script: script, options: options, store: store, streams: streams, isConfirmed: true)
  }

  /// The last resort where the script's own limit is not all that is used.
  static func limitMemory(megabytes: Int64) {
    let bytes = rlim_t(clamping: megabytes) << 20
    var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
    #if canImport(Darwin)
      setrlimit(RLIMIT_DATA, &limit)
    #else
      setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
    #endif
  }
}
