// Records over a block of rows, and tagged scalars.
import CLuaShim
import Lua
import Testing

final class Rows: RowSource {
  let rowCells: UnsafeMutablePointer<row_cell>
  let ids: UnsafeMutablePointer<Int64>
  var rowIDs: UnsafePointer<Int64> { UnsafePointer(ids) }
  let rowWidth = 3
  let rowVersion: UnsafeMutablePointer<Int64> = {
    let version = UnsafeMutablePointer<Int64>.allocate(capacity: 1)
    version.initialize(to: 0)
    return version
  }()
  func refreshRows() {}
  let count: Int
  var loads = 0

  init(count: Int) {
    self.count = count
    rowCells = .allocate(capacity: count * 3)
    rowCells.initialize(repeating: row_cell(), count: count * 3)
    ids = .allocate(capacity: count)
    for row in 0..<count {
      ids[row] = Int64(100 + row)
      rowCells[row * 3] = row_cell(bits: Int64(row) * 10_000, length: 0, kind: UInt32(CELL_MONEY))
    }
  }
  deinit {
    rowCells.deallocate()
    ids.deallocate()
    rowVersion.deallocate()
  }
  func loadColumn(_ slot: Int) throws {
    loads += 1
    if slot == 2 { throw Boom(number: 2) }
    for row in 0..<count {
      rowCells[row * 3 + slot] = row_cell(bits: Int64(row), length: 0, kind: UInt32(CELL_INTEGER))
    }
  }
}

@Suite struct RecordTests {
  func world() throws -> (TestWorld, RecordClass) {
    var kind: RecordClass?
    let world = try TestWorld { state in
      kind = try state.defineRecord(name: "customer", fields: ["amount", "size", "broken"])
      try state.define("money") { a, r in
        try r.add(Scalar(kind: UInt32(CELL_MONEY), payload: try a.decode(0, as: Int64.self)))
      }
    }
    return (world, try #require(kind))
  }

  @Test func aRuleRunsOverABlock() throws {
    let (world, kind) = try world()
    let rows = Rows(count: 5)
    guard
      case .function(let rule)? = try world.run(
        """
        return function(c)
          if c.amount > money(20000) then return 'A' elseif c.size == 0 then return nil end
          return c.id
        end
        """
      ).first
    else { return }
    var results = [row_cell](repeating: row_cell(), count: 5)
    try results.withUnsafeMutableBufferPointer {
      try world.state.map(rule, over: rows, count: 5, of: kind, into: $0.baseAddress!)
      let kinds = $0.map { Int($0.kind) }
      #expect(
        kinds == [
          Int(CELL_NULL), Int(CELL_INTEGER), Int(CELL_INTEGER), Int(CELL_TEXT), Int(CELL_TEXT),
        ])
      #expect($0[1].bits == 101)
    }
    #expect(rows.loads == 1)
  }

  @Test func aRecordIsDeadAfterItsRule() throws {
    let (world, kind) = try world()
    let keep = try world.run(
      "local kept return function(c) kept = c return 1 end, function() return kept.amount end")
    guard case .function(let rule) = keep[0], case .function(let use) = keep[1] else { return }
    var result = row_cell()
    try world.state.map(rule, over: Rows(count: 1), count: 1, of: kind, into: &result)
    let error = #expect(throws: LuaError.self) { try world.state.call(use) }
    #expect(error?.code == "record.dead")
    guard case .function(let failing) = try world.run("return function(c) error('x') end")[0] else {
      return
    }
    let failure = #expect(throws: RowError.self) {
      try world.state.map(failing, over: Rows(count: 1), count: 1, of: kind, into: &result)
    }
    #expect(failure?.row == 0 && failure?.error.message == "x")
  }

  @Test func recordsOutliveTheirScanAndSayWhatIsWrong() throws {
    let (world, kind) = try world()
    weak var weakRows: Rows?
    do {
      let rows = Rows(count: 2)
      weakRows = rows
      guard
        case .function(let f) = try world.run(
          "return function(r) return r.id, r.amount, r.size end")[0]
      else { return }
      let got = try world.state.call(
        f, [.record(RecordReference(block: rows, row: 1, recordClass: kind))])
      #expect(text(got) == "101 <6:10000> 1")
      for (source, code) in [("r.broken", "test.foreign"), ("r.nope", "record.unknown_field")] {
        guard case .function(let g) = try world.run("return function(r) return \(source) end")[0]
        else { return }
        let error = #expect(throws: LuaError.self) {
          try world.state.call(
            g, [.record(RecordReference(block: rows, row: 0, recordClass: kind))])
        }
        #expect(error?.code == code)
      }
      guard case .function(let set) = try world.run("return function(r) r.size = 4 end")[0] else {
        return
      }
      _ = try world.state.call(
        set, [.record(RecordReference(block: rows, row: 0, recordClass: kind))])
      #expect(world.hooks.stored.count == 1)
    }
    world.state.close()
    #expect(weakRows == nil)
  }

  @Test func tracingSeesInputsOnceInOrder() throws {
    let (world, kind) = try world()
    guard
      case .function(let f) = try world.run(
        "return function(r) return r.size, r.amount, r.size end")[0]
    else { return }
    let rows = Rows(count: 1)
    let (_, inputs) = try world.state.tracing {
      try world.state.call(f, [.record(RecordReference(block: rows, row: 0, recordClass: kind))])
    }
    #expect(inputs.map { $0.slot } == [1, 0])
  }

  @Test func scalarsAreExactAndEqualByValue() throws {
    let (world, _) = try world()
    #expect(
      text(
        try world.run(
          """
          local t = {[money(5)] = 'five'}
          return money(2) + money(3) == money(5), t[money(2) + money(3)], -money(7) * 3, money(10000) == 1,
            money(10000) < 1.5, money(15000) <= 1.5, 2 > money(19999), money(1) / money(4), 'x' .. money(3)
          """)) == "true five <6:-21> false true true true 0.25 x6:3")
    for (source, code) in [
      ("money(1) + 1", "value.mixed_kinds"), ("money(1 << 59) * 4", "money.overflow"),
      ("money(1) < 'x'", "value.mixed_kinds"), ("money(1):nope()", "value.method"),
      ("money(1) * 0.5", "money.inexact"), ("money(1) .. {}", "script.error"),
    ] {
      let error = #expect(throws: LuaError.self, "\(source)") { try world.run("return \(source)") }
      #expect(error?.code == code, "\(source)")
    }
  }
}
