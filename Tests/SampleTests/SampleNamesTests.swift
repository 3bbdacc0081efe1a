import SalesKernel
import Testing
import Values

/// Names and codes are valid, belong to nobody, and never come twice.
@Suite struct SampleNamesTests {
  /// GB 32100-2015 written down once more, from the standard's own formula.
  private func isValid(_ code: String) -> Bool {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    var (sum, weight) = (0, 1)
    for character in code.dropLast() {
      guard let value = alphabet.firstIndex(of: character) else { return false }
      sum += value * weight
      weight = weight * 3 % 31
    }
    return code.count == 18 && code.last == alphabet[(31 - sum % 31) % 31]
  }

  /// GB 11714: 11 minus the weighted sum modulo 11, 10 written X and 11 written 0.
  private func isOrganisation(_ nine: Substring) -> Bool {
    let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let values = nine.dropLast().compactMap { letters.firstIndex(of: $0) }
    let sum = zip(values, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + $1.0 * $1.1 }
    return values.count == 8 && nine.last == Array("0X987654321")[sum % 11]
  }

  @Test func creditCodesAreValidAndUnique() throws {
    let company = try SampleFixture.large()
    let codes = company.customers.compactMap(\.uscc)
    #expect(codes.count > 45_000)
    #expect(Set(codes).count == codes.count)
    #expect(codes.filter { !isValid($0) } == [])
    #expect(codes.filter { !isOrganisation($0.dropFirst(8).dropLast()) } == [])
    #expect(try codes.prefix(1000).flatMap { try USCC(parsing: $0).warnings } == [])
  }

  @Test func namesAreUniqueAndHoldNoDigits() throws {
    let company = try SampleFixture.large()
    let names = company.customers.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.filter { $0.utf8.contains { (48...57).contains($0) } } == [])
  }

  @Test func someProspectsWereEnteredTwice() throws {
    let company = try SampleFixture.large()
    let plain = company.customers.map {
      $0.name.replacing("（", with: "(").replacing("）", with: ")").replacing(" ", with: "")
    }
    let twins = plain.indices.dropFirst().filter { plain[$0] == plain[$0 - 1] }
    #expect((50...200).contains(twins.count))
    #expect(twins.allSatisfy { company.customers[$0].uscc == nil })
    #expect(plain.count - Set(plain).count == twins.count)
  }

  @Test func addressesBelongToNobody() throws {
    let company = try Company(SampleFixture.generator(count: 1000))
    let mail = company.contacts.compactMap(\.email) + company.reps.compactMap(\.email)
    #expect(mail.count > 1000)
    #expect(mail.filter { !$0.hasSuffix(".example.com") } == [])
    #expect(company.contacts.compactMap(\.phone).filter { !$0.hasPrefix("000-") } == [])
  }

  @Test func gapsAreAsOftenAsTheProfileSays() throws {
    let company = try SampleFixture.large()
    let share = { (empty: Int) in Double(empty) / 50_000 }
    #expect(abs(share(company.customers.count { $0.revenue == nil }) - 0.30) < 0.015)
    #expect(abs(share(company.customers.count { $0.referScore == nil }) - 0.35) < 0.015)
    #expect(company.customers.allSatisfy { $0.level != nil && $0.annualPurchase != nil })
  }
}
