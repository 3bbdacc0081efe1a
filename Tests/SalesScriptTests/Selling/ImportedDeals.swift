// The deals of the b2b export, counted from the CSV file alone, against what the store gives.
import Foundation
import Testing

struct ImportedDeals {
  /// Columns: opportunity_id, sales_agent, product, account, deal_stage, engage_date, close_date, close_value. No
  /// field of the file is quoted.
  private let rows: [[String]]

  init(_ directory: String) throws {
    let text = try String(contentsOfFile: directory + "/sales_pipeline.csv", encoding: .utf8)
    rows = text.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  func check(_ world: FilesWorld) throws {
    #expect(rows.count == 8800)
    try checkStages(world)
    for (name, key, lua) in [
      ("agent", { (row: [String]) in row[1] }, "o:follow(\"rep\").name"),
      (
        "product", { $0[2] == "GTXPro" ? "GTX Pro" : $0[2] },
        "o:follow(\"product\").name"
      ),
      (
        "quarter of closing", { Self.quarter($0[6]) },
        "tostring(o.closed_on):sub(1, 5) .. (tonumber(tostring(o.closed_on):sub(6, 7)) + 2) // 3"
      ),
    ] as [(String, ([String]) -> String, String)] {
      let given = try world.eval(Self.rates(lua))
      #expect(given == "\"\(rates(by: key))\"", "win rates by \(name)")
    }
    try checkMoves(world)
  }

  private func checkStages(_ world: FilesWorld) throws {
    let counts = Dictionary(grouping: rows, by: { $0[4].lowercased() }).mapValues(\.count)
    #expect(counts == ["won": 4238, "lost": 2473, "engaging": 1589, "prospecting": 500])
    for (stage, count) in counts {
      #expect(
        try world.eval("return opportunities:where{stage = \"\(stage)\"}:count()") == "\(count)",
        "\(stage)")
    }
    let without = rows.filter { $0[3].isEmpty }.count
    let value = rows.filter { $0[4] == "Won" }.compactMap { Int($0[7]) }.reduce(0, +)
    #expect(
      try world.eval(
        """
        return opportunities:where("not customer"):count(), opportunities:sum("amount"),
          opportunities:where("amount and status ~= 'won'"):count(),
          opportunities:where("status == 'open'"):count(),
          opportunities:where("(closed_on ~= nil) ~= (status ~= 'open')"):count()
        """) == "\(without)  money\"\(value).00\"  0  2089  0")
  }

  /// `name won/lost` of every group of decided deals, in order of the names.
  private func rates(by key: ([String]) -> String) -> String {
    let decided = rows.filter { $0[4] == "Won" || $0[4] == "Lost" }
    let groups = Dictionary(grouping: decided, by: key)
    return groups.sorted { $0.key < $1.key }.map { name, deals in
      let won = deals.filter { $0[4] == "Won" }.count
      return "\(name) \(won)/\(deals.count - won)"
    }.joined(separator: "; ")
  }

  private static func rates(_ key: String) -> String {
    """
    local won, lost, names, out = {}, {}, {}, {}
    for o in opportunities:where("status ~= 'open'"):each() do
      local name = \(key)
      if not won[name] then won[name], lost[name], names[#names + 1] = 0, 0, name end
      local t = o.status == "won" and won or lost
      t[name] = t[name] + 1
    end
    table.sort(names)
    for i, name in ipairs(names) do out[i] = ("%s %d/%d"):format(name, won[name], lost[name]) end
    return table.concat(out, "; ")
    """
  }

  /// What funnel_review.lua must print, counted from the file: rows of groups, and the whole.
  func review() throws -> [String] {
    let (won, lost) = (rows.filter { $0[4] == "Won" }, rows.filter { $0[4] == "Lost" })
    func days(_ deals: [[String]]) throws -> Int {
      try deals.reduce(0) { $0 + (try Self.days($1[5], $1[6])) }
    }
    let value = won.compactMap { Int($0[7]) }.reduce(0, +)
    let rate = String(format: "%.4f", Double(won.count) / Double(won.count + lost.count))
    let cycle = String(format: "%.2f", Double(try days(won)) / Double(won.count))
    var lines = [
      "decided: \(won.count + lost.count), won \(won.count), win rate \(rate), won \(value).00, "
        + "cycle \(cycle) days in the mean"
    ]
    // Stages: all were prospecting, those with an engage date came to engaging.
    let engaged = rows.filter { !$0[5].isEmpty }.count
    lines += ["prospecting\tprospecting\t寻找客户\t8800\t", "won\twon\t赢单\t\(won.count)\t"]
    lines.append("engaging\tengaging\t接触洽谈\t\(engaged)\t\(Double(engaged) / 8800)\t")
    for (key, label) in [
      ({ (row: [String]) in row[1] }, { "\t\($0)\t" }),
      ({ $0[2] == "GTXPro" ? "GTX Pro" : $0[2] }, { "\t\($0)\t" }),
      ({ Self.quarter($0[6]) }, { $0.replacing("-", with: "-Q") + "\t" }),
    ] as [(([String]) -> String, (String) -> String)] {
      let groups = Dictionary(grouping: won + lost, by: key)
      for (name, deals) in groups {
        let own = deals.filter { $0[4] == "Won" }
        let amount = own.compactMap { Int($0[7]) }.reduce(0, +)
        lines.append(
          "\(label(name))\(own.count)\t\(deals.count - own.count)\t"
            + "\(Double(own.count) / Double(deals.count))\t\(amount).00\t")
      }
    }
    return lines
  }

  /// As `2017-3`.
  private static func quarter(_ date: String) -> String {
    let parts = date.split(separator: "/").compactMap { Int($0) }
    return "\(parts[2])-\((parts[0] + 2) / 3)"
  }

  /// Days from one date of the file to another, by Foundation's calendar.
  private static func days(_ from: String, _ to: String) throws -> Int {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    func date(_ text: String) throws -> Date {
      let parts = text.split(separator: "/").compactMap { Int($0) }
      return try #require(
        calendar.date(from: DateComponents(year: parts[2], month: parts[0], day: parts[1])))
    }
    return calendar.dateComponents([.day], from: try date(from), to: try date(to)).day ?? 0
  }

  /// The cycle of what was won, and how many moves of each kind there are. Counted with Python's csv and datetime
  /// too: 219,452 days of 4,238 deals, 51.78 a deal.
  private func checkMoves(_ world: FilesWorld) throws {
    let won = rows.filter { $0[4] == "Won" }
    let cycle = try won.reduce(0) { $0 + (try Self.days($1[5], $1[6])) }
    #expect(cycle == 219_452)
    let engaged = rows.filter { !$0[5].isEmpty }.count
    let result = try world.eval(
      """
      local engaged, cycle, kinds = {}, 0, {}
      for m in stage_moves:each() do
        local kind = (m.from_stage or "") .. ">" .. m.stage
        kinds[kind] = (kinds[kind] or 0) + 1
        if m.stage == "engaging" then engaged[m.opportunity] = m.moved_at end
        if m.stage == "won" then cycle = cycle + (m.moved_at - engaged[m.opportunity]) / days(1) end
      end
      return cycle, kinds[">prospecting"], kinds["prospecting>engaging"], kinds["engaging>won"],
        kinds["engaging>lost"]
      """)
    #expect(result == "\(Double(cycle))  8800  \(engaged)  4238  2473")
  }
}
