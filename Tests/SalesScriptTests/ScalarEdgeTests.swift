// Scalars at their edges: no silent loss, no value that cannot be.
import Testing

@Suite struct ScalarEdgeTests {
  @Test(arguments: [
    ("date\"9999-12-31\" + days(1)", "day.range"), ("date\"0001-01-01\" - days(1)", "day.range"),
    ("instant\"9999-12-31T23:59:59\" + hours(48)", "instant.range"),
    ("money\"1\" / 3", "money.inexact"), ("money\"1\" * 0.00001", "money.inexact"),
    ("yuan(0/0)", "rate.syntax"), ("wan(1e30)", "rate.syntax"),
    (
      "customers:update{created_on = function(c) return date\"9999-12-31\" + days(9) end}",
      "day.range"
    ),
  ])
  func refuses(_ source: String, _ code: String) throws {
    let world = try World(customers: 3)
    defer { world.remove() }
    #expect(
      try world.eval("local ok, e = pcall(function() return \(source) end) return ok, e.code")
        == "false  \"\(code)\"")
  }

  @Test func wholeNumbersAboveTwoToThe53AreExact() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval("return money\"0.0001\":times(9007199254740993, \"half_up\", \"unit\")")
        == "money\"900719925474.0993\"")
  }
}
