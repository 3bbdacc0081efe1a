import Lua
import SalesKernel
import Values

/// The rebate policies of a host, and what calls like `rebates.accrue{…}` ask of them.
final class RebatePolicies {
  private unowned let host: ScriptHost

  init(_ host: ScriptHost) { self.host = host }

  /// The pack that holds where none is named.
  static let standing = "rebates"

  /// - Throws: `policy.unknown`, ``PolicyError``.
  func policy(_ value: Value?) throws -> RebatePolicy {
    try host.library.policy(
      value, standing: Self.standing, over: Customer.schema.entity, host: host
    ) { try RebatePolicy(decoding: $0, compiler: LuaRuleCompiler(host: host)) }
  }

  /// The programme that a call names.
  /// - Throws: `policy.unknown`.
  func program(
    _ options: NamedArguments
  ) throws -> (policy: RebatePolicy, program: RebatePolicy.Program) {
    let policy = try policy(options["policy"])
    let name = try options.required("program", try options.string("program"))
    guard let program = policy.program(named: name) else {
      throw host.unknown("rebate programme", name, among: policy.programs.map(\.name))
    }
    return (policy, program)
  }

  /// The book that a call like `{program =, period =, on =, of =}` is about.
  func book(_ options: NamedArguments, of customers: QueryObject?) throws -> RebateBook {
    let (policy, program) = try program(options)
    let day = try options.day("on") ?? host.options.clock.day()
    let period =
      try options.string("period").map { try RebatePeriod(parsing: $0, unit: program.unit) }
      ?? RebatePeriod(program.unit, of: day)
    return try RebateBook(policy, program, period, on: day, of: customers, host: host)
  }
}
