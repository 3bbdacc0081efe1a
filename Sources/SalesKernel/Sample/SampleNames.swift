/// What firms and persons are called.
///
/// A firm is two characters and a trade word in one of the forms, each with the city. The two characters and
/// the trade come from a counter of the firm's kind and city by a bijection, so that no name comes twice.
struct SampleNames: Sendable {
  /// A form as the texts around its parts: `{name}（{city}）有限公司`.
  struct Form: Sendable {
    enum Part: Sendable {
      case name, city
      case text(String)
    }
    let parts: [Part]
  }

  let first: [String]
  let second: [String]
  let forms: Weighted<Form>
  let institution: Form
  let surnames: [String]
  let given: [String]

  init(decoding place: PolicyDecoder) throws(PolicyError) {
    let table = try place.table(
      keys: ["first", "second", "forms", "institution", "surnames", "given"])
    first = try table["first"].characters()
    second = try table["second"].characters()
    var pairs: [(element: Form, weight: Int64)] = []
    for element in try table["forms"].list() {
      let form = try element.table(keys: ["weight", "form"])
      pairs.append(
        (
          try Form(decoding: form["form"]),
          try form["weight"].integer(in: PolicyDecoder.weights)
        ))
    }
    forms = try table["forms"].weighted(pairs)
    institution = try Form(decoding: table["institution"])
    surnames = try table["surnames"].characters()
    given = try table["given"].characters()
  }

  /// A person: a surname and one or two characters.
  func person(_ random: inout SampleRandom) -> String {
    var name = surnames[Int(random.below(Int64(surnames.count)))]
    name += given[Int(random.below(Int64(given.count)))]
    if random.below(3) > 0 { name += given[Int(random.below(Int64(given.count)))] }
    return name
  }
}

extension SampleNames.Form {
  /// - Throws: `policy.value` where the name or the city is not in it, for names would not be unique.
  init(decoding place: PolicyDecoder) throws(PolicyError) {
    var rest = Substring(try place.text())
    var parts: [Part] = []
    var (names, cities) = (0, 0)
    while !rest.isEmpty {
      if rest.hasPrefix("{name}") {
        parts.append(.name)
        rest = rest.dropFirst(6)
        names += 1
      } else if rest.hasPrefix("{city}") {
        parts.append(.city)
        rest = rest.dropFirst(6)
        cities += 1
      } else {
        let end = rest.dropFirst().firstIndex(of: "{") ?? rest.endIndex
        parts.append(.text(String(rest[..<end])))
        rest = rest[end...]
      }
    }
    guard names == 1, cities == 1 else {
      throw PolicyError("policy.value", at: place.path, "must hold {name} and {city} once each")
    }
    self.parts = parts
  }

  func text(name: String, city: String) -> String {
    var text = ""
    text.reserveCapacity(72)
    for part in parts {
      switch part {
      case .name: text += name
      case .city: text += city
      case .text(let words): text += words
      }
    }
    return text
  }
}

/// Hands out the names of firms, each once.
struct SampleNameMaker {
  private let profile: SampleProfile
  private let seed: UInt64
  /// How many names each kind has had in each city.
  private var used: [Int64]

  init(_ profile: SampleProfile, seed: UInt64) {
    self.profile = profile
    self.seed = seed
    used = Array(repeating: 0, count: profile.kinds.count * profile.cities.elements.count)
  }

  /// The next name of a kind in a city.
  /// - Throws: `sample.names` where all are used.
  mutating func name(
    kind: Int, city: Int, _ random: inout SampleRandom
  ) throws(ValidationError) -> String {
    let cell = kind * profile.cities.elements.count + city
    let (names, place, trades) = (profile.names, profile.cities[city], profile.kinds[kind].trades)
    let pairs = Int64(names.first.count * names.second.count)
    let number = used[cell]
    guard number < pairs * Int64(trades.count) else {
      throw ValidationError(
        "sample.names", "\(place.city) has only \(number) names for \(profile.kinds[kind].kind)",
        remedy: "give the sample profile more characters, trades or cities")
    }
    used[cell] += 1
    let mixed = Bijection(size: pairs * Int64(trades.count), seed: seed ^ UInt64(cell))[number]
    let pair = Int(mixed % pairs)
    let name =
      names.first[pair / names.second.count] + names.second[pair % names.second.count]
      + trades[Int(mixed / pairs)]
    let form =
      profile.kinds[kind].isInstitution ? names.institution : names.forms.pick(&random)
    return form.text(name: name, city: place.city)
  }
}
