/// Who works at customers: roles, titles, addresses.
/// - Source: CU3.
struct SampleContacts: Sendable {
  struct Role: Sendable {
    let role: String
    /// Local part of the mail address.
    let mailbox: String
    let titles: [String]
  }

  let domain: String
  let telephone: String
  let roles: Weighted<Role>
  let missing: [SampleGap<Contact>]

  init(decoding place: PolicyDecoder) throws(PolicyError) {
    let table = try place.table(keys: ["domain", "telephone", "missing", "roles"])
    domain = try table["domain"].text()
    telephone = try table["telephone"].text()
    missing = try SampleGap.list(table["missing"])
    var pairs: [(element: Role, weight: Int64)] = []
    for element in try table["roles"].list() {
      let role = try element.table(keys: ["role", "weight", "mailbox", "titles"])
      pairs.append(
        (
          Role(
            role: try role["role"].text(), mailbox: try role["mailbox"].text(),
            titles: try role["titles"].texts()),
          try role["weight"].integer(in: PolicyDecoder.weights)
        ))
    }
    roles = try table["roles"].weighted(pairs)
  }
}

/// Who sells: how many reps, and since when.
struct SampleStaff: Sendable {
  let customersEach: Int64
  let leastARegion: Int64
  let left: SampleShare
  let domain: String
  /// Days since a rep joined.
  let joined: ClosedRange<Int64>

  init(decoding place: PolicyDecoder) throws(PolicyError) {
    let table = try place.table(
      keys: ["customers_each", "least_a_region", "left", "domain", "joined"])
    customersEach = try table["customers_each"].integer(in: 1...1_000_000)
    leastARegion = try table["least_a_region"].integer(in: 1...1000)
    left = try table["left"].share()
    domain = try table["domain"].text()
    joined = try table["joined"].range(in: 1...SampleProfile.days.upperBound)
  }
}

/// What happens with customers, and what is written about it.
/// - Source: CU13, CU14.
struct SampleActivities: Sendable {
  struct Kind: Sendable {
    let kind: String
    /// Calls for a summary.
    let isSummarised: Bool
    /// The customer opened our mail.
    let isOpened: Bool
  }

  let kinds: Weighted<Kind>
  let hours: ClosedRange<Int64>
  let late: SampleShare
  let absent: SampleShare
  let delayHours: ClosedRange<Int64>
  let lateHours: ClosedRange<Int64>
  let summaries: [String]

  init(decoding place: PolicyDecoder) throws(PolicyError) {
    let table = try place.table(keys: [
      "kinds", "hours", "late", "absent", "delay_hours", "late_hours", "summaries",
    ])
    var pairs: [(element: Kind, weight: Int64)] = []
    for element in try table["kinds"].list() {
      let kind = try element.table(keys: ["kind", "weight", "summary", "opened"])
      pairs.append(
        (
          Kind(
            kind: try kind["kind"].text(),
            isSummarised: try kind["summary"].ifPresent?.bool() ?? false,
            isOpened: try kind["opened"].ifPresent?.bool() ?? false),
          try kind["weight"].integer(in: PolicyDecoder.weights)
        ))
    }
    kinds = try table["kinds"].weighted(pairs)
    hours = try table["hours"].range(in: 0...23)
    late = try table["late"].share()
    absent = try table["absent"].share()
    delayHours = try table["delay_hours"].range(in: 0...10_000)
    lateHours = try table["late_hours"].range(in: 0...10_000)
    summaries = try table["summaries"].texts()
  }
}

/// The states of orders.
struct SampleOrders: Sendable {
  /// Orders of that many last days are open.
  let openDays: Int64
  let open: String
  let done: String

  init(decoding place: PolicyDecoder) throws(PolicyError) {
    let table = try place.table(keys: ["open_days", "open", "done"])
    openDays = try table["open_days"].integer(in: SampleProfile.days)
    open = try table["open"].text()
    done = try table["done"].text()
  }
}
