// Price policies and lines of the pricing tests.
import Testing
import Values

@testable import SalesKernel

func trial(_ name: String = "pricing") throws -> PricePolicy { try pricing(name) }

/// A policy whose steps, and what else is given, are written in Lua.
func trial(
  steps: String, more: String = "", compose: String = "sequential",
  compiler: any RuleCompiler = NoExpressions()
) throws -> PricePolicy {
  try PricePolicy(
    decoding: LuaTable.parse(
      """
      { name = "trial", title = "trial", source = "test", compose = "\(compose)",
        rounding = { unit = "half_up", line = "half_up", document = "half_up" },
        largest_quantity = 100000000, steps = { \(steps) }, \(more) }
      """), compiler: compiler)
}

/// One step of one rule that always applies.
func always(_ name: String, _ effect: String) -> String {
  "{ name = \"\(name)\", title = \"\(name)\", source = \"test\", choose = \"first\", "
    + "rules = { { key = \"all\", \(effect) } } }"
}

func line(
  _ list: String = "100", _ quantity: Int64 = 1, _ change: (inout PriceLine) -> Void = { _ in }
) throws -> PriceLine {
  var line = PriceLine(
    listPrice: try Money(parsing: list), quantity: quantity, on: try day("2026-06-30"))
  change(&line)
  return line
}

func money(_ text: String) throws -> Money { try Money(parsing: text) }

/// The code of the error that pricing a line ends with.
func refusal(_ policy: PricePolicy, _ line: PriceLine) -> String? {
  do {
    _ = try policy.price(line)
    return nil
  } catch let error as PriceError {
    return error.code
  } catch let error as ValueError {
    return error.code
  } catch {
    return "\(error)"
  }
}
