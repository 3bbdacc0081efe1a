// Random price policies and lines, from a seed.
import Testing
import Values

@testable import SalesKernel

enum PriceDraw {
  /// Of 0 to 12 %, so that eight of them added stay under the whole.
  static func discount(_ random: inout SeededGenerator) -> String {
    "0." + String("0\(Int.random(in: 0...12, using: &random))".suffix(2))
  }

  static func step(_ name: String, _ random: inout SeededGenerator) -> String {
    let choose = ["first", "best", "all"].randomElement(using: &random) ?? "first"
    let conditions = [
      "{ level = \"A\" }", "{ quantity = { from = 50 } }", "{ prepaid = { from = 0.3 } }",
      "{ cash = true }", "{ first_order = true }",
    ]
    let rules = (1...2).map { index in
      let when = conditions.randomElement(using: &random) ?? "{}"
      return "{ key = \"r\(index)\", when = \(when), discount = \(discount(&random)) }"
    }
    return "{ name = \"\(name)\", title = \"x\", source = \"test\", choose = \"\(choose)\", "
      + "rules = { \(rules.joined(separator: ", ")) } }"
  }

  static func ladder(_ random: inout SeededGenerator) -> String {
    let first = Int.random(in: 2...50, using: &random)
    let second = first + Int.random(in: 1...2_000, using: &random)
    let kind = Bool.random(using: &random) ? "all_units" : "incremental"
    return """
      { name = "ladder", title = "x", source = "test", choose = "first", ladder = "\(kind)",
        rules = { { key = "a", when = { quantity = { below = \(first) } }, discount = 0 },
          { key = "b", when = { quantity = { from = \(first), below = \(second) } },
            discount = \(discount(&random)) },
          { key = "c", when = { quantity = { from = \(second) } }, discount = 0.15 } } }
      """
  }

  static func floors(_ random: inout SeededGenerator) -> String {
    guard Bool.random(using: &random) else { return "" }
    return """
      regional_cost = { { region = "west", factor = 1.183, source = "test" } },
      floors = { { key = "own", source = "test", price = "floor_price" },
        { key = "margin", source = "test", margin = \(discount(&random)) } }, on_floor = "raise"
      """
  }

  static func policy(_ random: inout SeededGenerator) throws -> PricePolicy {
    var steps = (1...4).map { step("s\($0)", &random) }
    steps.insert(ladder(&random), at: Int.random(in: 0...4, using: &random))
    if Int.random(in: 0..<4, using: &random) == 0 {
      let units = Int64.random(in: 1...100_000, using: &random)
      let net = always("net", "price = money\"\(Money(units: units))\"")
      steps.insert(net, at: Int.random(in: 0...5, using: &random))
    }
    return try trial(steps: steps.joined(separator: ","), more: floors(&random))
  }

  static func line(_ random: inout SeededGenerator) throws -> PriceLine {
    var line = PriceLine(
      listPrice: Money(units: Int64.random(in: 1...2_000_000, using: &random)),
      quantity: Int64.random(in: 1...12_000, using: &random), on: try day("2026-06-30"))
    line.level = ["A", "B", nil].randomElement(using: &random) ?? nil
    line.region = ["east", "west", nil].randomElement(using: &random) ?? nil
    line.prepaid = [0, 0.3, 1].randomElement(using: &random) ?? 0
    line.cash = Bool.random(using: &random)
    line.firstOrder = Bool.random(using: &random)
    let list = line.listPrice.units
    if Bool.random(using: &random) {
      line.cost = Money(units: Int64.random(in: 0...list, using: &random))
      line.logisticsCost = Money(units: Int64.random(in: 0...list / 10, using: &random))
    }
    if Bool.random(using: &random) {
      line.floorPrice = Money(units: Int64.random(in: 0...list, using: &random))
    }
    return line
  }
}
