/// The code of a currency, as `CNY`.
/// - Source: ISO 4217.
public struct Currency: Hashable, Sendable {
  public let code: String

  /// - Throws: `book.currency` for what is not three capital letters.
  public init(_ code: String) throws(ValidationError) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw ValidationError(
        "book.currency", "\"\(code.excerpt)\" is not the code of a currency",
        remedy: "give three capital letters, as CNY", field: "currency")
    }
    self.code = code
  }
}

/// What holds for the whole book where the store says nothing.
public struct BookPolicy: Sendable {
  public let currency: Currency

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(keys: PolicyHeader.keys + ["currency"])
    _ = try PolicyHeader(root)
    let code = try root["currency"].text()
    do {
      currency = try Currency(code)
    } catch {
      throw PolicyError("policy.value", at: root["currency"].path, error.message)
    }
  }
}
