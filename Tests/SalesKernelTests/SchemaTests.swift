// The schema registry: agreed fields, validation, text form, typed reading and writing.
import Testing
import Values

@testable import SalesKernel

@Suite struct SchemaTests {
  @Test func catalogHoldsTheAgreedFieldsInOrder() throws {
    let names = Catalog.sales.entities.map(\.name)
    let inOrder = """
      settings rule_sets reps products kit_items module_rules customers contacts referrals \
      agreements quotes quote_lines approvals delegations contracts contract_clauses \
      contract_steps agents territories registrations orders order_lines \
      deliveries instalments invoices payments allocations rebate_entries activities \
      leads opportunities stage_moves alerts tasks \
      forecasts forecast_points forecast_calls forecast_causes \
      competitors opportunity_competitors deliverables deliverable_reviews milestones \
      milestone_signatures need_findings tickets ticket_moves ticket_holds improvements \
      survey_answers readings health_scores success_plans success_milestones \
      kpi_values scorecards self_checks targets credit_splits mentorships pay_periods pay_lines awards \
      scenarios campaigns campaign_arms campaign_members resales agent_reviews plan_phases plan_milestones risks \
      budget_lines trainings articles daily_reports jobs
      """
    #expect(names.joined(separator: " ") == inOrder)
    let customers = try Catalog.sales.require("customers")
    let agreed = """
      code name uscc industry industry_edition kind size headcount revenue region owner csm source \
      stage credit influence potential repurchase_rate refer_score ladder size_score fit_score \
      urgency_score budget_score clarity_score industry_score created_on updated_on level \
      segment grade score annual_purchase order_count first_order last_order last_contact \
      last_email_opened churn health health_band health_on health_model
      """
    #expect(customers.fields.map(\.name).joined(separator: " ") == agreed)
    let homes = customers.fields.filter { $0.home != .record }.map { "\($0.name) \($0.home)" }
    #expect(homes.count == 17)
    #expect(customers.field(named: "score")?.home == .facts("grade"))
  }

  @Test func messagesSayAnOrderAndACustomer() throws {
    let names = try ["orders", "customers", "opportunities", "alerts", "reps"].map {
      try Catalog.sales.require($0).indefinite
    }
    #expect(names == ["an order", "a customer", "an opportunity", "an alert", "a rep"])
  }

  @Test func everyFieldHasBothLabelsAndHelp() {
    for field in Catalog.sales.entities.flatMap(\.fields) {
      #expect(!field.label.en.isEmpty && !field.label.zh.isEmpty && !field.help.isEmpty)
    }
  }

  @Test func unknownNamesComeWithTheNearest() throws {
    let entity = #expect(throws: ValidationError.self) { try Catalog.sales.require("custommers") }
    #expect(entity?.code == "catalog.entity")
    #expect(entity?.remedy == "did you mean \"customers\"?")
    let field = #expect(throws: ValidationError.self) {
      try Customer.schema.entity.requireSlot(of: "anual_purchase")
    }
    #expect(field?.remedy == "did you mean \"annual_purchase\"?")
  }

  @Test func readsAndWritesEverySlot() throws {
    let entity = Customer.schema.entity
    var record = Customer.blank(id: 7)
    for (slot, field) in entity.fields.enumerated() {
      let sample: FieldValue
      switch field.name {
      case "uscc": sample = .text("914403001922038216")
      case "industry": sample = .text("C3482")
      default: sample = try Self.sample(field.type)
      }
      try Customer.schema.set(&record, slot: slot, to: sample)
      #expect(Customer.schema.value(of: record, slot: slot) == sample, "\(field.name)")
    }
    #expect(try Customer(reading: record.reader) == record)
    #expect(record.annualPurchase == yuan(12))
    #expect(record.size == .large)
  }

  private static func sample(_ type: FieldType) throws -> FieldValue {
    switch type {
    case .bool: .bool(true)
    case .integer, .reference: .integer(3)
    case .number: .number(0.5)
    case .text: .text("东区")
    case .money: .money(yuan(12))
    case .day: .day(try day("2026-03-31"))
    case .instant: .instant(try Instant(parsing: "2026-03-31T09:00:00+08:00"))
    case .choice(let words): .text(words[0])
    }
  }

  @Test func recordsKnowTheirProblems() {
    #expect(Customer.schema.problems(of: .blank(id: 1)).map(\.code) == ["field.required"])
    var bad = customer()
    bad.credit = 101
    #expect(Customer.schema.problems(of: bad).map(\.code) == ["customer.credit.range"])
    #expect(Customer.schema.problems(of: customer()).isEmpty)
  }

  @Test func slotOutOfRangeIsAnErrorNotATrap() {
    var record = customer()
    #expect(Customer.schema.value(of: record, slot: 999) == .null)
    let error = #expect(throws: ValidationError.self) {
      try Customer.schema.set(&record, slot: -1, to: .null)
    }
    #expect(error?.code == "field.slot")
  }
}

