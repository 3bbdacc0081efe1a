// The knowledge base: what is found, what is refused, and that the index follows the records.
import SalesScript
import SalesStore
import Testing

@Suite struct KnowledgeTests {
  private static let book = """
    local function code(f, ...)
      local ok, e = pcall(f, ...)
      return ok and "none" or e.code
    end
    local function ids(...)
      local t, out = knowledge.search(...), {}
      for i = 1, #t do out[i] = t[i].id end
      return table.concat(out, " ")
    end
    local rival = competitors:create{code = "KD", name = "快钉"}
    knowledge.add{kind = "talk_track", title = "客户说价格太高怎么办", scene = "bargaining",
      body = "先谈总拥有成本，再谈单价；TCO over 5 years."}
    knowledge.add{kind = "case", title = "M6×20 螺栓替代进口", industry = "商业航天", pain = "进口交期12周",
      solution = "钛合金紧固件现货", result = "交期缩短到2周"}
    knowledge.add{kind = "competitor", title = "快钉报价策略", competitor = rival, body = "低价切入，不含检测报告"}
    knowledge.add{kind = "method", title = "Titanium bolts: torque first", body = "Ask for the ＴＯＲＱＵＥ table. 固件升级不是紧固件。"}

    """

  private func eval(_ source: String) throws -> String {
    let world = try World(customers: nil)
    defer { world.remove() }
    return try world.eval(Self.book + source)
  }

