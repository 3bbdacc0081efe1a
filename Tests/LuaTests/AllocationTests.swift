// For every N the N-th allocation fails: each time the run ends as at its memory limit, nothing of the host's is lost,
// and the interpreter goes on.
import CRows
import Lua
import Testing

@Suite struct AllocationTests {
  /// Counts its living instances.
  final class Part {
    nonisolated(unsafe) static var living = 0
    init() { Part.living += 1 }
    deinit { Part.living -= 1 }
  }

  final class Shop {
    let state: State
    let environment: Environment
    let rows = Rows(count: 5)

    init(failing number: UInt64) throws {
      let rows = rows
      let state = try State(
        limits: .init(), seed: 1, hooks: TestHooks(), failingAllocation: number)
      self.state = state
      let kind = try state.defineRecord(name: "row", fields: ["amount", "size", "broken"])
      try state.defineClass(Part.self, name: "part")
      try state.defineMethod(on: Part.self, "twin") { _, r in try r.add(Value.object(Part())) }
      try state.define("part") { _, r in try r.add(Value.object(Part())) }
      try state.define("fail") { _, _ in throw Boom(number: 1) }
      try state.define("echo") { a, r in try r.add(Multiple(try a.all())) }
      try state.define("nested.list") { _, r in
        try r.add(
          Value.table(
            Table(
              list: [.integer(1), .object(Part())],
              fields: [("name", .string("铆钉")), ("more", .table(Table(list: [.number(0.5)])))])))
      }
      try state.define("call") { [unowned state] a, r in
        guard case .function(let f) = try a[0] else { return }
        try r.add(Multiple(try state.call(f)))
      }
      try state.define("each") { [unowned state] a, r in
        guard case .function(let f) = try a[0] else { return }
        var cells = [row_cell](repeating: row_cell(), count: 5)
        try cells.withUnsafeMutableBufferPointer {
          try state.map(f, over: rows, count: 5, of: kind, into: $0.baseAddress!)
        }
        try r.add(5)
      }
      try state.define("row") { [unowned state] _, r in
        try r.add(Value.record(RecordReference(block: rows, row: 1, recordClass: kind)))
      }
      environment = try state.newEnvironment(open: true)
    }

    func run(_ source: String) throws -> [Value] {
      try state.call(try state.load(source, name: "@alloc.lua", in: environment))
    }
  }

  static let scripts = [
    "local t = {} for i = 1, 50 do t[i] = {i, x = tostring(i) .. 'x'} end return #t",
    "return pcall(function() error({code = 'x'}) end)",
    "return xpcall(function() local x = nil .. 'y' end, function(e) return e .. '!' end)",
    "local ok, e = pcall(fail) return tostring(e), e.code",
    "local co = coroutine.wrap(function(a) for i = 1, 3 do a = coroutine.yield(a .. i) end return a end) return co('a'), co('b')",
    """
    local log = {}
    do local t <close> = setmetatable({}, {__close = function() log[#log + 1] = 'closed' end}) log[1] = 'open' end
    return table.concat(log, ' ')
    """,
    "local p = part() local q = p:twin() return p == q, echo(p, {q, {p}})",
    "local t = nested.list() return t.name, t.more[1], t[2]",
    "return echo({1, 2, {a = 'b', c = {true}}}, 'text', 2.5, function() return 1 end, {f = print or 1})",
    "return call(function() return call(function() return part(), 'x', {1} end) end)",
    "return call(function() return pcall(call, function() fail() end) end)",
    "return each(function(r) return r.size .. 'text' end)",
    "return pcall(each, function(r) each(function(q) return q.amount end) if r.id == 102 then error('stop') end return r.size end)",
    "local r = row() return r.id, r.size, r.amount, pcall(function() return r.nothing end)",
    "local m = -(row().amount) return tostring(m), m + m, pcall(function() return m .. {} end)",
    "return ('key = value; a = b'):gsub('(%w+) = (%w+)', '%2 = %1'), ('abc'):rep(99, '-'):upper():reverse():find('c-b', 1, true)",
    "local out = {} for k in ('a b c d'):gmatch('%a') do out[#out + 1] = k end table.sort(out, function(a, b) return a > b end) return table.unpack(out)",
    "local t = {3, 1, 2} table.sort(t) table.insert(t, 1, 9) table.remove(t) return table.concat(table.move(t, 1, 3, 2, {}), ',', 2, 3)",
    "return load('return 1 + ...')(2), load(function() return nil end), load('x ==')",
    "x = {1} y = x return rawget(_G, 'x'), pcall(function() return zzz end)",
    "return string.format('%5.2f %s %q', 1.5, {1} and 'x', 'a\\nb'), utf8.char(38102), utf8.len('铆钉')",
  ]

  @Test func everyAllocationMayFail() throws {
    let before = Part.living
    var opening: UInt64 = 1
    while true {
      do {
        let shop = try Shop(failing: opening)
        if shop.state.allocations < opening { break }
        // Lua goes on without a larger table of its strings.
        #expect(text(try shop.run("return 1 + 1")) == "2", "allocation \(opening)")
      } catch let error as LuaError {
        #expect(error.code == "limit.memory", "allocation \(opening): \(error)")
      }
      opening += 1
    }
    var total = 0
    let shop = try Shop(failing: 0)
    for script in AllocationTests.scripts {
      try shop.state.collect()
      let expected = outcome(shop, script)
      var number: UInt64 = 1
      while true {
        shop.state.failAllocation(number)
        let got = outcome(shop, script)
        let happened = shop.state.allocations >= number
        shop.state.failAllocation(0)
        shop.state.clearStop()
        #expect(
          got == (happened ? "limit.memory" : expected), "allocation \(number) of: \(script)")
        #expect(text(try shop.run("return 1 + 1")) == "2")
        if !happened { break }
        number += 1
        total += 1
      }
    }
    print(
      "allocations that failed: \(opening - 1) of opening, \(total) of \(AllocationTests.scripts.count) scripts"
    )
    try shop.state.collect()
    #expect(Part.living == before)
  }

  private func outcome(_ shop: Shop, _ script: String) -> String {
    do {
      return text(try shop.run(script))
    } catch let error as LuaError {
      return error.code
    } catch {
      return "\(error)"
    }
  }
}