@Suite struct FieldValidationTests {
  static func field(_ name: String) throws -> Field {
    let customers = Customer.schema.entity
    return customers.fields[try customers.requireSlot(of: name)]
  }

  @Test(
    arguments: [
      ("annual_purchase", FieldValue.integer(5), "field.type"),
      ("annual_purchase", .number(5.5), "field.type"),
      ("credit", .number(5.5), "field.type"), ("credit", .integer(101), "customer.credit.range"),
      ("credit", .integer(-1), "customer.credit.range"), ("credit", .text("5"), "field.type"),
      ("repurchase_rate", .number(1.01), "customer.repurchase_rate.range"),
      ("repurchase_rate", .number(.nan), "field.type"),
      ("repurchase_rate", .number(.infinity), "field.type"),
      ("size", .text("larg"), "field.choice"), ("name", .null, "field.required"),
      ("name", .text(" "), "field.required"), ("name", .text("a\0b"), "field.text"),
      ("owner", .integer(0), "field.reference"), ("created_on", .text("2026-01-01"), "field.type"),
      ("uscc", .text("12345"), "customer.uscc.length"),
      ("headcount", .integer(-1), "customer.headcount.range"),
      ("revenue", .money(Money(units: -1)), "customer.revenue.range"),
      ("score", .integer(.max), "field.type"),
    ] as [(String, FieldValue, String)])
  func refuses(_ name: String, _ value: FieldValue, _ code: String) throws {
    let field = try Self.field(name)
    let error = #expect(throws: ValidationError.self) { try field.validated(value) }
    #expect(error?.code == code)
    #expect(error?.message.contains(name) == true || code.contains("uscc"))
  }

  @Test func convertsOnlyWithoutLoss() throws {
    #expect(try Self.field("credit").validated(.number(60)) == .integer(60))
    #expect(try Self.field("score").validated(.integer(18)) == .number(18))
    #expect(
      try Self.field("uscc").validated(.text("9144 0300 1922 0382 16"))
        == .text("914403001922038216"))
    #expect(try Self.field("region").validated(.null) == .null)
  }

  @Test func choiceErrorsSuggest() throws {
    let error = #expect(throws: ValidationError.self) {
      try Self.field("size").validated(.text("larg"))
    }
    #expect(error?.remedy == "did you mean \"large\"?")
  }

  @Test(
    arguments: [
      ("annual_purchase", "320000.00", FieldValue.money(yuan(320_000))),
      ("annual_purchase", " 0.0125 ", .money(Money(units: 125))),
      ("credit", "60", .integer(60)), ("repurchase_rate", "0.35", .number(0.35)),
      ("region", "", .null), ("region", " 东区 ", .text(" 东区 ")), ("credit", "  ", .null),
      ("stage", "retain", .text("retain")),
    ] as [(String, String, FieldValue)])
  func parses(_ name: String, _ text: String, _ value: FieldValue) throws {
    #expect(try Self.field(name).parse(text) == value)
  }

  @Test(arguments: [
    ("annual_purchase", "abc", "field.syntax"), ("annual_purchase", "1.23456", "field.syntax"),
    ("credit", "6O", "field.syntax"), ("credit", "99999999999999999999", "field.syntax"),
    ("repurchase_rate", "nan", "field.syntax"), ("repurchase_rate", "0x1p-1", "field.syntax"),
    ("created_on", "2026-02-30", "field.syntax"), ("created_on", "30/06/2026", "field.syntax"),
    ("stage", "retian", "field.choice"), ("name", "", "field.required"),
  ])
  func refusesText(_ name: String, _ text: String, _ code: String) throws {
    let error = #expect(throws: ValidationError.self) { try Self.field(name).parse(text) }
    #expect(error?.code == code)
    #expect(error?.message.contains(name) == true)
  }

  @Test func textFormReadsBackAsTheSameValue() throws {
    let seed: UInt64 = 4754
    var random = SeededGenerator(seed: seed)
    let score = try Self.field("score")
    let purchase = try Self.field("annual_purchase")
    let created = try Self.field("created_on")
    for _ in 0..<2000 {
      let values: [(Field, FieldValue)] = [
        (score, .number(Double.random(in: -1e20...1e20, using: &random))),
        (purchase, .money(Money(units: .random(in: .min / 4 ... .max / 4, using: &random)))),
        (created, .day(try Day(number: Int.random(in: -700_000...2_900_000, using: &random)))),
      ]
      for (field, value) in values {
        #expect(try field.parse(value.text) == value, "seed \(seed): \(value)")
      }
    }
  }
}

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("nmae", "name"), ("Name", "name"), ("annual_purchas", "annual_purchase"), ("lvel", "level"),
  ])
  func findsSlips(_ word: String, _ expected: String) {
    let names = Customer.schema.entity.fields.map(\.name)
    #expect(Suggestion.closest(to: word, among: names) == expected)
  }

  @Test(arguments: ["", "zzzzzz", "q", String(repeating: "a", count: 10_000)])
  func staysSilentWhenNothingIsNear(_ word: String) {
    #expect(Suggestion.closest(to: word, among: ["name", "level"]) == nil)
  }
}
