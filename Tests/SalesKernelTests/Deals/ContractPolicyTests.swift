// Clauses with places, and what a contract policy refuses.
import Testing
import Values

@testable import SalesKernel

@Suite struct ContractPolicyTests {
  private static func policy(_ change: (inout [String: PolicyValue]) -> Void) throws
    -> ContractPolicy
  {
    guard case .table(var entries) = try LuaTable.policy("contracts") else {
      return try ContractPolicy(decoding: .null)
    }
    change(&entries)
    return try ContractPolicy(decoding: .table(entries))
  }

  private static func library(_ body: String, values: [String] = []) throws -> ClauseLibrary {
    let clause = PolicyValue.table([
      "key": .text("only"), "title": .text("t"), "body": .text(body), "source": .text("test"),
    ])
    return try ClauseLibrary(
      PolicyDecoder(
        .table([
          "general": .list([clause]), "industries": .list([]),
          "values": .list(values.map(PolicyValue.text)),
        ])))
  }

  @Test func placesAreFilled() throws {
    let clause = try #require(
      try Self.library("{amount} to {place}, {amount}", values: ["place"]).general.first)
    #expect(clause.names == ["amount", "place", "amount", "place"])
    #expect(try clause.text(.zh, ["amount": "5.00", "place": "上海"]) == "5.00 to 上海, 5.00")
    for values in [["amount": "5.00"], ["amount": "5.00", "place": ""]] {
      let error = #expect(throws: ValidationError.self) { _ = try clause.text(.en, values) }
      #expect(error?.code == "contract.placeholder")
      #expect(error?.message.contains("{place}") == true)
    }
  }

  @Test(arguments: [
    ("{amuont}", "did you mean \"amount\"?"), ("{amount", "write places as {amount}"),
    ("amount}", "write places as {amount}"), ("{}", "one of: "), ("{{amount}}", "amount"),
  ])
  func placesThatNothingFillsAreRefused(_ body: String, _ remedy: String) throws {
    let error = #expect(throws: PolicyError.self) { _ = try Self.library(body) }
    #expect(error?.code == "policy.value")
    #expect(error?.path.hasSuffix("general[1].body") == true)
    #expect(error?.remedy.contains(remedy) == true, "\(error?.remedy ?? "")")
  }

  @Test(
    arguments: [
      ("C3742", "manufacturing"), ("J6621", "finance"), ("F5189", nil), (nil, nil),
    ] as [(String?, String?)])
  func theClassOfACustomerNamesTheIndustry(_ industry: String?, _ key: String?) throws {
    let policy = try Self.policy { _ in }
    #expect(policy.library.industry(ofClass: industry)?.key == key)
  }

  @Test func theLibraryIsThatOfTheSources() throws {
    let library = try Self.policy { _ in }.library
    #expect(library.general.map(\.key) == ["delivery", "acceptance", "payment", "penalty"])
    #expect(try library.clauses(of: "manufacturing").last?.key == "on_site_maintenance")
    #expect(try library.clauses(of: "finance").last?.key == "data_security")
    let error = #expect(throws: ValidationError.self) { _ = try library.clauses(of: "finanse") }
    #expect(error?.code == "contract.industry")
    #expect(error?.remedy == "did you mean \"finance\"?")
  }

  @Test(arguments: [
    ("steps", "{}", "policy.missing"), ("language", "\"fr\"", "policy.value"),
    ("needs_approval", "\"yes\"", "policy.type"), ("prefix", "\"\"", "policy.value"),
    ("moves", "{ draft = { \"sealed\" } }", "policy.value"),
    ("penalty", "{ rate = 1.5, rounding = \"half_up\", source = \"x\" }", "policy.value"),
    ("penalty", "{ rate = 0.001, rounding = \"half_up\" }", "policy.source"),
    ("statuses", "{ draft = \"x\" }", "policy.missing"),
  ])
  func brokenPlacesAreRefused(_ key: String, _ lua: String, _ code: String) throws {
    let value = try LuaTable.parse(lua)
    let error = #expect(throws: PolicyError.self) { _ = try Self.policy { $0[key] = value } }
    #expect(error?.code == code)
    #expect(error?.path.hasPrefix("policy.\(key)") == true)
  }

  @Test func aStepCountsFromOneDayOnly() throws {
    for days in [["days": 1 as Int64, "due_days": 1], [:]] {
      var step: [String: PolicyValue] = [
        "key": .text("a"), "title": .text("a"), "role": .text("r"), "source": .text("s"),
      ]
      for (key, count) in days { step[key] = .integer(count) }
      let error = #expect(throws: PolicyError.self) {
        _ = try Self.policy { $0["steps"] = .list([.table(step)]) }
      }
      #expect(error?.code == "policy.value")
    }
  }

  @Test func daysOfStepsCountFromSignatureOrDelivery() throws {
    let steps = try Self.policy { _ in }.steps
    let due = try steps.map {
      try $0.dueOn(signed: day("2026-06-30"), due: day("2026-07-31"))?.description
    }
    #expect(
      due == ["2026-06-30", "2026-07-01", "2026-07-03", "2026-07-31", "2026-08-07", "2026-08-30"])
    #expect(try steps[3].dueOn(signed: day("2026-06-30"), due: nil) == nil)
    #expect(throws: ValueError.self) { _ = try steps[2].dueOn(signed: .last, due: nil) }
  }
}
