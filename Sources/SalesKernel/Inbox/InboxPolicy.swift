/// Which kinds of alerts there are, how much they matter, and whether they come back.
/// - Source: AU2.
public struct InboxPolicy: Hashable, Sendable {
  public struct Kind: Hashable, Sendable {
    public let key: String
    public let title: Label
    public let severity: String
    /// Whether a finding that was settled opens again when it is found again.
    public let returns: Bool
    public let source: String
  }

  public let header: PolicyHeader
  public let severities: [String]
  public let snoozeDays: Int64
  public let kinds: [Kind]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["severities", "snooze_days", "kinds"])
    header = try PolicyHeader(root)
    let severities = try root["severities"].words()
    self.severities = severities
    snoozeDays = try root["snooze_days"].integer(in: 1...3660)
    kinds = try root["kinds"].filledList { at throws(PolicyError) in
      let kind = try at.table(keys: ["key", "title", "severity", "returns", "source"])
      return Kind(
        key: try kind["key"].key(), title: try kind["title"].label(),
        severity: try kind["severity"].choice(severities), returns: try kind["returns"].bool(),
        source: try kind.source())
    }
    try root["kinds"].refuseDuplicates(kinds.map(\.key))
  }

  /// - Throws: `alert.kind` with the nearest word.
  public func kind(_ key: String) throws(ValidationError) -> Kind {
    if let kind = kinds.first(where: { $0.key == key }) { return kind }
    throw ValidationError(
      "alert.kind", "there is no kind of alert \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: kinds.map(\.key)), field: "kind")
  }

  /// - Throws: `alert.severity` with the nearest word.
  public func requireSeverity(_ word: String) throws(ValidationError) {
    guard severities.contains(word) else {
      throw ValidationError(
        "alert.severity", "there is no severity \"\(word.excerpt)\"",
        remedy: Suggestion.sentence(for: word, among: severities), field: "severity")
    }
  }
}
