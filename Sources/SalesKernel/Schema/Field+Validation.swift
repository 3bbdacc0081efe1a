/// Generic validation of a value against its field's declaration.
extension Field {
  /// The value in the field's type and normal form.
  ///
  /// Empty text is no value. Lossless conversions only: an integer becomes a number and a whole number an integer; a plain
  /// number never becomes money, and text never becomes anything else (see ``parse(_:)``).
  /// - Throws: `field.required`, `field.type`, `field.choice`, `field.text`, or the code of the
  ///   field's own check.
  public func validated(_ value: FieldValue) throws(ValidationError) -> FieldValue {
    if value.isNull || value == .text("") || (isRequired && value.isBlank) {
      guard isRequired else { return .null }
      throw ValidationError(
        "field.required", "\(name) is required and is empty", remedy: "give \(expectation)",
        field: name)
    }
    let typed = try converted(value)
    guard let check else { return typed }
    do {
      return try check(typed)
    } catch let error as ValidationError {
      throw error
    } catch {
      throw ValidationError("field.check", "\(name): \(error)", field: name)
    }
  }

  /// What the field takes, for messages: `money, as 320000.00`.
  public var expectation: String { type.expectation }

  func typeError(_ value: FieldValue) -> ValidationError {
    var remedy = "give \(expectation)"
    if case .money = type {
      switch value {
      case .integer, .number: remedy = "give money: in Lua yuan(…) or money\"…\""
      default: break
      }
    }
    return ValidationError(
      "field.type", "\(name): expected \(expectation), got \(value.kind) \(value.display)",
      remedy: remedy, field: name)
  }

  private func converted(_ value: FieldValue) throws(ValidationError) -> FieldValue {
    switch (type, value) {
    case (.bool, .bool), (.integer, .integer), (.money, .money), (.day, .day), (.instant, .instant):
      return value
    case (.integer, .number(let number)):
      guard let integer = Int64(whole: number) else { throw typeError(value) }
      return .integer(integer)
    case (.number, .number(let number)):
      guard number.isFinite else { throw typeError(value) }
      return value
    case (.number, .integer(let integer)):
      guard let number = Double(exactly: integer) else { throw typeError(value) }
      return .number(number)
    case (.text, .text(let text)):
      guard !text.utf8.contains(0) else {
        throw ValidationError(
          "field.text", "\(name) holds a NUL character", remedy: "remove it", field: name)
      }
      return value
    case (.choice(let words), .text(let word)):
      guard words.contains(word) else { throw choiceError(word, words) }
      return value
    case (.reference(let entity), .integer(let id)):
      guard id > 0 else {
        throw ValidationError(
          "field.reference", "\(name): \(id) is not an id of \(entity)",
          remedy: "give the id of a record of \(entity)", field: name)
      }
      return value
    default:
      throw typeError(value)
    }
  }

  private func choiceError(_ word: String, _ words: [String]) -> ValidationError {
    ValidationError(
      "field.choice", "\(name): \"\(word.excerpt)\" is not one of \(words.joined(separator: ", "))",
      remedy: Suggestion.sentence(for: word, among: words), field: name)
  }
}

extension FieldType {
  /// What a value of the type looks like, for messages.
  public var expectation: String {
    switch self {
    case .bool: "true or false"
    case .integer: "a whole number"
    case .number: "a number"
    case .text: "text"
    case .money: "money, as 320000.00"
    case .day: "a date, as 2026-03-31"
    case .instant: "a date and time, as 2026-03-31T09:00:00+08:00"
    case .choice(let words): "one of " + words.joined(separator: ", ")
    case .reference(let entity): "the id of a record of \(entity)"
    }
  }
}

extension FieldValue {
  /// Whether there is nothing, or text without a character to see.
  var isBlank: Bool {
    switch self {
    case .null: true
    case .text(let text): text.trimmingBlanks.isEmpty
    default: false
    }
  }
}
