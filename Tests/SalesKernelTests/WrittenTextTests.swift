// Values as Chinese files write them.
@testable import SalesKernel
import Testing
import Values

@Suite struct WrittenTextTests {
  private func parse(_ text: String, _ type: FieldType) throws -> FieldValue {
    try Field("f", type, Label("f", "值"), help: "").parse(text)
  }

  @Test(arguments: [
    "2026年6月30日", "2026年06月30日", "2026年6月30", "2026年6月30号", "2026/6/30", "2026/06/30", "2026.6.30",
    "2026-6-30", "20260630", "２０２６年６月３０日", "２０２６／６／３０", " 2026/6/30 ", "2026/6/30 0:00",
    "2026/6/30 00:00:00",
    "2026-06-30",
  ])
  func days(_ text: String) throws {
    #expect(try parse(text, .day) == .day(Day(year: 2026, month: 6, day: 30)))
  }

  @Test(arguments: [
    "2026年2月30日", "26/6/30", "6/30/2026", "2026/6", "2026年6月", "2026/6.30", "2026/6/30 9:00",
    "2026063", "202606301",
    "2026年13月1日", "2026//30", "年月日", "2026/6/30x",
  ])
  func notDays(_ text: String) {
    let error = #expect(throws: ValidationError.self) { try parse(text, .day) }
    #expect(error?.code == "field.syntax")
  }

  /// By hand: 12.5 × 10,000; 1.2 × 100,000,000; 0.0001 × 10,000 = 1 yuan.
  @Test(arguments: [
    ("￥12.50", "12.50"), ("¥12.50", "12.50"), ("1,234.50元", "1234.50"), ("12.5万", "125000.00"),
    ("12.5万元", "125000.00"), ("1.2亿", "120000000.00"), ("1.2亿元", "120000000.00"),
    ("￥１，２３４．５０", "1234.50"), ("-12.5万", "-125000.00"), ("－１２.５万", "-125000.00"),
    ("0.0001万", "1.00"),
    ("1,234.5万", "12345000.00"), (" 3 万", "30000.00"), ("0.00000001万", "0.0001"),
    ("￥1.5亿元", "150000000.00"),
    ("92233720.3685万", "922337203685.00"),
  ])
  func amounts(_ text: String, _ expected: String) throws {
    #expect(try parse(text, .money) == .money(Money(parsing: expected)))
  }

  /// More than 4 decimals of a yuan, groups not of three, other units, and amounts beyond the range.
  @Test(arguments: [
    "0.000000001万", "1,23.5万", "1.2千", "万", "元", "12.5万万", "12..5万", "1e3万", "99999999999999万",
    "5%万", "十二万",
    "1.2.3亿", "--1万", "1,234,56元", "$5",
  ])
  func notAmounts(_ text: String) {
    #expect(throws: ValidationError.self) { try parse(text, .money) }
  }

  @Test func numbersAndAnswers() throws {
    #expect(try parse("１２３", .integer) == .integer(123))
    #expect(try parse("－１２", .integer) == .integer(-12))
    #expect(try parse("０．５", .number) == .number(0.5))
    #expect(try parse("是", .bool) == .bool(true))
    #expect(try parse("否", .bool) == .bool(false))
    #expect(try parse("１", .bool) == .bool(true))
    #expect(throws: ValidationError.self) { try parse("是的", .bool) }
    #expect(throws: ValidationError.self) { try parse("一百", .integer) }
    // Text is taken as it is.
    #expect(try parse("２０２６年", .text) == .text("２０２６年"))
  }

  @Test func moments() throws {
    let expected = try FieldValue.instant(Instant(parsing: "2026-06-30T09:05:00+08:00"))
    for text in ["2026/6/30 9:05", "2026年6月30日 09:05:00", "2026-6-30 9:05:00", "２０２６/６/３０　９：０５"] {
      #expect(try parse(text, .instant) == expected, "\(text)")
    }
    for text in ["2026/6/30 25:00", "2026/6/30 9", "2026/6/30 9:5:0:0", "9:05"] {
      #expect(throws: ValidationError.self) { try parse(text, .instant) }
    }
  }

  /// The plain form of any value reads back as itself; what is written otherwise reads as the same day.
  @Test func anyDayInAnyForm() throws {
    var number = Int32(11_000)
    while number < 22_000 {
      let day = try Day(number: number)
      let (year, month, date) = day.civil
      for text in [
        "\(year)年\(month)月\(date)日", "\(year)/\(month)/\(date)", "\(year).\(month).\(date)",
      ] {
        #expect(try parse(text, .day) == .day(day), "\(text)")
      }
      number += 97
    }
  }
}
