// Bounds against the plain comparison of values, at and around every limit.
import Testing
import Values

@testable import SalesKernel

@Suite struct BoundsTests {
  static let samples: [[FieldValue]] = [
    [Int64.min, -1, 0, 1, 5, .max - 1, .max].map { .money(Money(units: $0)) },
    [Int64.min, -7, 0, 1, 60, .max].map { .integer($0) },
    [-Double.infinity, -1.5, -0.0, 0, .leastNonzeroMagnitude, 0.1, 0.6, 60, .infinity].map {
      .number($0)
    },
    [.number(-0.5), .integer(0), .number(0.5), .integer(1), .number(59.5), .integer(60)],
    [Day.first, .last].map { .day($0) },
  ]

  @Test(arguments: samples) func agreesWithPlainComparison(_ values: [FieldValue]) {
    let isWhole = values.allSatisfy { if case .integer = $0 { true } else { false } }
    for limit in values {
      for value in values {
        let order = value.order(to: limit) ?? 0
        for isIncluded in [true, false] {
          let edge = Bounds.Edge(value: limit, isIncluded: isIncluded)
          let above = Bounds(lower: edge, isWhole: isWhole).admits(value)
          let below = Bounds(upper: edge, isWhole: isWhole).admits(value)
          #expect(above == (order > 0 || (order == 0 && isIncluded)), "\(value) \(limit)")
          #expect(below == (order < 0 || (order == 0 && isIncluded)), "\(value) \(limit)")
        }
      }
    }
  }

  @Test func nothingAndOtherKindsAreNeverWithin() {
    let bounds = Bounds(lower: .init(value: .money(yuan(1)), isIncluded: true))
    for value in [FieldValue.null, .integer(5), .number(.nan), .text("5"), .bool(true)] {
      #expect(!bounds.admits(value))
      #expect(!bounds.reason("m", value).isEmpty)
    }
    let number = Bounds(upper: .init(value: .number(1), isIncluded: true))
    #expect(!number.admits(.number(.nan)))
    #expect(!Bounds(choices: [.text("high")]).admits(.null))
  }

  @Test func choicesAndLimitsTogether() {
    let bounds = Bounds(
      lower: .init(value: .integer(3), isIncluded: true), choices: [.integer(2), .integer(4)],
      isWhole: true)
    #expect(
      !bounds.admits(.integer(2)) && !bounds.admits(.integer(3)) && bounds.admits(.integer(4)))
  }
}
