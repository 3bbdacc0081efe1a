// The bridge: values there and back, errors that come back as themselves, records over blocks.
import CLuaShim
import Lua
import Testing

struct Boom: Error, Equatable { let number: Int }

@Suite struct BridgeTests {
  @Test func valuesCrossBothWays() throws {
    let world = try TestWorld { state in
      try state.define("echo") { arguments, results in
        try results.add(Multiple(try arguments.all()))
      }
    }
    #expect(
      text(try world.run("return echo(1, 2.5, 'x', true, nil, {1, 2, a = {b = 'c'}})"))
        == "1 2.5 x true nil {1 2|a={|b=c}}")
    #expect(
      text(try world.run("return echo(math.mininteger, 0/0 ~= 0/0, '张三')"))
        == "-9223372036854775808 true 张三")
  }

  @Test func manyArgumentsAndResults() throws {
    let world = try TestWorld { state in
      try state.define("count", { arguments, results in try results.add(arguments.count) })
      try state.define("echo") { a, r in try r.add(Multiple(try a.all())) }
    }
    #expect(text(try world.run("return count(table.unpack({}, 1, 240))")) == "240")
    #expect(text(try world.run("return select('#', echo(table.unpack({}, 1, 200)))")) == "200")
  }

  @Test func typedArgumentsNameWhatWasExpected() throws {
    let world = try TestWorld { state in
      try state.define("area.rect", State.typed { (a: Double, b: Double) in a * b })
      try state.define("opt", State.typed { (a: String, b: Int?) in "\(a)\(b ?? -1)" })
    }
    #expect(text(try world.run("return area.rect(2, 3), opt('x'), opt('x', 3)")) == "6.0 x-1 x3")
    let error = #expect(throws: LuaError.self) { try world.run("\nreturn area.rect(2, {})") }
    #expect(error?.code == "script.argument")
    #expect(error?.message == "area.rect: argument #2: expected number, got table")
    #expect(error?.line == 2 && error?.chunk == "test.lua")
  }

  @Test func aSwiftErrorComesBackAsItself() throws {
    let world = try TestWorld { state in
      try state.define("boom") { _, _ in throw Boom(number: 7) }
      try state.define("call") { a, r in
        guard case .function(let f) = try a[0] else { return }
        try r.add(Multiple(try state.call(f)))
      }
    }
    let error = #expect(throws: LuaError.self) {
      try world.run("call(function() call(function() boom() end) end)")
    }
    let inner = error?.cause as? LuaError
    #expect((inner?.cause as? LuaError)?.cause as? Boom == Boom(number: 7))
    #expect(error?.code == "test.foreign" || error?.code == inner?.code)
    #expect(
      text(try world.run("local ok, e = pcall(boom) return ok, e.code, tostring(e)"))
        == "false test.foreign Boom(number: 7)")
  }

  @Test func luaErrorsHavePlaceAndTraceback() throws {
    let world = try TestWorld()
    let error = #expect(throws: LuaError.self) {
      try world.run("local t = nil\nlocal function f()\n  return t.x\nend\nf()")
    }
    #expect(error?.line == 3)
    #expect(error?.message == "attempt to index a nil value (upvalue 't')")
    #expect(error?.traceback.contains("test.lua:5") == true)
    let syntax = #expect(throws: LuaError.self) { try world.run("return 1\nx ==") }
    #expect(syntax?.code == "script.syntax" && syntax?.line == 2)
  }

  @Test func objectsAreReleasedAndCalled() throws {
    final class Counter {
      var n = 0; let gone: () -> Void; init(_ g: @escaping () -> Void) { gone = g };
      deinit { gone() }
    }
    var live = 0
    let world = try TestWorld { state in
      try state.defineClass(Counter.self, name: "counter")
      try state.defineMethod(on: Counter.self, "bump") { a, r in
        guard case .object(let object) = try a[0], let counter = object as? Counter else {
          throw ArgumentError("expected counter")
        }
        counter.n += 1
        try r.add(counter.n)
      }
      try state.define("new") { _, r in
        live += 1
        try r.add(Value.object(Counter { live -= 1 }))
      }
    }
    #expect(text(try world.run("local c = new() c:bump() return c:bump()")) == "2")
    try world.run("for i = 1, 20000 do new() end")
    #expect(live < 20000)
    for source in [
      "local c = new() c.bump('x')", "local c = new() c.bump(nil)", "new().nope()",
      "local c = new() c.x = 1",
    ] {
      #expect(throws: LuaError.self) { try world.run(source) }
    }
    world.state.close()
    #expect(live == 0)
  }
}

