/// What every policy opens with: its name, its title, and where it is from.
public struct PolicyHeader: Hashable, Sendable {
  public let name: String
  public let title: Label
  public let source: String
  public let note: String?

  static let keys = ["name", "title", "source", "note"]

  init(_ table: PolicyTable) throws(PolicyError) {
    self.name = try table["name"].text()
    self.title = try table["title"].label()
    self.source = try table.source()
    self.note = try table["note"].ifPresent?.text()
  }
}

extension PolicyDecoder {
  /// Each element of a list, read by `body`.
  public func list<Element>(
    of body: (PolicyDecoder) throws(PolicyError) -> Element
  ) throws(PolicyError) -> [Element] {
    var elements: [Element] = []
    for at in try list() { elements.append(try body(at)) }
    return elements
  }

  /// A list that has at least one element.
  /// - Throws: `policy.missing`.
  public func filledList<Element>(
    of body: (PolicyDecoder) throws(PolicyError) -> Element
  ) throws(PolicyError) -> [Element] {
    let elements = try list(of: body)
    guard !elements.isEmpty else { throw PolicyError("policy.missing", at: path, "is empty") }
    return elements
  }

  /// A list of different texts.
  /// - Throws: `policy.duplicate`.
  public func words() throws(PolicyError) -> [String] {
    let words = try list(of: { at throws(PolicyError) in try at.text() })
    try refuseDuplicates(words)
    return words
  }

  /// - Throws: `policy.duplicate` for a word that is there twice.
  func refuseDuplicates(_ words: [String]) throws(PolicyError) {
    var seen: Set<String> = []
    for word in words where !seen.insert(word).inserted {
      throw PolicyError("policy.duplicate", at: path, "\"\(word)\" is there twice")
    }
  }
}
