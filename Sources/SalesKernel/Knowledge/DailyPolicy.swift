import Values

/// What a day of a rep tells by itself, and what belongs to the day after.
/// - Source: OR7; `stdlib-lua/policy/daily.lua`.
public struct DailyPolicy: Sendable {
  public let header: PolicyHeader
  /// Kinds of activities that reach a customer.
  public let reaches: [String]
  /// Orders of these words are no conversion.
  public let except: [Int: [String]]
  /// Key accounts named for the day after, at most.
  public let accounts: Int
  /// Roles whose people report; empty for all.
  public let roles: [String]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["reaches", "except", "accounts", "roles"])
    header = try PolicyHeader(root)
    reaches = try root["reaches"].words()
    except = try root["except"].words(of: Order.schema.entity)
    accounts = Int(try root["accounts"].integer(in: 1...1000))
    roles = try root["roles"].ifPresent?.words() ?? []
  }

  /// Whether a rep reports on a day.
  public func reports(_ rep: Rep, on day: Day) -> Bool {
    (rep.joinedOn ?? .first) <= day && (rep.leftOn ?? .last) >= day
      && (roles.isEmpty || rep.role.map(roles.contains) ?? false)
  }
}
