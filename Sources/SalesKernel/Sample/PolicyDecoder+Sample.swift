import Values

/// What sample profiles write: ranges, shares, weights.
extension PolicyDecoder {
  /// No weight is so large that sums of many, or products of two, could overflow.
  static let weights: ClosedRange<Int64> = 0...1_000_000

  /// `{ from, upto }`, both included.
  func range(in bounds: ClosedRange<Int64>) throws(PolicyError) -> ClosedRange<Int64> {
    let ends = try list()
    guard ends.count == 2 else { throw unexpected("{ from, upto }") }
    let (from, upto) = (try ends[0].integer(in: bounds), try ends[1].integer(in: bounds))
    guard from <= upto else {
      throw PolicyError("policy.value", at: path, "from \(from) is after upto \(upto)")
    }
    return from...upto
  }

  func share() throws(PolicyError) -> SampleShare { SampleShare(try number(in: 0...1)) }

  /// A table of words with their weights, at least one of them not 0.
  func weightedWords() throws(PolicyError) -> Weighted<String> {
    let table = try dictionary()
    var pairs: [(element: String, weight: Int64)] = []
    for word in table.keys { pairs.append((word, try table[word].integer(in: Self.weights))) }
    return try weighted(pairs)
  }

  /// As ``weightedWords()``, with words of a closed list only.
  func weightedChoices<Choice: FieldChoice>(
    _ type: Choice.Type
  ) throws(PolicyError) -> Weighted<Choice> {
    let table = try table(keys: Choice.allCases.map(\.rawValue))
    var pairs: [(element: Choice, weight: Int64)] = []
    for word in table.keys {
      guard let choice = Choice(rawValue: word) else { continue }
      pairs.append((choice, try table[word].integer(in: Self.weights)))
    }
    return try weighted(pairs)
  }

  /// The pairs as a list to draw from.
  /// - Throws: `policy.value` where nothing could be drawn.
  func weighted<Element: Sendable>(
    _ pairs: [(element: Element, weight: Int64)]
  ) throws(PolicyError) -> Weighted<Element> {
    let weighted = Weighted(pairs)
    guard !weighted.isEmpty else {
      throw PolicyError("policy.value", at: path, "has nothing with a weight above 0")
    }
    return weighted
  }

  /// A list of at least one text.
  func texts() throws(PolicyError) -> [String] {
    let places = try list()
    guard !places.isEmpty else { throw unexpected("a list of texts") }
    var texts: [String] = []
    for place in places { texts.append(try place.text()) }
    return texts
  }

  /// The characters of a text, each as a text, all different.
  func characters() throws(PolicyError) -> [String] {
    var characters: [String] = []
    for character in try text().map(String.init) {
      guard !characters.contains(character) else {
        throw PolicyError("policy.duplicate", at: path, "has \(character) twice")
      }
      characters.append(character)
    }
    return characters
  }

  /// Money above 0 and up to a hundred million yuan, so that sums over a customer's orders stay exact.
  func amount() throws(PolicyError) -> Money {
    let money = try self.money()
    guard money.units > 0, money.units <= 1_000_000_000_000 else {
      throw PolicyError(
        "policy.value", at: path, "\(money.grouped) is not above 0 and up to 100,000,000.00")
    }
    return money
  }
}
