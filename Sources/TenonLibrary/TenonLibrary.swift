// TenonLibrary: the functions of tenon.h, in Swift. The compiler checks each against the header.
//
//   C ── tenon_eval(handle, source) ──▶ entry ──▶ HandleTable ──▶ OpenHandle (one call at a time)
//                                         │                          │  a fresh ScriptHost over its store
//                                         ▼                          ▼
//                                     LastError (a thread's)     LastWork: run, changes, output

// swift-format-ignore-file: AlwaysUseLowerCamelCase

import CTenon
import Foundation
import Tenon

/// Clears the thread's error, does the work, and notes the error that it throws.
private func entry<T>(_ failed: T, _ body: () throws -> T) -> T {
  do {
    let value = try body()
    LastError.clear()
    return value
  } catch {
    LastError.note(ScriptFailure(error))
    return failed
  }
}

/// A text of the caller's.
private func text(_ bytes: UnsafePointer<CChar>?, _ name: String) throws -> String {
  guard let bytes else {
    throw ArgumentError("\(name) is NULL", remedy: "give a text that ends with a zero byte")
  }
  guard let text = String(validatingCString: bytes) else {
    throw LuaError("script.utf8", "\(name) is not valid UTF-8", remedy: "convert it to UTF-8")
  }
  return text
}

/// A copy that the caller frees.
private func copy(_ text: String) throws -> UnsafeMutablePointer<CChar>? {
  guard let copy = strdup(text) else { throw LuaError("limit.memory", "no memory for a text") }
  return copy
}

@c @implementation
public func tenon_version() -> UnsafePointer<CChar>? { VersionText.bytes }

@c @implementation
public func tenon_api() -> Int32 { TENON_API }

@c @implementation
public func tenon_open(
  _ path: UnsafePointer<CChar>?, _ options: UnsafePointer<CChar>?
) -> tenon_handle {
  entry(0) {
    let options = try OpenOptions(json: try options.map { try text($0, "options") } ?? "{}")
    return HandleTable.shared.add(try OpenHandle(try text(path, "path"), options))
  }
}

@c @implementation
public func tenon_eval(
  _ handle: tenon_handle, _ source: UnsafePointer<CChar>?
) -> UnsafeMutablePointer<CChar>? {
  entry(nil) {
    try HandleTable.shared.using(handle) { try copy($0.evaluate(text(source, "source"))) }
  }
}

@c @implementation
public func tenon_plan(
  _ handle: tenon_handle, _ source: UnsafePointer<CChar>?
) -> UnsafeMutablePointer<CChar>? {
  entry(nil) {
    try HandleTable.shared.using(handle) { try copy($0.plan(text(source, "source"))) }
  }
}

@c @implementation
public func tenon_undo(_ handle: tenon_handle, _ run: Int64) -> Int32 {
  entry(TENON_FAILED) {
    try HandleTable.shared.using(handle) { try $0.undo(run) }
    return TENON_OK
  }
}

@c @implementation
public func tenon_run(_ handle: tenon_handle) -> Int64 {
  entry(0) { try HandleTable.shared.using(handle) { $0.last.run ?? 0 } }
}

@c @implementation
public func tenon_changed(_ handle: tenon_handle) -> Int64 {
  entry(-1) { try HandleTable.shared.using(handle) { Int64($0.last.changes.recordCount) } }
}

@c @implementation
public func tenon_changes(_ handle: tenon_handle) -> UnsafeMutablePointer<CChar>? {
  entry(nil) { try HandleTable.shared.using(handle) { try copy($0.last.changes.json) } }
}

@c @implementation
public func tenon_output(_ handle: tenon_handle) -> UnsafeMutablePointer<CChar>? {
  entry(nil) { try HandleTable.shared.using(handle) { try copy($0.last.output) } }
}

@c @implementation
public func tenon_last_error() -> UnsafePointer<tenon_error>? { LastError.current }

@c @implementation
public func tenon_free(_ text: UnsafeMutablePointer<CChar>?) { free(text) }

@c @implementation
public func tenon_close(_ handle: tenon_handle) -> Int32 {
  entry(TENON_FAILED) {
    try HandleTable.shared.remove(handle)
    return TENON_OK
  }
}
