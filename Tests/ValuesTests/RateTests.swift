import Testing

@testable import Values

@Suite struct RateTests {
  @Test(arguments: [
    ("0.95", 95, 2), ("5%", 5, 2), ("-1e-3", -1, 3), ("100%", 1, 0), ("1.50", 15, 1),
    ("1e3", 1000, 0),
    ("+2.5E+1", 25, 0), ("0e999", 0, 0), ("1000000e-6", 1, 0), ("0.000000000000000001", 1, 18),
    ("9223372036854775807", Int64.max, 0), ("-9223372036854775808", Int64.min, 0), (".5", 5, 1),
  ])
  func reads(text: String, mantissa: Int64, scale: Int) throws {
    let rate = try Rate(parsing: text)
    #expect(rate.mantissa == mantissa && rate.scale == scale)
  }

  @Test(arguments: [
    "", "e5", "1e", "1e+", "5%%", "%", "1,000", "¥1", "0x10", "nan", "inf", "1 2", "1.",
    "0.0000000000000000001", "1e-19", "1e19", "99999999999999999999", "1e99999999999999999999999",
  ])
  func refuses(text: String) {
    #expect(code { try Rate(parsing: text) } == "rate.syntax")
  }

  @Test(arguments: [
    (0.95, "0.95"), (0.1, "0.1"), (0.05, "0.05"), (-0.3, "-0.3"), (1.0, "1"), (0.0, "0"),
    (-0.0, "0"),
    (1.1, "1.1"), (0.07, "0.07"), (1.005, "1.005"), (1e15, "1000000000000000"),
    (123456.789, "123456.789"),
    (9007199254740993.0, "9007199254740992"), (1e18, "1000000000000000000"),
    (0.1 + 0.2, "0.30000000000000004"),
    (1.0 / 3, "0.3333333333333333"), (1e-18, "0.000000000000000001"), (4.35, "4.35"),
    (0.285, "0.285"),
  ])
  func takesTheShortestDecimal(double: Double, text: String) throws {
    #expect(try Rate(exactly: double).description == text)
  }

  @Test(arguments: [
    Double.nan, .infinity, -.infinity, 1e300, 1e19, Double.leastNonzeroMagnitude, 1e-19, 0.1 / 3e10,
  ])
  func refusesWhatIsNoDecimal(double: Double) {
    #expect(code { try Rate(exactly: double) } == "rate.syntax")
  }

  /// The standard library's shortest text is the other way to the same decimal.
  @Test func agreesWithTheShortestText() throws {
    var random = SeededGenerator(for: "shortest decimal of a Double")
    for _ in 0..<4_000 {
      let digits = Int64(1) << Int64.random(in: 1...62, using: &random)
      let mantissa = Int64.random(in: -digits...digits, using: &random)
      let scale = Int.random(in: 0...18, using: &random)
      let double = Double(mantissa) / Double(powerOfTen(scale))
      let quick = try? Rate(exactly: double)
      let slow = try? Rate(parsing: double.description)
      #expect(quick == slow, "\(double)")
      if let quick { #expect(Double(quick.description) == double) }
    }
  }

  @Test func computes() throws {
    #expect(try Rate(parsing: "5%").complement().description == "0.95")
    #expect(try Rate(parsing: "0.9").times(Rate(parsing: "0.95")).description == "0.855")
    #expect(try Rate(parsing: "0.05").adding(Rate(parsing: "0.95")) == .one)
    #expect(try Rate(parsing: "0.05").negated().description == "-0.05")
    #expect(try Rate(parsing: "0.25").double == 0.25)
    #expect(try Rate(parsing: "0.5") < Rate(parsing: "0.51"))
    #expect(try Rate(parsing: "-1") < Rate(parsing: "0.000000000000000001"))
    #expect(try Rate(mantissa: 500, scale: 4) == Rate(parsing: "5%"))
  }

  @Test func everyOperationChecksItsRange() throws {
    let most = try Rate(mantissa: .max, scale: 0)
    let fine = try Rate(parsing: "0.000000000000000001")
    #expect(code { try most.adding(.one) } == "rate.overflow")
    #expect(code { try most.adding(fine) } == "rate.overflow")
    #expect(code { try Rate(mantissa: .min, scale: 0).subtracting(.one) } == "rate.overflow")
    #expect(code { try Rate(mantissa: .min, scale: 0).negated() } == "rate.overflow")
    #expect(code { try Rate(mantissa: .min, scale: 0).complement() } == "rate.overflow")
    #expect(code { try most.times(most) } == "rate.overflow")
    #expect(code { try fine.times(fine) } == "rate.overflow")
    #expect(code { try Rate(mantissa: 1, scale: 19) } == "rate.overflow")
    #expect(code { try Rate(mantissa: 1, scale: -1) } == "rate.overflow")
    #expect(code { try Rate(mantissa: 1, scale: .min) } == "rate.overflow")
    #expect(code { try Rate(mantissa: 1, scale: .max) } == "rate.overflow")
  }
}
