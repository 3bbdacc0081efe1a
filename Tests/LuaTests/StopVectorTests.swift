// A stop goes through everything that a script can hide behind, and is heard at once.
import Foundation
import Lua
import Testing

@Suite struct StopVectorTests {
  /// Each would run for far longer than its test, most of them for ever.
  static let vectors = [
    // Loops, and what could catch the stop's error.
    "while true do end",
    "while true do pcall(function() while true do end end) end",
    "local function f() return pcall(f) end while true do f() end",
    "while true do xpcall(function() while true do end end, function() while true do end end) end",
    "while true do xpcall(error, function() while true do end end) end",
    "goto a ::a:: goto a",
    // Coroutines: running, resumed by hand, wrapped, nested, closed, in a caller's __close.
    "coroutine.wrap(function() while true do end end)()",
    "while true do coroutine.resume(coroutine.create(function() while true do end end)) end",
    "local function f() coroutine.wrap(f)() end while true do pcall(f) end",
    "while true do local co = coroutine.wrap(function() while true do coroutine.yield() end end) for i = 1, 9 do co() end end",
    """
    local co = coroutine.create(function()
      local t <close> = setmetatable({}, {__close = function() while true do end end})
      coroutine.yield()
    end)
    coroutine.resume(co)
    while true do pcall(coroutine.close, co) end
    """,
    """
    local t <close> = setmetatable({}, {__close = function() while true do end end})
    coroutine.wrap(function() while true do end end)()
    """,
    """
    local function guard() return setmetatable({}, {__close = function() while true do end end}) end
    local a <close> = guard()
    local b <close> = guard()
    while true do pcall(function() local c <close> = guard() error() end) end
    """,
    // Metamethods and iterators.
    "return setmetatable({}, {__index = function() while true do end end}).x",
    "return setmetatable({}, {__eq = function() while true do end end}) == setmetatable({}, {})",
    "return #setmetatable({}, {__len = function() while true do end end})",
    "return setmetatable({}, {__concat = function() while true do end end}) .. 'x'",
    "return tostring(setmetatable({}, {__tostring = function() while true do end end}))",
    "for _ in function() return 1 end do end",
    "for _ in pairs(setmetatable({}, {__pairs = function() return function() return 1 end end})) do end",
    // Callbacks of library functions.
    "table.sort({1, 2, 3}, function() while true do end end)",
    "string.gsub('abc', '.', function() while true do pcall(error) end end)",
    "string.gsub('abc', '.', setmetatable({}, {__index = function() while true do end end}))",
    "load(function() while true do end end)",
    "load(function() return ' ' end)",
    // Library functions that take no memory and no step of the interpreter.
    "return ('a'):rep(400):find('.-.-.-.-b')",
    "return ('a'):rep(400):match('(.-)(.-)(.-)(.-)b')",
    "for _ in ('a'):rep(400):gmatch('.-.-.-.-b') do end",
    "return ('a'):rep(400):gsub('.-.-.-.-b', '')",
    "return ('('):rep(3000000):gsub('%b()', '')",
    "table.move({}, 1, 1 << 60, 2)",
    "table.insert(setmetatable({}, {__len = 1 << 60, __len = function() return 1 << 60 end}), 1, 1)",
    "table.remove(setmetatable({}, {__len = function() return 1 << 60 end}), 1)",
    "return table.concat(setmetatable({}, {__index = tostring, __len = function() return 1 << 60 end}))",
    "table.sort(setmetatable({}, {__len = function() return 1 << 30 end, __index = function() return 1 end}))",
    "local t = {} for i = 1, 3000000 do t[i] = i * 7919 % 1000003 end while true do table.sort(t) end",
    "local t = {} for i = 1, 3000000 do t[i] = 'x' end while true do table.concat(t) end",
    "local s = ('x'):rep(60000000) while true do utf8.len(s) end",
    "local s = ('x'):rep(60000000) while true do utf8.offset(s, #s) end",
    "local s = ('x'):rep(60000000) while true do s:upper() s:reverse() s:lower() end",
    "while true do ('x'):rep(40000000) end",
    "while true do load(('x = 1 '):rep(2000000)) end",
    // Into the host and back.
    "again(function() while true do pcall(again, function() while true do end end) end end)",
    "while true do pcall(again, error) end",
    "while true do quick() end",
    "local t = {} for i = 1, 20 do t = {t, t, t, t} end while true do pcall(quick, t) end",
    "local t = {} for i = 1, 1000000 do t[i] = {i} end while true do quick(t) end",
  ]

