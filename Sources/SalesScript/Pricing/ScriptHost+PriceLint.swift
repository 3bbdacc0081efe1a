import Lua
import SalesKernel
import Values

/// `pricing.lint`: what is doubtful in a price policy.
extension ScriptHost {
  func definePriceLint(_ policies: PricePolicies, _ approvals: EnginePolicies) throws {
    try define(
      HelpEntry(
        "pricing.lint",
        "pricing.lint{policy = name or table, largest_discount = share, approvals = name or table, "
          + "products = query}",
        "What is legal in a price policy and likely wrong: code, place, message, remedy. With "
          + "largest_discount, or with approvals whose roles have limits, also discounts that no "
          + "approver may give. With products, also those that the deepest discount brings under a floor.",
        returns: "results",
        units: "largest_discount 0–1", errors: ["policy.unknown", "policy.gap", "policy.overlap"],
        example: "return pricing.lint{policy = \"pricing\"}[1].code, pricing.lint{}[2].message",
        result: "\"lint.fewer_cost_more\"  \"948–999 pieces cost more than 1000\"",
        seeAlso: ["pricing.policy", "pricing.price", "approval.lint"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "pricing.lint",
        allowing: ["policy", "largest_discount", "approvals", "products"])
      let policy = try policies.policy(options["policy"])
      let given = try options.number("largest_discount").map { number in
        guard (0...1).contains(number) else {
          throw ArgumentError(
            "largest_discount \(number) is no share", remedy: "give a share from 0 to 1")
        }
        return try Rate(exactly: number)
      }
      let ceiling = try options["approvals"].flatMap { try approvals.approvals($0).ceiling }
      let largest = given ?? ceiling
      var findings = try policy.lint(largestDiscount: largest).map { ($0, Value.nil) }
      if let products = try options.query("products", of: Product.schema.entity) {
        findings += try productFindings(products, policy)
      }
      try results.add(
        Value.object(
          ResultTable(
            columns: ["code", "place", "product", "message", "remedy"].map { .init($0) },
            rows: findings.map { finding, product in
              [
                .string(finding.code), .string(finding.place), product, .string(finding.message),
                .string(finding.remedy),
              ]
            })))
    }
  }

  private func productFindings(
    _ query: QueryObject, _ policy: PricePolicy
  ) throws -> [(PriceFinding, Value)] {
    let terms = PriceTerms(today: options.clock.day())
    let records = try priceRecords()
    var found: [(PriceFinding, Value)] = []
    try query.forEachBlock { block, rows in
      for row in rows {
        let product = block.reader(row)
        guard try product.money("unit_price") != nil else { continue }
        let line = try priceLine(
          product: product, customer: nil, quantity: 1, terms: terms, records: records)
        if let finding = try policy.underFloor(line) {
          found.append((finding, .integer(product.id)))
        }
      }
      return true
    }
    return found
  }
}
