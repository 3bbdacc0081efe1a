// Amounts in 万 and 亿, rounded half to even to two decimals of the unit.
@testable import Values
import Testing

@Suite struct MoneyUnitTests {
  /// By hand: 123,456,789 yuan is 12,345.6789 万 and 1.23456789 亿.
  @Test func unitsOfAnAmount() throws {
    let money = try Money.yuan(123_456_789)
    #expect(money.grouped(in: .yuan) == "123,456,789.00")
    #expect(money.grouped(in: .wan) == "12,345.68")
    #expect(money.grouped(in: .yi) == "1.23")
  }

  /// Halves: 50 yuan is 0.005 万, 150 is 0.015, 250 is 0.025.
  @Test(arguments: [
    (50, "0.00"), (150, "0.02"), (250, "0.02"), (251, "0.03"), (-50, "0.00"), (-150, "-0.02"),
    (0, "0.00"), (1_000_000, "100.00"), (12_345_678_900, "1,234,567.89"),
  ])
  func halvesGoToEven(_ yuan: Int64, _ expected: String) throws {
    #expect(try Money.yuan(yuan).grouped(in: .wan) == expected)
  }

  /// 922,337,203,685,477.5807 yuan is 92,233,720,368.54775807 万 and 9,223,372.036… 亿.
  @Test func theEndsOfTheRange() {
    #expect(Money(units: .max).grouped(in: .wan) == "92,233,720,368.55")
    #expect(Money(units: .min).grouped(in: .yi) == "-9,223,372.04")
    #expect(Money(units: 1).grouped(in: .yi) == "0.00")
  }
}