@Suite struct SandboxTests {
  @Test func reachableGlobals() throws {
    let world = try TestWorld()
    let names = text(
      try world.run(
        """
        local out = {}
        for k, v in pairs(_G) do
          if type(v) == 'table' and v ~= _G then for m in pairs(v) do out[#out + 1] = k .. '.' .. m end
          else out[#out + 1] = k end
        end
        table.sort(out) return table.concat(out, ' ')
        """))
    #expect(
      names == """
        _G _VERSION assert collectgarbage coroutine.close coroutine.create coroutine.isyieldable \
        coroutine.resume coroutine.running coroutine.status coroutine.wrap coroutine.yield \
        debug.traceback error getmetatable ipairs load math.abs math.acos math.asin math.atan \
        math.ceil math.cos math.deg math.exp math.floor math.fmod math.huge math.log math.max \
        math.maxinteger math.min math.mininteger math.modf math.pi math.rad math.random math.sin \
        math.sqrt math.tan math.tointeger math.type math.ult next pairs pcall rawequal rawget rawlen \
        rawset select setmetatable string.byte string.char string.find string.format string.gmatch \
        string.gsub string.len string.lower string.match string.pack string.packsize string.rep \
        string.reverse string.sub string.unpack string.upper table.concat table.insert table.move \
        table.pack table.remove table.sort table.unpack tonumber tostring type utf8.char \
        utf8.charpattern utf8.codepoint utf8.codes utf8.len utf8.offset xpcall
        """)
  }

  @Test(arguments: [
    ("return undefinedname", "script.undefined_name"),
    ("undefinedname = 1", "script.undefined_name"),
    ("setmetatable({}, {__gc = print})", "script.undefined_name"),
    ("setmetatable({}, {__gc = 1})", "sandbox.gc"),
    ("collectgarbage('stop')", "sandbox.collectgarbage"),
    ("getmetatable('').__index = nil", "script.error"),
  ])
  func refuses(_ source: String, _ code: String) throws {
    let error = #expect(throws: LuaError.self) { try TestWorld().run(source) }
    #expect(error?.code == code)
  }

  @Test func binaryChunksAreRefused() throws {
    #expect(text(try TestWorld().run("return (load('\\27Lua'))")) == "nil")
    #expect(text(try TestWorld().run("return load('return _G == ...')(_G)")) == "true")
  }

  @Test func scriptsDoNotShareWorlds() throws {
    let world = try TestWorld()
    let other = try world.state.newEnvironment()
    try world.run("string.upper = nil")
    let chunk = try world.state.load("return string.upper('x')", name: "=x", in: other)
    #expect(text(try world.state.call(chunk)) == "X")
  }

  @Test func randomComesFromTheSeed() throws {
    let first = text(try TestWorld().run("return math.random(1000000), math.random(1000000)"))
    #expect(first == text(try TestWorld().run("return math.random(1000000), math.random(1000000)")))
  }
}

@Suite struct StopTests {
  static let loops = [
    "while true do end",
    "while true do pcall(function() while true do end end) end",
    "while true do xpcall(function() while true do end end, function(e) while true do end end) end",
    "coroutine.wrap(function() while true do end end)()",
    "while true do local co = coroutine.create(function() while true do end end) coroutine.resume(co) end",
    "local t <close> = setmetatable({}, {__close = function() while true do end end}) while true do end",
    "local t = setmetatable({}, {__index = function() while true do end end}) return t.x",
    "table.sort({1, 2, 3}, function() while true do end end)",
    "string.gsub('abc', '.', function() while true do pcall(error) end end)",
    "again(function() while true do pcall(again, function() while true do end end) end end)",
  ]

  @Test(arguments: loops)
  func aDeadlineStops(_ source: String) throws {
    let world = try TestWorld { state in
      try state.define("again") { a, _ in
        if case .function(let f) = try a[0] { _ = try state.call(f) }
      }
    }
    try world.state.setDeadline(0.05)
    let error = #expect(throws: LuaError.self) { try world.run(source) }
    #expect(error?.code == "limit.deadline")
    try world.state.setDeadline(nil)
    world.state.clearStop()
    #expect(text(try world.run("return 1 + 1")) == "2")
  }

