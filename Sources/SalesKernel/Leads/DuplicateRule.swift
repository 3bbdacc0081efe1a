import Values

/// What makes two records the same firm.
/// - Source: CU14.
public struct DuplicateRule: Hashable, Sendable {
  public enum Key: String, CaseIterable, Sendable {
    case uscc, name, phone, email
  }

  public let key: Key
  public let source: String

  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["key", "source"])
    key = try table["key"].oneOf(Key.self)
    source = try table.source()
  }
}

/// The facts of a record that tell a firm, in a form in which the same reads the same.
public struct FirmKeys: Hashable, Sendable {
  private var values: [DuplicateRule.Key: String] = [:]

  public init(
    name: String?, uscc: String?, phone: String?, email: String?, names: NameNormaliser
  ) {
    self[.name] = name.map(names.normalise)
    self[.uscc] = uscc.map(USCC.normalised)
    self[.phone] = phone.map(Self.digits)
    self[.email] = email.map { $0.trimmingBlanks.lowercased() }
  }

  private subscript(_ key: DuplicateRule.Key) -> String? {
    get { values[key] }
    set { values[key] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// The rules by which two are the same, in the policy's order.
  public func matches(_ other: FirmKeys, _ rules: [DuplicateRule]) -> [DuplicateRule.Key] {
    rules.map(\.key).filter { key in self[key] != nil && self[key] == other[key] }
  }

  /// The digits of a number, without the country's 86 or 0086.
  private static func digits(_ text: String) -> String {
    var digits = text.unicodeScalars.compactMap { scalar -> Character? in
      let value = (0xFF10...0xFF19).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      return (48...57).contains(value) ? Unicode.Scalar(value).map(Character.init) : nil
    }
    for prefix in ["0086", "86"] where digits.count > 11 && digits.starts(with: prefix) {
      digits.removeFirst(prefix.count)
      break
    }
    return String(digits)
  }
}