  private static func world(memory: Int? = nil) throws -> TestWorld {
    try TestWorld(memory: memory) { state in
      try state.define("again") { a, _ in
        if case .function(let f) = try a[0] { _ = try state.call(f) }
      }
      try state.define("quick") { _, _ in }
    }
  }

  /// The limit, and a hundred milliseconds of work at most behind it: in CPU time of the thread, so that what
  /// else the machine does is not counted. A copy of a text takes its time from the memory that all share, though:
  /// late is what is late three times.
  @Test(arguments: vectors)
  func aDeadlineIsHeardAtOnce(_ source: String) throws {
    let world = try StopVectorTests.world()
    var late = Double.infinity
    for _ in 1...3 where late >= 0.1 {
      try world.state.setDeadline(0.1)
      let error = #expect(throws: LuaError.self) { try world.run(source) }
      late = try #require(world.state.sinceStop)
      #expect(error?.code == "limit.deadline", "\(error?.message ?? "")")
      if late > 0.02 { print("reaction \(Int(late * 1000)) ms: \(source.prefix(70))") }
      try world.state.setDeadline(nil)
      world.state.clearStop()
    }
    #expect(late < 0.1, "\(late) s of work past the deadline")
    #expect(text(try world.run("local n = 0 for i = 1, 10 do n = n + i end return n")) == "55")
  }

  /// Stopped from another thread, as by Ctrl-C in a program with many.
  @Test func aStopComesFromAnyThread() throws {
    let world = try StopVectorTests.world()
    let handle = UInt(bitPattern: try #require(world.state.interruptHandle))
    for source in [
      "while true do end", "while true do pcall(function() while true do end end) end",
      "coroutine.wrap(function() while true do end end)()",
    ] {
      let stopper = Thread {
        Thread.sleep(forTimeInterval: 0.05)
        if let handle = OpaquePointer(bitPattern: handle) { State.interrupt(handle) }
      }
      stopper.start()
      let error = #expect(throws: LuaError.self) { try world.run(source) }
      #expect(error?.code == "run.interrupted")
      world.state.clearStop()
    }
    #expect(text(try world.run("return 1 + 1")) == "2")
  }

  @Test(arguments: [
    "local t = {} while true do t[#t + 1] = {} end",
    "while true do pcall(function() local t = {} while true do t[#t + 1] = {} end end) end",
    "while true do xpcall(string.rep, function() return 1 end, 'x', 100000000) end",
    "local s = 'x' while true do s = s .. s end",
    "local t = {} while true do t[#t + 1] = coroutine.create(type) end",
    "while true do pcall(coroutine.wrap(function() local t = {} while true do t[#t + 1] = {} end end)) end",
    "local t <close> = setmetatable({}, {__close = function() while true do end end}) return ('x'):rep(100000000)",
    "while true do pcall(big) end",
    "while true do pcall(load, ('x = {} '):rep(2500000)) end",
    "while true do load(('x = {} '):rep(2500000)) end",
    "local co = coroutine.create(function() local t <close> = setmetatable({}, {__close = function() return ('x'):rep(1 << 30) end}) coroutine.yield() end) coroutine.resume(co) coroutine.close(co) while true do end",
  ])
  func aMemoryLimitCannotBeHidden(_ source: String) throws {
    let world = try TestWorld(memory: 20_000_000) { state in
      try state.define("big") { _, results in
        for _ in 0..<400_000 {
          try results.add("0123456789 0123456789 0123456789 0123456789 0123456789")
        }
      }
    }
    try world.state.collect()
    let before = world.state.memoryUsed
    try world.state.setDeadline(20)
    let error = #expect(throws: LuaError.self) { try world.run(source) }
    #expect(error?.code == "limit.memory")
    world.state.clearStop()
    try world.state.collect()
    #expect(world.state.memoryUsed < before + 65_536)
    #expect(text(try world.run("return #{1, 2}")) == "2")
  }

  @Test func aPatternThatNeedsTooMuchIsAnError() throws {
    let error = #expect(throws: LuaError.self) {
      try TestWorld().run(
        "return pcall(string.find, ('a'):rep(400), '.-.-.-b') and error(select(2, pcall(string.find, ('a'):rep(3000), '.-.-.-b')), 0) or error(select(2, pcall(string.find, ('a'):rep(3000), '.-.-.-b')), 0)"
      )
    }
    #expect(error?.code == "pattern.too_complex")
    #expect(text(try TestWorld().run("return (('a'):rep(200000)):find('b')")) == "nil")
  }
}

