// A record that a script holds follows what is written by other ways: in bulk, through another handle, taken back.
import SalesScript
import Testing

@Suite struct StaleRecordTests {
  static let cases = [
    "local r = customers:get(1) local n = r.credit customers:update{credit = 77} r.credit = r.credit + 1",
    """
    local a, b = customers:get(1), customers:get(1)
    local n = b.credit a.credit = 77 b.credit = b.credit + 1
    """,
    """
    customers:get(1).credit = 77
    local r = customers:get(1) local n = r.credit
    plan(function() r.credit = 5 end)
    r.credit = r.credit + 1
    """,
    """
    customers:get(1).credit = 77
    local r = customers:get(1) local n = r.credit
    pcall(plan, function() r.credit = 5 error("x") end)
    r.credit = r.credit + 1
    """,
    """
    for c in customers:each() do
      local n = c.credit
      if c.id == 1 then customers:update{credit = 77} end
      c.credit = c.credit + 1
      if c.id == 3 then break end
    end
    """,
  ]

  @Test(arguments: cases) func readsWhatIsThere(_ chunk: String) throws {
    let world = try World(customers: 20)
    defer { world.remove() }
    #expect(try world.eval(chunk + "\nreturn customers:get(1).credit") == "78")
  }

  @Test func aRecordThatIsGoneSaysSo() throws {
    let world = try World(customers: 20)
    defer { world.remove() }
    let gone = [
      "local r = customers:get(1) local n = r.credit undo(1) return r.credit",
      "local r plan(function() r = reps:create{code = \"X\", name = \"g\"} end) return r.name",
    ]
    for chunk in gone {
      #expect(
        try world.eval("local ok, e = pcall(function() \(chunk) end) return ok, e.code")
          == "false  \"record.missing\"")
    }
  }
}
