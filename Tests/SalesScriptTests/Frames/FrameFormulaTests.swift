// Expressions that run on columns mean what they mean in Lua, and the others are left to it.
import SalesKernel
import Testing
import Values

@testable import SalesScript

@Suite struct FrameFormulaTests {
  private static let columns = ["amount", "rep", "status", "credit", "score", "ordered_on", "flag"]

  private func formula(_ text: String) throws -> FrameFormula? {
    FrameFormulaReader.formula(text, columns: Self.columns, today: try Day(parsing: "2026-06-30"))
  }

  @Test(
    "plain expressions are formulas",
    arguments: [
      "amount > wan(1)", "amount >= yuan(12.5) and status == 'placed'", "rep == nil",
      "not (rep ~= nil)",
      "(credit or 0) >= 60", "credit * 2 + 1 < 100 or score / 2 > 0.5",
      "ordered_on >= date\"2026-01-01\"",
      "ordered_on == today()", "status ~= \"cancelled\" and (amount > money'5' or rep == 3)",
      "flag == true",
    ])
  func read(text: String) throws { #expect(try formula(text) != nil) }

  @Test(
    "what needs a script is none",
    arguments: [
      "", "amount >", "amount:yuan() > 5", "math.max(credit, 1) > 2", "-credit < 0",
      "credit // 2 == 1",
      "status .. 'x' == 'yx'", "amount > other", "wan(x) < amount", "1 < 2 < 3",
      "amount > wan(1) -- note",
      "status == 'a\\'b'", "#status > 3", "credit % 2 == 0", "(credit", "credit)", "function() end",
      "status == [[placed]]", "ordered_on > today", "0x10 == credit", "amount > wan(1",
      "credit ^ 2 > 4",
    ])
  func refuse(text: String) throws { #expect(try formula(text) == nil) }

  /// Each pair is the same condition, on columns and called row by row.
  private static let pairs: [(String, String)] = [
    ("amount > yuan(100)", "r.amount > yuan(100)"),
    ("status == 'placed'", "r.status == 'placed'"), ("status ~= 'placed'", "r.status ~= 'placed'"),
    ("status == 'nothing such'", "r.status == 'nothing such'"),
    ("rep == nil", "r.rep == nil"), ("rep ~= nil and rep > 1", "r.rep ~= nil and r.rep > 1"),
    ("not rep", "not r.rep"), ("(rep or 0) >= 1", "(r.rep or 0) >= 1"),
    ("rep == 1 or amount == yuan(300)", "r.rep == 1 or r.amount == yuan(300)"),
    (
      "amount + amount > yuan(300) and status == 'placed'",
      "r.amount + r.amount > yuan(300) and r.status == 'placed'"
    ),
    ("amount - yuan(50.25) == yuan(0)", "r.amount - yuan(50.25) == yuan(0)"),
    (
      "ordered_on < date'2026-02-01' and ordered_on >= date'2026-01-05'",
      "r.ordered_on < date'2026-02-01' and r.ordered_on >= date'2026-01-05'"
    ),
    ("(rep or 2) * 2 - 1 == 3", "(r.rep or 2) * 2 - 1 == 3"),
    ("(rep or 1) / 2 > 0.5", "(r.rep or 1) / 2 > 0.5"),
    ("id", "r.id"), ("true", "true"), ("nil", "nil"), ("false or rep", "false or r.rep"),
    // What Lua alone decides: a number of yuan, values of two kinds.
    ("amount > 100", "r.amount > 100"), ("rep == 'x'", "r.rep == 'x'"),
    ("(rep or 'x') == 1", "(r.rep or 'x') == 1"),
    ("1 / 0 > (rep or 0)", "1 / 0 > (r.rep or 0)"),
  ]

  @Test func columnsAndLuaAgree() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(FrameScriptTests.book)
    for (expression, function) in Self.pairs {
      let text = try world.eval(
        """
        local f = orders:frame{"amount", "rep", "status", "ordered_on"}
        return #f:where(\(LuaText.quoted(expression))) == #f:where(function(r) return \(function) end)
        """)
      #expect(text == "true", "\(expression)")
    }
    for expression in ["rep > 1", "rep + 1 > 1"] {
      let failure = try world.failure(
        "return #orders:frame{\"amount\", \"rep\"}:where(\"\(expression)\")")
      #expect(failure.code == "script.error", "\(expression): \(failure)")
    }
  }
}
