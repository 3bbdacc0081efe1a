import SalesKernel
import Testing
import Values

/// A profile with a fault in it is refused, and the error names the place.
@Suite struct SampleProfileTests {
  @Test func shippedProfileDecodes() throws {
    let profile = try SampleFixture.profile()
    #expect(profile.name == "aerospace")
    #expect(!profile.source.isEmpty)
  }

  private func error(_ key: String, _ value: PolicyValue?) throws -> PolicyError? {
    let changed = try SampleFixture.changed(key, to: value)
    return #expect(throws: PolicyError.self) { _ = try SampleProfile(decoding: changed) }
  }

  @Test func namesThePlaceAndTheCode() throws {
    let cases: [(key: String, value: PolicyValue?, code: String, path: String)] = [
      ("levles", .list([]), "policy.key", "sample"),
      ("source", nil, "policy.source", "sample"),
      ("levels", .list([]), "policy.value", "sample.levels"),
      ("levels", .text("A"), "policy.type", "sample.levels"),
      ("out_of_date", .number(1.5), "policy.value", "sample.out_of_date"),
      ("out_of_date", .number(.nan), "policy.type", "sample.out_of_date"),
      ("season", .list([.integer(1)]), "policy.type", "sample.season"),
      (
        "season", .list([.integer(1), .integer(0), .integer(1), .integer(1)]), "policy.value",
        "sample.season[2]"
      ),
      ("missing", .table(["uscd": .number(0.1)]), "policy.key", "sample.missing"),
      ("missing", .table(["name": .number(0.1)]), "policy.key", "sample.missing"),
      ("missing", .table(["level": .number(0.1)]), "policy.key", "sample.missing"),
      ("products", .list([]), "policy.type", "sample.products"),
      ("sources", .table(["web": .integer(0)]), "policy.value", "sample.sources"),
      ("sources", .table(["web": .integer(.max)]), "policy.value", "sample.sources.web"),
    ]
    for (key, value, code, path) in cases {
      let error = try error(key, value)
      #expect(error?.code == code, "\(key): \(String(describing: error))")
      #expect(error?.path == path)
    }
  }

  @Test func packsCostWholeFen() throws {
    guard case .table(let root) = try SampleFixture.policy(),
      case .list(var products)? = root["products"],
      case .table(var first) = products[0]
    else {
      Issue.record("the profile has no products")
      return
    }
    first["pack"] = .integer(1)
    products[0] = .table(first)
    let error = try error("products", .list(products))
    #expect(error?.path == "sample.products[1].pack")
  }

  @Test func shortNamesRunOutWithAnError() throws {
    guard case .table(let root) = try SampleFixture.policy(),
      case .table(var names)? = root["names"]
    else {
      Issue.record("the profile has no names")
      return
    }
    names["first"] = .text("星")
    names["second"] = .text("河")
    let profile = try SampleProfile(decoding: SampleFixture.changed("names", to: .table(names)))
    let generator = try SampleGenerator(
      profile: profile, seed: 1, count: 20_000, asOf: try Day(parsing: "2026-11-23"))
    let error = #expect(throws: ValidationError.self) { try generator.generate { _, _, _ in } }
    #expect(error?.code == "sample.names")
  }
}