  @Test(arguments: [
    "local t = {} while true do t[#t + 1] = {} end",
    "while true do pcall(function() local t = {} while true do t[#t + 1] = {} end end) end",
    "local s = 'x' while true do s = s .. s end", "string.rep('x', 1 << 40)",
    "coroutine.wrap(function() local t = {} while true do t[#t + 1] = {} end end)()",
  ])
  func memoryIsLimited(_ source: String) throws {
    let world = try TestWorld(memory: 20_000_000)
    let error = #expect(throws: LuaError.self) { try world.run(source) }
    #expect(error?.code == "limit.memory" || error?.message == "resulting string too large")
    world.state.clearStop()
    #expect(text(try world.run("return #{1, 2}")) == "2")
  }

  @Test func errorsWithoutStopStillReachPcall() throws {
    #expect(text(try TestWorld().run("return pcall(error, 'x')")) == "false x")
    #expect(
      text(
        try TestWorld().run(
          "return xpcall(function(a) error(a, 0) end, function(e) return e .. '!' end, 'y')"))
        == "false y!")
    #expect(
      text(try TestWorld().run("return select('#', pcall(function() return 1, nil, nil end))"))
        == "4")
    #expect(
      text(
        try TestWorld().run(
          """
          local co = coroutine.wrap(function(a) local b = coroutine.yield(a + 1) error('no ' .. b, 0) end)
          return co(1), pcall(co, 'way')
          """)) == "2 false no way")
  }

  @Test func tablesWithCyclesAreRefused() throws {
    let world = try TestWorld { try $0.define("f") { a, _ in _ = try a[0] } }
    let error = #expect(throws: LuaError.self) { try world.run("local t = {} t.t = t f(t)") }
    #expect(error?.code == "table.too_deep")
    try world.run("f({[{}] = 1, [f] = 2})")
  }

  @Test func invalidUTF8IsAnError() throws {
    let world = try TestWorld { try $0.define("f") { a, _ in _ = try a[0] } }
    let error = #expect(throws: LuaError.self) { try world.run("f('\\xff')") }
    #expect(error?.code == "script.utf8")
  }
}

@Suite struct NestedCallTests {
  @Test func resultsOfInnerCallsDoNotLeakIntoOuterOnes() throws {
    let world = try TestWorld { state in
      try state.define("inner") { _, r in try r.add(Multiple([.integer(1), .integer(2)])) }
      try state.define("outer") { a, r in
        if case .function(let f) = try a[0] { _ = try state.call(f) }
        try r.add("outer")
      }
    }
    #expect(text(try world.run("return outer(function() return inner() end)")) == "outer")
  }
}

@Suite struct FunctionOwnershipTests {
  @Test func anArgumentMayBeReadManyTimes() throws {
    var kept: Function?
    let world = try TestWorld { state in
      try state.define("f") { a, r in
        for _ in 0..<5 { _ = try a[0] }
        if case .function(let f) = try a[0] { _ = try state.call(f) }
        for _ in 0..<5 { _ = try a[1] }
        if case .table(let table) = try a[1], case .function(let f) = table["g"] { kept = f }
        if case .function(let f) = try a[0] { try r.add(Multiple(try state.call(f))) }
      }
    }
    for round in 0..<200 {
      #expect(
        text(
          try world.run(
            "local x = \(round) return f(function() return x end, {g = function() return -x end})"))
          == "\(round)")
      #expect(text(try world.state.call(try #require(kept))) == "\(-round)")
    }
  }

  @Test func aStopSaysWhereItStruck() throws {
    let world = try TestWorld()
    try world.state.setDeadline(0.02)
    let error = #expect(throws: LuaError.self) {
      try world.run("local x = 1\nwhile true do\n  x = x + 1\nend")
    }
    #expect(error?.chunk == "test.lua" && (2...4).contains(error?.line ?? 0))
    try world.state.setDeadline(nil)
  }

  /// A host function that runs something of its own takes no limit from the script that called it.
  @Test func noStopIsLiftedFromWithin() throws {
    let world = try TestWorld { state in
      try state.define("lift") { _, _ in
        state.clearStop()
        try state.setDeadline(nil)
        try state.setDeadline(1000)
      }
    }
    try world.state.setDeadline(0.05)
    let error = #expect(throws: LuaError.self) {
      try world.run("lift() while true do pcall(lift) end")
    }
    #expect(error?.code == "limit.deadline")
    try world.state.setDeadline(nil)
    world.state.clearStop()
    #expect(text(try world.run("return 1 + 1")) == "2")
  }

  @Test func scriptsDoNotSeeTheHostsBox() throws {
    let world = try TestWorld { try $0.define("boom") { _, _ in throw Boom(number: 1) } }
    #expect(
      text(
        try world.run(
          """
          local _, e = pcall(boom)
          local names = {}
          for k in pairs(e) do names[#names + 1] = type(k) == 'string' and k or type(k) end
          table.sort(names) return table.concat(names, ' ')
          """)) == "code message remedy")
  }
}

