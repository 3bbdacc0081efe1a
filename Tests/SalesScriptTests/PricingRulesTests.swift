// Prices as scripts ask for them: rules of their own, terms of customers, and what is refused.
import SalesKernel
import SalesScript
import Testing
import Values

@Suite struct PricingRulesTests {
  /// Opens a chunk with a policy `p` to change and a product of list price 10.00.
  private static let opening = """
    local p = pricing.policy("pricing")
    local product = products:create{name = "测试螺栓", code = "T-10", unit_price = yuan(10), cost = yuan(4)}
    local function unit(options)
      options.product, options.policy = product, p
      options.quantity = options.quantity or 1
      return pricing.price(options).unit_price
    end

    """

  private func eval(_ chunk: String) throws -> String {
    let world = try World(customers: 20)
    defer { world.remove() }
    return try world.eval(Self.opening + chunk)
  }

  private func failure(_ chunk: String) throws -> Failure {
    let world = try World(customers: 20)
    defer { world.remove() }
    return try world.failure(Self.opening + chunk)
  }

  // MARK: Rules of a script

  @Test("a discount may be an expression or a function over the line") func userDiscounts() throws {
    let value = try eval(
      """
      p.steps = {
        { name = "own", title = "own", source = "us", choose = "all", rules = {
          { key = "text", apply = "quantity >= 10 and 0.1 or nil" },
          { key = "code", apply = function(line)
              if line.quantity >= 10 and line.price < yuan(9.5) then return 0.5 end
            end },
        } },
      }
      return unit{quantity = 9}, unit{quantity = 10}
      """)
    #expect(value == "money\"10.00\"  money\"4.50\"")
  }

  @Test("a condition may be an expression or a function") func userConditions() throws {
    let value = try eval(
      """
      p.steps = {
        { name = "own", title = "own", source = "us", choose = "first", rules = {
          { key = "text", when = "level == 'A' or quantity > 100", discount = 0.2 },
          { key = "code", when = function(line) return line.cash end, discount = 0.1 },
        } },
      }
      return unit{}, unit{cash = true}, unit{quantity = 101, cash = true}
      """)
    #expect(value == "money\"10.00\"  money\"9.00\"  money\"8.00\"")
  }

  @Test("a whole step may be a function: a discount, a price, or nothing") func userSteps() throws {
    let value = try eval(
      """
      p.steps[#p.steps + 1] = { name = "own", title = "own", source = "us",
        apply = function(line)
          if line.quantity == 1 then return nil end
          if line.quantity == 2 then return 0.5 end
          return yuan(7)
        end }
      return unit{}, unit{quantity = 2}, unit{quantity = 3}
      """)
    #expect(value == "money\"10.00\"  money\"5.00\"  money\"7.00\"")
  }

  @Test("a floor may be a function or an expression") func userFloors() throws {
    let value = try eval(
      """
      p.floors = { { key = "own", source = "us", price = "cost and cost * 2.4" } }
      local a = unit{quantity = 20000}
      p.floors = { { key = "own", source = "us", price = function(line) return yuan(9) end } }
      return a, unit{quantity = 20000}
      """)
    #expect(value == "money\"9.60\"  money\"9.00\"")
  }

