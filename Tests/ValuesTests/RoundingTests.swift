import Testing

@testable import Values

@Suite struct RoundingTests {
  @Test(arguments: [
    ("2.345", Rounding.halfUp, "2.35"), ("2.345", .halfEven, "2.34"), ("2.345", .down, "2.34"),
    ("2.345", .up, "2.35"), ("0.125", .halfUp, "0.13"), ("0.125", .halfEven, "0.12"),
    ("-2.345", .halfUp, "-2.35"), ("-2.345", .halfEven, "-2.34"), ("-2.345", .down, "-2.34"),
    ("-2.345", .up, "-2.35"), ("0.135", .halfEven, "0.14"), ("2.3449", .halfUp, "2.34"),
    ("2.3401", .up, "2.35"), ("-0.0049", .halfUp, "0.00"), ("2.34", .up, "2.34"),
  ])
  func roundsToFen(text: String, rounding: Rounding, expected: String) throws {
    let money = try Money(parsing: text)
    #expect(try money.rounded(rounding, to: .document).description == expected)
    #expect(try money.rounded(rounding, to: .line).description == expected)
    #expect(try money.rounded(rounding, to: .unit) == money)
  }

  @Test func divides() throws {
    let hundred = try Money.yuan(100)
    #expect(try hundred.divided(by: 3, rounding: .halfUp, to: .document).description == "33.33")
    #expect(try hundred.divided(by: 3, rounding: .up, to: .document).description == "33.34")
    #expect(try hundred.divided(by: -3, rounding: .halfUp, to: .unit).description == "-33.3333")
    #expect(try hundred.divided(by: -3, rounding: .up, to: .unit).description == "-33.3334")
  }

  /// The quotient by its textbook definition: floor of magnitudes, in wide integers.
  private func expected(_ dividend: Int128, _ divisor: Int128, _ rounding: Rounding) -> Int128 {
    let (n, d) = (dividend.magnitude, divisor.magnitude)
    let floor = n / d
    let magnitude: UInt128 =
      switch rounding {
      case .down: floor
      case .up: (n + d - 1) / d
      case .halfUp: (2 * n + d) / (2 * d)
      case .halfEven: (2 * n + d) % (2 * d) == 0 && floor % 2 == 0 ? floor : (2 * n + d) / (2 * d)
      }
    return (dividend < 0) != (divisor < 0) ? -Int128(magnitude) : Int128(magnitude)
  }

  @Test func agreesWithWideIntegers() {
    var random = SeededGenerator(for: "rounding against wide integers")
    for _ in 0..<4_000 {
      let wide = random.next() % 2 == 0
      let dividend = Int128(random.integer()) * Int128(wide ? random.integer() >> 8 : 1)
      let divisor = Int128(random.integer())
      for rounding in Rounding.allCases {
        let quotient = rounding.quotient(dividend, by: divisor)
        if divisor == 0 {
          #expect(quotient == nil)
        } else {
          #expect(
            quotient == expected(dividend, divisor, rounding),
            "\(dividend) / \(divisor) \(rounding)")
        }
      }
    }
  }

  @Test func everySmallTieIsRight() {
    for dividend in Int128(-60)...60 {
      for divisor in Int128(-12)...12 where divisor != 0 {
        for rounding in Rounding.allCases {
          #expect(
            rounding.quotient(dividend, by: divisor) == expected(dividend, divisor, rounding))
        }
      }
    }
  }

  @Test func productsRoundOnce() throws {
    var random = SeededGenerator(for: "products against wide integers")
    for _ in 0..<2_000 {
      let money = Money(units: random.integer() >> 4)
      let scale = Int.random(in: 0...18, using: &random)
      let rate = try Rate(mantissa: random.integer() >> 8, scale: scale)
      let product = Int128(money.units) * Int128(rate.mantissa)
      for stage in Stage.allCases {
        let step = Int128(stage.quantum)
        let steps = expected(product, powerOfTen(rate.scale) * step, .halfEven)
        let units = Int64(exactly: steps * step)
        let result = try? money.times(rate, rounding: .halfEven, to: stage)
        #expect(result?.units == units, "\(money) × \(rate)")
      }
    }
  }
}