@Suite struct CoroutineTests {
  /// However many are made; alive are only so many at once, and the script may go on with what it has.
  @Test func livingCoroutinesAreCounted() throws {
    let world = try TestWorld()
    #expect(
      text(
        try world.run(
          """
          local sum = 0
          for i = 1, 200000 do sum = sum + coroutine.wrap(function(n) return n end)(i) end
          local kept = {}
          local ok, e = pcall(function()
            for i = 1, 200000 do kept[i] = coroutine.create(pairs) end
          end)
          local first = #kept
          kept = {}
          for i = 1, 40000 do kept[i] = coroutine.create(pairs) end
          return sum, ok, e.code, first, #kept
          """)) == "20000100000 false script.coroutines 50000 40000")
    try world.state.collect()
    #expect(text(try world.run("return coroutine.wrap(function() return 7 end)()")) == "7")
  }
}

@Suite struct ErrorTests {
  /// A Swift error that says when it is gone.
  private final class Trace: Error, Sendable {
    nonisolated(unsafe) static var living = 0
    init() { Trace.living += 1 }
    deinit { Trace.living -= 1 }
  }

  @Test func errorsAreLetGoWithTheirTables() throws {
    let before = Trace.living
    let world = try TestWorld { try $0.define("fail") { _, _ in throw Trace() } }
    try world.run("for i = 1, 20000 do pcall(fail) end")
    try world.state.collect()
    #expect(Trace.living == before)
    guard
      case .function(let again) = try world.run(
        "local kept, _ = {} for i = 1, 500 do _, kept[i] = pcall(fail) end return function(i) error(kept[i]) end"
      )[0]
    else { return }
    try world.state.collect()
    #expect(Trace.living == before + 500)
    for i: Int64 in [1, 77, 500] {
      let error = #expect(throws: LuaError.self) { try world.state.call(again, [.integer(i)]) }
      #expect(error?.cause is Trace)
    }
    world.state.close()
    #expect(Trace.living <= before + 3)
  }

  @Test func anErrorsTextsAreItsOwn() throws {
    let world = try TestWorld { try $0.define("fail") { _, _ in throw Boom(number: 4) } }
    #expect(
      text(
        try world.run(
          """
          local _, e = pcall(fail)
          local names = {}
          for k, v in pairs(e) do names[#names + 1] = k .. '=' .. v end
          table.sort(names)
          return type(e), e.nothing, table.concat(names, ' '), tostring(e)
          """)) == "table nil code=test.foreign message=Boom(number: 4) remedy= Boom(number: 4)")
  }

  /// A number that a script digs out of one error and puts into another is a number.
  /// Errors that are held, dropped and thrown anew in any order: each still says what it said.
  @Test func manyErrorsKeepApart() throws {
    let seed = UInt64.random(in: 1...1_000_000)
    print("errors: seed \(seed)")
    let world = try TestWorld(seed: seed) {
      try $0.define("fail") { arguments, _ in
        throw Boom(number: Int(try arguments.decode(0, as: Int64.self)))
      }
    }
    guard
      case .function(let round) = try world.run(
        """
        local kept, said = {}, {}
        return function()
          for i = 1, 5000 do
            local place = math.random(2000)
            if math.random(3) == 1 then kept[place], said[place] = nil, nil
            else
              local _, e = pcall(fail, i)
              kept[place], said[place] = e, 'Boom(number: ' .. i .. ')'
            end
          end
          local wrong, count = 0, 0
          for place, e in pairs(kept) do
            count = count + 1
            if tostring(e) ~= said[place] then wrong = wrong + 1 end
          end
          return wrong, count > 500
        end
        """)[0]
    else { return }
    for _ in 1...8 {
      #expect(text(try world.state.call(round)) == "0 true")
      try world.state.collect()
    }
  }

  @Test func anErrorShowsNothingOfTheHosts() throws {
    let world = try TestWorld { try $0.define("fail") { _, _ in throw Boom(number: 4) } }
    #expect(
      text(
        try world.run(
          """
          local _, e = pcall(fail)
          local first, count = next(e), #e
          rawset(e, 'code', 7) rawset(e, 1, e)
          return first, count, e.code, e.message, getmetatable(e)
          """)) == "nil 0 7 Boom(number: 4) false")
  }
}
