import Lua
import SalesKernel
import SalesStore
import Values

/// Fills a store with the sample company of `stdlib-lua/sample`.
public enum SampleCompany {
  /// Same customers, seed and day: same records.
  ///
  /// - Throws: what the store or the profile throws; nothing is written then.
  @discardableResult
  public static func fill(
    _ store: Store, customers: Int64, seed: UInt64, asOf day: Day,
    profile name: String = "aerospace",
    actor: String = "", onWait: (@Sendable () -> Void)? = nil
  ) throws -> Int64? {
    let clock = try Instant(startOf: day).adding(Span.hours(9))
    let generator = try SampleGenerator(
      profile: try profile(name, clock: clock), seed: seed, count: customers, asOf: day)
    let header = RunHeader(
      kind: .sample, script: "sample/\(name).lua", arguments: ["\(customers)"], clock: clock,
      seed: seed, actor: actor)
    let currency = try standingCurrency(clock)
    return try store.transaction(header, mode: .apply, onWait: onWait) { session in
      if try session.count(Selection(Setting.schema.entity, limit: 1)) == 0 {
        try session.create(
          Setting.schema.entity, Setting(name: Setting.currency, value: currency.code).values)
      }
      var sink = StoreSink(session: session)
      try generator.generate(into: &sink)
      try sink.finish()
    }.run
  }

  private static func standingCurrency(_ clock: Instant) throws -> Currency {
    let host = try ScriptHost(store: nil, options: .init(clock: clock), output: CapturedOutput())
    return try EnginePolicies(host).book().currency
  }

  private static func profile(_ name: String, clock: Instant) throws -> SampleProfile {
    guard let source = Stdlib.source("sample/\(name).lua") else {
      throw ArgumentError("there is no sample profile '\(name)'", code: "sample.unknown")
    }
    let host = try ScriptHost(store: nil, options: .init(clock: clock), output: CapturedOutput())
    let chunk = try host.run(source, name: "@tenon:sample/\(name).lua", mode: .read, kind: .sample)
    return try SampleProfile(
      decoding: try PolicyCoding.value(
        chunk.values.first ?? .nil, host: host, entity: Customer.schema.entity))
  }
}

/// Writes generated records through the door, an entity after the other.
private struct StoreSink: SampleSink {
  let session: Session
  private var count = 0
  private var feed: (kind: ObjectIdentifier, append: AnyObject, finish: () throws -> Void)?

  init(session: Session) { self.session = session }

  mutating func append<Record: SalesRecord>(_ record: Record) throws {
    count += 1
    if count & 1023 == 0 { try session.tell(Record.schema.entity.name, done: count) }
    if let feed, feed.kind == ObjectIdentifier(Record.self),
      let known = feed.append as? RecordFeed<Record>
    {
      try known.append(record)
      return
    }
    try finish()
    let made = try RecordFeed<Record>(session)
    feed = (ObjectIdentifier(Record.self), made, { try made.finish() })
    try made.append(record)
  }

  mutating func finish() throws {
    try feed?.finish()
    feed = nil
  }
}
