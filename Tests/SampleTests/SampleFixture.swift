import Foundation
import SalesKernel
import Values

/// The shipped profile, and companies made of it.
enum SampleFixture {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func policy() throws -> PolicyValue {
    let file = repository.appending(path: "stdlib-lua/sample/aerospace.lua")
    return try LuaData.read(String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  static func profile() throws -> SampleProfile { try SampleProfile(decoding: try policy()) }

  static func generator(
    seed: UInt64 = 1, count: Int64, asOf: String = "2026-11-23"
  ) throws -> SampleGenerator {
    try SampleGenerator(
      profile: try profile(), seed: seed, count: count, asOf: try Day(parsing: asOf))
  }

  /// One company of 50,000 for all tests that count shares; making it takes a while in debug.
  static func large() throws -> Company { try shared.get() }
  private static let shared = Result { try Company(generator(count: 50_000)) }

  /// The profile's table with one key of it set otherwise, or removed.
  static func changed(_ key: String, to value: PolicyValue?) throws -> PolicyValue {
    guard case .table(var entries) = try policy() else { return .null }
    entries[key] = value
    return .table(entries)
  }
}

/// The 64-bit FNV-1a digest of every value of a company, in order.
struct Digest: SampleSink {
  private(set) var value: UInt64 = 14_695_981_039_346_656_037

  init(_ generator: SampleGenerator) throws {
    try generator.generate(into: &self)
  }

  mutating func append<Record: SalesRecord>(_ record: Record) throws {
    for slot in Record.schema.entity.fields.indices {
      for byte in Record.schema.value(of: record, slot: slot).text.utf8 {
        value = (value ^ UInt64(byte)) &* 1_099_511_628_211
      }
      value = (value ^ 0xFF) &* 1_099_511_628_211
    }
  }
}

/// A whole company in memory, for tests that look at it from several sides.
struct Company: SampleSink {
  var reps: [Rep] = []
  var products: [Product] = []
  var customers: [Customer] = []
  var contacts: [Contact] = []
  var orders: [Order] = []
  var orderLines: [OrderLine] = []
  var activities: [Activity] = []

  init(_ generator: SampleGenerator) throws {
    try generator.generate(into: &self)
  }

  mutating func append<Record: SalesRecord>(_ record: Record) throws {
    switch record {
    case let rep as Rep: reps.append(rep)
    case let product as Product: products.append(product)
    case let customer as Customer: customers.append(customer)
    case let contact as Contact: contacts.append(contact)
    case let order as Order: orders.append(order)
    case let line as OrderLine: orderLines.append(line)
    case let activity as Activity: activities.append(activity)
    default: break
    }
  }
}