  @Test func wordsOfOneTwoAndMoreCharacters() throws {
    #expect(
      try eval(
        """
        return ids("钛"), ids("价格"), ids("紧固件"), ids("总拥有成本"), ids("交期 2周"), ids("价"), ids("单价"), ids("固件"),
          ids("紧件"), ids("周期")
        """)
        == "\"2\"  \"1\"  \"2 4\"  \"1\"  \"2\"  \"3 1\"  \"1\"  \"4 2\"  \"\"  \"\"")
  }

  @Test func lettersAndDigits() throws {
    #expect(
      try eval(
        """
        return ids("bolt"), ids("BOLTS"), ids("olts"), ids("ｔｃｏ"), ids("torque table"), ids("M6"), ids("m6 螺栓"), ids("20螺栓"),
          ids("titanium 紧固")
        """)
        == "\"4\"  \"4\"  \"\"  \"1\"  \"4\"  \"2\"  \"2\"  \"2\"  \"4\"")
  }

  @Test func titlesWeighMostAndFindsAreShown() throws {
    #expect(
      try eval(
        """
        knowledge.add{kind = "method", title = "早会", body = "今天只讲一件事：钛合金螺栓的扭矩。" .. ("别的不讲。"):rep(40)}
        local t = knowledge.search("扭矩")
        return t[1].title, t[1].find, ids("螺栓"), ids("螺栓", {kind = "case"}), #knowledge.search("螺栓", {limit = 1})
        """)
        == "\"早会\"  \"今天只讲一件事：钛合金螺栓的[扭矩]。别的不讲。别的不讲。别的不讲。别的不讲。别的不讲。别的不讲。别的不讲。别的不讲。别的不…\"  "
        + "\"2 5\"  \"2\"  1")
  }

  /// Nothing that is typed is an operator.
  @Test func signsAndOperatorsMeanNothing() throws {
    #expect(
      try eval(
        """
        local n = 0
        for _, q in ipairs{'bolts"', '"', "bolts*", "* bolts", "bolts NEAR torque", "NEAR(bolts, 5)", "bolts AND", "OR", "NOT bolts",
          "-bolts", "title:bolts", "{title} : bolts", "^bolts", "bolts + torque", "(bolts", "bolts)", "'; DROP TABLE articles; --",
          "bolts\\0torque", "钛\\"合金", "%", "_", "\\\\", "a\\tb\\nc", "🚀", "🚀 bolts", "Ünïcödé", "ß", "İ", "̈"} do
          local ok, e = pcall(knowledge.search, q)
          if not ok and e.code ~= "knowledge.query" then error(q .. ": " .. e.code .. " " .. e.message) end
          n = n + 1
        end
        return n, ids("-bolts"), ids("title:bolts"), ids("(bolts"), articles:count()
        """) == "29  \"4\"  \"\"  \"4\"  4")
  }

  @Test func nothingToLookForIsRefused() throws {
    #expect(
      try eval(
        """
        return code(knowledge.search, ""), code(knowledge.search, "  "), code(knowledge.search, "？！，。—…《》"),
          code(knowledge.search, ("钛"):rep(10000)), code(knowledge.search, ("钛"):rep(200)), code(knowledge.search, "钛", {kind = "cases"}),
          code(knowledge.search, "钛", {limit = 0}), code(knowledge.search)
        """)
        == "\"knowledge.query\"  \"knowledge.query\"  \"knowledge.query\"  \"knowledge.query\"  \"none\"  \"knowledge.kind\"  "
        + "\"script.argument\"  \"script.argument\"")
  }

  @Test func articlesSayWhatTheirKindNeeds() throws {
    #expect(
      try eval(
        """
        return code(knowledge.add, {kind = "case", title = "x", industry = "y"}), code(knowledge.add, {kind = "talktrack", title = "x"}),
          code(knowledge.add, {kind = "talk_track", title = "x", body = "y", scene = "bargain"}),
          code(knowledge.add, {kind = "method", title = "  ", body = "y"}), code(knowledge.add, {kind = "method", title = "x"}),
          code(knowledge.get, "KB-99999"), knowledge.get("KB-00002").industry, articles:count()
        """)
        == "\"knowledge.needs\"  \"knowledge.kind\"  \"knowledge.scene\"  \"script.argument\"  \"knowledge.needs\"  "
        + "\"record.missing\"  \"商业航天\"  4")
  }

  @Test func theIndexFollowsTheRecords() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(Self.book)
    func found(_ word: String) throws -> String {
      try world.eval("return #knowledge.search(\"\(word)\")")
    }
    #expect(try found("紧固件") == "2")
    let run = try world.run("knowledge.revise(2, {solution = \"铆钉\"})")
    #expect(try found("紧固件") == "1")
    #expect(try found("铆钉") == "1")
    try world.run("undo(\(run.run ?? 0))")
    #expect(try found("紧固件") == "2")
    #expect(try found("铆钉") == "0")
    try world.run("articles:where{id = 4}:delete()")
    #expect(try found("紧固件") == "1")
    // A plan inside a run, taken back: the index with it.
    #expect(
      try world.eval(
        """
        local inside
        plan(function()
          knowledge.add{kind = "method", title = "垫圈", body = "平垫"}
          inside = #knowledge.search("垫圈")
        end)
        return inside, #knowledge.search("垫圈"), pcall(function()
          articles:get(1).title = "改了标题"
          error("no")
        end), #knowledge.search("改了标题"), #knowledge.search("价格太高")
        """
      ).hasPrefix("1  0  false"))
    #expect(try found("垫圈") == "0")
    // Another process.
    let other = try Store.open(at: world.path, catalog: .sales)
    let host = try World.host(other, CapturedOutput())
    _ = try host.run(
      "knowledge.add{kind = \"method\", title = \"别处写的垫片\", body = \"x\"}", name: "@other.lua",
      mode: .apply,
      kind: .script)
    other.close()
    #expect(try found("垫片") == "1")
  }

  @Test func readOnlyStoresAreSearchedToo() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(Self.book)
    world.store.close()
    let store = try Store.open(at: world.path, catalog: .sales, access: .readOnly)
    defer { store.close() }
    let host = try World.host(store, CapturedOutput())
    let outcome = try host.run(
      "return #knowledge.search(\"钛\")", name: "@read.lua", mode: .read, kind: .script)
    #expect(try outcome.values.map { try host.literal(of: $0) } == ["1"])
  }

  @Test func longArticlesAreFound() throws {
    #expect(
      try eval(
        """
        knowledge.add{kind = "method", title = "长文", body = ("一段很长的正文 lorem ipsum "):rep(40000) .. "结尾的铼合金"}
        local t = knowledge.search("铼合金")
        return #t, t[1].title, t[1].find:sub(-11)
        """) == "1  \"长文\"  \"[铼合金]\"")
  }

  /// Every article is found by any two characters that follow each other in its title.
  @Test(arguments: [3, 17, 2026])
  func everyTitleIsFoundByAnyTwoCharacters(_ seed: Int) throws {
    #expect(
      try eval(
        """
        local state = \(seed)
        local function random(n) state = (state * 1103515245 + 12345) % 2147483648 return state // 65536 % n + 1 end
        local letters = {}
        for c in utf8.codes("紧固件螺栓钉垫圈价格客户交期质量航天卫星火箭谈判续约需求挖掘报告检测") do end
        for _, c in utf8.codes("紧固件螺栓钉垫圈价格客户交期质量航天卫星火箭谈判续约需求挖掘报告检测abM68") do
          letters[#letters + 1] = utf8.char(c)
        end
        local titles = {}
        for n = 1, 40 do
          local title = {}
          for i = 1, 2 + random(10) do title[i] = letters[random(#letters)] end
          titles[n] = {id = knowledge.add{kind = "method", title = table.concat(title), body = "正文"}.id, letters = title}
        end
        for _, t in ipairs(titles) do
          for i = 1, #t.letters - 1 do
            local one, two = t.letters[i], t.letters[i + 1]
            -- Within a word of letters only its beginning is found.
            if not (i > 1 and #one == 1 and #t.letters[i - 1] == 1) then
              local hit = false
              local found = knowledge.search(one .. two, {limit = 1000})
              for k = 1, #found do hit = hit or found[k].id == t.id end
              assert(hit, table.concat(t.letters) .. " by " .. one .. two)
            end
          end
        end
        return true
        """) == "true", "seed \(seed)")
  }
}
