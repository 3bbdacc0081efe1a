// A million quote lines through the whole price policy from a script, against the same rules in plain Lua
// with whole numbers and in Python's decimal; prints work, ours, peer and budget by tabs.
import Foundation
import SalesKernel
import SalesScript
import SalesStore
import Values

/// A store with a sample company, and a host that keeps the globals of its chunks.
final class PriceBench {
  let store: Store
  let host: ScriptHost
  let folder: URL
  private let rounds = 3

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "price-bench-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try Store.create(at: folder.appending(path: "bench.db").path, catalog: .sales)
    let day = try Day(parsing: "2026-06-30")
    try SampleCompany.fill(store, customers: 2000, seed: 1, asOf: day)
    host = try ScriptHost(
      store: store,
      options: .init(
        clock: try Instant(parsing: "2026-06-30T09:00:00"), seed: 1, memory: 8 << 30,
        grants: .init(write: [folder.path]), isInteractive: true),
      output: CapturedOutput())
    try run(Self.products)
    try run(Self.columns)
  }

  func remove() {
    store.close()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Seconds of a chunk.
  @discardableResult
  func run(_ source: String) throws -> Double {
    let time = try ContinuousClock().measure {
      _ = try host.run(source, name: "=bench", mode: .apply, kind: .script)
    }
    return time / .seconds(1)
  }

  func median(_ source: String, before: String = "") throws -> Double {
    var times: [Double] = []
    for _ in 0..<rounds {
      try run(before)
      times.append(try run(source))
    }
    return times.sorted()[rounds / 2]
  }

  /// The values of a chunk, each a list, as plain texts.
  private func lists(_ source: String) throws -> [[String]] {
    try host.run(source, name: "=bench", mode: .apply, kind: .script).values.map { value in
      guard case .table(let table) = value else { return [] }
      return table.list.map { value in
        switch value {
        case .scalar(let scalar): "\(scalar.payload)"
        case .bool(let bool): bool ? "1" : "0"
        default: value.plain
        }
      }
    }
  }

  /// The lines with all that they are priced from, one a row; money in 1/10,000 yuan.
  func writeData() throws -> URL {
    let file = folder.appending(path: "lines.csv")
    let facts = try lists(Self.facts)
    let columns = try lists(
      """
      local c = columns
      return c.product, c.customer, c.quantity, c.prepaid, c.renewal_years, c.cash
      """)
    var text = ""
    for line in columns[0].indices {
      let product = (Int(columns[0][line]) ?? 1) - 1
      let customer = (Int(columns[1][line]) ?? 1) - 1
      let cells =
        facts[0..<4].map { $0[product] } + facts[4...].map { $0[customer] }
        + columns[2...].map { $0[line] }
      text += cells.joined(separator: ",") + "\n"
    }
    try text.write(to: file, atomically: false, encoding: .utf8)
    return file
  }

  /// What a peer prints: its seconds, and the sums of its prices and amounts in 1/10,000 yuan.
  func peer(_ command: [String], _ data: URL) throws -> (seconds: Double, sums: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command + [data.path, String(rounds)]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard process.terminationStatus == 0, words.count == 3, let seconds = Double(words[0]) else {
      throw StoreError("bench.peer", "\(command.joined(separator: " ")) printed \"\(text)\"")
    }
    return (seconds, "\(words[1]) \(words[2])")
  }

  /// The sums of prices and amounts, as peers print them.
  func sums() throws -> String {
    try lists("local p = lines:price() return p:list(\"unit_price\"), p:list(\"amount\")")
      .map { "\($0.reduce(0) { $0 + (Int($1) ?? 0) })" }.joined(separator: " ")
  }
}

extension PriceBench {
  /// Floors, logistics costs and agreements, so that every part of the policy has something to do.
  private static let products = """
    for p in products:each() do
      p.floor_price = p.unit_price:times(0.55, "half_up", "unit")
      p.logistics_cost = p.unit_price:times(0.02, "half_up", "unit")
    end
    local function agree(customer, kind)
      agreements:create{customer = customer, kind = kind, starts_on = date"2026-01-01"}
    end
    for id = 1, 2000 do
      if id % 7 == 0 then agree(id, "framework_3y") elseif id % 5 == 0 then agree(id, "framework_1y") end
      if id % 11 == 0 then agree(id, "vmi") end
    end
    """