  @Test("a broken rule is an error when the policy is read, with its place") func brokenAtLoad()
    throws
  {
    func broken(_ rule: String) throws -> Failure {
      try failure("p.steps[1].rules[1] = \(rule)\nreturn unit{}")
    }
    #expect(
      try broken("{ key = \"x\", when = { quantity = { below = 100 } }, discount = 1.5 }")
        == Failure("policy.value", "policy.steps[1].rules[1].discount: 1.5 is outside 0–1"))
    func own(_ rule: String) throws -> Failure {
      try failure(
        """
        p.steps[2].rules[1] = \(rule)
        return unit{}
        """)
    }
    #expect(
      try own("{ key = \"x\", apply = \"quantty > 3 and 0.1\" }")
        == Failure("policy.rule", "policy.steps[2].rules[1].apply"))
    #expect(try own("{ key = \"x\", apply = \"quantity >\" }").code == "policy.rule")
    #expect(
      try own("{ key = \"x\", when = \"quantty > 3\", discount = 0.1 }").code == "policy.rule")
    #expect(try own("{ key = \"x\", discont = 0.1 }").text.contains("did you mean \"discount\""))
    #expect(try failure("p.compose = \"sum\" return unit{}").code == "policy.value")
    #expect(try failure("p.stepz = {} return unit{}").text.contains("did you mean \"steps\""))
  }

  @Test("a rule that fails or gives nonsense stops the pricing, with its place")
  func brokenAtPricing()
    throws
  {
    func applying(_ apply: String) throws -> Failure {
      try failure(
        """
        p.steps[2] = { name = "own", title = "own", source = "us", apply = \(apply) }
        return unit{}
        """)
    }
    let raised = try applying("function(line) error(\"no such region\") end")
    #expect(raised.text.contains("no such region"))
    #expect(raised.text.contains("function at test.lua:"))
    #expect(try applying("function(line) return 1.5 end") == Failure("price.rule", "gave 1.5"))
    #expect(try applying("function(line) return -0.1 end").code == "price.rule")
    #expect(try applying("function(line) return \"10 %\" end").code == "price.rule")
    #expect(try applying("function(line) return yuan(-1) end").code == "price.rule")
    #expect(try applying("function(line) return {} end").code == "field.type")
    #expect(try applying("function(line) return 0/0 end").code == "price.rule")
    #expect(try applying("function(line) return line.no_field end").text.contains("no_field"))
    #expect(try applying("\"level .. 'x'\"").text.contains("in level .. 'x'"))
    let condition = try failure(
      "p.steps[2].rules[1].when = function(line) return 1 end return unit{}")
    #expect(condition.code == "price.rule")
    #expect(condition.text.contains("agreement.framework_3y"))
  }

  @Test("the error of a function names the file and line it is written at") func position() throws {
    let world = try World(customers: 20)
    defer { world.remove() }
    let chunk =
      Self.opening + """
        p.steps[2] = { name = "own", title = "own", source = "us", apply = function(line)
          return line.cost + line.surprise
        end }
        return unit{}
        """
    let line = Self.opening.split(separator: "\n", omittingEmptySubsequences: false).count + 1
    #expect(try world.failure(chunk).text.contains("test.lua:\(line)"))
  }

  // MARK: Terms

  @Test("agreements of the customer hold on their days; one that has ended is an error")
  func agreements() throws {
    let records = """
      local c = customers:create{name = "长风航天有限公司"}
      agreements:create{customer = c.id, kind = "framework_3y", starts_on = date"2025-01-01", ends_on = date"2025-12-31"}
      agreements:create{customer = c.id, kind = "framework_1y", starts_on = date"2026-01-01"}
      agreements:create{customer = c.id, kind = "vmi", starts_on = date"2026-01-01", ends_on = date"2026-06-29"}
      local function on(day, options)
        options = options or {}
        options.customer, options.on, options.first_order = c, day, false
        return unit(options)
      end

      """
    let value = try eval(
      records + """
        return on(date"2024-12-31"), on(date"2025-01-01"), on(date"2025-12-31"), on(date"2026-06-29"),
          on(date"2026-06-30"), on(date"2026-06-30", {agreement = "framework_1y"})
        """)
    // 1-year 5 % and VMI 3 %: 10 × 0.95 × 0.97 = 9.215
    #expect(
      value == "money\"10.00\"  money\"9.00\"  money\"9.00\"  money\"9.215\"  money\"9.50\"  "
        + "money\"9.50\"")
    let ended = try failure(
      records + "return on(date\"2026-06-30\", {agreement = \"framework_3y\"})")
    #expect(ended == Failure("price.agreement", "it holds from 2025-01-01 to 2025-12-31"))
  }

  @Test("a first order is one before which there is none") func firstOrder() throws {
    let value = try eval(
      """
      local c = customers:create{name = "新客户有限公司"}
      local before = unit{customer = c}
      orders:create{customer = c.id, amount = yuan(1), ordered_on = date"2026-06-01"}
      return before, unit{customer = c}, unit{customer = c, on = date"2026-06-01"}
      """)
    #expect(value == "money\"9.50\"  money\"10.00\"  money\"9.50\"")
  }

  @Test("what no price can be asked for") func refused() throws {
    for quantity in ["0", "-5", "2.5", "\"x\"", "1e12", "1000000000000", "0/0", "math.huge", "nil"]
    {
      let given = try failure("return pricing.price{product = product, quantity = \(quantity)}")
      #expect(given.code == "price.quantity", "\(quantity)")
    }
    #expect(
      try failure("return pricing.price{product = 999999, quantity = 1}").code == "record.missing")
    #expect(
      try failure("return pricing.price{product = \"T-11\", quantity = 1}").code == "record.missing"
    )
    #expect(
      try failure("return pricing.price{product = customers:first(), quantity = 1}").code
        == "script.argument")
    #expect(
      try failure("return pricing.price{product = products:create{name = \"x\"}, quantity = 1}")
        .code
        == "price.list")
    #expect(try failure("return unit{prepaid = 1.5}").code == "price.terms")
    #expect(try failure("return unit{prepaid = 0/0}").code == "price.terms")
    #expect(try failure("return unit{renewal_years = -1}").code == "price.terms")
    #expect(try failure("return unit{quantty = 1}").text.contains("did you mean 'quantity'"))
    #expect(
      try failure("return pricing.price{product = product, quantity = 1, policy = \"pricin\"}")
        == Failure("policy.unknown", "did you mean 'pricing'?"))
    #expect(
      try failure("return pricing.price{product = product, quantity = 1, policy = \"service\"}")
        .code.hasPrefix("policy."))
  }

  // MARK: What a price says

  @Test("a price says its discount, margin, hint, and why") func report() throws {
    let value = try eval(
      """
      local price = pricing.price{product = product, quantity = 950}
      return price.amount, price.list_total, price.discount, price.margin, price.hint.more,
        price.hint.is_cheaper, why(price).value
      """)
    // 1 − 9,025 ÷ 9,500 = 0.05; 1 − 3,800 ÷ 9,025 = 0.5789…
    #expect(value.hasPrefix("money\"9025.00\"  money\"9500.00\"  0.05"))
    #expect(value.contains("0.57894"))
    #expect(value.hasSuffix("50  true  money\"9025.00\""))
  }

  @Test("PR6: the region's logistics stand in the tree, with their source") func regionalCost()
    throws
  {
    let value = try eval(
      """
      product = products:create{name = "x", unit_price = yuan(10), cost = yuan(4), logistics_cost = yuan(1)}
      local c = customers:create{name = "西部客户有限公司", region = "west"}
      local price = pricing.price{product = product, customer = c, quantity = 100}
      local tree = why(price).children
      local cost = tree[#tree]
      return price.cost, cost.label, cost.value, cost.children[2].source
      """)
    #expect(value == "money\"518.30\"  \"cost\"  money\"518.30\"  \"S1 (PR6)\"")
  }

  @Test("a waterfall kept as text gives the same price after the policy changed") func replay()
    throws
  {
    let value = try eval(
      """
      local price = pricing.price{product = product, quantity = 1000, cash = true}
      local again = pricing.waterfall(price.waterfall)
      return again.amount == price.amount, again.unit_price == price.unit_price, again.amount
      """)
    #expect(value == "true  true  money\"8820.00\"")
  }
}
