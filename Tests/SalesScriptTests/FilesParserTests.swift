// Dates, numbers and money as files write them.
import Testing

@Suite struct FilesParserTests {
  private func results(_ cases: [(call: String, gives: String)]) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    for (call, gives) in cases {
      let result = try world.eval(
        """
        local ok, value = pcall(function() return \(call) end)
        if ok then return value end
        return value.code
        """)
      #expect(result == gives, "\(call)")
    }
  }

  @Test func dates() throws {
    try results([
      ("csv.date(\"3/1/2017\", \"m/d/y\")", "date\"2017-03-01\""),
      ("csv.date(\"3/1/2017\", \"d/m/y\")", "date\"2017-01-03\""),
      ("csv.date(\" 03/01/2017\\t\", \"m/d/y\")", "date\"2017-03-01\""),
      ("csv.date(\"20160229\", \"ymd\")", "date\"2016-02-29\""),
      ("csv.date(\"2026年6月30日\", \"y年m月d日\")", "date\"2026-06-30\""),
      ("csv.date(nil, \"m/d/y\")", "nil"),
      ("csv.date(\"2/29/2017\", \"m/d/y\")", "\"day.range\""),
      ("csv.date(\"13/1/2017\", \"m/d/y\")", "\"day.range\""),
      ("csv.date(\"1/1/0000\", \"m/d/y\")", "\"day.range\""),
      ("csv.date(\"\", \"m/d/y\")", "\"csv.date\""),
      ("csv.date(\"3/1/17\", \"m/d/y\")", "\"csv.date\""),
      ("csv.date(\"3-1-2017\", \"m/d/y\")", "\"csv.date\""),
      ("csv.date(\"3/1/2017x\", \"m/d/y\")", "\"csv.date\""),
      ("csv.date(\"-3/1/2017\", \"m/d/y\")", "\"csv.date\""),
      ("csv.date(\"٣/1/2017\", \"m/d/y\")", "\"csv.date\""),
      ("csv.date(\"3/1/2017\", \"m/d\")", "\"csv.pattern\""),
      ("csv.date(\"3/1/2017\", \"m/d/yyyy\")", "\"csv.pattern\""),
      ("csv.date(nil, \"\")", "\"csv.pattern\""),
      ("csv.date(1, \"m/d/y\")", "\"script.argument\""),
    ])
  }

  @Test func numbers() throws {
    try results([
      ("csv.number(\"0\")", "0"), ("csv.number(\"-1,234,567\")", "-1234567"),
      ("csv.number(\"+12.5\")", "12.5"), ("csv.number(\"1.234.567,5\", \",\")", "1234567.5"),
      ("csv.number(\"9223372036854775807\")", "9223372036854775807"), ("csv.number(nil)", "nil"),
      ("csv.number(\"9223372036854775808\")", "\"csv.number\""),
      ("csv.number(\"1,23\")", "\"csv.number\""), ("csv.number(\"1234,567\")", "\"csv.number\""),
      ("csv.number(\"1,234,\")", "\"csv.number\""), ("csv.number(\"1.\")", "\"csv.number\""),
      ("csv.number(\".5\")", "\"csv.number\""), ("csv.number(\"1e5\")", "\"csv.number\""),
      ("csv.number(\"nan\")", "\"csv.number\""), ("csv.number(\"0x10\")", "\"csv.number\""),
      ("csv.number(\"\")", "\"csv.number\""), ("csv.number(\"- 1\")", "\"csv.number\""),
      ("csv.number(\"1.2.3\")", "\"csv.number\""), ("csv.number(\"1\", \";\")", "\"csv.decimal\""),
      ("csv.number((\"9\"):rep(400) .. \".5\")", "\"csv.number\""),
    ])
  }

  @Test func money() throws {
    try results([
      ("csv.money(\"1054\")", "money\"1054.00\""), ("csv.money(\"￥1,054.5\")", "money\"1054.50\""),
      ("csv.money(\"1100.04\", wan(100))", "money\"1100040000.00\""),
      ("csv.money(\"1.100,04\", yuan(1), \",\")", "money\"1100.04\""), ("csv.money(nil)", "nil"),
      ("csv.money(\"0.00001\")", "\"money.inexact\""), ("csv.money(\"$5\")", "\"csv.money\""),
      ("csv.money(\"\")", "\"csv.money\""),
      ("csv.money(\"99999999999999999999\")", "\"csv.money\""),
      ("csv.money(\"999999999999999999\")", "\"money.overflow\""),
      ("csv.money(\"5\", 10)", "\"script.argument\""),
    ])
  }
}
