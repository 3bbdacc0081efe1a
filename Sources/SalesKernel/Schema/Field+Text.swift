import Values

/// The text form of a field, as CSV files carry it.
extension Field {
  /// The value that a text stands for, validated. Empty text is "no value".
  ///
  /// Numbers, dates and money may have blanks around them, full-width digits, and the forms of ``WrittenText``; text is
  /// taken as it is.
  /// - Throws: `field.syntax` naming the value and the expected form, and what ``validated(_:)``
  ///   throws.
  public func parse(_ text: String) throws(ValidationError) -> FieldValue {
    if text.isEmpty { return try validated(.null) }
    switch type {
    case .text: return try validated(.text(text))
    default: break
    }
    let word = text.trimmingBlanks
    if word.isEmpty { return try validated(.null) }
    guard let value = reading(word) ?? writtenReading(word) else {
      throw ValidationError(
        "field.syntax", "\(name): \"\(text.excerpt)\" is not \(expectation)",
        remedy: "give \(expectation)",
        field: name)
    }
    return try validated(value)
  }

  /// What is not in plain form, as files in Chinese have it: full-width digits, 年月日, 万 and 亿, 是 and 否.
  private func writtenReading(_ word: String) -> FieldValue? {
    switch type {
    case .money: return WrittenText.money(word).map(FieldValue.money)
    case .day: return WrittenText.day(word).map(FieldValue.day)
    case .instant: return WrittenText.instant(word).map(FieldValue.instant)
    case .bool:
      if word == "是" || word == "否" { return .bool(word == "是") }
    case .integer, .number, .reference: break
    case .text, .choice: return nil
    }
    let narrow = word.narrowed.trimmingBlanks
    return narrow == word ? nil : reading(narrow)
  }

  private func reading(_ word: String) -> FieldValue? {
    switch type {
    case .text, .choice: return .text(word)
    case .bool:
      switch word {
      case "true", "1": return .bool(true)
      case "false", "0": return .bool(false)
      default: return nil
      }
    case .integer, .reference: return Int64(word).map(FieldValue.integer)
    case .number:
      let decimal = word.utf8.allSatisfy {
        (48...57).contains($0) || $0 == 43 || $0 == 45 || $0 == 46 || $0 == 69 || $0 == 101
      }
      guard decimal, let number = Double(word), number.isFinite else { return nil }
      return .number(number)
    case .money: return (try? Money(parsing: word)).map(FieldValue.money)
    case .day: return (try? Day(parsing: word)).map(FieldValue.day)
    case .instant: return (try? Instant(parsing: word)).map(FieldValue.instant)
    }
  }
}

extension FieldValue {
  /// The text that ``Field/parse(_:)`` reads back as the same value: ISO dates, plain decimals,
  /// empty for null.
  public var text: String {
    switch self {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): value.description
    case .text(let value): value
    case .money(let value): value.description
    case .day(let value): value.description
    case .instant(let value): value.description
    }
  }

  /// For people to read in messages and explanations: grouped money, quoted text, whole numbers
  /// plain.
  public var display: String {
    switch self {
    case .null: "nothing"
    case .text(let value): "\"\(value.excerpt)\""
    case .money(let value): value.grouped
    case .number(let value): Int64(whole: value).map(String.init) ?? value.description
    default: text
    }
  }

  /// The kind's name in messages.
  public var kind: String {
    switch self {
    case .null: "nothing"
    case .bool: "bool"
    case .integer: "integer"
    case .number: "number"
    case .text: "text"
    case .money: "money"
    case .day: "date"
    case .instant: "instant"
    }
  }
}

extension String {
  /// The text, or its opening where it is too long for a message.
  public var excerpt: String { utf8.count > 240 ? "\(prefix(60))…" : self }

  /// Without the ASCII blanks around it.
  var trimmingBlanks: String {
    let blank: (UInt8) -> Bool = { $0 == 32 || (9...13).contains($0) }
    guard let first = utf8.firstIndex(where: { !blank($0) }),
      let last = utf8.lastIndex(where: { !blank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
