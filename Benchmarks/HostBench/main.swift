// Measures the Lua host against plain Lua in one process, in turn; prints work, ours, peer and budget by tabs.
// With a word only the crossings whose name has it: `host-bench errors`, under a profiler.
import CRows
import Lua
import Values

/// A block of customers' purchases, as the store would hand it over.
final class Purchases: RowSource {
  let rowCells: UnsafeMutablePointer<row_cell>
  private let ids: UnsafeMutablePointer<Int64>
  let rowWidth = 4
  let rowVersion = UnsafeMutablePointer<Int64>.allocate(capacity: 1)
  func refreshRows() {}
  let count: Int

  init(count: Int) {
    self.count = count
    rowCells = .allocate(capacity: count * 4)
    ids = .allocate(capacity: count)
    for row in 0..<count {
      ids[row] = Int64(row + 1)
      for slot in 0..<4 {
        rowCells[row * 4 + slot] = row_cell(
          bits: Int64((row * 7919 + slot * 13) % 800_000) * 10_000, length: 0,
          kind: UInt32(slot == 0 ? CELL_MONEY : CELL_INTEGER))
      }
    }
  }

  deinit {
    rowCells.deallocate()
    ids.deallocate()
  }

  var rowIDs: UnsafePointer<Int64> { UnsafePointer(ids) }
  func loadColumn(_ slot: Int) throws {}
}

struct Bench {
  let state: State
  let environment: Environment

  func function(_ source: String) throws -> Function {
    let chunk = try state.load(source, name: "=bench", in: environment)
    guard case .function(let function)? = try state.call(chunk).first else {
      throw ArgumentError("no function")
    }
    return function
  }

  /// Medians of both in turn, in seconds.
  func compare(_ ours: () throws -> Void, _ peer: () throws -> Void) throws -> (Double, Double) {
    let (mine, theirs) = try measure(rounds: 7, ours, peer)
    return (mine[mine.count / 2], theirs[theirs.count / 2])
  }

  /// The quickest of both in turn, in seconds: what the machine does in between only adds to the cost of a crossing,
  /// which is held against nanoseconds.
  func least(_ ours: () throws -> Void, _ peer: () throws -> Void) throws -> (Double, Double) {
    let (mine, theirs) = try measure(rounds: 15, ours, peer)
    return (mine[0], theirs[0])
  }

  private func measure(
    rounds: Int, _ ours: () throws -> Void, _ peer: () throws -> Void
  ) throws -> ([Double], [Double]) {
    var mine: [Double] = []
    var theirs: [Double] = []
    for round in 0...rounds {
      let a = try ContinuousClock().measure(ours)
      let b = try ContinuousClock().measure(peer)
      if round == 0 { continue }
      mine.append(a / .seconds(1))
      theirs.append(b / .seconds(1))
    }
    return (mine.sorted(), theirs.sorted())
  }

  func row(_ work: String, _ budget: Double, _ times: (ours: Double, peer: Double)) {
    print("\(work)\t\(times.ours)\t\(times.peer)\t\(budget)")
  }

  /// One call a turn of a loop: a host function against a C function of Lua's own with the same shape.
  func calls() throws {
    let loop = { (name: String) in
      try function("local f = \(name) return function() for i = 1, 2000000 do f(i, i) end end")
    }
    let ours = try loop("same")
    let peer = try loop("rawequal")
    row(
      "2 M host calls against a C function of the same shape", 2.5,
      try compare({ _ = try state.call(ours) }, { _ = try state.call(peer) }))
  }

  /// A rule over a million records against the same function over native tables of numbers.
  func rules(of kind: RecordClass) throws {
    let source = { (a: String, b: String, zero: String) in
      """
      local a, b, zero = \(a), \(b), \(zero)
      return function(c)
        local bought = c.annual_purchase
        if bought > a then return "A" end
        if bought >= b then return "B" end
        if bought > zero then return "C" end
        return "D"
      end
      """
    }
    let rule = try function(source("money(500000)", "money(100000)", "money(0)"))
    let rows = Purchases(count: 1024)
    let plain = try function(
      """
      local rule = (function() \(source("500000", "100000", "0")) end)()
      local rows = {}
      for i = 1, 1000000 do rows[i] = { annual_purchase = (i * 7919) % 800000, size = i, id = i } end
      return function()
        local out = {}
        for i = 1, #rows do out[i] = rule(rows[i]) end
      end
      """)
    var results = [row_cell](repeating: row_cell(), count: rows.count)
    row(
      "row rule over 1 M records, compute only, against plain Lua tables", 3,
      try compare(
        {
          for _ in 0..<(1_000_000 / rows.count + 1) {
            try results.withUnsafeMutableBufferPointer {
              try state.map(rule, over: rows, count: rows.count, of: kind, into: $0.baseAddress!)
            }
          }
        }, { _ = try state.call(plain) }))
  }
}

/// A world without sales.
final class NoHooks: StateHooks {
  private let error = ArgumentError("not in this bench")
  func missingField(_ name: String, of recordClass: RecordClass) -> any Error { error }
  func undefinedGlobal(_ name: String, writing: Bool) -> any Error { error }
  func store(_ value: Value, slot: Int, row: Int, of block: AnyObject) throws { throw error }
  func arithmetic(_ operation: ScalarOperation, _ a: Value, _ b: Value) throws -> Value {
    throw error
  }
  func describe(_ scalar: Scalar) -> String { "" }
  func facts(of error: any Error) -> (code: String, message: String, remedy: String) {
    ("", "", "")
  }
}

let state = try State(seed: 1, hooks: NoHooks())
let kind = try state.defineRecord(
  name: "customer", fields: ["annual_purchase", "size", "credit", "owner"])
try state.define("same", State.typed { (a: Int64, b: Int64) in a == b })
try state.define("money") { arguments, results in
  let yuan = try arguments.decode(0, as: Int64.self)
  try results.add(Scalar(kind: UInt32(CELL_MONEY), payload: yuan * 10_000))
}
let bench = Bench(state: state, environment: try state.newEnvironment())
let part = CommandLine.arguments.dropFirst().first ?? ""
if part.isEmpty {
  try bench.calls()
  try bench.rules(of: kind)
}
try Bench.measureCrossings(named: part)
