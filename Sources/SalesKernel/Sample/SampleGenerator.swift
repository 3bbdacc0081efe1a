import Values

/// Makes a sample company: reps, products, customers, contacts, orders and activities that agree with each other.
///
/// ```swift
/// let generator = try SampleGenerator(profile: profile, seed: 1, count: 2000, asOf: asOf)
/// try generator.generate { entity, id, values in … }
/// ```
/// The same profile, seed, count and day give the same records. Records are made one by one and handed to
/// the sink, so memory does not grow with their number.
/// - Complexity: O(count) time, constant memory.
public struct SampleGenerator {
  /// The most customers that names and codes are sure to last for.
  public static let largestCount: Int64 = 1_000_000

  public let profile: SampleProfile
  public let seed: UInt64
  public let count: Int64
  public let asOf: Day
  let planner: SamplePlanner

  /// - Throws: `sample.count`; `day.range` where two years before `asOf` is no day.
  public init(profile: SampleProfile, seed: UInt64, count: Int64, asOf: Day) throws {
    guard (0...Self.largestCount).contains(count) else {
      throw ValidationError(
        "sample.count", "a sample of \(count) customers is outside 0 to 1,000,000",
        remedy: "give a number up to 1000000")
    }
    self.profile = profile
    self.seed = seed
    self.count = count
    self.asOf = asOf
    planner = try SamplePlanner(profile, seed: seed, customers: count, asOf: asOf)
  }

  /// Makes every record as a row: one value a slot of the entity, null where the field is empty.
  /// - Throws: what `body` throws; `sample.names`.
  public func generate(
    _ body: @escaping (_ entity: Entity, _ id: Int64, _ values: [FieldValue]) throws -> Void
  ) throws {
    var sink = SampleRowSink(body)
    try generate(into: &sink)
  }

  /// Makes every record.
  /// - Throws: what the sink throws; `sample.names`.
  public func generate(into sink: inout some SampleSink) throws {
    try generateReps(into: &sink)
    try generateProducts(into: &sink)
    try generateCustomers(into: &sink)
    try generateContacts(into: &sink)
    try generateOrders(into: &sink)
    try generateOrderLines(into: &sink)
    try generateActivities(into: &sink)
  }

  func random(_ purpose: SampleRandom.Purpose, _ index: Int64) -> SampleRandom {
    SampleRandom(seed: seed, purpose, index: index)
  }

  /// The day so many days before another, but not before a third.
  func day(_ number: Int32, before days: Int64 = 0, notBefore first: Int32? = nil) throws -> Day {
    try Day(number: max(Int64(number) - days, Int64(first ?? .min)))
  }
}

extension SampleGenerator {
  private func generateReps(into sink: inout some SampleSink) throws {
    for region in planner.territory.regions {
      var manager: String?
      for id in region.reps {
        var random = random(.rep, id)
        var rep = Rep(id: id, name: profile.names.person(&random))
        rep.code = SampleCode.counted("R", id, digits: 4)
        rep.region = region.name
        rep.manager = manager
        rep.email = SampleCode.counted("r", id, digits: 4) + "@" + profile.staff.domain
        let joined = random.integer(in: profile.staff.joined)
        rep.joinedOn = try day(asOf.number, before: joined)
        if random.happens(profile.staff.left), manager != nil {
          rep.leftOn = try day(asOf.number, before: random.below(joined))
        }
        manager = manager ?? rep.name
        try sink.append(rep)
      }
    }
  }

  private func generateProducts(into sink: inout some SampleSink) throws {
    for product in profile.products { try sink.append(product.record) }
  }
}
