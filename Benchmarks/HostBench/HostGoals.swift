// What crossing costs: each goal of a crossing a million times, against the same by hand in C and against plain Lua.
import CRows
import Lua
import PlainC

final class Counter {
  var n: Int64 = 0
}

extension Bench {
  /// One crossing: what a turn of the loop does in each world.
  struct Crossing {
    let name: String
    /// Seconds for a million.
    let goal: Double
    let ours: String
    let plainC: String
    let plainLua: String
  }

  static let crossings = [
    Crossing(
      name: "host calls", goal: 0.120,
      ours: "local f = same return function() for i = 1, 1000000 do f(i, i) end end",
      plainC: "local f = same return function() for i = 1, 1000000 do f(i, i) end end",
      plainLua:
        "local f = function(a, b) return a == b end return function() for i = 1, 1000000 do f(i, i) end end"
    ),
    Crossing(
      name: "properties", goal: 0.120,
      ours: "local o = row() return function() local x for i = 1, 1000000 do x = o.size end end",
      plainC: "local o = object return function() local x for i = 1, 1000000 do x = o.n end end",
      plainLua: "local o = {n = 1} return function() local x for i = 1, 1000000 do x = o.n end end"),
    Crossing(
      name: "methods", goal: 0.180,
      ours: "local o = counter() return function() for i = 1, 1000000 do o:bump() end end",
      plainC: "local o = object return function() for i = 1, 1000000 do o:bump() end end",
      plainLua:
        "local o = {n = 0, bump = function(self) self.n = self.n + 1 return self.n end} return function() for i = 1, 1000000 do o:bump() end end"
    ),
    Crossing(
      name: "errors thrown and caught", goal: 0.300,
      ours: "local f = fail return function() for i = 1, 1000000 do pcall(f) end end",
      plainC: "local f = fail return function() for i = 1, 1000000 do pcall(f) end end",
      plainLua:
        "local f = function() error('no') end return function() for i = 1, 1000000 do pcall(f) end end"
    ),
    Crossing(
      name: "new objects", goal: 0.250,
      ours: "local f = counter return function() for i = 1, 1000000 do f() end end",
      plainC: "local f = new return function() for i = 1, 1000000 do f() end end",
      plainLua:
        "local m = {__index = {}} local f = function() return setmetatable({n = 0}, m) end return function() for i = 1, 1000000 do f() end end"
    ),
  ]

  /// A million of each crossing at its quickest, and what they are measured against; in an interpreter that holds
  /// nothing else, as what it holds decides how often garbage is collected.
  static func measureCrossings(named part: String = "") throws {
    let state = try State(seed: 1, hooks: NoHooks())
    let rows = Purchases(count: 4)
    let kind = try state.defineRecord(
      name: "customer", fields: ["annual_purchase", "size", "credit", "owner"])
    try state.define("same", State.typed { (a: Int64, b: Int64) in a == b })
    try state.defineClass(Counter.self, name: "counter")
    try state.defineMethod(on: Counter.self, "bump") { arguments, results in
      guard case .object(let object) = try arguments[0], let counter = object as? Counter else {
        throw ArgumentError("expected a counter")
      }
      counter.n += 1
      try results.add(counter.n)
    }
    try state.define("counter") { _, results in try results.add(Value.object(Counter())) }
    try state.define("row") { _, results in
      try results.add(Value.record(RecordReference(block: rows, row: 0, recordClass: kind)))
    }
    try state.define("fail") { _, _ in throw Failure() }
    let environment = try state.newEnvironment()
    guard let peer = plain_c_open() else { throw ArgumentError("no memory") }
    defer { plain_c_close(peer) }
    let within = Bench(state: state, environment: environment)
    for crossing in Bench.crossings where part.isEmpty || crossing.name.contains(part) {
      let ours = try within.function(crossing.ours)
      let lua = try within.function(crossing.plainLua)
      let plain = plain_c_function(peer, crossing.plainC)
      guard plain >= 0 else { throw ArgumentError("the peer cannot \(crossing.name)") }
      let run = { _ = try state.call(ours) }
      let c = try within.least(run) {
        guard plain_c_call(peer, plain) == 0 else { throw ArgumentError("the peer failed") }
      }
      print(
        "1 M \(crossing.name), against the same by hand in C\t\(c.0)\t\(c.1)\t\(crossing.goal)s")
      let l = try within.least(run) { _ = try state.call(lua) }
      print("… against plain Lua's\t\(l.0)\t\(l.1)\t-")
    }
  }
}

/// What a host function throws; it knows its words, as the host's errors do.
struct Failure: ScriptError {
  let code = "bench.no"
  let message = "no"
  let remedy = ""
}
