import Testing

@testable import Values

@Suite struct AllocationTests {
  private func texts(_ parts: [Money]) -> [String] { parts.map(\.description) }

  @Test func splitsInEqualParts() throws {
    let hundred = try Money.yuan(100)
    #expect(
      try texts(Allocation.split(hundred, parts: 3, to: .document)) == ["33.34", "33.33", "33.33"])
    #expect(
      try texts(Allocation.split(hundred.negated(), parts: 3, to: .document))
        == ["-33.34", "-33.33", "-33.33"])
    #expect(
      try texts(Allocation.split(hundred, parts: 3, to: .unit)) == [
        "33.3334", "33.3333", "33.3333",
      ])
    #expect(
      try texts(Allocation.split(Money(parsing: "0.02"), parts: 3, to: .document))
        == ["0.01", "0.01", "0.00"])
  }

  @Test func splitsByWeights() throws {
    let hundred = try Money.yuan(100)
    #expect(
      try texts(Allocation.split(hundred, by: [1, 1, 1], to: .document)) == [
        "33.34", "33.33", "33.33",
      ])
    // Shares 14.2857…, 28.5714…, 57.1428…: the largest remainder is the first's.
    #expect(
      try texts(Allocation.split(hundred, by: [1, 2, 4], to: .document)) == [
        "14.29", "28.57", "57.14",
      ])
    // Shares 16.666…, 83.333…: the second's remainder is smaller.
    #expect(
      try texts(Allocation.split(hundred.negated(), by: [1, 5], to: .document)) == [
        "-16.67", "-83.33",
      ])
    #expect(
      try texts(Allocation.split(hundred, by: [0, 3, 0, 7], to: .document))
        == ["0.00", "30.00", "0.00", "70.00"])
    #expect(try texts(Allocation.split(.zero, by: [1, 2], to: .document)) == ["0.00", "0.00"])
  }

  @Test func refusesWhatCannotBeSplit() throws {
    let yuan = try Money.yuan(1)
    #expect(code { try Allocation.split(yuan, by: [], to: .document) } == "allocation.weights")
    #expect(code { try Allocation.split(yuan, by: [0, 0], to: .document) } == "allocation.weights")
    #expect(
      code { try Allocation.split(yuan, by: [1, -1], to: .document) } == "allocation.weights")
    #expect(code { try Allocation.split(yuan, parts: 0, to: .document) } == "allocation.parts")
    #expect(code { try Allocation.split(yuan, parts: -1, to: .document) } == "allocation.parts")
    #expect(code { try Allocation.split(yuan, parts: .max, to: .document) } == "allocation.parts")
    let fine = try Money(parsing: "1.001")
    #expect(code { try Allocation.split(fine, parts: 2, to: .document) } == "money.inexact")
    #expect(code { try Allocation.split(fine, by: [1], to: .document) } == "money.inexact")
  }

  /// The sum is kept, every part is within a step of its exact share, and a negative total mirrors.
  @Test func keepsTheSum() throws {
    var random = SeededGenerator(for: "allocation keeps the sum")
    for _ in 0..<1_000 {
      let stage = Stage.allCases.randomElement(using: &random) ?? .unit
      let total = Money(units: random.integer() / stage.quantum * stage.quantum)
      let count = Int.random(in: 1...12, using: &random)
      let weights = (0..<count).map { _ in random.integer() & .max }
      let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
      guard sum > 0 else { continue }
      let parts = try Allocation.split(total, by: weights, to: stage)
      #expect(parts.reduce(Int128(0)) { $0 + Int128($1.units) } == Int128(total.units))
      for (part, weight) in zip(parts, weights) {
        #expect(part.units % stage.quantum == 0)
        let exact = Int128(total.units) * Int128(weight)
        let distance = (Int128(part.units) - exact / sum).magnitude
        #expect(distance <= UInt128(stage.quantum), "\(total) by \(weights)")
      }
      if let mirror = try? total.negated() {
        let mirrored = try Allocation.split(mirror, by: weights, to: stage)
        #expect(mirrored.map { -Int128($0.units) } == parts.map { Int128($0.units) })
      }
      let equal = try Allocation.split(total, parts: count, to: stage)
      #expect(
        try equal == Allocation.split(total, by: Array(repeating: 1, count: count), to: stage))
    }
  }
}
