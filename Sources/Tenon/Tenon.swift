// Tenon: what a program imports that runs sales scripts of its own.
//
//   import Tenon
//     │
//     ├─ ScriptHost.open(path, options)      a store and a host over it
//     ├─ host.define("name") { … }           typed Swift functions
//     ├─ host.define(Type.self) { … }        a Swift class: TypeDefinition
//     ├─ host.run · plan · evaluate · undo   ──▶ ScriptResult, or throws ScriptFailure
//     └─ result.changes.cells                ──▶ CellChange: entity, id, field, before, after
//
// The rest is the modules below, which come along: Values (Money, Day …), SalesKernel (entities, FieldValue),
// SalesStore (Store, ChangeSet), Lua (Value, State), SalesScript (ScriptHost).

@_exported import Lua
@_exported import SalesKernel
@_exported import SalesScript
@_exported import SalesStore
@_exported import Values

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Instant {
  /// The machine's clock.
  public static var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let milliseconds = Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    return (try? Instant(milliseconds: milliseconds)) ?? .first
  }
}