  /// Quantities of all bands, all customers and products, terms of all kinds.
  private static let columns = """
    local customer, product, quantity, prepaid, years, cash = {}, {}, {}, {}, {}, {}
    local ids, state = {}, 12345
    for p in products:each() do ids[#ids + 1] = p.id end
    local function draw(k)
      state = (state * 1103515245 + 12345) % 2147483648
      return state // 65536 % k
    end
    local bands, shares, terms = {99, 900, 9000, 20000}, {0, 0, 0.3, 1}, {0, 1, 3, 5}
    for i = 1, 1000000 do
      customer[i] = draw(2000) + 1
      product[i] = ids[draw(#ids) + 1]
      quantity[i] = draw(bands[draw(4) + 1]) + 1
      prepaid[i] = shares[draw(4) + 1]
      years[i] = terms[draw(4) + 1]
      cash[i] = draw(4) == 0
    end
    keys = {}
    for i = 1, #customer do
      keys[i] = customer[i] .. " " .. prepaid[i] .. " " .. years[i] .. " " .. tostring(cash[i])
    end
    columns = {customer = customer, product = product, quantity = quantity, prepaid = prepaid,
      renewal_years = years, cash = cash}
    """

  /// Facts of products and customers by id.
  private static let facts = """
    local list, cost, logistics, floor = {}, {}, {}, {}
    for p in products:each() do
      list[p.id], cost[p.id] = p.unit_price, p.cost or -1
      logistics[p.id], floor[p.id] = p.logistics_cost or -1, p.floor_price or -1
    end
    local level, region, first, agreement, vmi = {}, {}, {}, {}, {}
    for c in customers:each() do
      level[c.id], region[c.id] = c.level or "", c.region or ""
      first[c.id] = not (c.first_order and c.first_order < today())
      agreement[c.id] = c.id % 7 == 0 and "framework_3y" or c.id % 5 == 0 and "framework_1y" or ""
      vmi[c.id] = c.id % 11 == 0
    end
    return list, cost, logistics, floor, level, region, first, agreement, vmi
    """
}

/// The path of a peer's script.
func peerScript(_ name: String) -> String {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: name).path
}

/// - Parameter budget: Nil for a row that only reports.
func row(_ work: String, _ ours: Double, _ peer: Double, _ budget: Double? = nil) {
  print("\(work)\t\(ours)\t\(peer)\t\(budget.map { "\($0)" } ?? "-")")
}

/// All rows; ours and the peers in turn.
func measure(_ bench: PriceBench) throws {
  let data = try bench.writeData()
  let gathered = try bench.median("lines = pricing.lines(columns)")
  let before = try bench.median("lines:price()")
  let lua = try bench.peer(["lua5.4", peerScript("peer.lua")], data)
  let between = try bench.median("lines:price()")
  let python = try bench.peer(["python3", peerScript("peer.py")], data)
  let after = try bench.median("lines:price()")
  let ours = try bench.sums()
  guard ours == lua.sums, ours == python.sums else {
    throw StoreError(
      "bench.sums", "the sums differ: ours \(ours), Lua \(lua.sums), Python \(python.sums)")
  }
  let bare = [before, between, after].sorted()[1]
  row("1 M quote lines through the whole price policy, against plain Lua", bare, lua.seconds, 0.5)
  row("… against Python's decimal", bare, python.seconds, 0.05)
  let told = try bench.median(
    "texts = lines:price():list(\"waterfall\")", before: "texts = nil collectgarbage(\"count\")")
  row(
    "… with every waterfall as text in the script, against plain Lua without", told, lua.seconds)
  row("… put together from lists of the script first", gathered + bare, lua.seconds)
  let stored = try bench.median(
    "quoting.batch{lines = lines:price(), by = keys, waterfalls = false}")
  row("… and stored as quotes, against plain Lua that stores nothing", stored, lua.seconds)
  let kept = try bench.median("quoting.batch{lines = lines:price(), by = keys}")
  row("… and stored with their waterfalls", kept, lua.seconds)
  let speeds = [bare, told, stored, kept].map { "\(Int(1_000_000 / $0))" }
  FileHandle.standardError.write(
    Data("price-bench: lines a second, bare, told, stored, both: \(speeds)\n".utf8))
}

let bench = try PriceBench()
defer { bench.remove() }
do {
  try measure(bench)
} catch {
  FileHandle.standardError.write(Data("price-bench: \(error)\n".utf8))
  exit(1)
}
