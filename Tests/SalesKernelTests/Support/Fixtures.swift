// Records, rules and a compiler that stand in for the host's.
import Values

@testable import SalesKernel

func wan(_ count: Int64) -> Money { Money(units: count * 100_000_000) }
func yuan(_ count: Int64) -> Money { Money(units: count * 10_000) }

func day(_ text: String) throws -> Day { try Day(parsing: text) }

func customer(_ id: Int64 = 1, _ change: (inout Customer) -> Void = { _ in }) -> Customer {
  var customer = Customer(id: id, name: "长征紧固件有限公司")
  change(&customer)
  return customer
}

/// A rule made of a Swift closure over field names.
struct ClosureRule: Rule {
  let text: String
  let fields: [String]
  let body: ([FieldValue]) throws -> FieldValue

  private func read(_ record: any RecordReader) throws -> [(field: String, value: FieldValue)] {
    try fields.map { name in
      let entity = record.entity
      let slot = entity.slot(of: name) ?? entity.fields.count
      return (name, try record.value(at: slot))
    }
  }

  func evaluate(_ record: any RecordReader) throws -> FieldValue {
    try body(read(record).map(\.value))
  }

  func trace(_ record: any RecordReader) throws -> RuleTrace {
    let inputs = try read(record)
    return RuleTrace(value: try body(inputs.map(\.value)), inputs: inputs)
  }
}

struct NoExpressions: RuleCompiler {
  struct Refusal: Error, CustomStringConvertible { let description: String }

  func compile(_ text: String, entity: Entity, extra: [String]) throws -> any Rule {
    throw Refusal(description: "rule.syntax: \(text)")
  }
}

func tiering(_ name: String) throws -> TieringPolicy {
  try TieringPolicy(
    decoding: LuaTable.policy(name), entity: Customer.schema.entity, compiler: NoExpressions())
}

func tiering(lua: String) throws -> TieringPolicy {
  try TieringPolicy(
    decoding: LuaTable.parse(lua), entity: Customer.schema.entity, compiler: NoExpressions())
}

/// SplitMix64, so that a failing property prints a seed that repeats it.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
