import Testing

@testable import Values

@Suite struct MoneyTests {
  @Test(arguments: [
    ("12.50", 125_000), ("-1,234.5678", -12_345_678), ("¥12", 120_000), ("￥12.3", 123_000),
    ("-¥1", -10_000), ("¥-1", -10_000), ("+5", 50_000), (" 0.0125 ", 125), (".5", 5_000), ("0", 0),
    ("-0.00", 0), ("1.500000000000000000000000", 15_000), ("000012", 120_000),
    ("1,000,000", 10_000_000_000), ("922337203685477.5807", Int64.max),
    ("-922337203685477.5808", Int64.min),
  ])
  func reads(text: String, units: Int64) throws {
    #expect(try Money(parsing: text).units == units)
  }

  @Test(arguments: [
    ("", "money.syntax"), (" ", "money.syntax"), ("-", "money.syntax"), ("¥", "money.syntax"),
    ("12.", "money.syntax"), (".", "money.syntax"), ("1.2.3", "money.syntax"),
    ("12,34", "money.syntax"), ("1234,567", "money.syntax"), ("1,2345", "money.syntax"),
    (",123", "money.syntax"), ("1e3", "money.syntax"), ("5%", "money.syntax"),
    ("--1", "money.syntax"), ("-¥-1", "money.syntax"), ("１２", "money.syntax"),
    ("12元", "money.syntax"), ("NaN", "money.syntax"), ("1\u{0}", "money.syntax"),
    ("0.00001", "money.inexact"), ("1.23456", "money.inexact"),
    ("99999999999999999999.12345", "money.inexact"),
    ("922337203685477.5808", "money.overflow"), ("-922337203685477.5809", "money.overflow"),
    ("9999999999999999.9999", "money.overflow"), ("99999999999999999999999", "money.overflow"),
  ])
  func refuses(text: String, expected: String) {
    #expect(code { try Money(parsing: text) } == expected)
  }

  @Test func readsASubstring() throws {
    #expect(try Money(parsing: "a=1.25".dropFirst(2)).units == 12_500)
  }

  @Test(arguments: [
    (Int64(0), "0.00", "0.00"), (125, "0.0125", "0.0125"),
    (3_200_000_000, "320000.00", "320,000.00"),
    (-12_345_678, "-1234.5678", "-1,234.5678"), (12_350, "1.235", "1.235"),
    (-1, "-0.0001", "-0.0001"),
    (9_990_000, "999.00", "999.00"), (10_000_000, "1000.00", "1,000.00"),
    (-99_999_999_999, "-9999999.9999", "-9,999,999.9999"),
    (-100_000_000_001, "-10000000.0001", "-10,000,000.0001"),
    (.max, "922337203685477.5807", "922,337,203,685,477.5807"),
    (.min, "-922337203685477.5808", "-922,337,203,685,477.5808"),
  ])
  func writes(units: Int64, plain: String, grouped: String) {
    #expect(Money(units: units).description == plain)
    #expect(Money(units: units).grouped == grouped)
  }

  @Test func everyAmountReadsBack() throws {
    var random = SeededGenerator(for: "money text round trip")
    for _ in 0..<2_000 {
      let money = Money(units: random.integer())
      #expect(try Money(parsing: money.description) == money)
      #expect(try Money(parsing: money.grouped) == money)
    }
  }

  @Test func adds() throws {
    let left = try Money(parsing: "0.10")
    #expect(try left.adding(try Money(parsing: "0.20")).description == "0.30")
    #expect(try left.subtracting(.yuan(1)).description == "-0.90")
    #expect(try left.negated().description == "-0.10")
    #expect(try left.negated().absolute() == left)
    #expect(try Money.yuan(3).times(7).description == "21.00")
    #expect(Money.zero.isZero && !left.isZero)
    #expect(try left < Money.yuan(1))
  }

  @Test func everyOperationChecksItsRange() throws {
    let (least, most) = (Money(units: .min), Money(units: .max))
    let one = Money(units: 1)
    #expect(code { try most.adding(one) } == "money.overflow")
    #expect(code { try least.subtracting(one) } == "money.overflow")
    #expect(code { try least.negated() } == "money.overflow")
    #expect(code { try least.absolute() } == "money.overflow")
    #expect(code { try most.times(2) } == "money.overflow")
    #expect(code { try least.times(-1) } == "money.overflow")
    #expect(code { try Money.yuan(.max) } == "money.overflow")
    #expect(
      code { try most.times(Rate(parsing: "1.1"), rounding: .down, to: .unit) } == "money.overflow")
    #expect(code { try most.times(Rate(mantissa: .max, scale: 0)) } == "money.overflow")
    #expect(code { try most.rounded(.up, to: .document) } == "money.overflow")
    #expect(code { try least.divided(by: -1, rounding: .down, to: .unit) } == "money.overflow")
    #expect(code { try one.divided(by: 0, rounding: .down, to: .unit) } == "divide.zero")
    #expect(try least.divided(by: .min, rounding: .down, to: .unit).units == 1)
    #expect(try most.divided(by: .min, rounding: .halfUp, to: .unit).units == -1)
    #expect(Money.zero.ratio(to: .zero).isNaN)
  }

  @Test func timesARateIsExactOrRefused() throws {
    #expect(try Money.yuan(100).times(Rate(exactly: 0.95)).description == "95.00")
    #expect(try Money(parsing: "0.0001").times(Rate(parsing: "10")).units == 10)
    #expect(code { try Money(parsing: "0.0001").times(Rate(parsing: "0.5")) } == "money.inexact")
    #expect(
      try Money.yuan(305).times(
        Rate(parsing: "0.9508196721311475"), rounding: .halfUp, to: .document
      ).description == "290.00")
  }

  @Test func tagRangeIsSixtyBits() {
    #expect(Money.tagRange.upperBound == 1_152_921_504_606_846_975)
    #expect(Money.tagRange.lowerBound == -1_152_921_504_606_846_975)
  }
}
