// The unified social credit code: known vectors, detection laws, repair.
import Testing

@testable import SalesKernel

@Suite struct USCCTests {
  static let valid = [
    "914403001922038216", "91110000802100433B", "91520000214434146R", "9144030071526726XG",
    "911522010783762860", "121200004013590816",
  ]

  @Test(arguments: valid) func acceptsKnownCodes(_ code: String) throws {
    #expect(try USCC(parsing: code).text == code)
    #expect(try USCC(parsing: code).warnings.isEmpty)
    #expect(try USCC.checkCharacter(for: String(code.dropLast())) == code.last)
  }

  @Test(arguments: [
    ("914403001922038217", "customer.uscc.checksum"),
    ("9111000060003IOZSV", "customer.uscc.alphabet"),
    ("12345", "customer.uscc.length"),
    ("", "customer.uscc.length"),
    ("91A403001922038216", "customer.uscc.alphabet"),
    ("91440300192203821é", "customer.uscc.alphabet"),
    ("9144030019220382é", "customer.uscc.length"),
  ])
  func refusesBadCodes(_ code: String, _ expected: String) {
    let error = #expect(throws: ValidationError.self) { try USCC(parsing: code) }
    #expect(error?.code == expected)
    #expect(error?.message.contains("\"\(USCC.normalised(code))\"") == true)
  }

  @Test(arguments: [
    " 9144 0300-1922 038216 ", "９１４４０３００１９２２０３８２１６", "91110000802100433b",
    "\u{3000}911100008021－00433ｂ",
  ])
  func normalisesBeforeChecking(_ text: String) throws {
    let code = try USCC(parsing: text).text
    #expect(Self.valid.contains(code))
  }

  @Test func offersRepairOnlyWhereTheChecksumPasses() {
    #expect(USCC.repair("9144O3OO1922O38216") == "914403001922038216")
    #expect(USCC.repair("9I44030019220382I6") == "914403001922038216")
    #expect(USCC.repair("914403001922038216") == nil)
    #expect(USCC.repair("9144O30019220382I7") == nil)
    let error = #expect(throws: ValidationError.self) { try USCC(parsing: "9144O3001922038216") }
    #expect(error?.remedy == "did you mean 914403001922038216?")
  }

  @Test func warnsOfInnerCheckAndDepartment() throws {
    let inner = "9144030019220382" + "2"  // the organisation code's check is 1
    let code = inner + String(try USCC.checkCharacter(for: inner))
    #expect(try USCC(parsing: code).warnings == [.innerCheck])
    let body = "B" + "1440300192203821"
    let other = body + String(try USCC.checkCharacter(for: body))
    #expect(try USCC(parsing: other).warnings == [.department])
  }

  @Test(arguments: valid) func detectsEverySubstitution(_ code: String) {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    for position in 0..<18 {
      for letter in alphabet {
        var letters = Array(code)
        guard letters[position] != letter else { continue }
        letters[position] = letter
        #expect((try? USCC(parsing: String(letters))) == nil)
      }
    }
  }

  @Test func detectsEveryTranspositionOfNeighbours() throws {
    let seed: UInt64 = 20_261_123
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    for _ in 0..<500 {
      let body = String(
        (0..<17).map {
          (2..<8).contains($0)
            ? alphabet[Int.random(in: 0..<10, using: &random)]
            : alphabet[Int.random(in: 0..<31, using: &random)]
        })
      let code = Array(body + String(try USCC.checkCharacter(for: body)))
      for position in 0..<17 where code[position] != code[position + 1] {
        var letters = code
        letters.swapAt(position, position + 1)
        #expect((try? USCC(parsing: String(letters))) == nil, "seed \(seed), \(String(code))")
      }
    }
  }
}

@Suite struct IndustryClassTests {
  @Test(arguments: ["C3482", "C3742", "C37", "C374", "A01", "T97", "N79", "c3742 "])
  func accepts(_ text: String) throws { _ = try IndustryClass(parsing: text) }

  @Test(arguments: [
    ("3742", "customer.industry.format"), ("C3", "customer.industry.format"),
    ("C37421", "customer.industry.format"), ("U10", "customer.industry.format"),
    ("C37X2", "customer.industry.format"), ("", "customer.industry.format"),
    ("C4420", "customer.industry.section"), ("C12", "customer.industry.section"),
    ("T96", "customer.industry.section"), ("A00", "customer.industry.section"),
  ])
  func refuses(_ text: String, _ code: String) {
    let error = #expect(throws: ValidationError.self) { try IndustryClass(parsing: text) }
    #expect(error?.code == code)
  }

  @Test func editionsDiffer() throws {
    #expect(try IndustryClass(parsing: "T96", edition: .y2011).text == "T96")
    #expect(throws: ValidationError.self) { try IndustryClass(parsing: "N79", edition: .y2011) }
  }
}
