/// Tells chunks that seem to hold a secret, so that they are not written down.
enum SecretWords {
  private static let anywhere = ["password", "passwd", "passphrase", "secret", "api_key", "apikey"]
  /// Harmless as words; a secret follows when they are given a value.
  private static let assigned = ["token", "bearer", "credential"]

  static func isIn(_ chunk: String) -> Bool {
    let text = chunk.lowercased()
    if anywhere.contains(where: { text.contains($0) }) { return true }
    return assigned.contains { word in
      text.ranges(of: word).contains { isGivenValue(text[$0.upperBound...]) }
    }
  }

  /// True where `=`, `:` or a quoted text follows, as in `token = `, `["token"] = `, `token: `, `bearer "…"`.
  private static func isGivenValue(_ rest: Substring) -> Bool {
    let closing: Set<Character> = [" ", "\t", "\"", "'", "]", "s"]
    let next = rest.drop { closing.contains($0) }
    guard let mark = next.first else { return false }
    if mark == "=" { return !next.dropFirst().hasPrefix("=") }
    return mark == ":" && next.dropFirst().first == " "
  }
}