@Suite struct DepthTests {
  /// Each calls itself without end; on the small stack of a worker thread it must be an error.
  @Test(
    arguments: [
      ("local function f() return again(f) end f()", "script.depth"),
      ("local function f() return pcall(again, f) end f() error('back')", "script.error"),
      ("local function f() f() end f()", "script.depth"),
      ("local function f() coroutine.wrap(f)() end f()", "script.depth"),
      ("local function f() string.gsub('x', 'x', f) end f()", "script.depth"),
      ("local function f() table.sort({1, 2}, f) end f()", "script.depth"),
      (
        "local t = setmetatable({}, {}) getmetatable(t).__index = function(_, k) return t[k] end return t.x",
        "script.depth"
      ),
      (
        "local t = setmetatable({}, {}) getmetatable(t).__tostring = function() return tostring(t) end return tostring(t)",
        "script.depth"
      ),
      ("return load(('('):rep(10000) .. ')')", nil),
      ("error(load(('return '):rep(1) .. ('{'):rep(10000)))", nil),
      (
        """
        local function nest(n)
          if n == 0 then return end
          local co = coroutine.create(function()
            local t <close> = setmetatable({}, {__close = function() nest(n - 1) end})
            coroutine.yield()
          end)
          coroutine.resume(co)
          local ok, problem = coroutine.close(co)
          if not ok then error(problem, 0) end
        end
        nest(20000)
        """, "script.depth"
      ),
      (
        """
        local function nest()
          local co = coroutine.create(function()
            local t <close> = setmetatable({}, {__close = function() string.gsub('x', 'x', nest) end})
            coroutine.yield()
          end)
          coroutine.resume(co)
          local ok, problem = coroutine.close(co)
          if not ok then error(problem, 0) end
        end
        nest()
        """, "script.depth"
      ),
    ] as [(String, String?)])
  func nestingWithoutEndIsAnError(_ source: String, _ code: String?) throws {
    let world = try TestWorld { state in
      try state.define("again") { a, r in
        if case .function(let f) = try a[0] { try r.add(Multiple(try state.call(f))) }
      }
    }
    if let code {
      let error = #expect(throws: LuaError.self) { try world.run(source) }
      #expect(error?.code == code, "\(error?.message ?? "")")
      if code == "script.depth" { #expect(error?.remedy.isEmpty == false) }
    } else {
      _ = try? world.run(source)
    }
    #expect(text(try world.run("return 1 + 1")) == "2")
  }

  @Test func oneTableInManyPlacesIsRefused() throws {
    let world = try TestWorld { try $0.define("f") { a, _ in _ = try a[0] } }
    let error = #expect(throws: LuaError.self) {
      try world.run("local t = {} for i = 1, 40 do t = {t, t} end f(t)")
    }
    #expect(error?.code == "table.too_large")
  }

  /// An error value whose text cannot be had is an error like any other.
  @Test(arguments: [
    "error(setmetatable({}, {__tostring = function() error('inside') end}))",
    "error(setmetatable({}, {__tostring = function() return 7 end}))",
    "local m = {} m.__tostring = function() error(setmetatable({}, m)) end error(setmetatable({}, m))",
    "error()", "error(nil)", "error({})", "error(coroutine.create(error))",
    "error(('x'):rep(10000000))",
    "error(setmetatable({}, {__index = function() error('index') end, __name = 7}))",
    "local _, e = pcall(nil) error(setmetatable({}, {__index = {code = 7}}))",
    "xpcall(error, function(e) error(e) end) error('x')",
  ])
  func anErrorValueOfAnyKindEndsTheScript(_ source: String) throws {
    let world = try TestWorld { try $0.define("fail") { _, _ in throw Boom(number: 1) } }
    let error = #expect(throws: LuaError.self) { try world.run(source) }
    #expect(error?.code == "script.error")
    #expect(error?.message.isEmpty == false)
    #expect(text(try world.run("return 1 + 1")) == "2")
  }
}
